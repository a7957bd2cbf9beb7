import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Case, CheckResult, FactSheet, Report, ReportSection } from '../schemas/index.ts';
import { type CheckOptions, checkReport, lexiconOf } from './check/index.ts';
import {
  CallLog,
  commonFacts,
  countSentences,
  type DraftedSection,
  draftSection,
  EventStream,
  groundOf,
  loadPromptSet,
  offlineSection,
  type Privacy,
  type Prompt,
  type PromptSet,
  privacyOf,
  type ReportEvent,
  type RunManifest,
  type SectionJournal,
  sumCalls,
} from './draft/index.ts';
import { AbortedError, ModelError, type ModelFault, ReportError, UsageError } from './errors.ts';
import { computeFacts, type FactOptions } from './facts/index.ts';
import { wordsOf } from './language/index.ts';
import { builtInPrices, type Model, type Prices, type RetryOptions, withRetries } from './model/index.ts';
import { renderReportMarkdown } from './render/index.ts';
import { builtInResources } from './resources/built-in-resources.ts';
import { DEFAULT_STYLE, SECTIONS, type Section, type Style } from './sections/index.ts';
import type { Telemetry } from './telemetry/index.ts';
import { VERSION } from './version.ts';

export interface WriteReportOptions extends FactOptions {
  /** The facts of this very case, where they have been computed already. */
  facts?: FactSheet | undefined;
  /** Phrases the facts; without one the offline writer does. */
  model?: Model | undefined;
  style?: Partial<Style>;
  /** The prompts; default: the built-in set `slots`. See `loadPromptSet`. */
  prompts?: PromptSet | undefined;
  /** Lets the model see the names of the candidate, of employers and of schools. Contacts and addresses never are shown. */
  shareNames?: boolean;
  /** Rounds of repair for each section, at most. Default 3. */
  maxRepairs?: number;
  /**
   * Retries of failed calls; `false` where the model brings its own. Unless said otherwise a call with its retries has
   * ten minutes, and the report two retries for each of its sections.
   */
  retry?: RetryOptions | false;
  /**
   * Sentences that cannot be had from the model, for a failed call or for what it writes, are an error (ModelError);
   * else they are written offline. A list makes an error of these faults only.
   */
  strict?: boolean | readonly ModelFault[];
  /** The host that the model is asked at, for the journal. */
  endpoint?: string | undefined;
  /** What calls cost, for the report's provenance. Default: the built-in table. */
  prices?: Prices;
  /** Stream the replies: each piece is a `section-delta` event. */
  deltas?: boolean;
  /** Sections drafted at the same time. Default: all. */
  concurrency?: number;
  /** Sections, in order. Default: all six. */
  sections?: readonly Section[];
  /** Keeps accepted sections; those it has already are not asked for again. Sections written offline after a failure are not kept. */
  journal?: SectionJournal | undefined;
  /** Gets spans of the report, its sections and its calls. See `openTelemetry`. */
  telemetry?: Telemetry | undefined;
  signal?: AbortSignal | undefined;
}

/** A report on its way. */
export interface ReportRun {
  /** The finished, checked report. */
  report: Promise<Report>;
  /** What happens on the way, to be read once. */
  events: AsyncIterable<ReportEvent>;
}

/**
 * Writes a report: facts, then each section by the model or offline, each sentence checked and repaired, then the
 * whole text checked once more. Reads no environment and writes no file.
 *
 * `report` rejects with InputError (unsound catalog), ModelError (`strict` only), AbortedError (the signal), or
 * ReportError where the finished text still contradicts the facts.
 */
export function writeReport(theCase: Case, options: WriteReportOptions = {}): ReportRun {
  const events = new EventStream<ReportEvent>();
  const trace = options.telemetry?.traceReport();
  // Inside the retries, so that each attempt is a span.
  const model = options.model && trace ? trace.traceModel(options.model) : options.model;
  const report = run(theCase, { ...options, model }, (event) => {
    trace?.follow(event);
    events.push(event);
  }).finally(() => events.close());
  // Whoever reads only the events must not be ended by an unhandled rejection; `report` still rejects.
  report.then(
    () => trace?.end(),
    (error: unknown) => trace?.end(error),
  );
  return { report, events };
}

/**
 * Drafts one section of a report as `writeReport` would, for those who spread the sections of a report over processes:
 * `writeReport` with a journal that has all of them then only checks and puts together.
 * @returns the section, and the manifest that it was drafted under
 * @throws {AbortedError} when the signal fires
 * @throws {ModelError} with `strict`
 */
export async function draftReportSection(
  id: string,
  theCase: Case,
  options: WriteReportOptions & { model: Model; onEvent?: (event: ReportEvent) => void },
): Promise<{ drafted: DraftedSection; manifest: RunManifest }> {
  const { model, sections = SECTIONS, onEvent = () => {}, signal } = options;
  const section = sections.find((one) => one.id === id);
  if (!section)
    throw new UsageError(
      `cannot draft the section ${JSON.stringify(id)}: expected one of ${sections.map((one) => one.id).join(', ')}`,
    );
  throwIfAborted(signal);
  const sheet = options.facts ?? computeFacts(theCase, { resources: builtInResources(), ...options });
  const style = { ...DEFAULT_STYLE, ...options.style };
  const privacy = privacyOf(sheet, { ...options, resume: theCase.resume });
  const { draft, manifest } = await openDrafting(
    sheet,
    sections,
    model,
    { ...options, style, privacy },
    onEvent,
  );
  return { drafted: await draft(section, signal), manifest };
}

async function run(
  theCase: Case,
  options: WriteReportOptions,
  onEvent: (event: ReportEvent) => void,
): Promise<Report> {
  const { model, sections = SECTIONS, signal } = options;
  const style = { ...DEFAULT_STYLE, ...options.style };
  throwIfAborted(signal);
  const sheet = options.facts ?? computeFacts(theCase, { resources: builtInResources(), ...options });
  const words = wordsOf(sheet);
  onEvent({
    type: 'report-start',
    sections: sections.map(({ id, title }) => ({ id, title })),
    model: model?.id ?? 'offline',
  });

  const drafted = model
    ? await draftAll(
        sheet,
        sections,
        model,
        { ...options, style, privacy: privacyOf(sheet, { ...options, resume: theCase.resume }) },
        onEvent,
      )
    : {
        sections: sections.map((section) => offlineSection(groundOf(section, sheet), style)),
        calls: [],
        prompts: {},
      };
  throwIfAborted(signal);

  const { cost, ...usage } = sumCalls(drafted.calls);
  const { currency, asOf } = options.prices ?? builtInPrices;
  const make = (parts: readonly ReportSection[]): Report => ({
    schema: 'gapwright/report@1',
    title: words.say('report.title', {
      name: sheet.candidate.name ?? words.say('report.nobody'),
      role: sheet.role.title,
    }),
    date: sheet.date,
    sections: parts.map((part, at) => ({
      ...part,
      blocks: [...part.blocks, ...(sections[at]?.tables(sheet) ?? [])],
    })),
    facts: sheet,
    writer: {
      model: model?.id ?? 'offline',
      prompts: drafted.prompts,
      sentences: countSentences(parts),
      usage,
      ...(model && { cost: { amount: cost, currency, ...(asOf !== undefined && { pricesAsOf: asOf }) } }),
      calls: [...drafted.calls],
      version: VERSION,
    },
    check: EMPTY_CHECK,
  });
  const offline = (at: number) => {
    const section = sections[at];
    return section ? offlineSection(groundOf(section, sheet), style) : undefined;
  };
  // A catalog of the user's own names skills that the built-in one does not know.
  const checkOptions = options.catalog ? { lexicon: lexiconOf(options.catalog) } : {};
  const finished = settle(drafted.sections, make, offline, checkOptions);
  const { errors, warnings } = finished.check.summary;
  onEvent({ type: 'report-check', errors, warnings });
  if (errors > 0) {
    const wrong = finished.check.findings.filter((finding) => finding.severity === 'error');
    throw new ReportError(
      `cannot hand over the report: found ${errors} contradictions in the finished text, expected none; first: ${wrong[0]?.message ?? ''}`,
      wrong,
    );
  }
  onEvent({ type: 'report-end', sentences: finished.writer.sentences, usage, cost });
  return finished;
}

async function draftAll(
  sheet: FactSheet,
  sections: readonly Section[],
  model: Model,
  options: DraftingOptions,
  onEvent: (event: ReportEvent) => void,
) {
  const { concurrency = sections.length || 1, journal, signal } = options;
  const limit = pLimit(concurrency);
  const { draft, manifest } = await openDrafting(sheet, sections, model, options, onEvent);
  await journal?.begin(manifest);
  // One section that fails for good under `strict` stops the others: nobody waits for calls whose result is lost.
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const results = await allOrFirstFault(
    sections.map((section) =>
      limit(async () => {
        try {
          const kept = await journal?.get(section.id);
          if (kept) {
            onEvent({ type: 'section-kept', section: section.id });
            return kept;
          }
          const drafted = await draft(section, stopped);
          if (drafted.accepted) await journal?.put(section.id, drafted);
          return drafted;
        } catch (error) {
          // A reply that is still to come stops nobody: the other sections find out what they lack as well.
          if (!isPending(error)) stop.abort();
          throw error;
        }
      }),
    ),
  );
  return {
    sections: results.map((result) => result.section),
    calls: results.flatMap((result) => result.calls),
    prompts: manifest.prompts,
  };
}

type DraftingOptions = Omit<WriteReportOptions, 'style'> & { style: Style; privacy: Privacy };

/** All that the sections of a report share when a model writes them. */
async function openDrafting(
  sheet: FactSheet,
  sections: readonly Section[],
  model: Model,
  options: DraftingOptions,
  onEvent: (event: ReportEvent) => void,
): Promise<{
  manifest: RunManifest;
  draft(section: Section, signal: AbortSignal | undefined): Promise<DraftedSection>;
}> {
  const { style, privacy, maxRepairs = 3, strict = false, retry = {} } = options;
  const set = options.prompts ?? (await loadPromptSet());
  const prompt = (id: string) => set.prompts.get(id) as Prompt;
  const [shared, repair] = [prompt('shared'), prompt('repair')];
  const own = sections.map((section) => prompt(section.id));
  const common = commonFacts(sheet, sections);
  const manifest = {
    facts: createHash('sha256').update(JSON.stringify(sheet)).digest('hex'),
    prompts: Object.fromEntries([shared, repair, ...own].map((prompt) => [prompt.id, prompt.hash])),
    model: model.id,
    endpoint: options.endpoint,
    reply: set.reply.id,
    style,
    maxRepairs,
    sections: sections.map(({ id }) => id),
    version: VERSION,
  };
  const log = new CallLog(options.prices);
  const habits = { prose: false };
  const watched = log.watch(model);
  const patient =
    retry === false
      ? watched
      : withRetries(watched, {
          maxSeconds: RETRY_SECONDS,
          retryBudget: RETRIES_EACH * sections.length,
          ...retry,
          onRetry: (event) => {
            retry.onRetry?.(event);
            onEvent({
              type: 'call-retry',
              section: event.request.section,
              attempt: event.attempt,
              delaySeconds: event.delaySeconds,
              error: event.error,
            });
          },
        });
  return {
    manifest,
    draft: (section, signal) =>
      draftSection(section, sheet, {
        model: patient,
        log,
        habits,
        reply: set.reply,
        prompts: { shared, repair, section: prompt(section.id) },
        style,
        common,
        privacy,
        maxRepairs,
        strict,
        deltas: options.deltas ?? false,
        signal,
        onEvent,
      }),
  };
}

/** As Promise.all, but a reply that is still to come is told only after all others have ended. */
function allOrFirstFault<T>(work: readonly Promise<T>[]): Promise<T[]> {
  return Promise.all(
    work.map((one) =>
      one.catch(async (error: unknown) => {
        if (isPending(error)) await Promise.allSettled(work);
        throw error;
      }),
    ),
  );
}

function isPending(error: unknown): boolean {
  return error instanceof ModelError && error.fault === 'pending';
}

/**
 * Checks the whole text. Sections can be clean alone and contradict each other; then the section with a finding is
 * written offline, and the text is checked again.
 */
function settle(
  parts: readonly ReportSection[],
  make: (parts: readonly ReportSection[]) => Report,
  offline: (at: number) => ReportSection | undefined,
  checkOptions: CheckOptions,
): Report {
  const current = [...parts];
  for (let round = 0; ; round += 1) {
    const report = make(current);
    const markdown = renderReportMarkdown(report, { provenance: false });
    const check: CheckResult = checkReport(markdown.text, report.facts, checkOptions);
    const wrong = check.findings.filter((finding) => finding.severity === 'error');
    const guilty = new Set(
      wrong.flatMap((finding) => {
        // The model's side gives way, be it where the finding lies or where it points.
        const spots = [finding, ...finding.related];
        const places = spots.map((spot) =>
          markdown.sentences.find(({ start, end }) => start < spot.end && spot.start < end),
        );
        const place = places.find((candidate) => candidate && isModels(current[candidate.section]));
        return place ? [place.section] : [];
      }),
    );
    if (wrong.length === 0 || guilty.size === 0 || round >= parts.length) return { ...report, check };
    for (const at of guilty) current[at] = offline(at) ?? (current[at] as ReportSection);
  }
}

function isModels(section: ReportSection | undefined): boolean {
  return (
    section?.blocks.some(
      (block) =>
        block.kind === 'paragraph' && block.sentences.some((sentence) => sentence.provenance !== 'offline'),
    ) ?? false
  );
}

/** For one call with all its attempts and waits. */
const RETRY_SECONDS = 600;
/** Retries of a report for each of its sections, shared by all of them. */
const RETRIES_EACH = 2;

const EMPTY_CHECK: CheckResult = {
  findings: [],
  summary: {
    errors: 0,
    warnings: 0,
    sentences: 0,
    claims: 0,
    supported: 0,
    contradicted: 0,
    unsupported: 0,
    unparsed: 0,
  },
};

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError();
}
