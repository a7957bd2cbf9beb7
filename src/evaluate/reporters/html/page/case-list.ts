import { FLAG_WORDS } from '../flag-words.ts';
import type { PageData } from '../page-data.ts';
import { byId, make } from './elements.ts';

/** The list of cases at the side: one stop of the tab key, arrows within. */
export function showList(
  { cases }: PageData,
  shown: readonly number[],
  open: number | undefined,
  onOpen: (index: number) => void,
): void {
  const list = byId('case-list');
  const buttons = shown.map((index) => {
    const one = cases[index];
    const button = make(
      'button',
      {
        type: 'button',
        'data-case': String(index),
        tabindex: '-1',
        'aria-current': index === open && 'true',
      },
      make('bdi', { class: 'case-id' }, one?.id ?? ''),
      ...(one?.flags ?? []).map((flag) => make('span', { class: `flag ${flag}` }, FLAG_WORDS[flag].short)),
    );
    button.addEventListener('click', () => onOpen(index));
    return button;
  });
  (buttons.find((button) => button.hasAttribute('aria-current')) ?? buttons[0])?.setAttribute(
    'tabindex',
    '0',
  );
  list.replaceChildren(...buttons.map((button) => make('li', {}, button)));
}

/** Marks the open case in the list, and scrolls the list to it; never the page. */
export function markOpen(index: number): void {
  for (const button of buttonsOf()) {
    const own = button.dataset.case === String(index);
    if (own) button.setAttribute('aria-current', 'true');
    else button.removeAttribute('aria-current');
    button.tabIndex = own ? 0 : -1;
    if (own) showInList(button);
  }
}

function showInList(button: HTMLElement): void {
  const frame = button.closest('.list');
  if (!frame) return;
  const [outer, inner] = [frame.getBoundingClientRect(), button.getBoundingClientRect()];
  if (inner.top < outer.top) frame.scrollTop -= outer.top - inner.top;
  else if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom - outer.bottom;
}

/** Arrows, Home and End move the focus within the list. */
export function followKeys(event: KeyboardEvent): void {
  const buttons = buttonsOf();
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  const next = to === undefined ? undefined : buttons[Math.max(0, Math.min(buttons.length - 1, to))];
  if (!next) return;
  event.preventDefault();
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next.focus();
}

const buttonsOf = (): HTMLButtonElement[] => [...byId('case-list').querySelectorAll('button')];
