import { useState } from 'preact/hooks';
import type { ReadRoleBody } from '../read-upload.ts';
import type { StudioStart } from '../studio-start.ts';
import type { StudioApi } from './api.ts';
import { CrossIcon } from './icons.tsx';
import { Notice } from './notice.tsx';
import { freshKey } from './resume-draft.ts';
import { useTask } from './use-task.ts';

const DOLLARS = [
  { code: 'USD', name: 'US dollars' },
  { code: 'CAD', name: 'Canadian dollars' },
  { code: 'AUD', name: 'Australian dollars' },
  { code: 'NZD', name: 'New Zealand dollars' },
  { code: 'SGD', name: 'Singapore dollars' },
  { code: 'HKD', name: 'Hong Kong dollars' },
] as const;

interface Posting {
  key: number;
  name: string;
  text: string;
  /** Whether it came as a file, and so is not shown for editing. */
  isFile: boolean;
}

/** Makes a role of job postings, pasted or as files: what they ask for, and how many of them do. */
export function PostingsForm({
  api,
  start,
  onRole,
}: {
  api: StudioApi;
  start: StudioStart;
  onRole: (role: ReadRoleBody) => void;
}) {
  const task = useTask();
  const [title, setTitle] = useState('');
  const [currency, setCurrency] = useState('');
  const [postings, setPostings] = useState<readonly Posting[]>([
    { key: freshKey(), name: 'posting-1.txt', text: '', isFile: false },
  ]);
  const used = postings.filter(({ text }) => text.trim() !== '');
  const size = used.reduce((sum, { text }) => sum + text.length, 0);
  const set = (key: number, text: string) =>
    setPostings(postings.map((one) => (one.key === key ? { ...one, text } : one)));
  const add = async (files: readonly File[]) => {
    const read = await Promise.all(
      files.map(async (file) => ({
        key: freshKey(),
        name: file.name,
        text: await file.text(),
        isFile: true,
      })),
    );
    setPostings([...postings.filter(({ text }) => text.trim() !== ''), ...read]);
  };
  return (
    <form
      class="card"
      aria-labelledby="postings-title"
      onSubmit={(event) => {
        event.preventDefault();
        task.run(async () => {
          if (size > start.mostBytes)
            throw new Error(`These postings are too large: at most ${start.mostBytes / 1e6} MB can be read.`);
          onRole(
            await api.buildRole({
              title,
              postings: used.map(({ name, text }) => ({ name, text })),
              ...(currency !== '' && { currency }),
            }),
          );
        });
      }}
    >
      <h2 id="postings-title">From job postings</h2>
      <p class="hint">
        Paste postings for the same job, one in each box. The more there are, the better the role: each skill
        is told with the number of postings that name it.
      </p>
      {task.failed !== '' && <Notice kind="error">{task.failed}</Notice>}
      <div class="fields">
        <div class="field">
          <label for="postings-role">Title of the role</label>
          <input
            id="postings-role"
            type="text"
            required
            maxLength={200}
            autocomplete="off"
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
        {used.some(({ text }) => text.includes('$')) && (
          <div class="field">
            <label for="postings-currency">What $ stands for</label>
            <select
              id="postings-currency"
              value={currency}
              onChange={(event) => setCurrency(event.currentTarget.value)}
            >
              <option value="">Not known: leave such pay out</option>
              {DOLLARS.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      {postings.map(({ key, name, text, isFile }, at) => (
        <div class="field posting" key={key}>
          <label for={`posting-${key}`}>{isFile ? name : `Posting ${at + 1}`}</label>
          <textarea
            id={`posting-${key}`}
            rows={isFile ? 2 : 5}
            readOnly={isFile}
            value={isFile ? text.slice(0, 300) : text}
            onInput={(event) => set(key, event.currentTarget.value)}
          />
          {postings.length > 1 && (
            <button
              type="button"
              class="icon"
              title="Remove this posting"
              onClick={() => setPostings(postings.filter((one) => one.key !== key))}
            >
              <CrossIcon />
              <span class="unseen">Remove {isFile ? name : `posting ${at + 1}`}</span>
            </button>
          )}
        </div>
      ))}
      <div class="inline">
        <button
          type="button"
          class="quiet"
          onClick={() =>
            setPostings([
              ...postings,
              { key: freshKey(), name: `posting-${postings.length + 1}.txt`, text: '', isFile: false },
            ])
          }
        >
          Another posting
        </button>
        <label class="file-button">
          Files of postings
          <input
            type="file"
            multiple
            accept=".txt,.md,.html,.htm,.json,.jsonl,.csv,.tsv"
            onChange={(event) => add([...(event.currentTarget.files ?? [])])}
          />
        </label>
        <button type="submit" disabled={used.length === 0 || title.trim() === '' || task.busy}>
          {task.busy ? 'Reading …' : makeWords(used.length)}
        </button>
      </div>
    </form>
  );
}

function makeWords(count: number): string {
  if (count === 0) return 'Make a role of these postings';
  return count === 1 ? 'Make a role of 1 posting' : `Make a role of ${count} postings`;
}
