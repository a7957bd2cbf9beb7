import type { FactSheet } from '../../schemas/index.ts';
import { SECTIONS } from '../../src/sections/index.ts';
import type { ScriptedCall } from '../support/scripted-server.ts';
import { perfectDraft, sectionOf } from '../support/scripted-writer.ts';

/** What a model may write although every endpoint in between works. */
export interface TextFaultRow {
  name: string;
  content: (call: ScriptedCall, sheet: FactSheet) => string | object;
  /** What must not be in the report. */
  mark: RegExp;
}

const draft = (text: string, facts: string[]) => ({ paragraphs: [{ sentences: [{ text, facts }] }] });

export const textFaultRows: readonly TextFaultRow[] = [
  { name: 'prose in the place of JSON', content: () => 'Blurb: the candidate is fine.', mark: /Blurb/ },
  { name: 'half of the JSON', content: () => '{"paragraphs":[{"sentences":[{"text":"Blurb', mark: /Blurb/ },
  {
    name: 'valid JSON of a wrong shape',
    content: () => ({ sections: [{ body: 'Blurb.' }] }),
    mark: /Blurb/,
  },
  { name: '100 KB of prose', content: () => 'Blurb and more. '.repeat(6400), mark: /Blurb/ },
  {
    name: 'unknown fact ids',
    content: () => draft('Blurb is known.', ['skill.blurb.status']),
    mark: /Blurb/,
  },
  {
    name: 'slots that do not exist',
    content: () => draft('The level is {{skill.blurb.level}}.', ['skill.blurb.level']),
    mark: /blurb/,
  },
  {
    name: 'an echo of the prompt',
    content: ({ body }) => body.messages.at(-1)?.content ?? '',
    mark: /JSON|\{\{/,
  },
  {
    name: 'the text of another section',
    content: (call, sheet) => {
      const other = SECTIONS.find(({ id }) => id !== sectionOf(call).id && id !== 'executive-summary');
      return perfectDraft(other ?? sectionOf(call), sheet);
    },
    mark: /\{\{/,
  },
  {
    name: 'the same sentence many times',
    content: (call, sheet) => {
      const [first] = perfectDraft(sectionOf(call), sheet).paragraphs;
      return { paragraphs: Array.from({ length: 200 }, () => first) };
    },
    mark: /\{\{/,
  },
];
