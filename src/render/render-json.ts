import { Report } from '../../schemas/report.ts';
import { UsageError } from '../errors.ts';
import { defineRenderer } from './renderer.ts';

/** The report itself: keys in the order of the schema, two spaces, a line break at the end. */
export const jsonRenderer = defineRenderer({
  id: 'json',
  extension: 'json',
  mediaType: 'application/json',
  description: 'The whole report with its facts, sentences and provenance, for machines.',
  render(report: Report): string {
    // Parsing is what puts the keys in order: Zod builds each object along its shape.
    const parsed = Report.safeParse(report);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const place = issue?.path.join('.') || 'the whole';
      throw new UsageError(
        `cannot render the report as JSON: found at ${place}: ${issue?.message}, expected a report as schemas/report.ts has it`,
        { cause: parsed.error },
      );
    }
    const { prompts } = parsed.data.writer;
    // A record keeps the order in which it was filled, so it is sorted here.
    parsed.data.writer.prompts = Object.fromEntries(
      Object.keys(prompts)
        .sort()
        .map((name) => [name, prompts[name] ?? '']),
    );
    return `${JSON.stringify(parsed.data, null, 2)}\n`;
  },
});
