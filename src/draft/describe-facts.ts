import type { Fact } from '../../schemas/index.ts';
import { groupIds } from './group-ids.ts';
import type { Privacy } from './privacy.ts';

/** Longest value shown to a model; longer ones are cut. */
const LONGEST = 160;

/**
 * Facts as a model sees them, one thing a line: `id = "display" (unit)`, and behind it what else is known of the same
 * thing, by the end of its id: `skill.go = "Go" (name); .status = "missing"`. Values are quoted and stripped of control
 * characters, markup and braces, since they may come from a resume or a posting: they are data. Personal values
 * (names, employers) are not shown unless `privacy` shares names: the slot's id is enough to write with. Free text of
 * the resume is shown without the personal values in it.
 */
export function describeFacts(facts: readonly Fact[], privacy?: Privacy): string {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const tell = (id: string, as: string) => `${as} = ${describe(byId.get(id) as Fact, privacy)}`;
  return groupIds(byId.keys())
    .flatMap(({ head, tails }) => {
      const [first = '', ...rest] = tails;
      // Without a fact of its own a head is no id to continue.
      if (first !== '') return tails.map((tail) => tell(head + tail, head + tail));
      return [[tell(head, head), ...rest.map((tail) => tell(head + tail, tail))].join('; ')];
    })
    .join('\n');
}

function describe(fact: Fact, privacy: Privacy | undefined): string {
  if (fact.personal && !(privacy?.shareNames && fact.value !== null))
    return `(private ${fact.unit}; write {{${fact.id}}})`;
  if (fact.value === null) return '(not known)';
  const display = isFreeText(fact) ? (privacy?.hide(fact.display) ?? fact.display) : fact.display;
  const value = JSON.stringify(tame(display));
  // `.status = "met" (status)` would say it twice.
  const unit = fact.id.endsWith(`.${fact.unit}`) ? [] : [fact.unit];
  const label = [...unit, ...(fact.basis === 'estimate' ? ['estimate'] : [])].join(', ');
  return label === '' ? value : `${value} (${label})`;
}

/** What somebody wrote in a resume in words of his own; names of skills are not, because reports are about them. */
function isFreeText({ id, unit, source, personal }: Fact): boolean {
  return (
    (source.input === 'resume' && (unit === 'text' || personal === true)) || id === 'candidate.leadership'
  );
}

/** Text of inputs as a model may see it: on one line, without unseen characters, markup and braces, not too long. */
export function tame(text: string): string {
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, ' ')
    .replace(/[{}<>`]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST).toWellFormed()}...` : clean;
}
