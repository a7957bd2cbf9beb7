import { encodedParts, tokenAt } from '../../claims/encode.ts';
import type { ReadSentence } from '../../claims/read-report.ts';
import type { Range } from '../../read/document.ts';

const WHO =
  '(?:(?:an? |any |the |no |your |her |his )?(?:application|applicant|candidate|cv|résumé|resume|hopeful|letter)|you|she|he|they|nobody|no one|none|@)';
const FAR =
  '(?:consider|considered|read|look at|shortlist|shortlisted|invite|invited|hire|hired|get far|go far|have a chance|stand a chance|get (?:an|the) interview|make it|get through|succeed|be taken|get in)';

/** "Without X, named in 46%, an application will not be considered at all". */
const WITHOUT = new RegExp(
  `^(?:(?:and|but|so) )?without (?<list>§\\d+)(?: , [^,§]{1,40} ,)? ?,? ?${WHO} (?:[a-z]+ ){0,4}?(?:not|never|hardly|no) (?:[a-z]+ ){0,3}?${FAR}(?= |$)|^(?:(?:and|but|so) )?without (?<other>§\\d+)(?: , [^,§]{1,40} ,)? ?,? ?(?:nobody|no one|none|no (?:application|applicant|candidate)) (?:[a-z]+ ){0,4}?${FAR}(?= |$)`,
);

const UNREAL = /(?:^| )(?:if|unless|some|few|many|whether|else|other|even)(?: |$)/;

/** Skills of which the sentence says that nothing goes without them. */
export function readIndispensable(sentence: ReadSentence): (Range & { skills: readonly string[] })[] {
  return encodedParts(sentence).flatMap(({ tokens, encoded }) => {
    const match = WITHOUT.exec(encoded.text);
    const key = match?.groups?.list ?? match?.groups?.other;
    if (!match || !key || UNREAL.test(match[0]) || encoded.text.endsWith('?')) return [];
    return [
      {
        skills: (encoded.lists.get(key)?.mentions ?? []).map((mention) => mention.skill),
        start: tokenAt(encoded, tokens, match.index).start,
        end: tokenAt(encoded, tokens, match.index + match[0].length - 1).end,
      },
    ];
  });
}
