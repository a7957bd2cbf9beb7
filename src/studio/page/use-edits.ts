import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Finding } from '../../../schemas/finding.ts';
import type { Report } from '../../../schemas/report.ts';
import { type Edit, placeKey } from '../apply-edits.ts';
import { checkEdited } from '../check-edited.ts';
import { readSentence } from '../read-sentence.ts';
import type { StudioStart } from '../studio-start.ts';
import { type WrongSentence, wrongSentences } from './wrong-sentences.ts';

type Place = Omit<Edit, 'text'>;

/** What a person changed in a report, and what the checker says of it. */
export interface Edits {
  report: Report | undefined;
  edits: readonly Edit[];
  /** The text of a sentence as it is now; empty where it was taken out. */
  textAt(place: Place): string;
  isEdited(place: Place): boolean;
  findingsAt(place: Place): readonly Finding[];
  /** What the checker makes of a text by itself, in words. */
  read(text: string): string;
  wrong: readonly WrongSentence[];
  /** Whether the check still has to catch up with the last change. */
  checking: boolean;
  /** The sentence that is being edited. */
  opened: string | undefined;
  open(place: Place | undefined): void;
  set(place: Place, text: string): void;
  reset(place: Place): void;
}

/** Keeps the edits of a report, and checks its whole text a moment after each change. */
export function useEdits(report: Report | undefined, start: StudioStart | undefined): Edits {
  const [texts, setTexts] = useState<ReadonlyMap<string, Edit>>(new Map());
  const [checked, setChecked] = useState<{
    texts: ReadonlyMap<string, Edit>;
    findings: ReadonlyMap<string, readonly Finding[]>;
  }>();
  const [opened, setOpened] = useState<string>();
  const lexicon = start?.lexicon;

  useEffect(() => {
    setTexts(new Map());
    setChecked(undefined);
    setOpened(undefined);
  }, [report]);
  useEffect(() => {
    if (!report) return;
    const timer = setTimeout(() => {
      const { bySentence } = checkEdited(report, [...texts.values()], lexicon ? { lexicon } : {});
      setChecked({ texts, findings: bySentence });
    }, WAIT);
    return () => clearTimeout(timer);
  }, [report, texts, lexicon]);

  return useMemo(() => {
    const written = ({ section, block, sentence }: Place) => {
      const one = report?.sections[section]?.blocks[block];
      return (one?.kind === 'paragraph' && one.sentences[sentence]?.text) || '';
    };
    const textAt = (place: Place) => texts.get(placeKey(place))?.text ?? written(place);
    const findings = checked?.findings ?? new Map<string, readonly Finding[]>();
    const wrong = report ? wrongSentences(report, findings, textAt) : [];
    return {
      report,
      edits: [...texts.values()],
      textAt,
      isEdited: (place) => texts.has(placeKey(place)),
      findingsAt: (place) => findings.get(placeKey(place)) ?? [],
      read: (text) => (report ? readSentence(text, report.facts, lexicon ? { lexicon } : {}) : ''),
      wrong,
      checking: report !== undefined && checked?.texts !== texts,
      opened,
      open: (place) => setOpened(place && placeKey(place)),
      set: (place, text) =>
        setTexts((before) => {
          const after = new Map(before);
          if (text === written(place)) after.delete(placeKey(place));
          else after.set(placeKey(place), { ...place, text });
          return after;
        }),
      reset: (place) =>
        setTexts((before) => {
          const after = new Map(before);
          after.delete(placeKey(place));
          return after;
        }),
    };
  }, [report, texts, checked, opened, lexicon]);
}

/** Milliseconds without a key pressed before the text is checked. */
const WAIT = 120;
