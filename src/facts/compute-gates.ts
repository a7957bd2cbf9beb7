import type { Gate, Resume, Role, RoleGate } from '../../schemas/index.ts';
import { type Catalog, normalizeName, scanMentions, toSlugs } from '../skills/index.ts';
import { formatCounted, formatMonths } from './format.ts';

type Answer = Pick<Gate, 'asked' | 'found' | 'status' | 'reason'>;

/** What a gate can be checked against. */
interface Sources {
  resume: Resume;
  /** Months of work, null where no work is dated. */
  months: number | null;
  catalog: Catalog;
}

const CHECKS: Readonly<Record<RoleGate['kind'], (gate: RoleGate, sources: Sources) => Answer>> = {
  years: checkYears,
  degree: checkDegree,
  language: checkLanguage,
  certificate: checkCertificate,
  licence: checkCertificate,
};

/**
 * Whether each condition of the role that no course can meet is met, not met or unknown. Silence of the resume is
 * "unknown"; "not met" needs something in the resume that falls short, or a list of the same kind without it.
 * `role.experience.years` is a gate too.
 */
export function computeGates(role: Role, sources: Sources): Gate[] {
  const years = role.experience?.years;
  const gates: RoleGate[] = [
    ...(years ? [{ kind: 'years', name: 'Years of experience', years } as const] : []),
    ...(role.gates ?? []),
  ];
  const ids = toSlugs(gates.map((gate) => gate.name));
  return gates.map((gate, index) => ({
    id: ids[index] as string,
    kind: gate.kind,
    name: gate.name,
    ...CHECKS[gate.kind](gate, sources),
  }));
}

function checkYears(gate: RoleGate, { months }: Sources): Answer {
  const years = gate.years ?? 0;
  const asked = formatCounted(years, 'year');
  if (months === null)
    return { asked, found: null, status: 'unknown', reason: 'the resume gives no dated work' };
  const found = formatMonths(months);
  const met = months >= years * 12;
  return { asked, found, status: met ? 'met' : 'not met', reason: `the dated work adds up to ${found}` };
}

/** Lowest first; several words for one rank. */
const DEGREES: readonly RegExp[] = [
  /\b(?:high school|secondary|abitur|a-levels?|ged|gcse|matura)\b/i,
  /\b(?:certificate|diploma|apprenticeship|vocational|level [34]|hnc|lpn|journeyman)\b/i,
  /\b(?:associate|foundation degree|hnd|adn|a\.?a\.?s?\.?|level 5)\b/i,
  /\b(?:bachelor|undergraduate|b\.?sc\.?n?|b\.?a|bsn|b\.?eng|b\.?tech|bba|llb|licence|laurea)\b/i,
  /\b(?:master|m\.?sc\.?n?|m\.?a|msn|m\.?eng|mba|llm|magister|graduate degree|diplom)\b/i,
  /\b(?:doctor|doctorate|ph\.?\s?d|dphil|dnp|m\.?d|j\.?d|edd)\b/i,
];

function degreeRank(text: string): number {
  return DEGREES.findLastIndex((pattern) => pattern.test(text));
}

function checkDegree(gate: RoleGate, { resume }: Sources): Answer {
  const asked = gate.level ?? gate.name;
  const wanted = degreeRank(asked);
  const studies = (resume.education ?? []).map((study) =>
    [study.studyType, study.area].filter(Boolean).join(', '),
  );
  const ranks = (resume.education ?? []).map((study) => degreeRank(study.studyType ?? ''));
  const best = ranks.length === 0 ? -1 : Math.max(...ranks);
  const found = best < 0 ? (studies[0] ?? null) : (studies[ranks.indexOf(best)] ?? null);
  if (wanted < 0)
    return { asked, found, status: 'unknown', reason: `"${asked}" names no degree that we can rank` };
  if (best >= wanted) return { asked, found, status: 'met', reason: `the resume names ${found}` };
  if (best < 0 || ranks.some((rank) => rank < 0)) {
    return {
      asked,
      found,
      status: 'unknown',
      reason: studies.length === 0 ? 'the resume names no education' : 'not every degree named can be ranked',
    };
  }
  return { asked, found, status: 'not met', reason: `the highest degree named is ${found}` };
}

/** CEFR and LinkedIn/ILR words, lowest first. */
const FLUENCY: readonly RegExp[] = [
  /\b(?:a1|beginner|basic|elementary|novice)\b/i,
  /\b(?:a2|pre-intermediate|limited working|limited)\b/i,
  /\b(?:b1|intermediate|conversational|working)\b/i,
  /\b(?:b2|upper[- ]intermediate|independent|professional working|good)\b/i,
  /\b(?:c1|advanced|fluent|proficient|full professional|business fluent|professional)\b/i,
  /\b(?:c2|native|bilingual|mother tongue|near[- ]native)\b/i,
];

function checkLanguage(gate: RoleGate, { resume }: Sources): Answer {
  const asked = gate.level === undefined ? gate.name : `${gate.name} (${gate.level})`;
  const languages = (resume.languages ?? []).filter((entry) => entry.language !== undefined);
  const own = languages.find((entry) => normalizeName(entry.language ?? '') === normalizeName(gate.name));
  if (!own) {
    return languages.length === 0
      ? { asked, found: null, status: 'unknown', reason: 'the resume lists no languages' }
      : { asked, found: null, status: 'not met', reason: 'the resume lists languages, and not this one' };
  }
  const found = [own.language, own.fluency && `(${own.fluency})`].filter(Boolean).join(' ');
  const [wanted, held] = [gate.level, own.fluency].map((text) =>
    text === undefined ? -1 : FLUENCY.findLastIndex((pattern) => pattern.test(text)),
  ) as [number, number];
  if (gate.level === undefined || (held >= 0 && wanted >= 0 && held >= wanted)) {
    return { asked, found, status: 'met', reason: `the resume lists ${found}` };
  }
  if (held < 0 || wanted < 0)
    return { asked, found, status: 'unknown', reason: `the level of ${gate.name} cannot be compared` };
  return { asked, found, status: 'not met', reason: `the resume lists ${found}` };
}

function checkCertificate(gate: RoleGate, { resume, catalog }: Sources): Answer {
  const asked = gate.name;
  const names = (resume.certificates ?? []).flatMap((certificate) => certificate.name ?? []);
  const wanted = catalog.find(gate.name);
  const found = names.find((name) =>
    wanted
      ? catalog.find(name) === wanted ||
        scanMentions(name, catalog).some((mention) => mention.entry === wanted)
      : ` ${normalizeName(name)} `.includes(` ${normalizeName(gate.name)} `),
  );
  if (found !== undefined) return { asked, found, status: 'met', reason: `the resume lists ${found}` };
  return names.length === 0
    ? { asked, found: null, status: 'unknown', reason: 'the resume lists no certificates or licences' }
    : { asked, found: null, status: 'not met', reason: 'the resume lists certificates, and not this one' };
}
