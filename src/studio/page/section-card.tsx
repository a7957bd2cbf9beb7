import type { Report } from '../../../schemas/report.ts';
import type { SectionProgress } from './progress.ts';

const STATES: Readonly<Record<SectionProgress['state'], string>> = {
  waiting: 'Waiting',
  drafting: 'Being written',
  checking: 'Being checked',
  repairing: 'Being corrected',
  done: 'Checked',
};

/** One section on its way: how far it is, what was found, and its text when it is there. */
export function SectionCard({ section, report }: { section: SectionProgress; report: Report | undefined }) {
  const { id, title, state, characters, told, sentences } = section;
  const findings = told.filter(({ kind }) => kind === 'finding').length;
  return (
    <li class={`section-card ${state}`}>
      <div class="section-head">
        <h2>{title}</h2>
        <p class="state">
          <span class="dot" aria-hidden="true" />
          {STATES[state]}
          {state === 'drafting' && characters > 0 && ` (${characters} characters)`}
        </p>
      </div>
      {sentences && <p class="soft">{writers(sentences)}</p>}
      {told.length > 0 && (
        <details open={state !== 'done'}>
          <summary>
            {findings > 0
              ? `${findings} ${findings === 1 ? 'place' : 'places'} found wrong on the way`
              : 'What happened on the way'}
          </summary>
          <ul class="told">
            {told.map(({ at, kind, text }) => (
              <li key={at} class={kind === 'finding' ? 'wrong' : kind}>
                {text}
              </li>
            ))}
          </ul>
        </details>
      )}
      {textOf(section, report).map((paragraph) => (
        <p key={paragraph} class="written">
          {paragraph}
        </p>
      ))}
      {state === 'drafting' && <div class="shimmer" aria-hidden="true" data-section={id} />}
    </li>
  );
}

/** As it came; else, as the finished report has it. */
function textOf({ id, paragraphs }: SectionProgress, report: Report | undefined): readonly string[] {
  const blocks = report?.sections.find((one) => one.id === id)?.blocks;
  if (!blocks) return paragraphs;
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.sentences.map(({ text }) => text).join(' ')] : [],
  );
}

function writers({ model, repaired, offline }: NonNullable<SectionProgress['sentences']>): string {
  const parts = [
    ...(model > 0 ? [`${model} by the model`] : []),
    ...(repaired > 0 ? [`${repaired} corrected by it`] : []),
    ...(offline > 0 ? [`${offline} without the model`] : []),
  ];
  return `Sentences: ${parts.join(', ')}.`;
}
