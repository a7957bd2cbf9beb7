import type { Tier } from '../../../../schemas/scale.ts';
import { encodedParts, tokenAt } from '../../claims/encode.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { Range } from '../../read/document.ts';

/** A skill ranked within a tier that the sentence opens with. */
export interface RankedInTier extends Range {
  skill: string;
  tier: Tier;
}

const OPENING =
  /^(?:(?:and|but) )?(?:of|among|within|in) (?:all )?the (?:# )?(?<tier>core|preferred|emerging) (?:skill|one|tier|list|group|requirement|set|competency) ?,? /;

/** What is said of one member of a set by its rank or its share. */
const RANKED =
  /(?<list>§\d+) (?:, (?:at|with|on) [^,§]{1,30} , )?(?:(?:easily|clearly|by far|only|then|just|in turn) )*(?:lead|top|head|close|complete|conclude|round (?:off|out)|bring up the rear|come (?:first|last|next|second|third|top|bottom)|follow|trail|rank|stand (?:first|last|at)|be the (?:most|least|rarest|commonest|first|last)|be (?:name|want|ask for|request|seek|mention|cite)|have the (?:high|low|highest|lowest|most|least)|reach|attract)(?= |$)/g;

/** Where another set or a contrast may begin. */
const CONTRAST =
  /(?:^| )(?:while|whereas|but|although|though|unlike|than|however|core|preferred|emerging|outside|elsewhere|overall)(?: |$)/;

/** "Of the preferred skills, X leads with 48%, and Y closes the group at 14%": X and Y are said to be preferred. */
export function readRankedInTier(sentence: ReadSentence): RankedInTier[] {
  return encodedParts(sentence).flatMap(({ tokens, encoded }) => {
    const opening = OPENING.exec(encoded.text);
    const tier = opening?.groups?.tier as Tier | undefined;
    if (!opening || !tier || / \?$/.test(encoded.text)) return [];
    const rest = encoded.text.slice(opening[0].length);
    const end = CONTRAST.exec(rest)?.index ?? rest.length;
    return [...rest.slice(0, end).matchAll(RANKED)].flatMap((match) => {
      const at = opening[0].length + match.index;
      const [mention, ...others] = encoded.lists.get(match.groups?.list ?? '')?.mentions ?? [];
      if (!mention || others.length > 0) return [];
      return [
        {
          skill: mention.skill,
          tier,
          start: mention.start,
          end: tokenAt(encoded, tokens, at + match[0].length - 1).end,
        },
      ];
    });
  });
}
