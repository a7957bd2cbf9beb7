import { useEffect, useRef } from 'preact/hooks';
import type { Sentence } from '../../../schemas/report.ts';
import { type Edit, placeKey } from '../apply-edits.ts';
import { FactList } from './fact-list.tsx';
import { FindingView } from './finding-view.tsx';
import { PencilIcon } from './icons.tsx';
import type { Edits } from './use-edits.ts';

type Place = Omit<Edit, 'text'>;

/** A sentence to be read, or, where it is opened, its editor. */
export function SentenceView({ place, sentence, edits }: { place: Place; sentence: Sentence; edits: Edits }) {
  const key = placeKey(place);
  const pencil = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  const isOpen = edits.opened === key;
  useEffect(() => {
    if (wasOpen.current && !isOpen && edits.opened === undefined) pencil.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen, edits.opened]);
  if (isOpen) return <SentenceEditor {...{ place, sentence, edits }} />;
  const text = edits.textAt(place);
  const isWrong = edits.findingsAt(place).some(({ severity }) => severity === 'error');
  const state = isWrong ? 'wrong' : edits.isEdited(place) ? 'edited' : '';
  return (
    <span class="sentence-place">
      <span class={`sentence ${state}`} data-place={key}>
        {text === '' ? <del>{sentence.text}</del> : text}
      </span>
      {state !== '' && (
        <span class={`badge ${state}`}>
          {isWrong ? 'contradicts the facts' : text === '' ? 'taken out' : 'edited'}
        </span>
      )}
      <button type="button" class="pencil" ref={pencil} onClick={() => edits.open(place)}>
        <PencilIcon />
        <span class="unseen">Edit: {text === '' ? sentence.text : text}</span>
      </button>{' '}
    </span>
  );
}

function SentenceEditor({ place, sentence, edits }: { place: Place; sentence: Sentence; edits: Edits }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = `edit-${placeKey(place).replaceAll('.', '-')}`;
  const text = edits.textAt(place);
  const findings = edits.findingsAt(place);
  const report = edits.report;
  const byId = new Map(report?.facts.facts.map((fact) => [fact.id, fact]));
  const facts = sentence.facts.flatMap((fact) => byId.get(fact) ?? []);
  useEffect(() => {
    field.current?.focus();
    field.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    const area = field.current;
    if (!area || text.length < 0) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [text]);
  return (
    <fieldset class="editor" aria-label="Edit a sentence">
      <label for={id}>Sentence</label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={5000}
        value={text}
        aria-invalid={findings.some(({ severity }) => severity === 'error') ? true : undefined}
        aria-describedby={`${id}-findings`}
        onInput={(event) => edits.set(place, event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)) {
            event.preventDefault();
            edits.open(undefined);
          }
        }}
      />
      <div id={`${id}-findings`} class="live" role="status">
        {edits.checking ? (
          <p class="soft">Checking …</p>
        ) : findings.length === 0 ? (
          <p class="fine">{edits.isEdited(place) ? edits.read(text) : 'As it was written and checked.'}</p>
        ) : (
          findings.map((finding) => (
            <FindingView
              key={`${finding.rule}${finding.start}${finding.subject}`}
              finding={finding}
              facts={byId}
            />
          ))
        )}
      </div>
      {facts.length > 0 && (
        <details>
          <summary>The facts that it was written from ({facts.length})</summary>
          <FactList facts={facts} />
        </details>
      )}
      <div class="inline">
        <button type="button" class="main" onClick={() => edits.open(undefined)}>
          Done
        </button>
        <button
          type="button"
          class="quiet"
          disabled={!edits.isEdited(place)}
          onClick={() => {
            edits.reset(place);
            field.current?.focus();
          }}
        >
          As it was
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            edits.set(place, '');
            edits.open(undefined);
          }}
        >
          Take it out
        </button>
      </div>
    </fieldset>
  );
}
