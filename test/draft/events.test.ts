import { describe, expect, it } from 'vitest';
import { EventStream } from '../../src/draft/index.ts';

async function collect<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of stream) all.push(item);
  return all;
}

describe('EventStream', () => {
  it('keeps what is written before anybody reads, in order', async () => {
    const stream = new EventStream<number>();
    for (const n of [1, 2, 3]) stream.push(n);
    stream.close();
    expect(await collect(stream)).toEqual([1, 2, 3]);
  });

  it('hands on what is written while somebody reads', async () => {
    const stream = new EventStream<number>();
    const all = collect(stream);
    for (const n of [1, 2]) {
      await Promise.resolve();
      stream.push(n);
    }
    stream.close();
    stream.push(3);
    expect(await all).toEqual([1, 2]);
  });
});
