import type { EvalArtifact, EvalRow, FactSheet, Finding } from '../../../../schemas/index.ts';
import { describeFact } from '../../../findings/describe-source.ts';
import type { ReporterInput } from '../../define-reporter.ts';
import type { Flag, MarkedText, PageCase, PageCell, PageData, PageFinding, PageText } from './page-data.ts';

/** UTF-16 units of reports, drafts and findings in one page: a browser opens it at once, and mail takes it. */
export const MOST_TEXT = 8_000_000;
/** UTF-16 units of evidence. */
const MOST_EVIDENCE = 2_000_000;
/** Of one finding: more facts help nobody. */
const MOST_FACTS = 8;

export interface Collected {
  data: PageData;
  /** Cells with a text that was kept, and how many of them are in the page. */
  texts: { kept: number; embedded: number };
  /** Whether evidence was left out. */
  evidenceCut: boolean;
}

/** Collects what the page shows of single cells. Texts are embedded up to a limit: those with something wrong first. */
export function collectPageData(input: ReporterInput, { mostText = MOST_TEXT } = {}): Collected {
  const { summary, plan, rows, artifact } = input;
  const { scorers, variants, models } = summary;
  const at = {
    case: indexOf(summary.cases.map(({ id }) => id)),
    variant: indexOf(variants),
    model: indexOf(models),
  };
  const cells: PageCell[] = [];
  const names: (string | undefined)[] = [];
  const flags = summary.cases.map(() => new Set<Flag>());
  const notes = summary.cases.map(() => [] as string[]);
  let evidence = 0;
  let evidenceCut = false;
  for (const row of rows) {
    const place = { case: at.case(row.case), variant: at.variant(row.variant), model: at.model(row.model) };
    if (place.case === undefined || place.variant === undefined || place.model === undefined) continue;
    const cell = toCell(row, scorers, { ...place, repeat: row.repeat } as Place);
    const size = JSON.stringify(cell.evidence ?? '').length;
    evidenceCut ||= evidence + size > MOST_EVIDENCE;
    if (evidence + size > MOST_EVIDENCE) delete cell.evidence;
    else evidence += size;
    for (const flag of flagsOf(row, scorers)) flags[place.case]?.add(flag);
    cells.push(cell);
    names.push(row.artifact);
  }
  flagComparisons(input, at.case, flags, notes);
  const { texts, indexes } = embedTexts(cells, names, flags, { artifact, mostText });
  for (const [index, name] of names.entries()) {
    const text = name === undefined ? undefined : indexes.get(name);
    const cell = cells[index];
    if (!cell || text === undefined) continue;
    cell.text = text;
    if ((texts[text]?.final.findings.length ?? 0) > 0) flags[cell.case]?.add('findings');
  }
  const tags = new Map(plan?.cases.map(({ id, tags: own }) => [id, own]));
  return {
    data: {
      scorers: scorers.map(({ id, title, description, kind, unit, better, gating }) => ({
        id,
        title,
        description,
        kind,
        ...(unit !== undefined && { unit }),
        better,
        gating,
      })),
      variants,
      models,
      cases: summary.cases.map(
        ({ id, family }, index): PageCase => ({
          id,
          family,
          tags: tags.get(id) ?? [],
          flags: [...(flags[index] ?? [])].sort(),
          notes: notes[index] ?? [],
        }),
      ),
      cells,
      texts,
    },
    texts: {
      kept: names.filter((name) => name !== undefined).length,
      embedded: cells.filter(({ text }) => text !== undefined).length,
    },
    evidenceCut,
  };
}

type Place = Pick<PageCell, 'case' | 'variant' | 'model' | 'repeat'>;
type Scorers = ReporterInput['summary']['scorers'];

function indexOf(names: readonly string[]): (name: string) => number | undefined {
  const indexes = new Map(names.map((name, index) => [name, index]));
  return (name) => indexes.get(name);
}

function toCell(row: EvalRow, scorers: Scorers, place: Place): PageCell {
  const why: Record<number, string> = {};
  const evidence: Record<number, readonly string[]> = {};
  const values = scorers.map(({ id }, index) => {
    const score = row.scores[id];
    if (!score) return null;
    const reason = score.error ?? score.missing;
    if (score.value === null && reason !== undefined) why[index] = reason;
    if (score.evidence && score.evidence.length > 0) evidence[index] = score.evidence;
    return score.error === undefined ? score.value : null;
  });
  return {
    ...place,
    ...(row.status === 'error' && {
      failed: row.error ? `${row.error.name}: ${row.error.message}` : 'failed',
    }),
    ...(row.broken.length > 0 && { broken: row.broken }),
    values,
    ...(Object.keys(why).length > 0 && { why }),
    ...(Object.keys(evidence).length > 0 && { evidence }),
  };
}

function flagsOf({ status, broken, scores }: EvalRow, scorers: Scorers): Flag[] {
  const lost = scorers.some(({ id, gating }) => {
    const score = scores[id];
    return score?.value === null && !score.inapplicable && (gating || score.error !== undefined);
  });
  return [
    ...(broken.length > 0 ? ['broken' as const] : []),
    ...(status === 'error' ? ['failed' as const] : []),
    ...(lost ? ['missing' as const] : []),
  ];
}

/** A case is worse or better where a gating scorer moved by its margin at least: a pointer to what to read, no verdict. */
function flagComparisons(
  { summary }: ReporterInput,
  indexOfCase: (id: string) => number | undefined,
  flags: readonly Set<Flag>[],
  notes: readonly string[][],
): void {
  for (const { scorer: id, gating, byCase, variant, against } of summary.comparisons) {
    const scorer = summary.scorers.find((one) => one.id === id);
    if (!scorer || !gating || scorer.margin <= 0) continue;
    for (const [name, difference] of Object.entries(byCase)) {
      const gain = scorer.better === 'higher' ? difference : -difference;
      const index = indexOfCase(name);
      if (index === undefined || Math.abs(gain) < scorer.margin * (1 - 1e-9)) continue;
      flags[index]?.add(gain < 0 ? 'worse' : 'better');
      notes[index]?.push(`${id}: ${gain < 0 ? 'worse' : 'better'} in ${variant} than in ${against}`);
    }
  }
}

function embedTexts(
  cells: readonly PageCell[],
  names: readonly (string | undefined)[],
  flags: readonly ReadonlySet<Flag>[],
  { artifact, mostText }: Pick<ReporterInput, 'artifact'> & { mostText: number },
): { texts: PageText[]; indexes: Map<string, number> } {
  const urgency = (cell: PageCell) => {
    const own = flags[cell.case];
    if (cell.broken || cell.failed !== undefined) return 0;
    if (own?.has('broken') || own?.has('failed')) return 1;
    return own?.has('worse') ? 2 : own && own.size > 0 ? 3 : 4;
  };
  const order = cells
    .map((cell, index) => ({ index, urgency: urgency(cell) }))
    .sort((a, b) => a.urgency - b.urgency || a.index - b.index);
  const texts: PageText[] = [];
  const indexes = new Map<string, number>();
  let size = 0;
  for (const { index } of order) {
    const name = names[index];
    if (name === undefined || indexes.has(name)) continue;
    const found = artifact(name);
    if (!found) continue;
    const text = toText(found.artifact, found.facts);
    size += JSON.stringify(text).length;
    // What follows is less urgent; reading it all only to leave it out would take long.
    if (size > mostText) break;
    indexes.set(name, texts.push(text) - 1);
  }
  return { texts, indexes };
}

function toText({ text, findings, first }: EvalArtifact, facts: FactSheet | undefined): PageText {
  const byId = new Map(facts?.facts.map((fact) => [fact.id, fact]));
  const mark = (marked: string, list: readonly Finding[]): MarkedText => ({
    text: marked,
    findings: list.map(({ rule, severity, start, end, message, expected, facts: ids }): PageFinding => {
      const lines = ids.slice(0, MOST_FACTS).map((id) => {
        const fact = byId.get(id);
        return fact ? describeFact(fact) : id;
      });
      const more = ids.length - MOST_FACTS;
      return {
        rule,
        severity,
        start,
        end,
        message,
        expected,
        facts: more > 0 ? [...lines, `and ${more} more`] : lines,
      };
    }),
  });
  return {
    final: mark(text, findings),
    ...(first.text !== '' && first.text !== text && { first: mark(first.text, first.findings) }),
  };
}
