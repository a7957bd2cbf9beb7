import type { Gate, Role, RoleGate } from '../../schemas/index.ts';
import { ENGLISH } from '../language/index.ts';
import { toSlugs } from '../skills/index.ts';
import { checkCertificate } from './gates/check-certificate.ts';
import { checkDegree } from './gates/check-degree.ts';
import { checkLanguage } from './gates/check-language.ts';
import { checkYears } from './gates/check-years.ts';
import type { GateCheck, Sources } from './gates/gate-check.ts';

const CHECKS: Readonly<Record<RoleGate['kind'], GateCheck>> = {
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
    ...(years ? [{ kind: 'years', name: sources.words.say('fact.years-gate'), years } as const] : []),
    ...(role.gates ?? []),
  ];
  // In every language the ids are those of English.
  const named = (role.gates ?? []).map((gate) => gate.name);
  const ids = toSlugs(years ? [ENGLISH.say('fact.years-gate'), ...named] : named);
  return gates.map((gate, index) => ({
    id: ids[index] as string,
    kind: gate.kind,
    name: gate.name,
    ...CHECKS[gate.kind](gate, sources),
  }));
}
