import type { Model, ModelReply, ModelRequest } from './model.ts';
import type { RemoteModel } from './provider.ts';
import { repairJson } from './repair-json.ts';

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

/** What a small call showed. */
export interface Probe {
  reply: ModelReply;
  /** From the request to the last byte of the reply. */
  seconds: number;
  /** Whether the reply was the asked-for JSON object as it stands. */
  isStructured: boolean;
  /** Whether it was after `repairJson`, as drafts are read. */
  isReadable: boolean;
}

/**
 * Makes one small call and measures it. Where the reply is no JSON, and the model knows another way of asking for it
 * (`form`), that is tried next: the probe is of the last call.
 * @throws {ModelError}
 * @throws {AbortedError}
 */
export async function probeModel(
  model: Model | RemoteModel,
  { signal }: { signal?: AbortSignal } = {},
): Promise<Probe> {
  const formNow = () => ('form' in model ? model.form : undefined);
  let asked = formNow();
  for (;;) {
    const start = performance.now();
    const reply = await model.generate(probe, signal === undefined ? {} : { signal });
    const seconds = (performance.now() - start) / 1000;
    const isReadable = isAsked(repairJson(reply.text));
    // Whoever has asked in the last way there is stays there.
    if (isReadable || formNow() === asked || formNow() === undefined)
      return { reply, seconds, isStructured: isAsked(reply.text), isReadable };
    asked = formNow();
  }
}

function isAsked(text: string | undefined): boolean {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean';
  } catch {
    return false;
  }
}
