/** What a part of a posting is about. `aside` is not asked for: said of the employer, or not needed. */
export type PartKind = 'required' | 'preferred' | 'named' | 'aside';

/** Headings by what stands beneath them; the first that fits counts. */
export const HEADINGS: readonly (readonly [PartKind, RegExp])[] = [
  [
    'preferred',
    /\b(?:nice[- ]to[- ]haves?|good[- ]to[- ]have|preferred|desir(?:able|ed)|bonus(?: points)?|pluses|a plus|extra credit|ideally|would be (?:great|nice)|advantageous|optional)\b/i,
  ],
  // What is said not to be asked for.
  ['aside', /\b(?:not|n[’']t)(?: have to)? (?:need(?:ed)?|required?|necessary|know)\b(?!,? but)/i],
  [
    'aside',
    /\b(?:benefits?|perks|(?:what )?we offer|what's in it for you|why (?:join|work|us)|compensation|salary|pay (?:range|transparency)|about (?:us|the company|our company|the team)|who we are|our (?:story|mission|values|culture|company)|company (?:overview|description)|equal opportunity|eeo|diversity|how to apply|application process|interview process|hiring process|legal|privacy|location|working hours|disclaimer)\b/i,
  ],
  [
    'required',
    /\b(?:requirements?|required|must[- ]haves?|qualifications?|what (?:you(?:'|’)?(?:ll)? (?:need|bring|have)|we(?:'|’)?(?:re)? (?:look|expect|need|require))|who you are|about you|your (?:profile|background|skills|experience)|you (?:have|bring|are|should have|will have)|skills|experience|minimum|essential|competenc(?:es|ies)|we(?:'|’)re looking for|looking for|ideal candidate|knowledge)\b/i,
  ],
  [
    'named',
    /\b(?:responsibilit(?:y|ies)|duties|what you(?:'|’)?(?:ll)? (?:do|be doing)|the role|about the (?:role|job|position)|your (?:role|tasks|mission|impact)|day[- ]to[- ]day|tasks|tech(?:nology|nical)? stack|our stack|tools|job description|overview|summary|the job)\b/i,
  ],
];

/** Words of a sentence that say that something is welcome and not asked for. */
export const PREFERRED =
  /\b(?:nice[- ]to[- ]have|good[- ]to[- ]have|(?:a|an|big|strong|huge|definite|real) (?:plus|bonus|advantage|asset)|is (?:a )?plus|plus(?=[.)]|$)|bonus(?: points)?|preferred|preferably|desirable|desired|advantageous|beneficial|ideally|optional|would be (?:great|nice|helpful|good|useful|ideal)|not (?:strictly |absolutely )?(?:required|necessary|essential),? but)\b/giu;

/** Words of a sentence that say that something is asked for. */
export const REQUIRED =
  /(?<!\b(?:not|n't|n’t|no)\b.{0,40})\b(?:required|must(?:[- ]have)?|essential|mandatory|necessary|needed|minimum)\b/giu;
