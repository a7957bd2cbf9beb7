/** How to reach a model. All of it comes from the caller: nothing in this folder reads the environment. */
export interface ModelSettings {
  apiKey?: string;
  /** E.g. `http://localhost:11434/v1` for a local server; each provider has its own default. */
  baseUrl?: string;
  organization?: string;
  project?: string;
  /** More HTTP headers, for gateways. Their values are kept out of error messages. */
  headers?: Readonly<Record<string, string>>;
  /** For one attempt, from the request to the last byte of the reply. Default: 120,000. */
  timeoutMs?: number;
  /** Attempts after the first one, by `withRetries`. Default: none, so that the caller can wrap the model itself. */
  maxRetries?: number;
  /** The dated version of Azure's API (azure). */
  apiVersion?: string;
  /** The region of a cloud provider (bedrock). */
  region?: string;
  /** What calls are sent by, e.g. `fetch` of a RateLimiter (openai, azure, anthropic, groq). Default: the global one. */
  fetch?: typeof fetch;
}

export const defaultTimeoutMs = 120_000;

/** The values that must appear in no message. */
export function secretsOf(settings: ModelSettings): string[] {
  return [settings.apiKey, ...Object.values(settings.headers ?? {})].filter((value) => value !== undefined);
}
