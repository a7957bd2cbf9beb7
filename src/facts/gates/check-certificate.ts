import { normalizeName, scanMentions } from '../../skills/index.ts';
import { compareNames } from '../identify.ts';
import type { GateCheck } from './gate-check.ts';

/** Certificate or licence asked against the certificates and skills of the resume, by any spelling that the catalog knows. */
export const checkCertificate: GateCheck = (gate, { resume, catalog, words }) => {
  const asked = gate.name;
  const names = (resume.certificates ?? []).flatMap(({ name }) => name ?? []).sort(compareNames);
  const wanted = catalog.find(gate.name);
  const found = names.find((name) =>
    wanted
      ? catalog.find(name) === wanted ||
        scanMentions(name, catalog).some((mention) => mention.entry === wanted)
      : ` ${wordsOf(name)} `.includes(` ${wordsOf(gate.name)} `),
  );
  if (found !== undefined) return { asked, found, status: 'met', reason: words.say('gate.lists', { found }) };
  // Some list what they are certified in among their skills; saying that it is not met would contradict that.
  const listed = (resume.skills ?? [])
    .flatMap(({ name, keywords }) => [name, ...(keywords ?? [])])
    .sort(compareNames)
    .find((name) => (wanted ? catalog.find(name) === wanted : wordsOf(name) === wordsOf(gate.name)));
  if (listed !== undefined) {
    // By the catalog's name, like any skill: which alias the resume uses must not matter.
    const name = wanted?.name ?? listed;
    return { asked, found: name, status: 'met', reason: words.say('gate.lists-as-skill', { found: name }) };
  }
  return names.length === 0
    ? { asked, found: null, status: 'unknown', reason: words.say('gate.no-certificates') }
    : { asked, found: null, status: 'not met', reason: words.say('gate.other-certificates') };
};

/** Without the signs between words, so that "CPR (adult), valid" bears "CPR". */
function wordsOf(name: string): string {
  return normalizeName(name.replace(/[(),;:]/g, ' '));
}
