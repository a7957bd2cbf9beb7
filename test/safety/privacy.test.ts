import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { type Model, openModel } from '../../src/model/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import { type WriteReportOptions, writeReport } from '../../src/write-report.ts';
import { DATE } from '../support/read-example.ts';
import { type Script, type ScriptedServer, startScriptedServer } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';
import { nobodyFor, PEOPLE, type Person, partsOf, valuesOf } from './people.ts';
import { LIVES, resumeOf, roleOf } from './resumes.ts';

const KEY = 'sk-privacy-test-0123456789';
const samples = fileURLToPath(new URL('../../../shared/data/resumes/jsonresume/', import.meta.url));

let script: Script = () => ({});
let server: ScriptedServer;
let model: Model;
beforeAll(async () => {
  server = await startScriptedServer((call) => script(call));
  model = await openModel('openai:scripted-model', { apiKey: KEY, baseUrl: server.url });
});
afterAll(() => server.close());

/**
 * A model that draws all findings that quote the resume: wrong employers, degrees, titles and names, and that mends
 * them when told.
 */
function curiousWriter(theCase: Case): Script {
  const sheet = computeFacts(theCase, { resources: builtInResources() });
  const contradict = contradictingWriter(sheet);
  return async (call) => {
    const reply = await contradict(call);
    if (call.purpose === 'repair' || call.section !== 'candidate_profile') return reply;
    const { paragraphs } = reply.content as {
      paragraphs: { sentences: { text: string; facts: string[] }[] }[];
    };
    const lies = [
      '{{candidate.name}} worked at Globex Umbrella as a developer.',
      '{{candidate.name}}, who worked for {{work.1.employer}}, holds a doctorate from {{education.1.institution}}.',
      '{{candidate.name}} is applying for the role of Chief Astronaut at {{work.1.employer}}.',
      'Since January 1999 {{candidate.name}} has led a team of forty at {{work.1.employer}}.',
    ].map((text) => ({ text, facts: ['candidate.name'] }));
    return { content: { paragraphs: [{ sentences: lies }, ...paragraphs] } };
  };
}

/** Every byte that a report sends: bodies and headers, in the order of their sections. */
async function sentFor(theCase: Case, options: WriteReportOptions = {}): Promise<string> {
  const from = server.calls.length;
  script = curiousWriter(theCase);
  const report = await writeReport(theCase, { model, maxRepairs: 1, ...options }).report;
  expect(report.check.summary.errors).toBe(0);
  const calls = server.calls.slice(from);
  expect(calls.length).toBeGreaterThan(SECTIONS.length);
  return calls.map((call) => `${JSON.stringify(call.headers)}\n${call.raw}`).join('\n');
}

async function caseOf(person: Person, index: number): Promise<Case> {
  const inputs = { resume: resumeOf(person, index), role: roleOf(index), date: DATE };
  return (await readCase(inputs)).case;
}

/** A value stands in bytes as it is, or as JSON writes it. */
function holds(sent: string, value: string): boolean {
  const low = lowered(sent);
  return [value, value.toUpperCase(), JSON.stringify(value).slice(1, -1), encodeURIComponent(value)].some(
    (form) => low.includes(form.normalize('NFC').toLowerCase()),
  );
}

const lowTexts = new Map<string, string>();
function lowered(text: string): string {
  const low = lowTexts.get(text) ?? text.normalize('NFC').toLowerCase();
  lowTexts.set(text, low);
  return low;
}

function wordsIn(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  );
}

/** Words that prompts of this life hold whoever lives it: what a twin with another name and address sends. */
const ordinary = new Map<number, Promise<string>>();
function ordinaryFor(index: number): Promise<string> {
  const life = index % LIVES;
  const known = ordinary.get(life) ?? caseOf(nobodyFor(life), life).then((theCase) => sentFor(theCase));
  ordinary.set(life, known);
  return known;
}

/** The facts as they were sent, a line each. */
function factsIn(sent: string): string[] {
  return sent.split('\\n').filter((line) => /^[a-z][\w.-]* = /.test(line));
}

describe('no byte of any request holds a personal value', () => {
  it('is asked of fifty people', () => expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(50));

  it.each(PEOPLE.map((person, index) => [person.name, person, index] as const))(
    '%s',
    async (_, person, index) => {
      const twin = await ordinaryFor(index);
      const said = wordsIn(twin);
      const sent = await sentFor(await caseOf(person, index));
      const words = wordsIn(sent);
      const whole = valuesOf(person).filter((value) => holds(sent, value) && !holds(twin, value));
      const parts = partsOf(person).filter((part) => {
        const forms = [part, part.toUpperCase()].map((form) => form.normalize('NFC').toLowerCase());
        return forms.some((form) => words.has(form) && !said.has(form));
      });
      expect({ whole, parts }).toEqual({ whole: [], parts: [] });
      // Whoever has the same life sends the same facts, word by word.
      expect(factsIn(sent).length).toBeGreaterThan(100);
      const theirs = new Set(factsIn(twin));
      expect(factsIn(sent).filter((line) => !theirs.has(line))).toEqual([]);
    },
  );

  it('sees that the prompts would hold them, were they shown', async () => {
    const person = PEOPLE[6] as Person;
    const sent = await sentFor(await caseOf(person, 6), { shareNames: true });
    expect(holds(sent, person.name)).toBe(true);
    expect(holds(sent, person.employers[0])).toBe(true);
    expect(holds(sent, person.school)).toBe(true);
  });

  it('shows no contact, address or name of another person even with shareNames', async () => {
    for (const [index, person] of PEOPLE.entries()) {
      if (index % 6 !== 1) continue;
      const sent = await sentFor(await caseOf(person, index), { shareNames: true });
      const { email, phone, address, postalCode, city, url, username, reference } = person;
      const shown = [email, phone, address, postalCode, city, url, username, reference].filter((value) =>
        holds(sent, value),
      );
      expect(shown).toEqual([]);
    }
  });
});

describe.skipIf(!existsSync(samples))('real samples (skipped where ../shared/data/resumes is absent)', () => {
  const files = existsSync(samples)
    ? readdirSync(samples).filter((file) => file.endsWith('.resume.json'))
    : [];

  it.each(files)('%s', async (file) => {
    const resume = JSON.parse(readFileSync(samples + file, 'utf8'));
    const { case: theCase } = await readCase({ resume, role: roleOf(0), date: DATE });
    const sent = await sentFor({
      ...theCase,
      // The script needs a skill that is met.
      resume: { ...theCase.resume, skills: [...(theCase.resume.skills ?? []), { name: 'Python' } as never] },
    });
    const {
      basics,
      work = [],
      education = [],
      references = [],
      volunteer = [],
      interests = [],
    } = theCase.resume;
    const values = [
      basics?.name,
      ...(basics?.name?.split(' ') ?? []),
      basics?.email,
      basics?.phone,
      basics?.url,
      basics?.summary,
      basics?.location?.address,
      basics?.location?.city,
      ...(basics?.profiles ?? []).flatMap(({ url, username }) => [url, username]),
      ...work.flatMap(({ name, url, summary, highlights = [] }) => [name, url, summary, ...highlights]),
      ...volunteer.flatMap(({ organization, url, highlights = [] }) => [organization, url, ...highlights]),
      ...education.flatMap(({ institution, url }) => [institution, url]),
      ...references.flatMap(({ name, reference }) => [name, reference]),
      ...interests.map(({ name }) => name),
    ].filter((value) => value !== undefined && value.length > 2) as string[];
    expect(values.length).toBeGreaterThan(8);
    expect(values.filter((value) => holds(sent, value))).toEqual([]);
  });
});
