import { writeJson } from '../../findings/write-json.ts';
import { defineReporter } from '../define-reporter.ts';

/** The summary as it is, with what an A/A run or a comparison adds. */
export const jsonReporter = defineReporter({
  id: 'json',
  title: 'JSON',
  description: 'for programs: the summary (gapwright schema eval-summary), all of it',
  extension: 'json',
  render({ summary, aa, changes }) {
    const value = { ...summary, ...(aa && { aa }), ...(changes && { changes }) };
    return writeJson(value);
  },
});
