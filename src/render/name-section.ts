import type { ReportSection } from '../../schemas/report.ts';
import { ENGLISH } from '../language/index.ts';
import { cleanText } from './clean-text.ts';

/** Gives what a section is called: its title, or its place in the report where it has none. */
export function nameSection(section: ReportSection, index: number, words = ENGLISH): string {
  return cleanText(section.title) || words.say('report.section', { digits: index + 1 });
}
