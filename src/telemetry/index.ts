export { openTelemetry } from './open-telemetry.ts';
export type { ReportTrace, Telemetry } from './telemetry.ts';
