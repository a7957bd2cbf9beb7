import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** A piece of a text that people marked as a skill. UTF-16 offsets. */
export interface Label {
  start: number;
  end: number;
  /** `knowledge`: a thing that is known (a tool, a field); `skill`: an ability, mostly a phrase with a verb. */
  kind: 'knowledge' | 'skill';
}

export interface LabelledText {
  text: string;
  labels: Label[];
}

/** Where the data lies that the repository does not hold. */
export const SHARED = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The sets, by name; none where the data is absent. `house` postings are of all sectors, `tech` ones of IT. */
export function readSets(): { name: string; texts: LabelledText[] }[] {
  if (!existsSync(`${SHARED}skill-extraction`)) return [];
  const spans = ['train', 'dev', 'test'].flatMap((split) =>
    readSkillSpan(`${SHARED}skill-extraction/skillspan/${split}.json`),
  );
  return [
    { name: 'SkillSpan, tech', texts: spans.filter(({ source }) => source === 'tech') },
    { name: 'SkillSpan, all sectors', texts: spans.filter(({ source }) => source !== 'tech') },
    { name: 'Green', texts: readGreen(`${SHARED}skill-extraction/green/df_testset.csv`) },
  ];
}

interface Sentence {
  idx: number;
  tokens: string[];
  tags_skill: string[];
  tags_knowledge: string[];
  source: string;
}

/** One text for each posting: its sentences on lines of their own. */
function readSkillSpan(file: string): (LabelledText & { source: string })[] {
  const sentences = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Sentence);
  return [...Map.groupBy(sentences, ({ source, idx }) => `${source} ${idx}`).values()].map((own) => ({
    source: own[0]?.source ?? '',
    ...joinSentences(
      own.map(({ tokens, tags_skill, tags_knowledge }) => ({
        tokens,
        tags: { skill: tags_skill, knowledge: tags_knowledge },
      })),
    ),
  }));
}

function readGreen(file: string): LabelledText[] {
  const rows = parse<{ sentence_id: string; word: string; tag: string }>(readFileSync(file, 'utf8'), {
    columns: true,
    relax_quotes: true,
  });
  return [...Map.groupBy(rows, ({ sentence_id }) => sentence_id).values()].map((own) =>
    joinSentences([
      {
        tokens: own.map(({ word }) => word),
        tags: { skill: own.map(({ tag }) => (tag.endsWith('-Skill') ? (tag[0] ?? 'O') : 'O')) },
      },
    ]),
  );
}

function joinSentences(
  sentences: readonly {
    tokens: readonly string[];
    tags: Partial<Record<Label['kind'], readonly string[]>>;
  }[],
): LabelledText {
  let text = '';
  const labels: Label[] = [];
  for (const { tokens, tags } of sentences) {
    const places = tokens.map((token) => {
      const start = text.length;
      text += `${token} `;
      return { start, end: start + token.length };
    });
    text = `${text.trimEnd()}\n`;
    for (const [kind, list] of Object.entries(tags) as [Label['kind'], readonly string[]][]) {
      let open: Label | undefined;
      for (const [at, place] of places.entries()) {
        const tag = list[at] ?? 'O';
        if (tag.startsWith('I') && open) open.end = place.end;
        else if (tag.startsWith('B') || tag.startsWith('I')) {
          open = { kind, ...place };
          labels.push(open);
        } else open = undefined;
      }
    }
  }
  return { text, labels };
}
