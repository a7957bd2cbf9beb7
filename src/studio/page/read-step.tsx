import { useEffect, useRef } from 'preact/hooks';
import type { ReportSection } from '../../../schemas/report.ts';
import { placeKey } from '../apply-edits.ts';
import { Notice } from './notice.tsx';
import { ReportTable } from './report-table.tsx';
import { SentenceView } from './sentence-view.tsx';
import type { StepProps } from './step-props.ts';
import type { Edits } from './use-edits.ts';

/** Step 4: the report as it will be read; any sentence opens for editing, and is checked as it is typed. */
export function ReadStep({ heading, edits, onNext }: StepProps & { edits: Edits; onNext: () => void }) {
  const { report, wrong } = edits;
  const article = useRef<HTMLElement>(null);
  const { open } = edits;
  // For the mouse the whole sentence is a place to click; for the keyboard there is the pencil behind it.
  useEffect(() => {
    const root = article.current;
    const click = (event: MouseEvent) => {
      const place = event.target instanceof Element ? event.target.closest('[data-place]') : null;
      const [section, block, sentence] = place?.getAttribute('data-place')?.split('.').map(Number) ?? [];
      if (section === undefined || block === undefined || sentence === undefined) return;
      if (getSelection()?.isCollapsed) open({ section, block, sentence });
    };
    root?.addEventListener('click', click);
    return () => root?.removeEventListener('click', click);
  }, [open]);
  if (!report) return null;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Read it, and make it yours
      </h1>
      <p class="lead">
        Click a sentence, or its pencil, to rewrite it. It is held against the facts while you type, here in
        this page.
      </p>
      <EditsSummary edits={edits} />
      <article class="sheet" ref={article} aria-label={report.title}>
        <p class="sheet-title">{report.title}</p>
        {report.sections.map((section, at) => (
          <section key={section.id} aria-labelledby={`read-${section.id}`}>
            <h2 id={`read-${section.id}`}>{section.title}</h2>
            {section.blocks.map((block, index) => (
              <Block
                key={placeKey({ section: at, block: index, sentence: 0 })}
                {...{ block, at, index, edits }}
              />
            ))}
          </section>
        ))}
      </article>
      <div class="actions">
        <span class="soft">
          {wrong.length > 0 && 'Sentences that contradict the facts have to be mended first.'}
        </span>
        <button type="button" class="main" onClick={onNext}>
          Download it
        </button>
      </div>
    </>
  );
}

function Block({
  block,
  at,
  index,
  edits,
}: {
  block: ReportSection['blocks'][number];
  at: number;
  index: number;
  edits: Edits;
}) {
  if (block.kind === 'table') return <ReportTable table={block} />;
  return (
    // Not a paragraph: an open editor stands within it.
    <div class="paragraph">
      {block.sentences.map((sentence, number) => (
        <SentenceView
          key={placeKey({ section: at, block: index, sentence: number })}
          place={{ section: at, block: index, sentence: number }}
          sentence={sentence}
          edits={edits}
        />
      ))}
    </div>
  );
}

/** What was changed, and what is wrong with it; read out when it changes. */
function EditsSummary({ edits }: { edits: Edits }) {
  const { wrong, checking } = edits;
  const count = edits.edits.length;
  const changed = count === 1 ? 'One sentence is changed.' : `${count} sentences are changed.`;
  if (wrong.length === 0)
    return (
      <Notice kind={count === 0 ? 'info' : 'good'}>
        {count > 0 && `${changed} `}
        {checking ? 'Checking …' : 'No sentence contradicts the facts.'}
      </Notice>
    );
  return (
    <Notice
      kind="warning"
      title={
        wrong.length === 1
          ? 'One sentence contradicts the facts'
          : `${wrong.length} sentences contradict the facts`
      }
    >
      <ul>
        {wrong.map((one) => (
          <li key={one.key}>
            {one.place ? (
              <button type="button" class="link" onClick={() => edits.open(one.place)}>
                {one.sectionTitle}: {shorten(one.text)}
              </button>
            ) : (
              `${one.sectionTitle}: ${shorten(one.text)}`
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 89).toWellFormed()}…` : text;
}
