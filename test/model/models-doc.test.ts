import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { outputForms } from '../../src/model/endpoint-traits.ts';
import { providers } from '../../src/model/index.ts';

const text = readFileSync(fileURLToPath(new URL('../../docs/models.md', import.meta.url)), 'utf8');

it.each(providers.map(({ prefix, package: name }) => [prefix, name]))(
  'docs/models.md has a row for %s',
  (prefix, name) => {
    expect(text).toMatch(new RegExp(`^\\| \`${prefix}:<\\w+>\` \\| \`${name}\``, 'm'));
  },
);

it('docs/models.md has the forms in their order', () => {
  expect([...text.matchAll(/^\| `(json_\w+|tool|none)` \|/gm)].map(([, form]) => form)).toEqual([
    ...outputForms,
  ]);
});
