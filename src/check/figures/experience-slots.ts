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
export function experienceMonths(sheet: FactSheet): number[] {
  const { candidate, role } = sheet;
  const gates = gateMonths(sheet);
  const lengths = candidate.work.flatMap((job) => (job.months === null ? [] : [job.months]));
  const values = [...lengths, ...gates];
  for (let i = 0; i < lengths.length; i += 1)
    for (let j = i + 1; j < lengths.length && j < i + 8; j += 1)
      values.push(lengths.slice(i, j + 1).reduce((sum, one) => sum + one, 0));
  if (candidate.months !== null) {
    values.push(candidate.months);
    if (role.years !== null) values.push(Math.abs(role.years * 12 - candidate.months));
  }
  if (role.years !== null) values.push(role.years * 12);
  for (const skill of [...sheet.skills, ...sheet.extras])
    if (skill.monthsUsed !== null) values.push(skill.monthsUsed);
  return values;
}

/** The lengths of time that gates of the role ask for, in months. */
export function gateMonths(sheet: FactSheet): number[] {
  return sheet.gates
    .filter((gate) => gate.kind === 'years')
    .flatMap((gate) => {
      const text = `${gate.asked}; ${gate.name}`;
      return readFigures(tokenize(text, 0, text.length), text);
    })
    .flatMap(({ figure }) =>
      figure?.unit === 'year' ? [figure.value * 12] : figure?.unit === 'month' ? [figure.value] : [],
    );
}
