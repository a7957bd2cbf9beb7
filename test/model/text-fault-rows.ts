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
  /** What is done about it. */
  again: string;
  /** Nothing has to be asked again: what is too much is left out. */
  isMended?: true;
}

const draft = (text: string, facts: string[]) => ({ paragraphs: [{ sentences: [{ text, facts }] }] });

const WITH_REASON = 'yes, with the reason';
const WITH_FINDINGS = 'yes, the faulty sentences with their findings';

export const textFaultRows: readonly TextFaultRow[] = [
  {
    name: 'prose in the place of JSON',
    again: WITH_REASON,
    content: () => 'Blurb: the candidate is fine.',
    mark: /Blurb/,
  },
  {
    name: 'half of the JSON',
    again: WITH_REASON,
    content: () => '{"paragraphs":[{"sentences":[{"text":"Blurb',
    mark: /Blurb/,
  },
  {
    name: 'valid JSON of a wrong shape',
    again: WITH_REASON,
    content: () => ({ sections: [{ body: 'Blurb.' }] }),
    mark: /Blurb/,
  },
  {
    name: '100 KB of prose',
    again: WITH_REASON,
    content: () => 'Blurb and more. '.repeat(6400),
    mark: /Blurb/,
  },
  {
    name: 'unknown fact ids',
    again: WITH_FINDINGS,
    content: () => draft('Blurb is known.', ['skill.blurb.status']),
    mark: /Blurb/,
  },
  {
    name: 'slots that do not exist',
    again: WITH_FINDINGS,
    content: () => draft('The level is {{skill.blurb.level}}.', ['skill.blurb.level']),
    mark: /blurb/,
  },
  {
    name: 'an echo of the prompt',
    again: WITH_REASON,
    content: ({ body }) => body.messages.at(-1)?.content ?? '',
    mark: /JSON|\{\{/,
  },
  {
    name: 'the text of another section',
    again: WITH_FINDINGS,
    content: (call, sheet) => {
      const other = SECTIONS.find(({ id }) => id !== sectionOf(call).id && id !== 'executive-summary');
      return perfectDraft(other ?? sectionOf(call), sheet);
    },
    mark: /\{\{/,
  },
  {
    name: 'another language',
    again: WITH_FINDINGS,
    content: (_, sheet) => {
      const [met] = sheet.skills.filter(({ status }) => status === 'met');
      const cited = [`skill.${met?.id}.status`];
      return draft(
        `Der Kandidat beherrscht ${met?.name} und die übrigen Kenntnisse sind auch vorhanden.`,
        cited,
      );
    },
    mark: /Kandidat/,
  },
  {
    name: 'the section twice over',
    again: 'no: what was said before is left out',
    content: (call, sheet) => {
      const once = perfectDraft(sectionOf(call), sheet);
      return { paragraphs: [...once.paragraphs, ...once.paragraphs, ...once.paragraphs] };
    },
    mark: /\{\{/,
    isMended: true,
  },
  {
    name: 'the same sentence many times',
    again: 'yes, for what is missing; what was said before is left out',
    content: (call, sheet) => {
      const [first] = perfectDraft(sectionOf(call), sheet).paragraphs;
      return { paragraphs: Array.from({ length: 200 }, () => first) };
    },
    mark: /\{\{/,
  },
];
