import type * as Docx from 'docx';
import { findMark, type Mark } from '../html/render-mark.ts';
import type { Palette } from '../render-theme.ts';
import { hex } from './styles.ts';

/** Full, half, empty and dotted, as in the other formats. */
const SIGNS: Readonly<Record<Mark, { sign: string; colour: keyof Palette }>> = {
  met: { sign: '●', colour: 'met' },
  partial: { sign: '◐', colour: 'partial' },
  missing: { sign: '○', colour: 'missing' },
  unknown: { sign: '◌', colour: 'missing' },
};

/** Name of the numbering whose bullet is the sign of a status. */
const nameOf = (mark: Mark) => `status-${mark}`;

/** Gives the numbering that puts its sign before a status: a bullet is for the eye and adds nothing to the text. */
export function statusNumbering(
  docx: typeof Docx,
  palette: Palette,
): NonNullable<Docx.INumberingOptions['config']>[number][] {
  return (Object.keys(SIGNS) as Mark[]).map((mark) => ({
    reference: nameOf(mark),
    levels: [
      {
        level: 0,
        format: docx.LevelFormat.BULLET,
        text: SIGNS[mark].sign,
        alignment: docx.AlignmentType.LEFT,
        style: {
          paragraph: { indent: { left: 240, hanging: 240 } },
          run: { color: hex(SIGNS[mark].colour, palette), font: 'Segoe UI Symbol' },
        },
      },
    ],
  }));
}

/** Gives what puts the sign before a cell that says a status and nothing else. */
export function signOf(text: string): Pick<Docx.IParagraphOptions, 'numbering'> {
  const mark = findMark(text);
  return mark ? { numbering: { reference: nameOf(mark), level: 0 } } : {};
}
