import { createHash } from 'node:crypto';
import pLimit from 'p-limit';
import type { Case, CheckResult, FactSheet, Report, ReportSection, Usage } from '../schemas/index.ts';
import { checkReport } from './check/index.ts';
import {
  countSentences,
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
  type SectionJournal,
} from './draft/index.ts';
import { AbortedError, ReportError } from './errors.ts';
import { computeFacts, type FactOptions } from './facts/index.ts';
import { type Model, type RetryOptions, withRetries } from './model/index.ts';
import { renderReportMarkdown } from './render/index.ts';
import { builtInResources } from './resources/built-in-resources.ts';
import { DEFAULT_STYLE, SECTIONS, type Section, type Style } from './sections/index.ts';
import type { Telemetry } from './telemetry/index.ts';
import { VERSION } from './version.ts';

export interface WriteReportOptions extends FactOptions {
  /** Phrases the facts; without one the offline writer does. */
  model?: Model | undefined;
  style?: Partial<Style>;
  /** The prompts; default: the built-in set `slots`. See `loadPromptSet`. */
  prompts?: PromptSet | undefined;
  /** Lets the model see the names of the candidate, of employers and of schools. Contacts and addresses never are shown. */
  shareNames?: boolean;
  /** Rounds of repair for each section, at most. Default 3. */
  maxRepairs?: number;
  /** Retries of failed calls; `false` where the model brings its own. */
  retry?: RetryOptions | false;
  /** A model that fails for good is an error (ModelError); else its sections are written offline. */
  strict?: boolean;
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

async function run(
  theCase: Case,
  options: WriteReportOptions,
  onEvent: (event: ReportEvent) => void,
): Promise<Report> {
  const { model, sections = SECTIONS, signal } = options;
  const style = { ...DEFAULT_STYLE, ...options.style };
  throwIfAborted(signal);
  const sheet = computeFacts(theCase, { resources: builtInResources(), ...options });
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
        usages: [],
        prompts: {},
      };
  throwIfAborted(signal);

  const usage = sumUsage(drafted.usages);
  const make = (parts: readonly ReportSection[]): Report => ({
    schema: 'gapwright/report@1',
    title: `Skill Gap Report: ${sheet.candidate.name ?? 'Candidate'} and the role ${sheet.role.title}`,
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
      version: VERSION,
    },
    check: EMPTY_CHECK,
  });
  const finished = settle(drafted.sections, make, (at) => {
    const section = sections[at];
    return section ? offlineSection(groundOf(section, sheet), style) : undefined;
  });
  const { errors, warnings } = finished.check.summary;
  onEvent({ type: 'report-check', errors, warnings });
  if (errors > 0) {
    const wrong = finished.check.findings.filter((finding) => finding.severity === 'error');
    throw new ReportError(
      `cannot hand over the report: found ${errors} contradictions in the finished text, expected none; first: ${wrong[0]?.message ?? ''}`,
      wrong,
    );
  }
  onEvent({ type: 'report-end', sentences: finished.writer.sentences, usage });
  return finished;
}

async function draftAll(
  sheet: FactSheet,
  sections: readonly Section[],
  model: Model,
  options: Omit<WriteReportOptions, 'style'> & { style: Style; privacy: Privacy },
  onEvent: (event: ReportEvent) => void,
) {
  const {
    style,
    privacy,
    maxRepairs = 3,
    strict = false,
    retry = {},
    concurrency = sections.length || 1,
    journal,
    signal,
  } = options;
  const limit = pLimit(concurrency);
  const set = options.prompts ?? (await loadPromptSet());
  const prompt = (id: string) => set.prompts.get(id) as Prompt;
  const [shared, repair] = [prompt('shared'), prompt('repair')];
  const own = sections.map((section) => prompt(section.id));
  const prompts = Object.fromEntries([shared, repair, ...own].map((prompt) => [prompt.id, prompt.hash]));
  await journal?.begin({
    facts: createHash('sha256').update(JSON.stringify(sheet)).digest('hex'),
    prompts,
    model: model.id,
    style,
    maxRepairs,
    sections: sections.map(({ id }) => id),
    version: VERSION,
  });
  const patient =
    retry === false
      ? model
      : withRetries(model, {
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
  // One section that fails for good under `strict` stops the others: nobody waits for calls whose result is lost.
  const stop = new AbortController();
  const stopped = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
  const results = await Promise.all(
    sections.map((section, at) =>
      limit(async () => {
        try {
          const kept = await journal?.get(section.id);
          if (kept) {
            onEvent({ type: 'section-kept', section: section.id });
            return kept;
          }
          const drafted = await draftSection(section, sheet, {
            model: patient,
            reply: set.reply,
            prompts: { shared, repair, section: own[at] as (typeof own)[number] },
            style,
            privacy,
            maxRepairs,
            strict,
            deltas: options.deltas ?? false,
            signal: stopped,
            onEvent,
          });
          if (drafted.accepted) await journal?.put(section.id, drafted);
          return drafted;
        } catch (error) {
          stop.abort();
          throw error;
        }
      }),
    ),
  );
  return {
    sections: results.map((result) => result.section),
    usages: results.map((result) => result.usage),
    prompts,
  };
}

/**
 * Checks the whole text. Sections can be clean alone and contradict each other; then the section with a finding is
 * written offline, and the text is checked again.
 */
function settle(
  parts: readonly ReportSection[],
  make: (parts: readonly ReportSection[]) => Report,
  offline: (at: number) => ReportSection | undefined,
): Report {
  const current = [...parts];
  for (let round = 0; ; round += 1) {
    const report = make(current);
    const markdown = renderReportMarkdown(report, { provenance: false });
    const check: CheckResult = checkReport(markdown.text, report.facts);
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

function sumUsage(usages: readonly Usage[]): Usage {
  const sum = (key: 'inputTokens' | 'outputTokens') =>
    usages.reduce<number | null>(
      (total, usage) => (total === null || usage[key] === null ? null : total + usage[key]),
      0,
    );
  return {
    calls: usages.reduce((total, usage) => total + usage.calls, 0),
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
  };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AbortedError();
}
