import { FLAG_WORDS } from '../flag-words.ts';
import type { MarkedText, PageCell, PageData } from '../page-data.ts';
import { hideCard, renderFinding } from './card.ts';
import { diffWords, type Range } from './diff-words.ts';
import { byId, make } from './elements.ts';
import { renderScores } from './render-scores.ts';
import { renderText } from './render-text.ts';
import { alignSections, splitSections, type TextSection } from './split-sections.ts';

/** What the viewer shows. `left` and `right` name a variant, a model and a repeat. */
export interface View {
  left: string;
  right: string;
  draft: boolean;
  differences: boolean;
}

export const nameOf = ({ variant, model, repeat }: PageCell): string => `${variant}.${model}.${repeat}`;

/** The name of a side as people read it, without what all cells have in common. */
export function titleOf({ variants, models, cells }: PageData, cell: PageCell): string {
  const repeats = cells.some(({ repeat }) => repeat > 0);
  return [
    variants[cell.variant] ?? '',
    models.length > 1 && (models[cell.model] ?? ''),
    repeats && `repeat ${cell.repeat + 1}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Shows one case: what is wrong with it, its scores, and two of its texts beside each other. */
export function showCase(data: PageData, index: number, view: View): void {
  hideCard();
  const one = data.cases[index];
  if (!one) return;
  const cells = data.cells.filter((cell) => cell.case === index);
  const [left, right] = [view.left, view.right].map((name) => cells.find((cell) => nameOf(cell) === name));
  byId('case-title').textContent = one.id;
  byId('case-about').replaceChildren(
    make('span', {}, 'Family ', make('bdi', {}, one.family)),
    ...one.tags.map((tag) => make('span', { class: 'tag' }, tag)),
    ...one.flags.map((flag) =>
      make('span', { class: `flag ${flag}`, title: FLAG_WORDS[flag].meaning }, FLAG_WORDS[flag].title),
    ),
  );
  byId('case-notes').replaceChildren(...one.notes.map((note) => make('li', {}, note)));
  byId('case-scores').replaceChildren(renderScores(data, left, right));
  byId('case-texts').replaceChildren(...renderTexts(data, left, right, view));
}

function renderTexts(
  data: PageData,
  left: PageCell | undefined,
  right: PageCell | undefined,
  { draft, differences }: View,
): HTMLElement[] {
  const same = left === right;
  const [a, b] = [left, right].map((cell) => textOf(data, cell, draft)) as [
    MarkedText | undefined,
    MarkedText | undefined,
  ];
  const heads = make(
    'div',
    { class: 'pair heads' },
    renderHead(data, left, a, 'Left'),
    same ? undefined : renderHead(data, right, b, 'Right'),
  );
  const rows = alignSections(a ? splitSections(a.text) : [], !same && b ? splitSections(b.text) : []).map(
    (pair) => {
      const { gone, added } =
        differences && a && b && !same ? comparePair(a.text, b.text, pair) : { gone: [], added: [] };
      return make(
        'div',
        { class: 'pair' },
        make(
          'div',
          { class: 'side' },
          a && pair.left && renderText(a, pair.left, { changes: gone, side: 'left' }),
        ),
        same
          ? undefined
          : make(
              'div',
              { class: 'side', 'data-side': 'Right' },
              b && pair.right && renderText(b, pair.right, { changes: added, side: 'right' }),
            ),
      );
    },
  );
  return [heads, ...rows];
}

function textOf({ texts }: PageData, cell: PageCell | undefined, draft: boolean): MarkedText | undefined {
  const text = cell?.text === undefined ? undefined : texts[cell.text];
  return draft ? (text?.first ?? text?.final) : text?.final;
}

function renderHead(
  data: PageData,
  cell: PageCell | undefined,
  text: MarkedText | undefined,
  side: string,
): HTMLElement {
  const findings = text?.findings ?? [];
  return make(
    'div',
    { class: 'side' },
    make('h4', {}, `${side}: `, make('bdi', {}, cell ? titleOf(data, cell) : 'nothing')),
    ...(cell?.broken ?? []).map((words) => make('p', { class: 'alarm' }, `Broken invariant: ${words}`)),
    cell?.failed !== undefined && make('p', { class: 'alarm' }, `Failed: ${cell.failed}`),
    cell && !text && make('p', { class: 'none' }, 'The text of this cell is not in this page.'),
    text && findings.length === 0 && make('p', { class: 'none' }, 'No findings.'),
    findings.length > 0 &&
      make(
        'details',
        { class: 'found' },
        make('summary', {}, findings.length === 1 ? '1 finding' : `${findings.length} findings`),
        ...findings.map(renderFinding),
      ),
  );
}

function comparePair(
  a: string,
  b: string,
  { left, right }: { left?: TextSection; right?: TextSection },
): { gone: Range[]; added: Range[] } {
  const move = (ranges: readonly Range[], by: number) =>
    ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));
  const { gone, added } = diffWords(
    left ? a.slice(left.start, left.end) : '',
    right ? b.slice(right.start, right.end) : '',
  );
  return { gone: move(gone, left?.start ?? 0), added: move(added, right?.start ?? 0) };
}
