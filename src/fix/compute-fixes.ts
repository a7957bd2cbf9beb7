import type { CheckResult, FactSheet, Finding } from '../../schemas/index.ts';
import { builtInLexicon, type CheckOptions, checkReport } from '../check/index.ts';
import { applyFixes, overlap } from './apply-fixes.ts';
import { escapeFor } from './escape-for.ts';
import type { Change, Fix } from './fix.ts';
import { FIXERS } from './fixers.ts';

/** A finding that can still be mended: the changes that are left to try. */
interface Attempt {
  finding: Finding;
  changes: Change[];
}

/**
 * Gives for each finding the smallest true rewording, where there is one and it is certain. The fixes do not overlap.
 * Every one has been tried: with all of them applied, each of their findings is gone and no other error has come.
 * @param findings of `checkReport` on this text, these facts and these options
 */
export function computeFixes(
  text: string,
  facts: FactSheet,
  findings: readonly Finding[],
  options: CheckOptions = {},
): Fix[] {
  const write = escapeFor(options.format ?? 'markdown');
  const skills = skillNames(facts, options);
  const isSkill = (words: string) => skills.has(words);
  let attempts = findings
    .map((finding): Attempt => {
      const changes = FIXERS.filter(({ rules }) => rules?.includes(finding.rule) ?? true).flatMap((fixer) =>
        fixer.propose({ text, facts, finding, findings, isSkill }),
      );
      return { finding, changes: changes.map((one) => ({ ...one, replacement: write(one.replacement) })) };
    })
    .filter(({ changes }) => changes.length > 0);
  if (attempts.length === 0) return [];
  const check = (fixes: readonly Fix[]) => checkReport(applyFixes(text, fixes), facts, options);
  let accepted: Fix[] = [];
  let state = checkReport(text, facts, options);
  while (attempts.length > 0) {
    const round: Fix[] = [];
    for (const { finding, changes } of attempts) {
      const change = changes[0];
      if (change && ![...accepted, ...round].some((other) => overlap(other, change)))
        round.push({ finding, ...change, description: describe(text, change) });
    }
    ({ accepted, state } = accept(round, { accepted, state }, check));
    attempts = attempts
      .map(({ finding, changes }) => ({ finding, changes: changes.slice(1) }))
      .filter(
        ({ finding, changes }) => changes.length > 0 && !accepted.some((fix) => fix.finding === finding),
      );
  }
  return accepted.sort((a, b) => a.start - b.start);
}

interface State {
  accepted: Fix[];
  state: CheckResult;
}

/** Takes all that hold together; where they do not, halves them until those that spoil it stand alone. */
function accept(group: readonly Fix[], before: State, check: (fixes: readonly Fix[]) => CheckResult): State {
  if (group.length === 0) return before;
  const accepted = [...before.accepted, ...group];
  const state = check(accepted);
  if (helps(group, before.state, state)) return { accepted, state };
  if (group.length === 1) return before;
  const half = group.length >> 1;
  return accept(group.slice(half), accept(group.slice(0, half), before, check), check);
}

/** Whether every finding of the group is gone, nothing new has come, and nothing has become unreadable instead. */
function helps(group: readonly Fix[], before: CheckResult, after: CheckResult): boolean {
  const allowed = count(before.findings);
  for (const { finding } of group) allowed.set(keyOf(finding), (allowed.get(keyOf(finding)) ?? 0) - 1);
  const left = count(after.findings);
  const readable =
    after.summary.unparsed <= before.summary.unparsed || after.summary.claims >= before.summary.claims;
  return readable && [...left].every(([key, times]) => times <= (allowed.get(key) ?? 0));
}

const keyOf = ({ rule, severity, subject }: Finding): string => [rule, severity, subject].join('\n');

function count(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) counts.set(keyOf(finding), (counts.get(keyOf(finding)) ?? 0) + 1);
  return counts;
}

function describe(text: string, { start, end, replacement }: Change): string {
  const old = text.slice(start, end).trim();
  return replacement === '' ? `leave out "${old}"` : `"${old}" -> "${replacement}"`;
}

function skillNames(facts: FactSheet, { lexicon = builtInLexicon() }: CheckOptions): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { name, spellings } of [...facts.skills, ...facts.extras, ...lexicon])
    for (const one of [name, ...spellings]) names.add(one.toLowerCase());
  return names;
}
