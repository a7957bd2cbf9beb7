import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { markdownTable } from 'markdown-table';
import { expect, it } from 'vitest';
import { breakerDefaults } from '../../src/model/with-breaker.ts';
import { retryDefaults } from '../../src/model/with-retries.ts';
import { faultRows } from './fault-rows.ts';
import { textFaultRows } from './text-fault-rows.ts';

const file = fileURLToPath(new URL('../../docs/reliability.md', import.meta.url));

const table = markdownTable([
  ['what happens', 'called', 'asked again?'],
  ...faultRows.map(({ name, fault, retryable, again }) => [
    name,
    `\`${fault}\``,
    again ?? (retryable ? 'yes' : 'no'),
  ]),
  // As what it writes is called under --strict.
  ...textFaultRows.map(({ name, again, isMended }) => [name, isMended ? '' : '`invalid-reply`', again]),
]);

it('docs/reliability.md lists the faults that are tested (UPDATE_GOLDEN=1 writes them)', () => {
  const place = /(<!-- faults -->\n)[\s\S]*?(<!-- \/faults -->)/;
  const text = readFileSync(file, 'utf8');
  expect(text).toMatch(place);
  const fresh = text.replace(place, (_, begin, end) => `${begin}\n${table}\n\n${end}`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, fresh);
  expect(readFileSync(file, 'utf8')).toBe(fresh);
});

it('docs/reliability.md has the numbers that hold', () => {
  const text = readFileSync(file, 'utf8');
  expect(retryDefaults).toEqual({ attempts: 4, firstDelaySeconds: 1, maxDelaySeconds: 60 });
  expect(text).toContain(
    'up to four attempts in all, one, two and four seconds apart, each with up to a second of jitter',
  );
  expect(text).toContain('Retry-After takes the place of our wait, up to a minute');
  expect(breakerDefaults).toEqual({ failures: 8, coolDownSeconds: 30 });
  expect(text).toContain('after eight failures in a row');
  expect(text).toContain('after 30 seconds one is let through');
});
