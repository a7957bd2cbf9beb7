import type { Model, ModelRequest } from '../model/index.ts';
import { Attempts } from './attempts.ts';
import type { RecordOptions } from './record-replies.ts';
import { describeReply, repeatOutcome } from './recorded-outcome.ts';
import { describeRequest, keyOf } from './recording.ts';
import { prepareFolder, readRecording, recordingFile, writeRecording } from './recording-files.ts';

export interface CacheOptions extends RecordOptions {
  /** Told of each reply that came from the folder. */
  onHit?: (request: ModelRequest) => void;
}

/**
 * A model that asks only for what is not in the folder yet, in the files of `recordReplies`. Only good replies are
 * kept. One that comes from the folder has used no tokens and says so. Several processes may share a folder: a file
 * that is being written is not there yet, a damaged one counts as absent and is written again.
 *
 * Beside what `model` throws:
 * @throws {OutputError} where the folder cannot be written to; before anything is asked, if possible.
 */
export function cacheReplies(model: Model, dir: string, { prompts, onHit }: CacheOptions = {}): Model {
  const attempts = new Attempts();
  return {
    id: model.id,
    async generate(request, options = {}) {
      const recorded = describeRequest(model.id, request, prompts);
      const key = keyOf(recorded);
      // The second of two equal requests wants another answer than the first one got.
      const attempt = attempts.take(key);
      const file = recordingFile(dir, recorded, key, attempt);
      const kept = await readRecording(file).catch(() => undefined);
      if (kept?.reply !== undefined && kept.key === key) {
        onHit?.(request);
        return { ...repeatOutcome(kept, request), usage: { inputTokens: 0, outputTokens: 0 } };
      }
      await prepareFolder(dir);
      try {
        const reply = await model.generate(request, options);
        await writeRecording(file, {
          schema: 'gapwright/recording@1',
          key,
          attempt,
          request: recorded,
          ...describeReply(reply),
        });
        return reply;
      } catch (error) {
        attempts.giveBack(key, attempt);
        throw error;
      }
    },
  };
}
