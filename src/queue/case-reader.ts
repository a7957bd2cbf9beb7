import { type Case, type FactSheet, Resume } from '../../schemas/index.ts';
import { UsageError } from '../errors.ts';
import { computeFacts } from '../facts/index.ts';
import { builtInResources } from '../resources/built-in-resources.ts';
import type { ReportStore } from '../store/index.ts';
import type { WriteReportOptions } from '../write-report.ts';
import { KEYS, type ReportJob } from './names.ts';
import { ReportSpec, toReportOptions } from './report-spec.ts';
import { getJson } from './store-json.ts';

/** A report's inputs and facts, read from the store. */
export interface QueuedCase {
  theCase: Case;
  facts: FactSheet;
  spec: ReportSpec;
  options: WriteReportOptions;
}

/** Specs and cases that a worker has at hand: the sections of one report come one after the other. */
const SPECS = 8;
const CASES = 64;

/** Reads the cases of jobs, the last ones from memory. */
export function openCaseReader(store: ReportStore): (job: ReportJob) => Promise<QueuedCase> {
  const specs = remember(SPECS, async (key: string) => {
    const spec = await getJson(store, KEYS.spec(key), ReportSpec);
    if (!spec) throw missing(store, KEYS.spec(key));
    return { spec, options: toReportOptions(spec) };
  });
  const cases = remember(CASES, async (keys: string): Promise<QueuedCase> => {
    const [report = '', specName = ''] = keys.split(' ');
    const [{ spec, options }, resume] = await Promise.all([
      specs(specName),
      getJson(store, KEYS.resume(report), Resume),
    ]);
    if (!resume) throw missing(store, KEYS.resume(report));
    const { role, plan, resources, date } = spec;
    const theCase: Case = { resume, role, ...(plan && { plan }), ...(resources && { resources }), date };
    const facts = computeFacts(theCase, { resources: builtInResources(), ...options });
    return { theCase, facts, spec, options };
  });
  return ({ report, spec }) => cases(`${report} ${spec}`);
}

function missing(store: ReportStore, key: string): UsageError {
  return new UsageError(
    `cannot work on the job: found no ${key} in the store ${store.address}, expected it: give all workers the store that the reports were enqueued with, or enqueue them again`,
  );
}

/** Keeps the last results, the least recently used going first. What fails is not kept. */
function remember<T>(most: number, make: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key) => {
    const made = kept.get(key) ?? make(key);
    kept.delete(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break;
      kept.delete(oldest);
    }
    return made;
  };
}
