import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  addPay,
  buildEscoRole,
  buildOnetRole,
  builtInCatalog,
  describeWageSource,
  type Role,
  readEsco,
  readOnet,
  readWages,
} from '../../src/index.ts';

/** A real occupation, and its profile, which is made when it is needed. */
export interface Occupation {
  source: 'O*NET' | 'ESCO';
  code: string;
  makeRole(): Role;
}

/** Where the official files lie; the repository has no copies of them. */
export const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether the official files are there. */
export function hasData(): boolean {
  return existsSync(`${DATA}onet`) && existsSync(`${DATA}esco`);
}

/** All occupations of O*NET (with the wages of BLS) and of ESCO, in the order of their codes. */
export async function readOccupations(): Promise<Occupation[]> {
  const catalog = builtInCatalog();
  const [onet, wages, esco] = [
    await readOnet(`${DATA}onet`),
    await readWages(`${DATA}bls/national_m2024_dl.tsv`, { date: '2024-05' }),
    await readEsco(`${DATA}esco/v1.1.1`),
  ];
  const american = [...onet.occupations.values()].map(
    (occupation): Occupation => ({
      source: 'O*NET',
      code: occupation.code,
      makeRole() {
        const role = buildOnetRole(occupation, { catalog, release: '29.3', jobZones: onet.jobZones });
        const pay = wages.get(occupation.code.slice(0, 7)) ?? [];
        return addPay(role, pay, describeWageSource('2024-05'));
      },
    }),
  );
  const european = [...esco.occupations.values()].map(
    (occupation): Occupation => ({
      source: 'ESCO',
      code: occupation.code,
      makeRole: () => buildEscoRole(occupation, esco, { catalog, release: esco.release }),
    }),
  );
  return [...american, ...european].sort((a, b) =>
    a.source !== b.source ? (a.source < b.source ? 1 : -1) : a.code < b.code ? -1 : 1,
  );
}
