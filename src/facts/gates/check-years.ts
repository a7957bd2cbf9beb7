import { formatCounted, formatMonths } from '../format.ts';
import type { GateCheck } from './gate-check.ts';

/** Years asked against all dated work. */
export const checkYears: GateCheck = (gate, { months }) => {
  if (gate.years === undefined)
    return {
      asked: gate.name,
      found: null,
      status: 'unknown',
      reason: 'the role does not say how many years',
    };
  const asked = formatCounted(gate.years, 'year');
  if (months === null)
    return { asked, found: null, status: 'unknown', reason: 'the resume gives no dated work' };
  const found = formatMonths(months);
  const met = months >= gate.years * 12;
  return { asked, found, status: met ? 'met' : 'not met', reason: `the dated work adds up to ${found}` };
};
