import type { ChosenResource, FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Table } from '../../../schemas/report.ts';
import { formatDate, formatMoney, formatNumber } from '../../facts/format.ts';
import type { Card, CardsBlock } from './report-document.ts';
import { WORDS } from './words.ts';

/**
 * Gives the cards that stand for the table of resources on a page, or nothing where a table is another one: it has to
 * name the resources of the facts, one a row and in their order. Every cell of it is in the cards.
 */
export function findCards(table: Table, facts: FactSheet): CardsBlock | undefined {
  const { chosen } = facts.resources;
  const isTheirs =
    table.id === 'resources' &&
    chosen.length > 0 &&
    table.rows.length === chosen.length &&
    chosen.every(({ title }, at) => table.rows[at]?.[0]?.text === title);
  if (!isTheirs) return undefined;
  return {
    kind: 'cards',
    title: table.caption,
    cards: chosen.map((resource) => makeCard(resource, facts)),
    table,
  };
}

function makeCard(resource: ChosenResource, { roadmap }: FactSheet): Card {
  const { title, url, provider, kind, closes, level, hours } = resource;
  const { card } = WORDS;
  const phases = roadmap.phases.filter(({ skills }) =>
    skills.some(({ id }) => closes.some((gap) => gap.id === id)),
  );
  return {
    title,
    href: url,
    provider,
    kind,
    closes: closes.map(({ name }) => name),
    details: [
      ...(phases.length === 0
        ? []
        : [{ label: card.phase(phases.length), value: phases.map(({ index }) => String(index)).join(', ') }]),
      ...(level === null ? [] : [{ label: card.level, value: WORDS.levels[level] }]),
      { label: card.hours, value: hours === null ? card.notGiven : formatNumber(hours) },
    ],
    cost: describeCost(resource),
  };
}

/** Such as "paid, $49 (checked June 2025)". */
function describeCost({ cost, price, costChecked }: ChosenResource): string {
  const amount = price === null ? '' : `, ${formatMoney(price.amount, price.currency)}`;
  return `${cost}${amount}${costChecked === null ? '' : ` (${WORDS.card.checked(formatDate(costChecked))})`}`;
}
