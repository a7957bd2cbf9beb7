export { type CacheOptions, cacheReplies } from './cache-replies.ts';
export { type RecordOptions, recordReplies } from './record-replies.ts';
export { describeFailure, describeReply, repeatOutcome } from './recorded-outcome.ts';
export { Recording } from './recording.ts';
export { replayReplies } from './replay-replies.ts';
