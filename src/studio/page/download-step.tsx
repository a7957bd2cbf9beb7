import { useState } from 'preact/hooks';
import type { StudioFormat } from '../studio-start.ts';
import { FindingView } from './finding-view.tsx';
import { Notice } from './notice.tsx';
import type { StepProps } from './step-props.ts';
import type { Edits } from './use-edits.ts';
import { useTask } from './use-task.ts';

const NAMES: Readonly<Record<string, string>> = {
  md: 'Markdown',
  html: 'Web page',
  json: 'JSON',
  pdf: 'PDF',
  docx: 'Word document',
};

/** Step 5: the files, where no sentence contradicts the facts. */
export function DownloadStep({
  api,
  start,
  heading,
  id,
  edits,
  onRead,
  onAgain,
}: StepProps & { id: string; edits: Edits; onRead: () => void; onAgain: () => void }) {
  const task = useTask();
  const [saved, setSaved] = useState('');
  const { wrong, checking } = edits;
  const byId = new Map(edits.report?.facts.facts.map((fact) => [fact.id, fact]));
  const download = (format: StudioFormat) =>
    task.run(async () => {
      setSaved('');
      const file = `skill-gap-report.${format.extension}`;
      save(await api.file(id, format.id, edits.edits), file);
      setSaved(file);
    });
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        Take it with you
      </h1>
      <p class="lead">
        The whole text is checked once more before a file is made. The files are all there is: when the studio
        stops, it forgets everything.
      </p>
      {wrong.length > 0 && (
        <Notice kind="error" title="It cannot be downloaded while it contradicts the facts">
          <ul class="wrong">
            {wrong.map((one) => (
              <li key={one.key}>
                <p>
                  <strong>{one.sectionTitle}:</strong> {one.text}
                </p>
                {one.findings.map((finding) => (
                  <FindingView
                    key={`${finding.rule}${finding.start}${finding.subject}`}
                    finding={finding}
                    facts={byId}
                  />
                ))}
                {one.place && (
                  <div>
                    <button
                      type="button"
                      onClick={() => {
                        onRead();
                        edits.open(one.place);
                      }}
                    >
                      Mend this sentence
                    </button>
                  </div>
                )}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {task.failed !== '' && <Notice kind="error">{task.failed}</Notice>}
      {saved !== '' && (
        <Notice kind="good" title="Saved">
          {saved} is with your downloads.
        </Notice>
      )}
      <ul class="formats">
        {start.formats.map((format) => (
          <li class="card" key={format.id}>
            <h2>{NAMES[format.id] ?? format.id}</h2>
            <p class="soft">{format.description}</p>
            {format.install === undefined ? (
              <button
                type="button"
                disabled={wrong.length > 0 || checking || task.busy}
                onClick={() => download(format)}
              >
                Download <span class="unseen">as </span>.{format.extension}
              </button>
            ) : (
              <div class="install">
                <p>Needs a package. Stop the studio, install it, and start the studio again:</p>
                <code>{format.install}</code>
              </div>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        <button type="button" class="quiet" onClick={onRead}>
          Back to the text
        </button>
        <button type="button" class="quiet" onClick={onAgain}>
          Another role for this resume
        </button>
      </div>
    </>
  );
}

/** Hands a file to the browser, as if it had been clicked on. */
function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser takes the file a moment later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
