import { AbortedError, ModelError } from '../errors.ts';
import type { Model } from '../model/index.ts';
import { Attempts } from './attempts.ts';
import type { RecordOptions } from './record-replies.ts';
import { repeatOutcome } from './recorded-outcome.ts';
import { describeRequest, keyOf, type RecordedRequest } from './recording.ts';
import { readRecording, readSiblings, recordingFile } from './recording-files.ts';

/**
 * A model that gives what `recordReplies` has written, for the model of that id. It knows no network; a request that
 * was not recorded is a ModelError (not-found) that names section, purpose, key, the file that was looked for, and
 * what differs from the recordings that are there.
 */
export function replayReplies(id: string, dir: string, { prompts }: RecordOptions = {}): Model {
  const attempts = new Attempts();
  return {
    id,
    async generate(request, { signal } = {}) {
      const asked = describeRequest(id, request, prompts);
      const key = keyOf(asked);
      const attempt = attempts.take(key);
      const file = recordingFile(dir, asked, key, attempt);
      if (signal?.aborted) throw new AbortedError(undefined, { cause: signal.reason });
      const recording = await readRecording(file).catch((error: unknown) => {
        throw cannotReplay(asked, key, attempt, `the unreadable file ${file}`, error);
      });
      if (signal?.aborted) throw new AbortedError(undefined, { cause: signal.reason });
      if (recording === undefined || recording.key !== key) {
        const others = await describeOthers(dir, asked, attempt);
        throw cannotReplay(asked, key, attempt, `no file ${file}${others}`);
      }
      return repeatOutcome(recording, request);
    },
  };
}

function cannotReplay(
  { section, purpose, model }: RecordedRequest,
  key: string,
  attempt: number,
  found: string,
  cause?: unknown,
): ModelError {
  const request = `${purpose} of ${section}, key ${key}, attempt ${attempt}`;
  return new ModelError(
    'not-found',
    `cannot replay the reply of ${model} to a request (${request}): found ${found}, expected its recording. ` +
      'Record it again with the same inputs, prompts and model.',
    { cause },
  );
}

/** What the nearest recording of the same section and purpose has differently. */
async function describeOthers(dir: string, asked: RecordedRequest, attempt: number): Promise<string> {
  const siblings = await readSiblings(dir, asked);
  const rated = siblings.map((other) => differences(asked, other.request));
  const [nearest] = rated.sort((a, b) => a.length - b.length);
  if (nearest === undefined) return ' and no other recording of that section and purpose';
  if (nearest.length === 0) return `, only fewer attempts than ${attempt} at the same request`;
  return `; the nearest of ${siblings.length} other recordings has a different ${nearest.join(', ')}`;
}

function differences(asked: RecordedRequest, other: RecordedRequest): string[] {
  const fields = ['model', 'prompts', 'schema', 'temperature', 'maxOutputTokens'] as const;
  const differing: string[] = fields.filter(
    (field) => JSON.stringify(asked[field]) !== JSON.stringify(other[field]),
  );
  const count = Math.max(asked.messages.length, other.messages.length);
  for (let at = 0; at < count; at++) {
    const [mine, theirs] = [asked.messages[at]?.content ?? [], other.messages[at]?.content ?? []];
    const length = Math.max(mine.length, theirs.length);
    const line = Array.from({ length }, (_, index) => index).find((index) => mine[index] !== theirs[index]);
    if (line !== undefined) differing.push(`message ${at + 1} (from line ${line + 1})`);
  }
  return differing;
}
