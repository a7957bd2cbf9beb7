import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Case, Resume } from '../../schemas/index.ts';
import { loadPromptSet, privacyOf } from '../../src/draft/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { fromFunction } from '../../src/model/index.ts';
import { recordReplies } from '../../src/record/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { writeReport } from '../../src/write-report.ts';
import { DATE } from '../support/read-example.ts';
import type { Script } from '../support/scripted-server.ts';
import { contradictingWriter } from '../support/scripted-writer.ts';
import { PEOPLE, type Person, partsOf, valuesOf } from './people.ts';
import { resumeOf, roleOf } from './resumes.ts';

const resume: Resume = {
  basics: {
    name: 'José Will Ångström-Weiß',
    email: 'jo@post.example',
    phone: '(206) 555-0142',
    url: 'https://www.jaw.example/',
    location: { address: '12 Elm Row', city: 'Graz', region: 'OR' },
    profiles: [{ username: 'jawcoder', url: 'https://forge.example/jawcoder' }],
  },
  work: [
    { name: 'Salesforce', position: 'Admin' },
    { name: 'Bank of Tolliver Ltd', position: 'Clerk' },
  ],
  education: [{ institution: 'Oxley University of Applied Sciences' }],
  references: [{ name: 'Mara Quist' }],
};
const theCase: Case = {
  resume,
  role: { title: 'Clerk', skills: [{ name: 'Salesforce', tier: 'core' }] },
  date: DATE,
};
const sheet = computeFacts(theCase);
const privacy = privacyOf(sheet, { resume });

describe('free text of a resume', () => {
  it.each([
    ['a name in another order and case', 'WEISS, JOSE: developer', '[name]: developer'],
    ['a name without its marks', 'Jose Angstrom, nurse', '[name], nurse'],
    ['a name that is a word, in capitals or not', 'Will, who will lead', '[name], who [name] lead'],
    ['a name once where it stands twice in a row', 'Will José', '[name]'],
    ['an employer by its telling word', 'Clerk at Tolliver', 'Clerk at [employer]'],
    ['an employer that is a skill too', 'Salesforce Administrator', '[employer] Administrator'],
    ['no everyday word of an employer', 'Bank Clerk', 'Bank Clerk'],
    ['a school', 'BSc (Oxley University of Applied Sciences)', 'BSc ([school])'],
    ['no everyday word of a school', 'Applied Sciences', 'Applied Sciences'],
    ['mail, whoever’s it is', 'ask me+x@other.example', 'ask [mail]'],
    ['the phone number in another spelling', 'call 206.555.0142 now', 'call [phone] now'],
    ['a phone number of somebody else', 'call +49 170 1234567', 'call [phone]'],
    ['no years', 'Clerk 2018-2022', 'Clerk 2018-2022'],
    ['no standard', 'Auditor ISO 27001:2022, 802.11', 'Auditor ISO 27001:2022, 802.11'],
    [
      'addresses of the web',
      'see jaw.example or forge.example/jawcoder or www.x.org/y',
      'see [link] or [link] or [link]',
    ],
    ['a user name', 'jawcoder, tester', '[user], tester'],
    ['a place', 'Clerk in Graz, OR', 'Clerk in [place]'],
    ['no word that is a place in capitals only', 'Clerk or teller', 'Clerk or teller'],
    ['other people', 'Assistant to Mara Quist', 'Assistant to [name]'],
    ['nothing of other scripts by mistake', 'Node.js/React, C++/C#, CI/CD', 'Node.js/React, C++/C#, CI/CD'],
  ])('loses %s', (_, text, hidden) => expect(privacy.hide(text)).toBe(hidden));

  it('keeps names of the candidate, employers and schools with shareNames, and nothing else', () => {
    const shared = privacyOf(sheet, { resume, shareNames: true });
    expect(shared.hide('José at Tolliver, Graz, Mara Quist, jo@post.example')).toBe(
      'José at Tolliver, [place], [name], [mail]',
    );
  });

  it('is known from the sheet alone as far as names go', () =>
    expect(privacyOf(sheet).hide('José, Tolliver, Oxley, x@y.example')).toBe(
      '[name], [employer], [school], [mail]',
    ));
});

describe('a finding that goes back to the model', () => {
  it.each([
    [
      'Unexpected employer "Globex", expected Salesforce; Bank of Tolliver Ltd',
      'Unexpected employer "Globex", expected Salesforce; [employer]',
    ],
    ['Unexpected "José Will Ångström-Weiß lacks Salesforce"', 'Unexpected "[name] lacks Salesforce"'],
    ['Unexpected claim, which will not do', 'Unexpected claim, which will not do'],
  ])('%s', (text, hidden) => expect(privacy.hideQuoted(text)).toBe(hidden));
});

describe.each(['slots', 'cited', 'plain'] as const)('the prompts of the style %s', (style) => {
  it('and what is recorded of them hold no personal value', async () => {
    const person = PEOPLE[6] as Person;
    const { case: read } = await readCase({ resume: resumeOf(person, 6), role: roleOf(6), date: DATE });
    const writer = contradictingWriter(computeFacts(read, { resources: builtInResources() }));
    const sent: string[] = [];
    const model = fromFunction('spy', async (request) => {
      sent.push(JSON.stringify(request));
      const { purpose } = request;
      const section = request.section.replaceAll('-', '_');
      const { content } = await writer({ purpose, section } as Parameters<Script>[0]);
      if (style !== 'plain') return JSON.stringify(content);
      if (purpose === 'repair') return JSON.stringify({ sentences: [{ id: 1, text: '' }] });
      return JSON.stringify({ text: '{{candidate.name}} worked at Globex. {{candidate.name}} lacks SEO.' });
    });
    const dir = mkdtempSync(join(tmpdir(), 'gapwright-recording-'));
    try {
      const prompts = await loadPromptSet({ style });
      const recorded = recordReplies(model, dir, { prompts: [] });
      await writeReport(read, { model: recorded, prompts, maxRepairs: 1 }).report;
      const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(files.length).toBeGreaterThan(5);
      const bytes = [
        ...sent,
        ...files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
      ];
      const low = bytes.join('\n').toLowerCase();
      const found = [...valuesOf(person), ...partsOf(person)].filter((value) =>
        low.includes(value.toLowerCase()),
      );
      // The words of every address.
      expect(found.filter((value) => !['https', 'example', 'mail', 'about'].includes(value))).toEqual([]);
      expect(sent.length).toBeGreaterThan(6);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});
