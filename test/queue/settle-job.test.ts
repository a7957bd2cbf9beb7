import { describe, expect, it } from 'vitest';
import {
  AbortedError,
  InputError,
  ModelError,
  OutputError,
  ReportError,
  UsageError,
} from '../../src/errors.ts';
import { judgeFault, nameFault, strictFor, UnfitError } from '../../src/queue/settle-job.ts';

const job = (attemptsMade: number, attemptsStarted = attemptsMade + 1) => ({
  attemptsMade,
  attemptsStarted,
  opts: { attempts: 3 },
});
const [first, last] = [job(0), job(2)];
const model = (fault: ConstructorParameters<typeof ModelError>[0]) =>
  new ModelError(fault, `it was ${fault}`);

describe('what becomes of a job whose work threw', () => {
  it.each<[string, unknown, ReturnType<typeof job>, ReturnType<typeof judgeFault>]>([
    ['a stop', new AbortedError(), last, 'hand-back'],
    ['a wrong store', new UnfitError('another store'), first, 'unfit'],
    ['a refused key', model('auth'), last, 'unfit'],
    ['no quota', model('quota'), first, 'unfit'],
    ['a used-up budget', model('budget'), first, 'unfit'],
    ['a missing package', model('missing-package'), first, 'unfit'],
    ['a store that fails', new OutputError('disk full'), last, 'no-store'],
    ['a limit of the provider', model('rate-limit'), last, 'limited'],
    ['the same for the hundredth time', model('rate-limit'), job(0, 100), 'retry'],
    ['a server that is down', model('server'), first, 'retry'],
    ['the same at the last try', model('server'), last, 'fail'],
    ['an unknown model', model('not-found'), first, 'fail'],
    ['a reply of no use', model('invalid-reply'), first, 'fail'],
    ['a wrong input', new InputError('r.json', 'no resume'), first, 'fail'],
    ['a contradiction', new ReportError('contradicts', []), first, 'fail'],
    ['a wrong entry in the store', new UsageError('no section'), first, 'fail'],
    ['a fault of our own', new TypeError('x is undefined'), first, 'retry'],
    ['the same at the last try', new TypeError('x is undefined'), last, 'fail'],
  ])('%s', (_, error, tries, verdict) => {
    expect(judgeFault(error, { job: tries, stopping: false })).toBe(verdict);
  });

  it('whatever it is, when the worker ends it is handed back', () => {
    expect(judgeFault(model('server'), { job: last, stopping: true })).toBe('hand-back');
  });
});

it('lets the offline writer in at the last try only, and never for a limit or a key', () => {
  expect(strictFor(first)).toEqual(
    expect.arrayContaining(['server', 'network', 'timeout', 'rate-limit', 'auth']),
  );
  expect(strictFor(last)).toEqual(expect.arrayContaining(['rate-limit', 'auth', 'quota']));
  expect(strictFor(last)).not.toContain('server');
});

it('tells Redis the kind of an error and no word of its message', () => {
  expect(nameFault(model('server'))).toBe('server');
  expect(nameFault(new ReportError('Amara lacks Excel', []))).toBe('ReportError');
  expect(nameFault(new TypeError('Amara is undefined'))).toBe('a fault of gapwright itself');
});
