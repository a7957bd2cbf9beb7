import type { FactSheet } from '../../../../schemas/fact-sheet.ts';
import { joined, termAt } from '../../claims/words-of.ts';
import { agreesWithMonths } from '../../figures/experience-slots.ts';
import type { Token } from '../../tokens/token.ts';
import type { CheckContext } from '../../types.ts';

/** "| EMPLOYER | Sep 2021 | today | 62 |": the months or years of a job in its row. */
export function checkTables({ reading, report }: CheckContext, sheet: FactSheet): void {
  for (const table of reading.tables)
    for (const row of table.rows) {
      const id = row.cells
        .flatMap((cell) => cell.tokens.map((token) => termAt(token, 'employer')))
        .find(Boolean);
      const employer = sheet.candidate.work.find((job) => String(job.index) === id)?.employer;
      const jobs = sheet.candidate.work.filter((job) => job.employer === employer && job.months !== null);
      if (!employer || jobs.length === 0) continue;
      const lengths = [
        ...jobs.map((job) => job.months ?? 0),
        jobs.reduce((sum, job) => sum + (job.months ?? 0), 0),
      ];
      for (const cell of row.cells) {
        const unit = /^(?:in )?months?$/i.test(cell.header)
          ? ('month' as const)
          : /^(?:in )?years?$/i.test(cell.header)
            ? ('year' as const)
            : undefined;
        const figures = cell.tokens.flatMap((token) => (token.figure ? [token.figure] : []));
        const [figure] = figures;
        const timed = /^(?:length|duration|tenure|months?|years?|time|for)\b/i.test(cell.header);
        if (!figure || figures.length > 1 || figure.high !== null || figure.per !== null || !timed) continue;
        const said =
          figure.unit === 'count' && unit
            ? { ...figure, unit }
            : figure.unit === 'month' || figure.unit === 'year'
              ? figure
              : undefined;
        if (!said || lengths.some((months) => agreesWithMonths(said, months))) continue;
        report({
          start: row.start,
          end: cell.end,
          subject: `${said.unit}s at ${employer}`,
          actual: cell.text,
          expected: `${lengths[0]} months`,
        });
      }
    }
}

/** The figure that gives how long a job lasted: before "at EMPLOYER", or after it with "for". */
export function figureOf(tokens: readonly Token[], at: number): Token | undefined {
  // "Five years at X and Y": of both together.
  const joint = /^(?:and|&|,)$/.test(tokens[at + 1]?.norm ?? '') ? at + 2 : at - 2;
  const isJoined =
    joint > at
      ? termAt(tokens[joint], 'employer') !== undefined
      : /^(?:and|&)$/.test(tokens[at - 1]?.norm ?? '') && termAt(tokens[joint], 'employer') !== undefined;
  if (isJoined) return undefined;
  // "Two years at X as lead": a part of the time there.
  if (tokens[at + 1]?.norm === 'as') return undefined;
  const link = /^(?:the|a)$/.test(tokens[at - 1]?.norm ?? '') ? at - 2 : at - 1;
  for (
    let i = at - 1;
    i >= 0 && i >= at - 7 && /^(?:at|with|for|in|to|of)$/.test(tokens[link]?.norm ?? '');
    i -= 1
  ) {
    const token = tokens[i] as Token;
    if (termAt(token, 'employer') || /^[.;]$/.test(token.text)) break;
    if (!token.figure) continue;
    if (/^of (?:her|his|your|their|the)$/.test(joined(tokens.slice(Math.max(0, i - 2), i)))) return undefined;
    const next = tokens[i + 1]?.norm ?? '';
    // "Two years later she went to X": a date.
    if (/^(?:late|later|early|earlier|ago|after|before)$/.test(next)) return undefined;
    const bare =
      token.figure.unit === 'count' &&
      token.figure.value <= 45 &&
      (/^(?:at|with|in|into|of|go|as|behind)$/.test(next)
        ? !/^(?:the|her|his|your)$/.test(tokens[i + 2]?.norm ?? '')
        : next === 'on');
    if (token.figure.unit === 'year' || token.figure.unit === 'month' || bare)
      return token.figure.per === null ? token : undefined;
    if (token.figure.unit === 'date') return undefined;
    break;
  }
  for (let i = at + 1; i < tokens.length && i <= at + 4; i += 1) {
    const token = tokens[i] as Token;
    if (termAt(token, 'employer')) return undefined;
    if (
      (token.figure?.unit === 'year' || token.figure?.unit === 'month') &&
      /^(?:for|,|:|–|\(|last|lasted)$/.test(tokens[i - 1]?.norm ?? '')
    )
      return token;
  }
  return undefined;
}
