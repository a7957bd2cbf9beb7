import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Case, FactSheet } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { openModel } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';
import { scriptOf, serverProfiles } from './server-profiles.ts';

let theCase: Case;
let sheet: FactSheet;
beforeAll(async () => {
  theCase = await readExample('nurse');
  sheet = computeFacts(theCase, { resources: builtInResources() });
});

describe.each(serverProfiles)('$name', (profile) => {
  it('gives a report by the model, a repair in each section, none written offline', async () => {
    const server = await startScriptedServer(scriptOf(profile, contradictingWriter(sheet)), {
      ...(profile.basePath !== undefined && { basePath: profile.basePath }),
    });
    try {
      const open = profile.open ?? ((baseUrl: string) => openModel('openai:local', { baseUrl }));
      const model = await open(server.url);
      // One after the other, so that what the first has found out can be counted.
      const report = await writeReport(theCase, { model, concurrency: 1, retry: false, strict: true }).report;
      expect(report.writer.sentences).toMatchObject({ offline: 0, repaired: SECTIONS.length });
      expect(report.check.summary.errors).toBe(0);
      expect(model.form).toBe(profile.form);
      const forms = server.calls.map(
        ({ body }) => body.response_format?.type ?? (body.tools ? 'tool' : 'none'),
      );
      if (profile.tries > 0) {
        expect(forms).toHaveLength(2 * SECTIONS.length + profile.tries - 1);
        expect(new Set(forms.slice(profile.tries))).toEqual(new Set([profile.form]));
      } else {
        // Found out once: after the first section nothing else is tried.
        expect(new Set(forms.slice(-10))).toEqual(new Set([profile.form]));
      }
      const { calls = [], usage } = report.writer;
      expect(calls.some(({ mended }) => mended.length > 0)).toBe(profile.isMended ?? false);
      expect(usage.inputTokens).toBe(900 * usage.calls);
      if (profile.basePath !== undefined) {
        const [call] = server.calls;
        expect(call?.url).toBe(`${profile.basePath}/chat/completions?api-version=2024-10-21`);
        expect(call?.headers['api-key']).toBe('azure-key-0123456789');
      }
    } finally {
      await server.close();
    }
  });
});

it('docs/models.md lists the servers that are imitated', () => {
  const text = readFileSync(fileURLToPath(new URL('../../docs/models.md', import.meta.url)), 'utf8');
  for (const { name } of serverProfiles) expect(text).toContain(`| ${name} |`);
});
