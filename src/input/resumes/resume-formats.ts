import { docx } from './docx.ts';
import { linkedin } from './linkedin.ts';
import { markdown } from './markdown.ts';
import { pdf } from './pdf.ts';
import { plainText } from './plain-text.ts';
import type { ResumeFormat } from './resume-format.ts';
import { jsonResume, yamlResume } from './structured.ts';

/** Every format of a resume, in the order in which a file is held against them. */
export const RESUME_FORMATS: readonly ResumeFormat[] = [
  pdf,
  docx,
  linkedin,
  jsonResume,
  yamlResume,
  markdown,
  plainText,
];
