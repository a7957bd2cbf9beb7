import { randomUUID } from 'node:crypto';
import type { Report } from '../../schemas/report.ts';
import type { SectionJournal } from '../draft/index.ts';
import { AbortedError, UsageError } from '../errors.ts';
import { readCase } from '../input/index.ts';
import type { Style } from '../sections/index.ts';
import { writeReport } from '../write-report.ts';
import { explainError } from './explain-error.ts';
import { LAST_EVENTS, type StudioEvent, studioEvents } from './studio-event.ts';
import type { StudioOptions } from './studio-options.ts';

/** What the page asks to have written. */
export interface JobRequest {
  resume: unknown;
  role: unknown;
  /** Default: the model where there is one. */
  writer?: 'model' | 'offline' | undefined;
  pronoun?: Style['pronoun'] | undefined;
  reader?: Style['reader'] | undefined;
  hoursPerWeek?: number | undefined;
}

/** One report on its way, or finished. */
export interface ReportJob {
  readonly id: string;
  readonly events: readonly StudioEvent[];
  readonly warnings: readonly string[];
  readonly report: Report | undefined;
  /** Resolves when there are more events than that many, or none will come. */
  more(than: number): Promise<void>;
  cancel(): void;
}

/** Reports written at the same time. */
const MOST_RUNNING = 3;
/** Reports kept; the oldest goes first. */
const MOST_KEPT = 20;

/** The reports of a studio: in memory alone, each dropped when its time is over. */
export class ReportJobs {
  readonly #options: StudioOptions;
  readonly #keepMs: number;
  #begun = 0;
  readonly #jobs = new Map<string, { job: ReportJob; timer: NodeJS.Timeout }>();

  constructor(options: StudioOptions, keepMs: number) {
    this.#options = options;
    this.#keepMs = keepMs;
  }

  /**
   * Begins a report.
   * @throws InputError for a wrong resume or role, UsageError where too many are being written, ModelError
   */
  async start(request: JobRequest): Promise<ReportJob> {
    const running = this.#begun + [...this.#jobs.values()].filter(({ job }) => !isOver(job)).length;
    if (running >= MOST_RUNNING)
      throw new UsageError(
        `cannot write another report: found ${running} being written, expected fewer; wait for one or cancel it`,
      );
    this.#begun += 1;
    try {
      return await this.#begin(request);
    } finally {
      this.#begun -= 1;
    }
  }

  async #begin(request: JobRequest): Promise<ReportJob> {
    const { resume, role } = request;
    // A text would be taken for a path.
    if (typeof resume !== 'object' || typeof role !== 'object')
      throw new UsageError('cannot write a report: found no resume or no role, expected both as objects');
    const { case: theCase, warnings } = await readCase({ resume, role, date: this.#options.date });
    const model = request.writer === 'offline' ? undefined : await this.#options.openModel?.();
    const id = randomUUID();
    const job = run(
      id,
      theCase,
      warnings.map(({ message }) => message),
      request,
      model,
      this.#options,
    );
    const timer = setTimeout(() => this.drop(id), this.#keepMs);
    timer.unref();
    this.#jobs.set(id, { job, timer });
    for (const [old] of [...this.#jobs].slice(0, Math.max(0, this.#jobs.size - MOST_KEPT))) this.drop(old);
    return job;
  }

  get(id: string): ReportJob | undefined {
    return this.#jobs.get(id)?.job;
  }

  /** Forgets a report, and stops it where it is being written. */
  drop(id: string): void {
    const kept = this.#jobs.get(id);
    if (!kept) return;
    clearTimeout(kept.timer);
    kept.job.cancel();
    this.#jobs.delete(id);
  }

  close(): void {
    for (const id of [...this.#jobs.keys()]) this.drop(id);
  }
}

function isOver({ events }: ReportJob): boolean {
  const last = events.at(-1);
  return last !== undefined && LAST_EVENTS.includes(last.type);
}

function run(
  id: string,
  theCase: Parameters<typeof writeReport>[0],
  warnings: readonly string[],
  { pronoun, reader, hoursPerWeek }: JobRequest,
  model: Awaited<ReturnType<NonNullable<StudioOptions['openModel']>>> | undefined,
  options: StudioOptions,
): ReportJob {
  const events: StudioEvent[] = [];
  const waiting = new Set<() => void>();
  const push = (event: StudioEvent) => {
    events.push(event);
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const stop = new AbortController();
  const { port: _port, keepMs: _keepMs, openModel: _open, date: _date, theme: _theme, ...writing } = options;
  let report: Report | undefined;
  const texts = acceptedTexts();
  const written = writeReport(theCase, {
    ...writing,
    model,
    style: {
      ...options.style,
      ...(pronoun && { pronoun }),
      ...(reader && { reader, person: reader === 'candidate' ? 'second' : 'third' }),
    },
    ...(hoursPerWeek !== undefined && { hoursPerWeek }),
    journal: texts.journal,
    signal: stop.signal,
  });
  const follow = async () => {
    const toStudio = studioEvents();
    for await (const event of written.events) {
      const told = toStudio(event);
      if (told) push(told);
      if (event.type === 'section-end') texts.tell(event.section, push);
    }
    report = await written.report;
    push({ type: 'job-done' });
  };
  follow().catch((error: unknown) => {
    if (error instanceof AbortedError || stop.signal.aborted) return push({ type: 'job-cancelled' });
    const { code, message } = explainError(error).body.error;
    return push({ type: 'job-failed', code, message });
  });
  return {
    id,
    events,
    warnings,
    get report() {
      return report;
    },
    more: (than) =>
      events.length > than ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve)),
    cancel: () => stop.abort(),
  };
}

/**
 * The texts of sections as they are accepted, told when the section has ended: the journal hears of them before the
 * events that lie in between have been read.
 */
function acceptedTexts(): {
  journal: SectionJournal;
  tell(section: string, push: (event: StudioEvent) => void): void;
} {
  const texts = new Map<string, readonly string[]>();
  return {
    journal: {
      begin: async () => {},
      get: async () => undefined,
      put: async (section, drafted) => {
        texts.set(
          section,
          drafted.section.blocks.flatMap((block) =>
            block.kind === 'paragraph' ? [block.sentences.map(({ text }) => text).join(' ')] : [],
          ),
        );
      },
    },
    tell(section, push) {
      const paragraphs = texts.get(section);
      if (paragraphs) push({ type: 'section-text', section, paragraphs });
    },
  };
}
