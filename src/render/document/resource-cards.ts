import type { ChosenResource, FactSheet } from '../../../schemas/fact-sheet.ts';
import type { Table } from '../../../schemas/report.ts';
import { type Words, wordsOf } from '../../language/index.ts';
import type { Card, CardsBlock } from './report-document.ts';

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
    sameAsTable: wordsOf(facts).say('doc.same-as-table'),
    cards: chosen.map((resource) => makeCard(resource, facts)),
    table,
  };
}

function makeCard(resource: ChosenResource, { language, roadmap }: FactSheet): Card {
  const words = wordsOf({ language });
  const { title, url, provider, kind, closes, level, hours } = resource;
  const phases = roadmap.phases.filter(({ skills }) =>
    skills.some(({ id }) => closes.some((gap) => gap.id === id)),
  );
  return {
    title,
    href: url,
    provider,
    kind: words.say('table.resource-kind', { kind }),
    closes: closes.map(({ name }) => name),
    details: [
      ...(phases.length === 0
        ? []
        : [
            {
              label: words.say('card.phase', { n: phases.length }),
              value: phases.map(({ index }) => String(index)).join(', '),
            },
          ]),
      ...(level === null
        ? []
        : [{ label: words.say('card.level'), value: words.capitalize(words.say('fact.level', { level })) }]),
      {
        label: words.say('table.hours'),
        value: hours === null ? words.say('table.not-given') : words.number(hours),
      },
    ],
    cost: describeCost(resource, words),
    labels: { for: words.say('table.for'), cost: words.say('table.cost') },
  };
}

/** Such as "paid, $49 (checked June 2025)". */
function describeCost({ cost, price, costChecked }: ChosenResource, words: Words): string {
  const amount = price === null ? '' : `, ${words.money(price.amount, price.currency)}`;
  const checked =
    costChecked === null ? '' : ` (${words.say('card.checked', { date: words.date(costChecked) })})`;
  return `${words.say('fact.cost', { cost })}${amount}${checked}`;
}
