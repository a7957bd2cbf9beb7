import type { PageFinding } from '../page-data.ts';
import { byId, make } from './elements.ts';

/** The one card that says what is wrong at a place of a text, while that place is pointed at or has the focus. */
let pointedAt: HTMLElement | undefined;

/** Makes a place show its findings on hover and focus. */
export function attachCard(place: HTMLElement, findings: readonly PageFinding[]): void {
  place.addEventListener('mouseenter', () => showCard(place, findings));
  place.addEventListener('focus', () => showCard(place, findings));
  place.addEventListener('click', () => showCard(place, findings));
  place.addEventListener('mouseleave', () => {
    if (document.activeElement !== place) hideCard();
  });
  place.addEventListener('blur', hideCard);
}

/** Hides the card; says whether there was one. */
export function hideCard(): boolean {
  const shown = pointedAt !== undefined;
  pointedAt?.removeAttribute('aria-describedby');
  pointedAt = undefined;
  byId('card').hidden = true;
  return shown;
}

function showCard(place: HTMLElement, findings: readonly PageFinding[]): void {
  hideCard();
  pointedAt = place;
  const card = byId('card');
  card.replaceChildren(...findings.map(renderFinding));
  card.hidden = false;
  place.setAttribute('aria-describedby', 'card');
  moveCard();
}

/** Puts the card below its place, or above where there is no room. The page may scroll while it is shown. */
export function moveCard(): void {
  if (!pointedAt) return;
  const card = byId('card');
  const box = (pointedAt.getClientRects()[0] ?? pointedAt.getBoundingClientRect()) as DOMRect;
  const [width, height] = [card.offsetWidth, card.offsetHeight];
  const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - width - 8));
  const below = box.bottom + 6;
  const top = below + height > innerHeight && box.top - 6 - height > 0 ? box.top - 6 - height : below;
  card.style.setProperty('left', `${left}px`);
  card.style.setProperty('top', `${top}px`);
}

/** A finding with the facts behind it. */
export function renderFinding({ rule, severity, message, expected, facts }: PageFinding): HTMLElement {
  return make(
    'div',
    { class: 'finding-words' },
    make('p', {}, make('strong', { class: severity }, severity), ' ', make('code', {}, rule)),
    make('p', {}, message),
    !message.includes(expected) && make('p', {}, `Expected: ${expected}`),
    facts.length > 0 && make('ul', {}, ...facts.map((fact) => make('li', {}, fact))),
  );
}
