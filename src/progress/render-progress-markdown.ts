import type { Progress } from '../../schemas/index.ts';
import { escapeMarkdown, makeTable, renderMarkdownTable } from '../render/index.ts';

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
  const parts = [`# ${section.title}`, escapeMarkdown(section.sentences.map(({ text }) => text).join(' '))];
  if (skills.length > 0)
    parts.push(
      renderMarkdownTable(
        makeTable(
          'skills',
          [
            ['Skill', 'Change', 'Before', 'After'],
            ...skills.map(({ name, change, before, after }) => [
              name,
              WORDS[change],
              stateOf(before),
              stateOf(after),
            ]),
          ],
          'left',
        ),
      ),
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
