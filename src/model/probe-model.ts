import type { Model, ModelReply, ModelRequest } from './model.ts';

const probe: ModelRequest = {
  purpose: 'probe',
  section: 'probe',
  messages: [
    { role: 'system', content: 'You answer with a JSON object.' },
    { role: 'user', content: 'Answer with {"ok": true} to show that you can be reached.' },
  ],
  schema: {
    name: 'probe_reach',
    json: {
      type: 'object',
      properties: { ok: { type: 'boolean' } },
      required: ['ok'],
      additionalProperties: false,
    },
  },
};

/** What one small call showed. */
export interface Probe {
  reply: ModelReply;
  /** From the request to the last byte of the reply. */
  seconds: number;
  /** Whether the reply was the asked-for JSON object as it stands. */
  isStructured: boolean;
}

/**
 * Makes one small call and measures it.
 * @throws {ModelError}
 * @throws {AbortedError}
 */
export async function probeModel(model: Model, { signal }: { signal?: AbortSignal } = {}): Promise<Probe> {
  const start = performance.now();
  const reply = await model.generate(probe, signal === undefined ? {} : { signal });
  return { reply, seconds: (performance.now() - start) / 1000, isStructured: isAsked(reply.text) };
}

function isAsked(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
  } catch {
    return false;
  }
}
