import type { Speaker } from './io.ts';

const LOOK_EVERY_MS = 1000;
/** Between two lines for those who read lines. */
const TELL_EVERY_MS = 10_000;

/** Such as `waiting for the rate limit, 12 s`; undefined for a wait that nobody notices. */
export function describeWait(seconds: number): string | undefined {
  return seconds < 1 ? undefined : `waiting for the rate limit, ${Math.ceil(seconds)} s`;
}

/**
 * Says now and then how long the next call of many waits for a rate limit: an event with --json, a line with --verbose.
 * @param waitSeconds as a RateLimiter knows it
 * @param draw called every second, for a line that moves
 * @returns what ends it
 */
export function tellWaits(waitSeconds: () => number, speaker: Speaker, draw: () => void): () => void {
  let told = Number.NEGATIVE_INFINITY;
  const timer = setInterval(() => {
    draw();
    const seconds = waitSeconds();
    const words = describeWait(seconds);
    if (words === undefined || performance.now() - told < TELL_EVERY_MS) return;
    told = performance.now();
    speaker.event({ type: 'rate-limit-wait', seconds: Math.ceil(seconds) });
    speaker.detail(words);
  }, LOOK_EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
