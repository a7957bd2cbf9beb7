import type { ExtractionNote, FieldSource } from '../../resume/extraction.ts';
import { parseLevel } from '../../skills/parse-level.ts';
import { levelOptions, levelValue } from './level-options.ts';
import { ListEditor } from './list-editor.tsx';
import { Notice } from './notice.tsx';
import { type ResumeDraft, toResume } from './resume-draft.ts';
import type { StepProps } from './step-props.ts';
import { usePreview } from './use-preview.ts';

/** What was read of a resume, to be put right. */
export function ResumeReview({
  api,
  start,
  heading,
  draft,
  onDraft,
  onNext,
  onOther,
}: StepProps & {
  draft: ResumeDraft;
  onDraft: (draft: ResumeDraft) => void;
  onNext: () => void;
  onOther: () => void;
}) {
  const { read } = draft;
  const wrongDates = [...draft.work, ...draft.education].some(
    ({ startDate, endDate }) => dateFault(startDate ?? '') ?? dateFault(endDate ?? ''),
  );
  const { preview, fault: refused } = usePreview(api, wrongDates ? undefined : toResume(draft));
  const fault = wrongDates ? 'A date is not one: it is marked below.' : refused;
  const doubts = read.fields.filter(({ certainty }) => certainty === 'guess').length;
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        This is what was read
      </h1>
      <p class="lead">
        From <strong>{read.file}</strong>: {counted(draft.skills.length, 'skill')},{' '}
        {counted(draft.work.length, 'job')}
        {preview?.months != null && <>, {years(preview.months)} of work</>}. Correct whatever is wrong: the
        report can only be as right as this.
      </p>
      {fault !== '' && (
        <Notice kind="error" title="This cannot be used yet">
          {fault}
        </Notice>
      )}
      <Doubts
        notes={read.notes}
        warnings={[...read.warnings, ...(preview?.warnings ?? [])]}
        guesses={doubts}
      />

      <section class="card" aria-labelledby="person-title">
        <h2 id="person-title">Person</h2>
        <div class="field">
          <label for="person-name">Name</label>
          <input
            id="person-name"
            type="text"
            autocomplete="off"
            value={draft.name}
            onInput={(event) => onDraft({ ...draft, name: event.currentTarget.value })}
            aria-describedby="person-hint"
          />
          <p class="hint" id="person-hint">
            {start.sharesNames
              ? 'It stands in the report. The model sees it, since the studio was started so; it never sees address, mail or phone.'
              : 'It stands in the report. No model ever sees it, nor address, mail or phone.'}
          </p>
        </div>
      </section>

      <section class="card" aria-labelledby="skills-title">
        <h2 id="skills-title">Skills</h2>
        <p class="hint">
          A skill without a level is held at an unknown level, and never called too low. What is not in this
          list, in certificates or in languages counts as not held.
        </p>
        <ListEditor
          noun="skill"
          rows={draft.skills}
          columns={[
            { id: 'name', title: 'Skill', width: 3 },
            { id: 'level', title: 'Level', width: 2, options: levelOptions(start.levels), show: levelValue },
          ]}
          make={() => ({ name: '', level: '' })}
          onRows={(skills) => onDraft({ ...draft, skills })}
          afterTitle="As read"
          after={({ readFrom, level }) => <AsRead source={readFrom} level={level} known={start.levels} />}
        />
      </section>

      <section class="card" aria-labelledby="work-title">
        <h2 id="work-title">Work</h2>
        <p class="hint">
          Years of experience are counted from these dates, what overlaps once. Leave the end empty where it
          goes on.
        </p>
        <ListEditor
          noun="job"
          rows={draft.work}
          columns={[
            { id: 'position', title: 'Position', width: 6 },
            { id: 'name', title: 'Employer', width: 5 },
            { id: 'startDate', title: 'From', width: 2, placeholder: 'YYYY-MM', fault: dateFault },
            { id: 'endDate', title: 'To', width: 2, placeholder: 'now', fault: dateFault },
          ]}
          make={() => ({ position: '', name: '', startDate: '', endDate: '' })}
          onRows={(work) => onDraft({ ...draft, work })}
        />
      </section>

      <div class="two">
        <section class="card" aria-labelledby="certificates-title">
          <h2 id="certificates-title">Certificates and licences</h2>
          <ListEditor
            noun="certificate"
            rows={draft.certificates}
            columns={[{ id: 'name', title: 'Name', width: 1 }]}
            make={() => ({ name: '' })}
            onRows={(certificates) => onDraft({ ...draft, certificates })}
          />
        </section>
        <section class="card" aria-labelledby="languages-title">
          <h2 id="languages-title">Languages</h2>
          <ListEditor
            noun="language"
            rows={draft.languages}
            columns={[
              { id: 'language', title: 'Language', width: 1 },
              { id: 'fluency', title: 'How well', width: 1 },
            ]}
            make={() => ({ language: '', fluency: '' })}
            onRows={(languages) => onDraft({ ...draft, languages })}
          />
        </section>
      </div>
      <section class="card" aria-labelledby="education-title">
        <h2 id="education-title">Education</h2>
        <ListEditor
          noun="degree"
          rows={draft.education}
          columns={[
            { id: 'studyType', title: 'Degree', width: 3 },
            { id: 'area', title: 'Subject', width: 3 },
            { id: 'institution', title: 'School', width: 3 },
            { id: 'endDate', title: 'Until', width: 2, placeholder: 'YYYY-MM', fault: dateFault },
          ]}
          make={() => ({ studyType: '', area: '', institution: '', endDate: '' })}
          onRows={(education) => onDraft({ ...draft, education })}
        />
      </section>

      <div class="actions">
        <button type="button" class="quiet" onClick={onOther}>
          Another resume
        </button>
        <button type="button" class="main" onClick={onNext} disabled={fault !== ''}>
          This is right: choose the role
        </button>
      </div>
    </>
  );
}

/** Whatever the reader was not sure of. */
function Doubts({
  notes,
  warnings,
  guesses,
}: {
  notes: readonly ExtractionNote[];
  warnings: readonly string[];
  guesses: number;
}) {
  const lines = [...new Set(warnings)];
  if (notes.length + lines.length + guesses === 0) return null;
  return (
    <Notice kind="warning" title="Places of doubt">
      <ul>
        {guesses > 0 && (
          <li>
            {counted(guesses, 'field')} {guesses === 1 ? 'was' : 'were'} read by guess; skills among them are
            marked below.
          </li>
        )}
        {notes.map(({ message, line, excerpt }) => (
          <li key={`${message}${line}`}>
            {message}
            {excerpt !== undefined && (
              <span class="soft">
                {' '}
                Line {line}: “{excerpt}”
              </span>
            )}
          </li>
        ))}
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where a skill was read, how its level was written, and whether that was a guess. */
function AsRead({
  source,
  level,
  known,
}: {
  source: FieldSource | undefined;
  level: string | undefined;
  known: readonly string[];
}) {
  const written =
    level !== undefined && level !== '' && !known.includes(level.toLowerCase()) ? level : undefined;
  return (
    <span class="as-read">
      {source?.certainty === 'guess' && <strong class="doubt">Guessed</strong>}
      {written !== undefined && (
        <span>
          “{written}”{parseLevel(written) === null && <strong class="doubt"> not understood</strong>}
        </span>
      )}
      {source && <span title={source.excerpt}>line {source.line}</span>}
    </span>
  );
}

function dateFault(value: string): string | undefined {
  return value === '' || /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(value)
    ? undefined
    : 'A year or YYYY-MM, such as 2023-04';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function years(months: number): string {
  return months < 12 ? counted(months, 'month') : counted(Math.round((months / 12) * 10) / 10, 'year');
}
