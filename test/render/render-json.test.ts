import { describe, expect, it } from 'vitest';
import { Report } from '../../schemas/index.ts';
import { jsonRenderer } from '../../src/render/render-json.ts';
import { hostileReport, modelReport, VARIANTS } from './fixture.ts';

/** The same value with the keys of every object the other way round. */
function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reverseKeys(inner)]),
  );
}

describe('jsonRenderer', () => {
  it.each(VARIANTS)('loses nothing of $name', ({ report }) => {
    expect(Report.parse(JSON.parse(jsonRenderer.render(report)))).toEqual(report);
  });

  it('orders keys by the schema, not by how the report was put together', () => {
    const text = jsonRenderer.render(reverseKeys(modelReport) as Report);
    expect(text).toBe(jsonRenderer.render(modelReport));
    expect(Object.keys(JSON.parse(text))).toEqual([
      'schema',
      'title',
      'date',
      'sections',
      'facts',
      'writer',
      'check',
    ]);
    expect(Object.keys(JSON.parse(text).writer.prompts)).toEqual([
      'executive-summary',
      'skill-gap-assessment',
    ]);
  });

  it('indents by two spaces and ends with one line break', () => {
    const text = jsonRenderer.render(hostileReport);
    expect(text.startsWith('{\n  "schema": "gapwright/report@1",\n  "title"')).toBe(true);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('refuses what is no report', () => {
    const broken = { ...modelReport, date: 5 } as unknown as Report;
    expect(() => jsonRenderer.render(broken)).toThrow(
      'cannot render the report as JSON: found at date: Invalid input: expected string, received number, expected a report as schemas/report.ts has it',
    );
  });
});
