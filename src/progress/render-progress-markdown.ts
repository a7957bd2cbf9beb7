import { markdownTable } from 'markdown-table';
import type { Progress } from '../../schemas/index.ts';

const WORDS: Readonly<Record<Progress['skills'][number]['change'], string>> = {
  closed: 'closed',
  nearer: 'nearer',
  opened: 'new gap',
  farther: 'farther',
  asked: 'newly asked for',
  dropped: 'no longer asked for',
  unchanged: 'unchanged',
};

/** Progress as Markdown: the section, then every skill whose state changed, then those that did not. */
export function renderProgressMarkdown({ section, skills }: Progress): string {
  const parts = [`# ${section.title}`, section.sentences.map(({ text }) => quote(text)).join(' ')];
  if (skills.length > 0)
    parts.push(
      markdownTable([
        ['Skill', 'Change', 'Before', 'After'],
        ...skills.map(({ name, change, before, after }) => [
          quote(name),
          WORDS[change],
          stateOf(before),
          stateOf(after),
        ]),
      ]),
    );
  return `${parts.join('\n\n')}\n`;
}

function stateOf(state: Progress['skills'][number]['after']): string {
  if (!state) return 'not asked for';
  const { tier, status, levelHeld, levelAsked } = state;
  const level =
    status === 'missing'
      ? levelAsked === null
        ? ''
        : `, ${levelAsked} asked`
      : `, ${levelHeld ?? 'level not known'}${levelAsked === null ? '' : ` of ${levelAsked}`}`;
  return `${status} (${tier}${level})`;
}

/** Names come from inputs: nothing in them is markup. */
const quote = (text: string) => text.replace(/[\\`*_{}[\]<>#|~&!]/g, '\\$&').replace(/\s+/g, ' ');
