import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { parseQueueAddress } from '../../src/queue/index.ts';

describe('the address of a queue', () => {
  it.each([
    ['redis://localhost', 'redis://localhost:6379'],
    ['redis://127.0.0.1:7000/2', 'redis://127.0.0.1:7000/2'],
    ['rediss://user:pa%40ss@redis.example:6380', 'rediss://redis.example:6380'],
    ['redis://:secret@[::1]:6379/', 'redis://[::1]:6379'],
  ])('%s is told as %s', (address, shown) => {
    expect(parseQueueAddress(address)).toEqual({ url: address, password: undefined, shown });
    expect(parseQueueAddress(address, { password: 'p' })).toMatchObject({ password: 'p' });
  });

  it.each([
    'localhost:6379',
    'http://user:secret@redis.example',
    'redis://',
    'redis://user:secret@host:port',
    'redis://user:secret@host/name',
    'user:secret@host',
    'unix:///run/redis?password=secret',
  ])('%s is none, and its secret is not repeated', (address) => {
    const parse = () => parseQueueAddress(address);
    expect(parse).toThrow(UsageError);
    expect(parse).toThrow('expected the address of a Redis server');
    expect(parse).not.toThrow('secret');
  });
});
