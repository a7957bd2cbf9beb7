/** What a model is asked for: one section, the repair of some of its sentences, a judgement, or a sign of life. */
export interface ModelRequest {
  purpose: 'section' | 'repair' | 'judge' | 'extract' | 'probe';
  /** The section's id; for errors, logs and recordings. It is not sent to the model. */
  section: string;
  messages: readonly { role: 'system' | 'user'; content: string }[];
  /** The JSON Schema that the reply should fit. The reply is not checked against it here. */
  schema: { name: string; json: Record<string, unknown> };
  /** Sent only where given: reasoning models refuse it. */
  temperature?: number;
  maxOutputTokens?: number;
  /**
   * Gets the text as it grows, from a model that can stream. After a failed attempt it starts from the beginning. It
   * shapes nothing: the reply is the same without it.
   */
  onDelta?: (text: string) => void;
  /**
   * Told about how many seconds the call has to wait for a rate limit of ours, and 0 when that is over; it may be told
   * again in between. It shapes nothing either.
   */
  onWait?: ((seconds: number) => void) | undefined;
}

/** What came back, as it came: `text` is not parsed and not repaired. */
export interface ModelReply {
  text: string;
  finishReason?: string;
  /** The model that answered, as the server names it. */
  model?: string;
  /** The server's id of the request, for its support. */
  requestId?: string;
  /** The server's id of the reply. */
  responseId?: string;
  /** As the server counted them; null where it did not say. */
  usage: TokenUsage;
}

/** Tokens of one call, as the server counted them. */
export interface TokenUsage {
  inputTokens: number | null;
  outputTokens: number | null;
  /** The part of the input that came from the provider's cache, where it says so. */
  cachedInputTokens?: number;
  /** Answered by the provider's Batch API, which has a price of its own. */
  batch?: true;
}

/** Something that turns a request into text. The rest of the program knows models only by this. */
export interface Model {
  /** E.g. `openai:gpt-5-mini`. */
  readonly id: string;
  /**
   * Gives one reply. Makes one attempt; `withRetries` adds more.
   * @throws {ModelError} with fault, retryable, retryAfter, status, text and usage as far as they are known.
   * @throws {AbortedError} when the signal fires.
   */
  generate(request: ModelRequest, options?: { signal?: AbortSignal }): Promise<ModelReply>;
}
