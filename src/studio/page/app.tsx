import { useEffect, useRef, useState } from 'preact/hooks';
import type { Report } from '../../../schemas/report.ts';
import type { StudioStart } from '../studio-start.ts';
import type { StudioApi } from './api.ts';
import { DownloadStep } from './download-step.tsx';
import { Notice } from './notice.tsx';
import { ReadStep } from './read-step.tsx';
import type { ResumeDraft } from './resume-draft.ts';
import { ResumeStep } from './resume-step.tsx';
import type { RoleDraft } from './role-draft.ts';
import { RoleStep } from './role-step.tsx';
import { STEPS, Steps } from './steps.tsx';
import { useEdits } from './use-edits.ts';
import { WriteStep } from './write-step.tsx';

/** A report that was written here, and the name that the server knows it by. */
export interface Written {
  id: string;
  report: Report;
}

/** The whole page: five steps from a resume to files. Everything lives in this page until it is closed. */
export function App({ api }: { api: StudioApi }) {
  const [start, setStart] = useState<StudioStart>();
  const [failed, setFailed] = useState('');
  const [step, setStep] = useState(0);
  const [resume, setResume] = useState<ResumeDraft>();
  const [role, setRole] = useState<RoleDraft>();
  const [written, setWritten] = useState<Written>();
  const edits = useEdits(written?.report, start);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    api.start().then(setStart, (error: Error) => setFailed(error.message));
  }, [api]);
  // What was typed is in no other place.
  const busy = resume !== undefined;
  useEffect(() => {
    if (!busy) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [busy]);

  // A file that misses its place would take the page's.
  useEffect(() => {
    const stay = (event: DragEvent) => event.preventDefault();
    addEventListener('dragover', stay);
    addEventListener('drop', stay);
    return () => {
      removeEventListener('dragover', stay);
      removeEventListener('drop', stay);
    };
  }, []);

  const go = (to: number) => {
    setStep(to);
    document.title = `${STEPS[to]} – Gapwright studio`;
    scrollTo(0, 0);
    requestAnimationFrame(() => heading.current?.focus());
  };
  const changed = () => {
    if (written) api.drop(written.id).catch(() => undefined);
    setWritten(undefined);
  };

  if (failed !== '')
    return (
      <Frame>
        <h1>The studio cannot be opened</h1>
        <Notice kind="error">{failed}</Notice>
      </Frame>
    );
  if (!start)
    return (
      <Frame>
        <p class="soft">One moment …</p>
      </Frame>
    );
  const reachable = [
    true,
    resume !== undefined,
    resume !== undefined && role !== undefined,
    !!written,
    !!written,
  ];
  const common = { api, start, heading };
  return (
    <Frame
      start={start}
      steps={<Steps current={step} reachable={reachable} onGo={go} wrong={edits.wrong.length} />}
    >
      {step === 0 && (
        <ResumeStep
          {...common}
          draft={resume}
          onDraft={(draft) => {
            setResume(draft);
            changed();
          }}
          onNext={() => go(1)}
        />
      )}
      {step === 1 && resume && (
        <RoleStep
          {...common}
          resume={resume}
          draft={role}
          onDraft={(draft) => {
            setRole(draft);
            changed();
          }}
          onNext={() => go(2)}
        />
      )}
      {step === 2 && resume && role && (
        <WriteStep
          {...common}
          resume={resume}
          role={role}
          written={written}
          edited={edits.edits.length}
          onWritten={setWritten}
          onNext={() => go(3)}
        />
      )}
      {step === 3 && written && <ReadStep {...common} edits={edits} onNext={() => go(4)} />}
      {step === 4 && written && (
        <DownloadStep {...common} id={written.id} edits={edits} onRead={() => go(3)} onAgain={() => go(1)} />
      )}
    </Frame>
  );
}

function Frame(props: {
  children: preact.ComponentChildren;
  steps?: preact.ComponentChildren;
  start?: StudioStart;
}) {
  return (
    <>
      <button type="button" class="skip" onClick={skip}>
        Skip to the step
      </button>
      <header class="top">
        <div class="bar">
          <p class="brand">
            <svg viewBox="0 0 16 16" width="22" height="22" aria-hidden="true">
              <rect width="16" height="16" rx="3.5" class="brand-ground" />
              <path d="M4 8.6 6.8 11.2 12 5.2" class="brand-line" />
            </svg>
            Gapwright <span>studio</span>
          </p>
          {props.start && <p class="local">{sayWhatLeaves(props.start)}</p>}
        </div>
        {props.steps}
      </header>
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
    </>
  );
}

/** No link: the fragment of the address is the token's. */
function skip() {
  document.getElementById('main')?.focus();
}

function sayWhatLeaves({ model, sharesNames }: StudioStart): string {
  if (model === 'offline') return 'Everything stays on this machine';
  return sharesNames
    ? `Facts and names go to ${model}; contacts do not`
    : `Facts go to ${model}; names and contacts do not`;
}
