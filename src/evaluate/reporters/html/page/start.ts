import type { Flag, PageData } from '../page-data.ts';
import { hideCard, moveCard } from './card.ts';
import { followKeys, markOpen, showList } from './case-list.ts';
import { nameOf, showCase, titleOf, type View } from './case-view.ts';
import { byId, make } from './elements.ts';
import { matchCases } from './match-case.ts';

/** Wires the page. All that it shows comes out of the data in the page; it asks for nothing. */
function start(): void {
  wireTheme();
  const holder = document.getElementById('data');
  if (!holder) return;
  const data = JSON.parse(holder.textContent ?? '') as PageData;
  const search = byId('search') as HTMLInputElement;
  const flags = new Set<Flag>();
  let open = 0;
  let shown: number[] = [];
  const [left, right] = [byId('left') as HTMLSelectElement, byId('right') as HTMLSelectElement];
  fillSides(data, left, right);
  const viewOf = (): View => ({
    left: left.value,
    right: right.value,
    draft: (byId('draft') as HTMLInputElement).checked,
    differences: (byId('differences') as HTMLInputElement).checked,
  });
  const show = () => showCase(data, open, viewOf());
  const openCase = (index: number) => {
    open = index;
    markOpen(index);
    show();
    try {
      history.replaceState(null, '', `#case-${index}`);
    } catch {
      // Some browsers refuse it for files; the address then stays as it is.
    }
  };
  const filter = () => {
    shown = matchCases(data, { search: search.value, flags });
    showList(data, shown, open, openCase);
    byId('count').textContent = `${shown.length} of ${data.cases.length} cases`;
    byId('none').hidden = shown.length > 0;
  };
  wireFilters(flags, filter);
  search.addEventListener('input', filter);
  search.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      search.value = '';
      filter();
    }
    const [first] = shown;
    if (event.key !== 'Enter' || first === undefined) return;
    event.preventDefault();
    openCase(first);
    byId('case-list').querySelector('button')?.focus();
  });
  for (const id of ['left', 'right', 'draft', 'differences']) byId(id).addEventListener('change', show);
  byId('case-list').addEventListener('keydown', followKeys);
  for (const [id, step] of [
    ['previous', -1],
    ['next', 1],
  ] as const)
    byId(id).addEventListener('click', () => {
      const to = shown[shown.indexOf(open) + step];
      if (to !== undefined) openCase(to);
    });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hideCard();
  });
  document.addEventListener('scroll', moveCard, { passive: true, capture: true });
  const follow = () => {
    const index = Number(/^#case-(\d+)$/.exec(location.hash)?.[1] ?? Number.NaN);
    if (!data.cases[index]) return false;
    openCase(index);
    byId('cases').scrollIntoView();
    byId('case-title').focus({ preventScroll: true });
    return true;
  };
  addEventListener('hashchange', follow);
  // A dot of a plot stands for a case. Keyboards reach the same case by the list.
  document.addEventListener('click', ({ target }) => {
    const dot = target instanceof Element ? target.closest('circle[data-case]') : null;
    if (dot) location.hash = `#case-${dot.getAttribute('data-case')}`;
  });
  filter();
  byId('browser').hidden = false;
  if (!follow()) show();
  markOpen(open);
}

/** Left and right start with the first two variants, so that the first look is a comparison. */
function fillSides(data: PageData, left: HTMLSelectElement, right: HTMLSelectElement): void {
  const sides = new Map(data.cells.map((cell) => [nameOf(cell), cell]));
  const order = [...sides.values()].sort(
    (a, b) => a.repeat - b.repeat || a.model - b.model || a.variant - b.variant,
  );
  for (const select of [left, right])
    select.replaceChildren(
      ...order.map((cell) => make('option', { value: nameOf(cell) }, titleOf(data, cell))),
    );
  if (order.length > 1) right.selectedIndex = 1;
}

function wireFilters(flags: Set<Flag>, filter: () => void): void {
  for (const button of byId('filters').querySelectorAll('button'))
    button.addEventListener('click', () => {
      const flag = button.dataset.flag as Flag;
      const on = !flags.delete(flag);
      if (on) flags.add(flag);
      button.setAttribute('aria-pressed', String(on));
      filter();
    });
}

/** Without a choice the page follows the system. */
function wireTheme(): void {
  const button = byId('theme');
  button.hidden = false;
  button.addEventListener('click', () => {
    const dark =
      document.documentElement.dataset.theme === undefined
        ? matchMedia('(prefers-color-scheme: dark)').matches
        : document.documentElement.dataset.theme === 'dark';
    document.documentElement.dataset.theme = dark ? 'light' : 'dark';
  });
}

start();
