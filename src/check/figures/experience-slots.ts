import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Figure } from '../tokens/figure.ts';
import { readFigures } from '../tokens/read-figures.ts';
import { tokenize } from '../tokens/tokenize.ts';
import { agrees } from './agrees.ts';

/** Whether a length of time may be written as this figure: to the year below or nearest, or to the month. */
export function agreesWithMonths(figure: Figure, months: number): boolean {
  if (figure.unit === 'month') return agrees(figure, months) || Math.abs(figure.value - months) <= 1;
  const years = months / 12;
  if (agrees(figure, years)) return true;
  if (figure.closeness === 'exact' || figure.closeness === 'about')
    return figure.value === Math.floor(years + 1 / 24) || Math.abs(figure.value - years) <= 0.25;
  if (figure.closeness === 'over' || figure.closeness === 'more' || figure.closeness === 'at-least')
    return years >= figure.value - 0.01 && years - figure.value <= 1;
  return false;
}

/** Every length of work that a true report may name, in months. */
export function experienceMonths(sheet: FactSheet): readonly number[] {
  const known = lengths.get(sheet) ?? readLengths(sheet);
  lengths.set(sheet, known);
  return known;
}

const lengths = new WeakMap<FactSheet, readonly number[]>();

function readLengths(sheet: FactSheet): readonly number[] {
  const { candidate, role } = sheet;
  const jobs = candidate.work.filter((job) => job.months !== null);
  const values = [...jobs.flatMap((job) => job.months ?? []), ...gateMonths(sheet)];
  for (let i = 0; i < jobs.length; i += 1)
    for (let j = i + 1; j < jobs.length && j < i + 8; j += 1)
      values.push(unionOf(jobs.slice(i, j + 1), sheet.date));
  if (candidate.months !== null) {
    values.push(candidate.months);
    if (role.years !== null) values.push(Math.abs(role.years * 12 - candidate.months));
  }
  if (role.years !== null) values.push(role.years * 12);
  for (const skill of [...sheet.skills, ...sheet.extras])
    if (skill.monthsUsed !== null) values.push(skill.monthsUsed);
  return values;
}

/** Months that jobs cover together: what overlaps counts once. */
function unionOf(jobs: FactSheet['candidate']['work'], today: string): number {
  const spans = jobs
    .flatMap((job) => {
      const from = monthOf(job.from);
      return from === undefined || job.months === null ? [] : [{ from, to: from + job.months }];
    })
    .sort((a, b) => a.from - b.from);
  let [sum, end] = [0, 0];
  for (const span of spans) {
    sum += Math.max(0, Math.min(span.to, monthOf(today) ?? span.to) - Math.max(span.from, end));
    end = Math.max(end, span.to);
  }
  return sum;
}

function monthOf(date: string | null): number | undefined {
  const year = Number(date?.slice(0, 4));
  return date === null || Number.isNaN(year) ? undefined : year * 12 + Number(date.slice(5, 7) || 1);
}

/** The lengths of time that gates of the role ask for, in months. */
export function gateMonths(sheet: FactSheet): readonly number[] {
  const known = gates.get(sheet) ?? readGates(sheet);
  gates.set(sheet, known);
  return known;
}

const gates = new WeakMap<FactSheet, readonly number[]>();

const readGates = (sheet: FactSheet): readonly number[] =>
  sheet.gates
    .filter((gate) => gate.kind === 'years')
    .flatMap((gate) => {
      const text = `${gate.asked}; ${gate.name}`;
      return readFigures(tokenize(text, 0, text.length), text);
    })
    .flatMap(({ figure }) =>
      figure?.unit === 'year' ? [figure.value * 12] : figure?.unit === 'month' ? [figure.value] : [],
    );
