import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { CrossIcon } from './icons.tsx';
import { freshKey, type Row } from './resume-draft.ts';

/** A field of the rows of a list. */
export interface Column<T> {
  id: keyof T & string;
  title: string;
  /** Its share of the width. */
  width: number;
  options?: readonly { value: string; title: string }[];
  placeholder?: string;
  /** What a field shows for a value that is written in another way. */
  show?: (value: string) => string;
  /** What is wrong with a value, if anything is. */
  fault?: (value: string) => string | undefined;
}

/** A list whose rows can be changed, taken out and added to. */
export function ListEditor<T extends object>({
  noun,
  rows,
  columns,
  make,
  onRows,
  after,
  afterTitle,
}: {
  /** What one row is, e.g. "skill". */
  noun: string;
  rows: readonly Row<T>[];
  columns: readonly Column<T>[];
  make: () => T;
  onRows: (rows: Row<T>[]) => void;
  /** What stands behind the fields of a row. */
  after?: (row: Row<T>) => ComponentChildren;
  afterTitle?: string;
}) {
  const list = useRef<HTMLDivElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const widths = [
    ...columns.map(({ width }) => `minmax(0, ${width}fr)`),
    ...(after ? ['minmax(0, 8.5rem)'] : []),
    '2.25rem',
  ];
  const set = (key: number, id: string, value: string) =>
    onRows(rows.map((row) => (row.key === key ? { ...row, [id]: value } : row)));
  const remove = (key: number) => {
    onRows(rows.filter((row) => row.key !== key));
    // The button that had the focus is gone.
    add.current?.focus();
  };
  const focusLast = () =>
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('.row:last-of-type input')?.focus());
  return (
    <div class="list" style={{ '--columns': widths.join(' ') }}>
      {rows.length > 0 && (
        <div class="row head" aria-hidden="true">
          {columns.map(({ id, title }) => (
            <span key={id}>{title}</span>
          ))}
          {after && <span>{afterTitle}</span>}
        </div>
      )}
      <div ref={list}>
        {rows.map((row, at) => (
          <fieldset class="row" key={row.key} aria-label={`${noun} ${at + 1}`}>
            {columns.map((column) => {
              const value = String(row[column.id] ?? '');
              const fault = column.fault?.(value);
              const id = `${noun}-${row.key}-${column.id}`.replaceAll(' ', '-');
              const common = {
                id,
                value: column.show?.(value) ?? value,
                'aria-invalid': fault ? true : undefined,
                'aria-describedby': fault ? `${id}-fault` : undefined,
              };
              return (
                <div class="cell" key={column.id}>
                  <label for={id}>
                    {column.title}
                    <span class="unseen">
                      {' '}
                      of {noun} {at + 1}
                    </span>
                  </label>
                  {column.options ? (
                    <select
                      {...common}
                      onChange={(event) => set(row.key, column.id, event.currentTarget.value)}
                    >
                      {column.options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.title}
                        </option>
                      ))}
                    </select>
                  ) : (
                    <input
                      {...common}
                      type="text"
                      autocomplete="off"
                      placeholder={column.placeholder}
                      onInput={(event) => set(row.key, column.id, event.currentTarget.value)}
                    />
                  )}
                  {fault && (
                    <span class="fault" id={`${id}-fault`}>
                      {fault}
                    </span>
                  )}
                </div>
              );
            })}
            {after && <div class="after">{after(row)}</div>}
            <button type="button" class="icon" onClick={() => remove(row.key)} title={`Remove this ${noun}`}>
              <CrossIcon />
              <span class="unseen">
                Remove {noun} {String(row[columns[0]?.id as keyof T] ?? '') || at + 1}
              </span>
            </button>
          </fieldset>
        ))}
      </div>
      <button
        type="button"
        class="quiet"
        ref={add}
        onClick={() => {
          onRows([...rows, { ...make(), key: freshKey() }]);
          focusLast();
        }}
      >
        Add a {noun}
      </button>
    </div>
  );
}
