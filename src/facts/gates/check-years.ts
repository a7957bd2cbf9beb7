import type { GateCheck } from './gate-check.ts';

/** Years asked against all dated work. */
export const checkYears: GateCheck = (gate, { months, words }) => {
  if (gate.years === undefined)
    return {
      asked: gate.name,
      found: null,
      status: 'unknown',
      reason: words.say('gate.years-not-said'),
    };
  const asked = words.counted(gate.years, 'year');
  if (months === null)
    return { asked, found: null, status: 'unknown', reason: words.say('gate.no-dated-work') };
  const found = words.months(months);
  const met = months >= gate.years * 12;
  return { asked, found, status: met ? 'met' : 'not met', reason: words.say('gate.dated-work', { found }) };
};
