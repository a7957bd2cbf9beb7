import { UsageError } from '../errors.ts';
import type { Api } from './api.ts';
import type { Telemetry } from './telemetry.ts';
import { traceReport } from './trace-report.ts';

/**
 * Opens telemetry by the OpenTelemetry API, an optional peer that nothing else imports. Which SDK takes the spans, and
 * where it sends them, is the caller's to decide: whatever is registered when a report starts gets its spans.
 * @throws {UsageError} where the package is not there, with the command that installs it.
 */
export async function openTelemetry(): Promise<Telemetry> {
  const api = await importApi();
  return {
    get hasSdk() {
      const provider = api.trace.getTracerProvider();
      // A proxy stands for the SDK, also before there is one; then it leads where a fresh proxy leads.
      return !(
        provider instanceof api.ProxyTracerProvider &&
        provider.getDelegate() === new api.ProxyTracerProvider().getDelegate()
      );
    },
    traceReport: () => traceReport(api),
  };
}

async function importApi(): Promise<Api> {
  try {
    return await import('@opentelemetry/api');
  } catch (error) {
    throw new UsageError(
      'cannot trace: found no usable package @opentelemetry/api, expected it beside gapwright. Install it with: npm install @opentelemetry/api',
      { cause: error },
    );
  }
}
