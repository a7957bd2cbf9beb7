import type { Figure } from '../tokens/figure.ts';

/**
 * Whether a true value may be written as this figure: exact, rounded to the figure's own step, or, with "about" and
 * its like, near it on the right side. A range agrees with a value inside it.
 */
export function agrees(figure: Figure, value: number): boolean {
  const { closeness, high } = figure;
  if (high !== null) return value >= figure.value && value <= high;
  const stated = figure.value;
  const near = Math.max(Math.abs(stated) * (figure.fraction ? 0.085 : 0.06), figure.step / 2);
  const rounding = figure.fraction ? 2.5 : figure.step > 1 ? figure.step / 2 : figure.step / 2;
  const reach = figure.unit === 'percent' ? 6 : Math.max(near * 1.6, 1);
  switch (closeness) {
    case 'about':
      return Math.abs(value - stated) <= Math.max(near, figure.unit === 'percent' ? 2.5 : 0.5);
    case 'over':
      // "Over eight weeks" may mean during them.
      return (
        value - stated <= reach &&
        (value > stated || (value === stated && /^(?:week|day|hour|month)$/.test(figure.unit)))
      );
    case 'under':
      return value < stated && stated - value <= reach;
    case 'more':
      return value > stated || (value === stated && /^(?:week|day|hour|month)$/.test(figure.unit));
    case 'less':
      return value < stated;
    case 'at-least':
      return value >= stated;
    case 'at-most':
      return value <= stated;
    default:
      return figure.fraction
        ? Math.abs(value - stated) <= rounding
        : Math.abs(value - stated) <=
            (figure.unit === 'percent'
              ? 0.51
              : Math.max(0, figure.step < 1 ? figure.step / 2 : figure.step > 1 ? figure.step / 2 : 0.001));
  }
}
