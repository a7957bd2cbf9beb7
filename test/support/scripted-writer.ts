import type { Draft, FactSheet } from '../../schemas/index.ts';
import { DEFAULT_STYLE, fillSlots, SECTIONS, type Section } from '../../src/sections/index.ts';
import type { Script, ScriptedCall, ScriptedReply } from './scripted-server.ts';

/** A draft without fault: what the offline writer says, as a model returns it. */
export function perfectDraft(section: Section, sheet: FactSheet): Draft {
  return {
    paragraphs: section
      .offline(sheet, DEFAULT_STYLE)
      .map((sentences) => ({ sentences: sentences.map(({ text, facts }) => ({ text, facts })) })),
  };
}

/** The section that a request is about. */
export function sectionOf(call: ScriptedCall): Section {
  const section = SECTIONS.find(({ id }) => id.replaceAll('-', '_') === call.section);
  if (!section) throw new Error(`no section in the request ${call.index}: ${call.schemaName}`);
  return section;
}

/** A model that writes without fault. */
export function perfectWriter(sheet: FactSheet): Script {
  return (call) => ({
    content: perfectDraft(sectionOf(call), sheet),
    usage: { prompt_tokens: 900, completion_tokens: 200 },
  });
}

/** One contradiction for each section: a wrong sentence, and what is wrong with it. */
export function faultsFor(sheet: FactSheet): Record<string, { text: string; facts: string[]; rule: string }> {
  const met = sheet.skills.find((skill) => skill.status === 'met');
  const missing = sheet.skills.find((skill) => skill.status === 'missing');
  if (!met || !missing) throw new Error('this script needs a met and a missing skill');
  return {
    'executive-summary': {
      text: `{{candidate.name}} still lacks ${met.name}.`,
      facts: [`skill.${met.id}.status`],
      rule: 'skill-polarity',
    },
    'candidate-profile': {
      text: `They are already proficient in ${missing.name}.`,
      facts: [`skill.${missing.id}.status`],
      rule: 'skill-polarity',
    },
    'market-requirements-analysis': {
      text: 'The role pays $90,000 to $120,000 per year.',
      facts: ['role.salary'],
      rule: 'bare-figure',
    },
    'skill-gap-assessment': {
      text: `${met.name} is missing, while ${missing.name} is fully met.`,
      facts: [`skill.${met.id}.status`, `skill.${missing.id}.status`],
      rule: 'skill-polarity',
    },
    'upskilling-roadmap': {
      text: 'The whole plan takes six weeks.',
      facts: ['roadmap.weeks'],
      rule: 'bare-figure',
    },
    'recommended-resources': {
      text: 'Haskell is covered by {{resource.no-such-course}}.',
      facts: ['resource.no-such-course'],
      rule: 'known-facts',
    },
  };
}

/** A model that contradicts the facts once in each section and mends it when told. */
export function contradictingWriter(sheet: FactSheet): Script {
  const faults = faultsFor(sheet);
  return (call): ScriptedReply => {
    const section = sectionOf(call);
    const good = perfectDraft(section, sheet);
    const [first, ...others] = good.paragraphs;
    const [sentence, ...rest] = first?.sentences ?? [];
    if (!sentence) throw new Error(`nothing to contradict in ${section.id}`);
    if (call.purpose === 'repair') return { content: { sentences: [{ id: 1, ...sentence }] } };
    const fault = faults[section.id] as (typeof faults)[string];
    return {
      content: {
        paragraphs: [{ sentences: [{ text: fault.text, facts: fault.facts }, ...rest] }, ...others],
      },
    };
  };
}

/** A model that contradicts the facts in each section and says the same again when told. */
export function stubbornWriter(sheet: FactSheet): Script {
  const faults = faultsFor(sheet);
  return (call): ScriptedReply => {
    const section = sectionOf(call);
    const { text, facts } = faults[section.id] as (typeof faults)[string];
    if (call.purpose === 'repair') return { content: { sentences: [{ id: 1, text, facts }] } };
    const [first, ...others] = perfectDraft(section, sheet).paragraphs;
    return {
      content: {
        paragraphs: [{ sentences: [{ text, facts }, ...(first?.sentences.slice(1) ?? [])] }, ...others],
      },
    };
  };
}

/** A model that writes without fault where figures are written out: all values but personal ones filled in. */
export function perfectCitedWriter(sheet: FactSheet): Script {
  const shown = new Map(sheet.facts.filter((fact) => !fact.personal).map((fact) => [fact.id, fact]));
  return (call) => ({
    content: {
      paragraphs: perfectDraft(sectionOf(call), sheet).paragraphs.map(({ sentences }) => ({
        sentences: sentences.map(({ text, facts }) => ({ text: fillSlots(text, shown), facts })),
      })),
    },
  });
}

/** The same as free prose. */
export function perfectPlainWriter(sheet: FactSheet): Script {
  const cited = perfectCitedWriter(sheet);
  return async (call) => {
    const { paragraphs } = (await cited(call)).content as Draft;
    return {
      content: {
        text: paragraphs.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')).join('\n\n'),
      },
    };
  };
}
