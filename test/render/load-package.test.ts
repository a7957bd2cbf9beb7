import { expect, it } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { loadPackage } from '../../src/render/load-package.ts';

it('gives what loads', async () => {
  expect(await loadPackage('write a PDF', 'typesetter', async () => 'loaded')).toBe('loaded');
});

it('says how to install what does not, with its cause', async () => {
  const cause = new Error('Cannot find package');
  const failed = loadPackage('write a DOCX', 'docx', () => Promise.reject(cause), ['@resvg/resvg-js']);
  await expect(failed).rejects.toThrow(
    new UsageError(
      'cannot write a DOCX: found no package docx that loads here, expected it beside gapwright; install it with: npm install docx @resvg/resvg-js',
    ),
  );
  await expect(failed).rejects.toMatchObject({ cause });
});
