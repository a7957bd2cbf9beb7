import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import type { ReadSentence } from '../claims/read-report.ts';
import type { ReadRow } from '../claims/read-table.ts';
import { joined } from '../claims/words-of.ts';
import { defineRule } from '../define-rule.ts';
import { type EmployerRef, employerRefs, type Job } from '../figures/employer-refs.ts';
import type { Range } from '../read/document.ts';
import type { Token } from '../tokens/token.ts';
import type { CheckContext } from '../types.ts';

export const career = defineRule({
  id: 'career',
  severity: 'error',
  category: 'attribute',
  description:
    'An employer, a position and dates are put together that belong to two jobs, or jobs stand in a wrong order.',
  good: [
    { text: '## Candidate Profile\n\n- November 2023 to November 2024: Junior Developer, Initech' },
    { text: '## Candidate Profile\n\nShe changed from Initech to Acme in November 2024.' },
    { text: '## Candidate Profile\n\n- Former title: Junior Developer' },
  ],
  bad: [
    {
      text: '## Candidate Profile\n\n- November 2023 to March 2025: Junior Developer, Initech',
      at: 'March 2025',
    },
    {
      text: '| Period | Position | Employer |\n|---|---|---|\n| Nov 2024 to today | Junior Developer | Acme |',
      at: 'Junior Developer',
    },
    { text: '## Candidate Profile\n\nShe changed from Initech to Acme in March 2025.', at: 'March 2025' },
    { text: '## Candidate Profile\n\n- Former title: Product Designer', at: 'Product Designer' },
    { text: '## Candidate Profile\n\n- Current employer: Initech', at: 'Initech' },
  ],
  check(context) {
    const { reading, sheet } = context;
    if (!sheet || sheet.candidate.work.length === 0) return;
    for (const sentence of reading.sentences) {
      if (sentence.section === 'market' || sentence.section === 'roadmap' || sentence.section === 'resources')
        continue;
      if (sentence.tokens.length > 120) continue;
      const refs = employerRefs(sentence.tokens, sheet);
      if (sentence.tokens.length <= 22) checkSegment(context, sheet, sentence.tokens, refs);
      checkMoves(context, sentence, refs);
      checkLabel(context, sheet, sentence, refs);
    }
    for (const table of reading.tables) for (const row of table.rows) checkRow(context, sheet, row);
    checkOrder(context, sheet);
  },
});

const isDate = (token: Token | undefined): boolean => token?.figure?.unit === 'date';
const joins = (token: Token | undefined): boolean => /^(?:to|–|—|-|until|till)$/.test(token?.norm ?? '');

/** Whether YYYY or YYYYMM is the ISO date, as far as both say. */
function sameDate(value: number, iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  if (value < 10_000) return value === year;
  return iso.length < 7 ? Math.floor(value / 100) === year : value === year * 100 + Number(iso.slice(5, 7));
}

interface Span {
  from: Token;
  /** Undefined where it goes on. */
  to: Token | undefined;
}

/** The one stretch of time that tokens give; undefined where they give none, or several dates. */
function spanIn(tokens: readonly Token[]): Span | undefined {
  const dates = tokens.flatMap((token, at) => (isDate(token) ? [at] : []));
  const [first, second] = dates;
  if (first === undefined || dates.length > 2 || tokens[first]?.figure?.high !== null) return undefined;
  const from = tokens[first] as Token;
  if (second !== undefined)
    return second === first + 2 && joins(tokens[first + 1]) ? { from, to: tokens[second] } : undefined;
  const open =
    joins(tokens[first + 1]) && /^(?:today|now|present|date|ongoing)$/.test(tokens[first + 2]?.norm ?? '');
  return open || tokens[first - 1]?.norm === 'since' ? { from, to: undefined } : undefined;
}

/** Of a job that goes on the facts give no end, or the date of the report. */
const goesOn = (job: Job, sheet: FactSheet): boolean =>
  job.to === null || job.to.slice(0, 7) >= sheet.date.slice(0, 7);

const fits = (job: Job, span: Span, sheet: FactSheet): boolean =>
  (job.from === null || sameDate(span.from.figure?.value ?? 0, job.from)) &&
  (span.to ? job.to !== null && sameDate(span.to.figure?.value ?? 0, job.to) : goesOn(job, sheet));

/** The jobs whose position tokens name in full, the longest name first. */
function positionsIn(
  tokens: readonly Token[],
  sheet: FactSheet,
): { position: string; from: number; to: number }[] {
  const names = [...new Set(sheet.candidate.work.flatMap((job) => job.position ?? []))].sort(
    (a, b) => b.length - a.length,
  );
  const found: { position: string; from: number; to: number }[] = [];
  const texts = tokens.map((token) => token.text.toLowerCase());
  for (const position of names) {
    const words = position.toLowerCase().match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
    for (let from = 0; from < tokens.length; from += 1) {
      let [to, rest] = [from, words.join(' ')];
      while (to < tokens.length && rest !== '' && rest.startsWith(spaced(texts[to] ?? ''))) {
        rest = rest.slice(spaced(texts[to] ?? '').length).trimStart();
        to += 1;
      }
      if (rest !== '' || to === from) continue;
      if (found.some((one) => one.from < to && from < one.to)) continue;
      found.push({ position, from, to });
    }
  }
  return found;
}

const spaced = (text: string): string => (text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? []).join(' ');

/** A line with one employer, or one position, and one stretch of time: they are of one job. */
function checkSegment(
  context: CheckContext,
  sheet: FactSheet,
  tokens: readonly Token[],
  refs: readonly EmployerRef[],
): void {
  const span = spanIn(tokens);
  const [ref] = refs;
  if (refs.length > 1) return;
  const positions = positionsIn(tokens, sheet);
  const [position] = positions;
  const jobs = ref
    ? ref.jobs
    : positions.length === 1
      ? sheet.candidate.work.filter((job) => job.position === position?.position)
      : [];
  // "TITLE, EMPLOYER": side by side they are of one job.
  if (ref && position && positions.length === 1) {
    const between =
      position.to <= ref.at ? tokens.slice(position.to, ref.at) : tokens.slice(ref.at + 1, position.from);
    const beside =
      between.length <= 3 &&
      between.every((token) => /^(?:,|at|with|for|\(|–|—|-|:|of|the|as|a|an|\|)$/.test(token.norm));
    if (beside && !ref.jobs.some((job) => job.position === position.position)) {
      const place = {
        start: (tokens[position.from] as Token).start,
        end: (tokens[position.to - 1] as Token).end,
      };
      reportPosition(context, place, position.position, ref);
      return;
    }
  }
  if (!span || jobs.length === 0 || jobs.some((job) => fits(job, span, sheet))) return;
  reportSpan(context, span, jobs);
}

function reportPosition(context: CheckContext, place: Range, said: string, ref: EmployerRef): void {
  context.report({
    ...place,
    subject: 'position',
    actual: `${said} at ${ref.employer}`,
    expected: ref.jobs.flatMap((job) => job.position ?? []).join('; '),
    facts: ref.jobs
      .map((job) => `work.${job.index + 1}.position`)
      .filter((id) => context.sheet?.facts.some((fact) => fact.id === id)),
  });
}

function reportSpan(context: CheckContext, span: Span, jobs: readonly Job[]): void {
  const job = jobs[0] as Job;
  const startFits = job.from === null || sameDate(span.from.figure?.value ?? 0, job.from);
  const token = startFits ? (span.to ?? span.from) : span.from;
  context.report({
    start: token.start,
    end: token.end,
    subject: 'date',
    actual: token.text,
    expected: jobs.map((one) => `${one.from ?? '?'} to ${one.to ?? 'today'}`).join(' or '),
    facts: [],
  });
}

/** A row with an employer, a position and a stretch of time, each in a cell. */
function checkRow(context: CheckContext, sheet: FactSheet, row: ReadRow): void {
  const tokens = row.cells.flatMap((cell) => cell.tokens);
  const refs = employerRefs(tokens, sheet);
  const [ref] = refs;
  if (refs.length > 1) return;
  const spans = row.cells.map((cell) => spanIn(cell.tokens)).filter((one) => one !== undefined);
  const positions = positionsIn(tokens, sheet);
  if (ref && positions.length === 1 && !ref.jobs.some((job) => job.position === positions[0]?.position)) {
    const cell = row.cells.find((one) => positionsIn(one.tokens, sheet).length > 0);
    reportPosition(context, cell ?? row, positions[0]?.position ?? '', ref);
    return;
  }
  const jobs =
    ref?.jobs ??
    (positions.length === 1
      ? sheet.candidate.work.filter((job) => job.position === positions[0]?.position)
      : []);
  const [span] = spans;
  if (!span || spans.length > 1 || jobs.length === 0 || jobs.some((job) => fits(job, span, sheet))) return;
  reportSpan(context, span, jobs);
}

const moves = /^(?:change|changed|move|moved|switch|switched|go|went|transfer|transferred)$/;

/** "Changed from X to Y in May 2024", "left X in 2021", "has been with X since May 2024". */
function checkMoves(context: CheckContext, { tokens }: ReadSentence, refs: readonly EmployerRef[]): void {
  tokens.forEach((token, at) => {
    if (!isDate(token) || token.figure?.high !== null) return;
    const value = token.figure.value;
    const link = tokens[at - 1]?.norm ?? '';
    const season = /^(?:the )?(?:spring|summer|autumn|fall|winter|end|start|beginning|course) of$/.test(
      joined(tokens.slice(Math.max(0, at - 3), at)).replace(/^in /, ''),
    );
    const near = refs.filter((ref) => ref.at < at && at - ref.at <= (season ? 6 : 3));
    const ref = near.at(-1);
    if (ref?.jobs.length !== 1) return;
    const [job] = ref.jobs as [Job];
    const before = joined(tokens.slice(Math.max(0, ref.at - 4), ref.at));
    const between = joined(tokens.slice(ref.at + 1, at));
    const isIn = link === 'in' || season;
    let expected: (string | null)[] | undefined;
    if (/(?:^| )(?:with|at|for|by)(?: the)?$/.test(before) && /^(?:, )?since$/.test(between))
      expected = [job.from];
    else if (isIn && /(?:^| )(?:leave|left|quit)(?: the)?$/.test(before)) expected = [job.to];
    else if (isIn && /(?:^| )(?:join|joined)(?: the)?$/.test(before)) expected = [job.from];
    else if (isIn && /(?:^| )to(?: the)?$/.test(before)) {
      const other = refs.findLast((one) => one.at < ref.at);
      const opening = other ? tokens.slice(Math.max(0, other.at - 3), other.at) : [];
      if (other && opening.some((one) => moves.test(one.norm)) && opening.some((one) => one.norm === 'from'))
        expected = [job.from, ...other.jobs.map((one) => one.to)];
    }
    const known = expected?.flatMap((one) => one ?? []) ?? [];
    if (known.length === 0 || known.some((one) => sameDate(value, one))) return;
    context.report({
      start: token.start,
      end: token.end,
      subject: 'date',
      actual: token.text,
      expected: known.join(' or '),
      facts: [],
    });
  });
}

const labels =
  /^(?:(?:her|his|your) )?(current|present|former|previous|last|earlier) (employer|job|post|position|title|role|workplace)$/;

/** "Former title: ...", "current employer: ...": what the label says is of a job that goes on, or is over. */
function checkLabel(
  context: CheckContext,
  sheet: FactSheet,
  sentence: ReadSentence,
  refs: readonly EmployerRef[],
): void {
  const { tokens, read } = sentence;
  if (read.sentences[0] !== sentence) return;
  const match = labels.exec(joined(read.label));
  const colon = tokens.findIndex((token) => token.text === ':');
  if (!match || colon < 0) return;
  const now = /^(?:current|present)$/.test(match[1] ?? '');
  const isOfStatus = (job: Job) => goesOn(job, sheet) === now;
  const [ref] = refs;
  const rest = tokens.slice(colon + 1);
  if (ref && refs.length === 1 && !ref.jobs.some(isOfStatus)) {
    const token = tokens[ref.at] as Token;
    context.report({
      start: token.start,
      end: token.end,
      subject: `${match[1]} employer`,
      actual: ref.employer,
      expected: sheet.candidate.work
        .filter(isOfStatus)
        .flatMap((job) => job.employer ?? [])
        .join('; '),
      facts: [],
    });
    return;
  }
  if (!/^(?:position|title|role|job|post)$/.test(match[2] ?? '')) return;
  const name = rest.slice(
    0,
    rest.findIndex((token) => /^(?:at|,|\(|since|with|–|—|\.|from)$/.test(token.norm)) + 1 || undefined,
  );
  if (employerRefs(name, sheet).length > 0) return;
  const words = name.flatMap((token) => token.text.toLowerCase().match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? []);
  const held = sheet.candidate.work.filter(isOfStatus).flatMap((job) => job.position ?? []);
  const known = held.map((position) => position.toLowerCase());
  if (held.length === 0 || words.length === 0 || words.length > 6 || !/^\p{Lu}/u.test(name[0]?.text ?? ''))
    return;
  if (known.some((position) => words.every((word) => position.includes(word)))) return;
  const last = name.filter((token) => token.kind !== 'sign').at(-1) as Token;
  context.report({
    start: (name[0] as Token).start,
    end: last.end,
    subject: 'position',
    actual: name.map((token) => token.text).join(' '),
    expected: held.join('; '),
    facts: [],
  });
}

/** A list of all employers, each opening an item: from the first job to the last, or back. */
function checkOrder(context: CheckContext, sheet: FactSheet): void {
  const { reading } = context;
  const dated = sheet.candidate.work.filter((job) => job.employer && job.from);
  const count = new Set(dated.map((job) => job.employer)).size;
  if (count < 3 || dated.length !== sheet.candidate.work.length || count !== dated.length) return;
  let run: { sentence: ReadSentence; job: Job }[] = [];
  const judge = () => {
    if (run.length === count && new Set(run.map(({ job }) => job.employer)).size === count) {
      const starts = run.map(({ job }) => job.from ?? '');
      const sorted = [...starts].sort();
      if (starts.join() !== sorted.join() && starts.join() !== sorted.reverse().join()) {
        const first = run[0]?.sentence;
        const last = run.at(-1)?.sentence;
        if (first && last)
          context.report({
            start: first.start,
            end: last.end,
            subject: 'order of employers',
            actual: run.map(({ job }) => job.employer).join(', '),
            expected: dated.map((job) => job.employer).join(', '),
            facts: [],
          });
      }
    }
    run = [];
  };
  for (const sentence of reading.sentences) {
    const [ref] = employerRefs(sentence.tokens, sheet);
    const opens =
      sentence.block.kind === 'item' && ref && ref.at <= 1 && sentence.read.sentences[0] === sentence;
    const job = ref?.jobs[0];
    if (opens && job) run.push({ sentence, job });
    else if (sentence.block.kind === 'item' && sentence.read.sentences[0] === sentence) judge();
    else if (sentence.block.kind !== 'item') judge();
  }
  judge();
}
