import type { Model } from '../model/index.ts';
import { Attempts } from './attempts.ts';
import { describeFailure, describeReply } from './recorded-outcome.ts';
import { describeRequest, keyOf } from './recording.ts';
import { prepareFolder, recordingFile, writeRecording } from './recording-files.ts';

export interface RecordOptions {
  /** Hashes of the prompt files; a recording with other ones is another recording. */
  prompts?: readonly string[];
}

/**
 * A model that writes each of its replies into a folder, one file for each, named by everything that shapes it. A
 * refusal, an empty, filtered, cut off or unreadable reply is written too; failures of the endpoint (rate limit,
 * network, key) are not, and do not count as an attempt. A file of the same request is written over.
 *
 * Beside what `model` throws:
 * @throws {OutputError} where the folder cannot be written to; before anything is asked, if possible.
 */
export function recordReplies(model: Model, dir: string, { prompts }: RecordOptions = {}): Model {
  const attempts = new Attempts();
  return {
    id: model.id,
    async generate(request, options = {}) {
      const recorded = describeRequest(model.id, request, prompts);
      const key = keyOf(recorded);
      const attempt = attempts.take(key);
      const write = (outcome: ReturnType<typeof describeReply> | ReturnType<typeof describeFailure>) =>
        writeRecording(recordingFile(dir, recorded, key, attempt), {
          schema: 'gapwright/recording@1',
          key,
          attempt,
          request: recorded,
          ...outcome,
        });
      await prepareFolder(dir);
      try {
        const reply = await model.generate(request, options);
        await write(describeReply(reply));
        return reply;
      } catch (error) {
        const failure = describeFailure(error);
        if (failure === undefined) attempts.giveBack(key, attempt);
        else await write(failure);
        throw error;
      }
    },
  };
}
