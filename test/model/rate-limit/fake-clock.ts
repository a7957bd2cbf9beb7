import type { Clock } from '../../../src/model/index.ts';

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  #now = 0;
  #alarms: { at: number; run: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, run: () => void): () => void {
    const alarm = { at: this.#now + ms, run };
    this.#alarms.push(alarm);
    return () => {
      this.#alarms = this.#alarms.filter((other) => other !== alarm);
    };
  }

  get alarms(): number {
    return this.#alarms.length;
  }

  /** Goes to a time, alarm by alarm; whoever wakes has acted before the next one rings. */
  async goTo(time: number): Promise<void> {
    for (;;) {
      await settled();
      const next = this.#alarms.filter(({ at }) => at <= time).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#alarms = this.#alarms.filter((other) => other !== next);
      this.#now = next.at;
      next.run();
    }
    this.#now = Math.max(this.#now, time);
    await settled();
  }

  /** Goes on until no alarm is set. */
  async goOn(): Promise<void> {
    for (;;) {
      await settled();
      const next = Math.min(...this.#alarms.map(({ at }) => at));
      if (next === Number.POSITIVE_INFINITY) return;
      await this.goTo(next);
    }
  }
}

/** Lets promises that are through act. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await undefined;
}
