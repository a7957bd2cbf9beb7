/** The OpenTelemetry API as a value: it is imported only where telemetry is asked for. */
export type Api = typeof import('@opentelemetry/api');
