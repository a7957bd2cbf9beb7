import { useState } from 'preact/hooks';
import { DropZone } from './drop-zone.tsx';
import { Notice } from './notice.tsx';
import { PostingsForm } from './postings-form.tsx';
import type { ResumeDraft } from './resume-draft.ts';
import { emptyRole, type RoleDraft, toRoleDraft } from './role-draft.ts';
import { RoleReview } from './role-review.tsx';
import type { StepProps } from './step-props.ts';
import { useTask } from './use-task.ts';

/** Step 2: what is asked for, from an example, a file, postings, or by hand. */
export function RoleStep({
  api,
  start,
  heading,
  resume,
  draft,
  onDraft,
  onNext,
}: StepProps & {
  resume: ResumeDraft;
  draft: RoleDraft | undefined;
  onDraft: (draft: RoleDraft | undefined) => void;
  onNext: () => void;
}) {
  const task = useTask();
  const [choosing, setChoosing] = useState(draft === undefined);
  const take = (next: RoleDraft) => {
    onDraft(next);
    setChoosing(false);
    requestAnimationFrame(() => heading.current?.focus());
  };
  if (draft && !choosing)
    return (
      <RoleReview
        api={api}
        start={start}
        heading={heading}
        resume={resume}
        draft={draft}
        onDraft={onDraft}
        onNext={onNext}
        onOther={() => {
          setChoosing(true);
          requestAnimationFrame(() => heading.current?.focus());
        }}
      />
    );
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Which role is it about?
      </h1>
      <p class="lead">
        A role is a list of skills with the level asked for. Take one that is there, or make your own.
      </p>
      {task.failed !== '' && <Notice kind="error">{task.failed}</Notice>}
      <div class="two">
        {start.examples.length > 0 && (
          <section class="card" aria-labelledby="role-examples">
            <h2 id="role-examples">An example</h2>
            <ul class="choices">
              {start.examples.map(({ id, role }) => (
                <li key={id}>
                  <button type="button" class="choice" onClick={() => take(toRoleDraft(role))}>
                    <strong>{role.title}</strong>
                    <span>{role.skills.length} skills</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="card" aria-labelledby="role-own">
          <h2 id="role-own">A file, or by hand</h2>
          <DropZone
            id="role-file"
            title="Drop a role profile, or choose one"
            hint="JSON or YAML, as gapwright market makes it"
            accept={['.json', '.yaml', '.yml']}
            busy={task.busy}
            onFiles={([file]) =>
              file &&
              task.run(async () => {
                if (file.size > start.mostBytes)
                  throw new Error(`This file is too large: at most ${start.mostBytes / 1e6} MB can be read.`);
                const { role, warnings } = await api.readRole(file, file.name);
                take(toRoleDraft(role, warnings));
              })
            }
          />
          <button type="button" class="quiet" onClick={() => take(emptyRole())}>
            Begin with an empty role
          </button>
        </section>
      </div>
      <PostingsForm
        api={api}
        start={start}
        onRole={({ role, warnings }) => take(toRoleDraft(role, warnings))}
      />
      {draft && (
        <div class="actions">
          <button type="button" class="quiet" onClick={() => setChoosing(false)}>
            Back to {draft.title || 'the role'}
          </button>
        </div>
      )}
    </>
  );
}
