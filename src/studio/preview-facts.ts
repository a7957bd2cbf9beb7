import { z } from 'zod';
import type { Coverage } from '../../schemas/fact-sheet.ts';
import type { Level, Status } from '../../schemas/scale.ts';
import { computeFacts } from '../facts/index.ts';
import { readCase } from '../input/index.ts';
import type { StudioOptions } from './studio-options.ts';

/** A resume and a role as the page has them; the role may not be there yet. */
export const PreviewRequest = z.strictObject({
  resume: z.record(z.string(), z.unknown()),
  role: z.record(z.string(), z.unknown()).optional(),
});

/** How a resume stands to a role, before anything is written. */
export interface FactsPreview {
  /** By the names of the role's skills, as the sheet has them. */
  skills: readonly { name: string; status: Status; levelHeld: Level | null; levelAsked: Level | null }[];
  coverage: Coverage;
  /** Months of work; null where none is dated. */
  months: number | null;
  warnings: readonly string[];
}

/** Stands in where only the resume is looked at. */
const NO_ROLE = { title: 'None', skills: [{ name: 'None', tier: 'core' }] };

/**
 * Computes how a resume stands to a role.
 * @throws InputError where one of them is wrong
 */
export async function previewFacts(
  { resume, role }: z.output<typeof PreviewRequest>,
  { date, catalog }: Pick<StudioOptions, 'date' | 'catalog'>,
): Promise<FactsPreview> {
  const { case: theCase, warnings } = await readCase({ resume, role: role ?? NO_ROLE, date });
  const sheet = computeFacts(theCase, catalog ? { catalog } : {});
  return {
    skills: (role ? sheet.skills : []).map(({ name, status, levelHeld, levelAsked }) => ({
      name,
      status,
      levelHeld,
      levelAsked,
    })),
    coverage: sheet.coverage.all,
    months: sheet.candidate.months,
    warnings: warnings.map(({ message }) => message),
  };
}
