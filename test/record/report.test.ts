import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { computeFacts } from '../../src/facts/index.ts';
import { type Model, openModel } from '../../src/model/index.ts';
import { recordReplies, replayReplies } from '../../src/record/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { writeReport } from '../../src/write-report.ts';
import { readExample } from '../support/read-example.ts';
import { startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gapwright-record-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

it('replays a whole report with its repairs, and the recording holds nothing personal', async () => {
  const theCase = await readExample('ai-engineer');
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  const server = await startScriptedServer(contradictingWriter(sheet));
  const write = (model: Model) => writeReport(theCase, { model, strict: true }).report;
  const model = await openModel('openai:m', { apiKey: 'sk-secret-0123456789', baseUrl: server.url });
  const recorded = await write(recordReplies(model, dir));
  await server.close();
  expect(recorded.writer.sentences.repaired).toBeGreaterThan(0);

  expect(await write(replayReplies('openai:m', dir))).toEqual(recorded);
  const names = await readdir(dir);
  expect(names).toHaveLength(server.calls.length);

  const written = (await Promise.all(names.map((name) => readFile(join(dir, name), 'utf8')))).join('\n');
  const { basics, work = [] } = theCase.resume;
  const personal = [basics?.name, basics?.email, basics?.phone, ...work.map((job) => job.name)].filter(
    (text) => text !== undefined,
  );
  expect(personal.length).toBeGreaterThan(1);
  for (const text of [...personal, 'sk-secret']) expect(written).not.toContain(text);
});
