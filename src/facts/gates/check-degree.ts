import { compareNames } from '../identify.ts';
import { nameDegree } from '../name-degree.ts';
import { degreeRanks, fieldWords, highestDegree } from './degree-rank.ts';
import type { GateCheck } from './gate-check.ts';

/**
 * Degree asked against the studies of the resume. Met by a finished study that is as high and, where the gate names a
 * field, of that field; a degree of another field may or may not do, so it is unknown. Of several degrees asked for
 * ("Bachelor or Master") the lowest is enough.
 */
export const checkDegree: GateCheck = (gate, { resume, date, words }) => {
  const asked = gate.level ?? gate.name;
  const named = (type: string, area: string) => words.say('fact.degree', { type, area });
  const wanted = degreeRanks(asked)[0] ?? -1;
  const field = fieldWords(`${gate.name} ${gate.level ?? ''}`);
  const studies = (resume.education ?? [])
    .map((study) => ({
      name: nameDegree(study, named),
      rank: highestDegree(study.studyType ?? ''),
      done: study.endDate === undefined ? study.startDate === undefined : study.endDate <= date,
      goesOn: study.endDate !== undefined && study.endDate > date,
      fits: field.length === 0 || fieldWords(nameDegree(study, named)).some((word) => field.includes(word)),
    }))
    .filter((study) => study.name !== '')
    .sort(
      (a, b) =>
        b.rank - a.rank ||
        Number(b.fits) - Number(a.fits) ||
        Number(b.done) - Number(a.done) ||
        compareNames(a.name, b.name),
    );
  const found = studies[0]?.name ?? null;
  if (wanted < 0)
    return { asked, found, status: 'unknown', reason: words.say('gate.no-rank', { found: asked }) };
  const high = studies.filter((study) => study.rank >= wanted);
  const enough = high.find((study) => study.fits && study.done);
  if (enough)
    return {
      asked,
      found: enough.name,
      status: 'met',
      reason: words.say('gate.names', { found: enough.name }),
    };
  const unfinished = high.find((study) => study.fits);
  if (unfinished) {
    const { name, goesOn } = unfinished;
    const reason = words.say(goesOn ? 'gate.unfinished' : 'gate.end-unknown', { found: name });
    return { asked, found: name, status: goesOn ? 'not met' : 'unknown', reason };
  }
  if (high[0]) {
    const reason = words.say('gate.other-field', { found: high[0].name });
    return { asked, found: high[0].name, status: 'unknown', reason };
  }
  if (studies.length === 0)
    return { asked, found, status: 'unknown', reason: words.say('gate.no-education') };
  if (studies.some((study) => study.rank < 0))
    return { asked, found, status: 'unknown', reason: words.say('gate.some-unranked') };
  return { asked, found, status: 'not met', reason: words.say('gate.highest', { found: found ?? '' }) };
};
