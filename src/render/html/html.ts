import { escapeUTF8 } from 'entities';
import { replaceControls } from '../clean-text.ts';

/** Markup that is safe to print as it is. Only `html` makes it. */
export class Html {
  readonly markup: string;
  constructor(markup: string) {
    this.markup = markup;
  }
}

export type HtmlValue = Html | string | number | false | undefined | readonly HtmlValue[];

/**
 * Gives markup in which every value is escaped unless it is markup already; lists are joined, `undefined` and `false`
 * leave nothing. For text and for attribute values in double quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(strings.reduce((text, string, index) => text + print(values[index - 1]) + string));
}

function print(value: HtmlValue): string {
  if (value instanceof Html) return value.markup;
  if (value === undefined || value === false) return '';
  if (typeof value === 'string') return escapeUTF8(replaceControls(value));
  if (typeof value === 'number') return String(value);
  return value.map(print).join('');
}
