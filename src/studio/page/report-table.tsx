import type { Table } from '../../../schemas/report.ts';

/** A table of the report, made of facts by code: to be read, not to be edited. */
export function ReportTable({ table }: { table: Table }) {
  const { id, caption, columns, rows } = table;
  if (rows.length === 0) return null;
  return (
    <section class="table" aria-labelledby={`table-${id}`} ref={reach}>
      <table>
        <caption id={`table-${id}`}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th key={title} scope="col" class={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={JSON.stringify(row)}>
              {row.map(({ text }, at) =>
                at === 0 ? (
                  <th key={columns[at]?.title} scope="row" class={columns[at]?.align}>
                    {text}
                  </th>
                ) : (
                  <td key={columns[at]?.title} class={columns[at]?.align}>
                    {text}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What scrolls must be reachable by key. */
function reach(element: HTMLElement | null): void {
  if (element && element.scrollWidth > element.clientWidth) element.tabIndex = 0;
}
