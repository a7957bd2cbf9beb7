import type { MarketSource, PayDistribution, Role } from '../../schemas/index.ts';

type Salary = NonNullable<NonNullable<Role['market']>['salary']>;

/** Adds distributions of pay to a profile, with their source; the first that has both ends of a range is its salary. */
export function addPay(role: Role, pay: readonly PayDistribution[], source: MarketSource): Role {
  if (pay.length === 0) return role;
  const { market = {} } = role;
  const salary = market.salary ?? pay.map(rangeOf).find((range) => range !== undefined);
  return {
    ...role,
    market: {
      ...market,
      ...(salary && { salary }),
      salaries: [...(market.salaries ?? []), ...pay],
      sources: [...(market.sources ?? []).filter(({ id }) => id !== source.id), source],
    },
  };
}

/** From the 10th to the 90th percentile, or from the 25th to the 75th where the outer ones are not known. */
function rangeOf(pay: PayDistribution): Salary | undefined {
  const { currency, period, n, date, source } = pay;
  const ends =
    pay.p10 !== null && pay.p90 !== null
      ? { min: pay.p10, max: pay.p90, span: '10th to 90th percentile' }
      : pay.p25 !== null && pay.p75 !== null
        ? { min: pay.p25, max: pay.p75, span: '25th to 75th percentile' }
        : undefined;
  if (!ends) return undefined;
  return {
    ...ends,
    currency,
    period,
    ...(n !== null && { n }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
  };
}
