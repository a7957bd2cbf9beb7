import { useState } from 'preact/hooks';

/** A place to drop files on, which is a file field for keyboard and screen reader. */
export function DropZone({
  id,
  title,
  hint,
  accept,
  multiple = false,
  busy,
  onFiles,
}: {
  id: string;
  title: string;
  hint: string;
  accept: readonly string[];
  multiple?: boolean;
  busy: boolean;
  onFiles: (files: File[]) => void;
}) {
  const [over, setOver] = useState(false);
  const take = (list: FileList | null | undefined) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !busy) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    <label
      class={`drop ${over ? 'over' : ''}`}
      for={id}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <input
        id={id}
        type="file"
        accept={accept.join(',')}
        multiple={multiple}
        disabled={busy}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file again is a change, too.
          event.currentTarget.value = '';
        }}
      />
      <svg viewBox="0 0 24 24" width="32" height="32" aria-hidden="true" class="line-icon">
        <path d="M12 16V4m-4.5 4.5L12 4l4.5 4.5M4 15v4.5h16V15" />
      </svg>
      <span class="drop-title">{busy ? 'Reading …' : title}</span>
      <span class="soft" id={`${id}-hint`}>
        {hint}
      </span>
    </label>
  );
}
