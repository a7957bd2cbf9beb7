export type FigureUnit =
  | 'percent'
  | 'money'
  | 'year'
  | 'month'
  | 'week'
  | 'day'
  | 'hour'
  | 'factor'
  | 'count'
  | 'ordinal'
  | 'date';

/** How close the text says that it is; `over` and `under` are near, `more` and `less` are only a bound. */
export type Closeness = 'exact' | 'about' | 'over' | 'under' | 'more' | 'less' | 'at-least' | 'at-most';

/** A number of the text with all that it says about itself. Percent from 0 to 100, money in whole units. */
export interface Figure {
  value: number;
  /** Upper end of a range. */
  high: number | null;
  unit: FigureUnit;
  currency: string | null;
  closeness: Closeness;
  /** `N hours a week`. */
  per: 'hour' | 'day' | 'week' | 'month' | 'year' | null;
  /** How coarse the value is: a true value rounded to this step gives it. */
  step: number;
  /** Whether it is written as a fraction ("two thirds"). */
  fraction: boolean;
}
