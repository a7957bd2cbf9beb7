import { useRef, useState } from 'preact/hooks';
import type { Style } from '../../sections/style.ts';
import type { Written } from './app.tsx';
import { Notice } from './notice.tsx';
import { advance, NO_PROGRESS, type Progress, sayProgress } from './progress.ts';
import { type ResumeDraft, toResume } from './resume-draft.ts';
import { type RoleDraft, toRole } from './role-draft.ts';
import { SectionCard } from './section-card.tsx';
import type { StepProps } from './step-props.ts';

const READERS: Readonly<Record<Style['reader'], string>> = {
  coach: 'A coach',
  candidate: 'The person herself or himself',
  employer: 'The employer',
};

/** Step 3: a few choices, then the sections as they are written and checked. */
export function WriteStep({
  api,
  start,
  heading,
  resume,
  role,
  written,
  edited,
  onWritten,
  onNext,
}: StepProps & {
  resume: ResumeDraft;
  role: RoleDraft;
  written: Written | undefined;
  /** How many sentences were edited, and would be lost. */
  edited: number;
  onWritten: (written: Written | undefined) => void;
  onNext: () => void;
}) {
  const [writer, setWriter] = useState<'model' | 'offline'>(start.model === 'offline' ? 'offline' : 'model');
  const [pronoun, setPronoun] = useState(start.style.pronoun);
  const [reader, setReader] = useState(start.style.reader);
  const [hours, setHours] = useState(String(start.hoursPerWeek));
  const [progress, setProgress] = useState<Progress>();
  const [failed, setFailed] = useState('');
  const [job, setJob] = useState('');
  const live = useRef<Progress>(NO_PROGRESS);
  const running = job !== '';
  const hoursPerWeek = Number(hours.replace(',', '.'));
  const hoursFault = !(hoursPerWeek > 0 && hoursPerWeek <= 168);

  const write = async () => {
    setFailed('');
    onWritten(undefined);
    live.current = NO_PROGRESS;
    setProgress(live.current);
    try {
      const order = { resume: toResume(resume), role: toRole(role), writer, pronoun, reader, hoursPerWeek };
      const { id } = await api.begin(order);
      setJob(id);
      await api.follow(id, (event) => {
        live.current = advance(live.current, event);
        setProgress(live.current);
      });
      if (live.current.end === 'done') onWritten({ id, report: await api.report(id) });
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      setJob('');
    }
  };
  const end = progress?.end;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Write the report
      </h1>
      <p class="lead">
        The facts about {resume.name || 'the resume'} and the role {role.title} are computed. Now they are put
        into words, and every sentence is held against them.
      </p>
      <form
        class="card"
        aria-labelledby="how-title"
        onSubmit={(event) => {
          event.preventDefault();
          write();
        }}
      >
        <h2 id="how-title">How it is written</h2>
        {start.model !== 'offline' && (
          <fieldset>
            <legend>Who writes</legend>
            {(
              [
                [
                  'model',
                  start.model,
                  start.sharesNames
                    ? 'Sees facts and names, never contacts or the text of the resume'
                    : 'Sees facts, never names, contacts or the text of the resume',
                ],
                ['offline', 'No model', 'Plain sentences by rule, at once; nothing leaves this machine'],
              ] as const
            ).map(([value, title, hint]) => (
              <label class="radio" key={value}>
                <input
                  type="radio"
                  name="writer"
                  value={value}
                  checked={writer === value}
                  disabled={running}
                  onChange={() => setWriter(value)}
                />
                <span>
                  <strong>{title}</strong> <span class="soft">{hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
        )}
        <div class="fields">
          <div class="field">
            <label for="reader">Who will read it</label>
            <select
              id="reader"
              value={reader}
              disabled={running}
              onChange={(event) => setReader(event.currentTarget.value as Style['reader'])}
            >
              {start.readers.map((one) => (
                <option key={one} value={one}>
                  {READERS[one]}
                </option>
              ))}
            </select>
          </div>
          <div class="field">
            <label for="pronoun">Pronoun</label>
            <select
              id="pronoun"
              value={pronoun}
              disabled={running}
              onChange={(event) => setPronoun(event.currentTarget.value as Style['pronoun'])}
            >
              {start.pronouns.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </select>
          </div>
          <div class="field narrow">
            <label for="hours">Hours of study a week</label>
            <input
              id="hours"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              value={hours}
              disabled={running}
              aria-invalid={hoursFault ? true : undefined}
              aria-describedby={hoursFault ? 'hours-fault' : undefined}
              onInput={(event) => setHours(event.currentTarget.value)}
            />
            {hoursFault && (
              <span class="fault" id="hours-fault">
                A number above 0, at most 168
              </span>
            )}
          </div>
        </div>
        {edited > 0 && (
          <Notice kind="warning">
            {edited === 1 ? 'One edited sentence' : `${edited} edited sentences`} will be lost when it is
            written again.
          </Notice>
        )}
        <div class="inline">
          <button type="submit" class={written ? '' : 'main'} disabled={running || hoursFault}>
            {running ? 'Writing …' : written || end ? 'Write it again' : 'Write the report'}
          </button>
          {running && (
            <button type="button" class="quiet" onClick={() => api.cancel(job).catch(() => undefined)}>
              Stop
            </button>
          )}
        </div>
      </form>
      <p class="unseen" role="status">
        {progress && sayProgress(progress)}
      </p>
      {failed !== '' && <Notice kind="error">{failed}</Notice>}
      {typeof end === 'object' && (
        <Notice kind="error" title="The report could not be written">
          {end.failed}
        </Notice>
      )}
      {end === 'cancelled' && (
        <Notice kind="info">The writing was stopped. Nothing is lost but this report.</Notice>
      )}
      {written && (
        <>
          <Notice kind="good" title="Written and checked">
            {total(written)} No sentence contradicts the facts.
          </Notice>
          <div class="actions">
            <span />
            <button type="button" class="main" onClick={onNext}>
              Read and edit it
            </button>
          </div>
        </>
      )}
      {progress && progress.sections.length > 0 && (
        <ol class="sections" aria-label="Sections">
          {progress.sections.map((section) => (
            <SectionCard key={section.id} section={section} report={written?.report} />
          ))}
        </ol>
      )}
    </>
  );
}

function total({ report }: Written): string {
  const { model, repaired, offline } = report.writer.sentences;
  const all = `${model + repaired + offline} sentences were held against ${report.facts.facts.length} facts.`;
  if (report.writer.model === 'offline') return all;
  return `${all} As the model wrote them: ${model}. Corrected by it: ${repaired}. Written without it: ${offline}.`;
}
