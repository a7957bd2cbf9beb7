import { capital, levelOptions, levelValue } from './level-options.ts';
import { ListEditor } from './list-editor.tsx';
import { Notice } from './notice.tsx';
import { type ResumeDraft, toResume } from './resume-draft.ts';
import { type RoleDraft, toRole } from './role-draft.ts';
import { Standing } from './standing.tsx';
import type { StepProps } from './step-props.ts';
import { usePreview } from './use-preview.ts';

/** What the role asks for, to be changed, and how the resume stands to it. */
export function RoleReview({
  api,
  start,
  heading,
  resume,
  draft,
  onDraft,
  onNext,
  onOther,
}: StepProps & {
  resume: ResumeDraft;
  draft: RoleDraft;
  onDraft: (draft: RoleDraft) => void;
  onNext: () => void;
  onOther: () => void;
}) {
  const role = toRole(draft);
  const isWhole = role.title !== '' && role.skills.length > 0;
  const { preview, fault } = usePreview(api, isWhole ? toResume(resume) : undefined, role);
  const years = Number(draft.years.replace(',', '.'));
  const yearsFault = draft.years.trim() !== '' && !(years >= 0 && years <= 60);
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        What does it ask for?
      </h1>
      <p class="lead">
        Change what does not fit: core skills weigh most, then preferred, then emerging ones. How{' '}
        {draft.title === '' ? 'the resume' : resume.name || 'the resume'} stands is computed as you type.
      </p>
      {fault !== '' && isWhole && (
        <Notice kind="error" title="This cannot be used yet">
          {fault}
        </Notice>
      )}
      {draft.warnings.length > 0 && (
        <Notice kind="warning" title="Made from a source">
          <ul>
            {draft.warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      {preview && isWhole && <Standing preview={preview} />}
      <section class="card" aria-labelledby="role-title-heading">
        <h2 id="role-title-heading">Role</h2>
        <div class="fields">
          <div class="field">
            <label for="role-title">Title</label>
            <input
              id="role-title"
              type="text"
              autocomplete="off"
              value={draft.title}
              onInput={(event) => onDraft({ ...draft, title: event.currentTarget.value })}
            />
          </div>
          <div class="field narrow">
            <label for="role-years">Years of experience</label>
            <input
              id="role-years"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              placeholder="not said"
              value={draft.years}
              aria-invalid={yearsFault ? true : undefined}
              aria-describedby={yearsFault ? 'role-years-fault' : undefined}
              onInput={(event) => onDraft({ ...draft, years: event.currentTarget.value })}
            />
            {yearsFault && (
              <span class="fault" id="role-years-fault">
                A number from 0 to 60
              </span>
            )}
          </div>
        </div>
      </section>
      <section class="card" aria-labelledby="asked-title">
        <h2 id="asked-title">Skills asked for</h2>
        <ListEditor
          noun="skill"
          rows={draft.skills}
          columns={[
            { id: 'name', title: 'Skill', width: 4 },
            {
              id: 'tier',
              title: 'Weight',
              width: 2,
              options: start.tiers.map((tier) => ({ value: tier, title: capital(tier) })),
            },
            { id: 'level', title: 'Level', width: 2, options: levelOptions(start.levels), show: levelValue },
          ]}
          make={() => ({ name: '', tier: 'core' as const })}
          onRows={(skills) => onDraft({ ...draft, skills })}
          afterTitle="Postings"
          after={({ share, postings, postingsOf }) => (
            <span class="soft">
              {postings !== undefined && postingsOf !== undefined
                ? `${postings} of ${postingsOf}`
                : share !== undefined
                  ? `${Math.round(share * 100)} %`
                  : '–'}
            </span>
          )}
        />
      </section>
      <div class="actions">
        <button type="button" class="quiet" onClick={onOther}>
          Another role
        </button>
        <button type="button" class="main" onClick={onNext} disabled={!isWhole || fault !== '' || yearsFault}>
          Go on to writing
        </button>
      </div>
    </>
  );
}
