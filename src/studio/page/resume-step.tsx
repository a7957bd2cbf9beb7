import { useState } from 'preact/hooks';
import { DropZone } from './drop-zone.tsx';
import { Notice } from './notice.tsx';
import { type ResumeDraft, toDraft } from './resume-draft.ts';
import { ResumeReview } from './resume-review.tsx';
import type { StepProps } from './step-props.ts';
import { useTask } from './use-task.ts';

/** Step 1: a resume comes in, and is shown as it was read. */
export function ResumeStep({
  api,
  start,
  heading,
  draft,
  onDraft,
  onNext,
}: StepProps & {
  draft: ResumeDraft | undefined;
  onDraft: (draft: ResumeDraft | undefined) => void;
  onNext: () => void;
}) {
  const task = useTask();
  const [pasted, setPasted] = useState('');
  const read = (file: Blob, name: string) =>
    task.run(async () => {
      if (file.size > start.mostBytes)
        throw new Error(
          `This file is too large: it has ${(file.size / 1e6).toFixed(1)} MB, and at most ${start.mostBytes / 1e6} MB can be read.`,
        );
      onDraft(toDraft(await api.readResume(file, name)));
      requestAnimationFrame(() => heading.current?.focus());
    });

  if (draft)
    return (
      <ResumeReview
        api={api}
        start={start}
        heading={heading}
        draft={draft}
        onDraft={onDraft}
        onNext={onNext}
        onOther={() => {
          onDraft(undefined);
          requestAnimationFrame(() => heading.current?.focus());
        }}
      />
    );
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Whose skills are they?
      </h1>
      <p class="lead">
        Give a resume. It is read on this machine, by rules; you will see what was understood, and can put it
        right.
      </p>
      {task.failed !== '' && <Notice kind="error">{task.failed}</Notice>}
      <DropZone
        id="resume-file"
        title="Drop a resume here, or choose a file"
        hint={`PDF, Word, JSON Resume, Markdown or text, at most ${start.mostBytes / 1e6} MB`}
        accept={start.resumeExtensions}
        busy={task.busy}
        onFiles={([file]) => file && read(file, file.name)}
      />
      <div class="two">
        <form
          class="card"
          onSubmit={(event) => {
            event.preventDefault();
            const isJson = /^\s*\{/.test(pasted);
            read(new Blob([pasted]), isJson ? 'the pasted resume.json' : 'the pasted resume.txt');
          }}
        >
          <h2>
            <label for="pasted">Or paste its text</label>
          </h2>
          <textarea
            id="pasted"
            rows={7}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
            placeholder="Name, work with dates, skills, education …"
          />
          <button type="submit" disabled={pasted.trim() === '' || task.busy}>
            Read this text
          </button>
        </form>
        {start.examples.length > 0 && (
          <section class="card" aria-labelledby="resume-examples">
            <h2 id="resume-examples">Or look around with an example</h2>
            <ul class="choices">
              {start.examples.map(({ id, resume }) => (
                <li key={id}>
                  <button
                    type="button"
                    class="choice"
                    onClick={() => {
                      onDraft(toDraft(resume));
                      requestAnimationFrame(() => heading.current?.focus());
                    }}
                  >
                    <strong>{resume.resume.basics?.name}</strong>
                    <span>{resume.resume.basics?.label}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}
