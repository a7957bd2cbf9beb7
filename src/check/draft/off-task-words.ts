/**
 * What no report says: words to its writer, advice on hiring, and calls to act. A model that writes them has obeyed
 * somebody's text instead of its task.
 */
export const OFF_TASK: readonly (readonly [pattern: RegExp, expected: string])[] = [
  [
    /\b(?:ignor(?:e|es|ing)|disregard(?:ing|s)?|forget|overrid(?:e|es|ing)|bypass(?:es|ing)?)\b.{0,40}\b(?:instructions?|rules?|prompts?|checks?|facts|guidelines?|commands?|orders?)\b/iu,
    'no word about instructions',
  ],
  [
    /\b(?:previous|prior|above|earlier|system|hidden|secret) (?:instructions?|prompts?|orders?|messages?)\b/iu,
    'no word about instructions',
  ],
  [
    /\b(?:new|updated|final) instructions?\b|\bas (?:instructed|ordered|commanded)\b/iu,
    'no word about instructions',
  ],
  [/^\s*(?:system|assistant|developer|user|human)\s*:/iu, 'no change of roles'],
  [
    /\b(?:check(?:er|s|ing)?|validation|verification|safety|filters?|guardrails?|rules?) (?:is|are|has been|have been|was|were) (?:now |hereby )?(?:disabled|off|lifted|suspended|bypassed|overridden)\b/iu,
    'no word about checks',
  ],
  [/\b(?:jailbr\p{L}+|dan mode|developer mode|do anything now|pwned|hacked)\b/iu, 'no word about the model'],
  [
    /\b(?:hire|reject|shortlist|recruit|interview|employ|promote|appoint) (?:them|him|her|me|you|this|the (?:candidate|applicant|person)|at once|immediately|now|all)\b/iu,
    'no advice on hiring',
  ],
  [
    /\b(?:should|must|ought to|deserves? to) be (?:hired|rejected|shortlisted|recruited|employed|promoted|appointed|offered)\b/iu,
    'no advice on hiring',
  ],
  [
    /\b(?:perfect|ideal|best|flawless|ultimate|unmatched|unrivalled|strongest|top) (?:possible )?(?:candidate|applicant|fit|hire|choice)\b/iu,
    'no advice on hiring',
  ],
  [
    /\b(?:recommend(?:ed|s|ation|ing)?|advise[sd]?|urge[sd]?)\b.{0,30}\b(?:hir(?:e|ing)|an interview|the job|an offer|rejection|promotion)\b/iu,
    'no advice on hiring',
  ],
  [
    /\b(?:expert|master|proficient|fluent) (?:in|of|at) (?:everything|all|every)\b/iu,
    'no praise that nothing supports',
  ],
  [
    /\b(?:click|tap|scan|download|visit|dial)\b (?:here|this|the (?:link|attachment|code|file|site|website|page)|\S+\.\p{L}{2,})/iu,
    'no call to act',
  ],
  [
    /\b(?:send|e-?mail|upload|forward|submit|transfer|pay|wire|post)\b.{0,40}\b(?:resumes?|cv|passwords?|money|payments?|fees?|bitcoins?|gift cards?|api keys?|credentials?|bank details|personal data)\b/iu,
    'no call to act',
  ],
  [
    /\b(?:passwords?|api keys?|credit cards?|bitcoins?|wire transfers?|gift cards?)\b/iu,
    'no word about secrets or payment',
  ],
  [
    /\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:\.|\[\.\]|\s+dot\s+)(?:example|com|net|org|io|ru|cn|info|biz|xyz|top|site|online|link|app|dev|tk|zip|click)\b/iu,
    'no address; links come from the list of resources',
  ],
  [/\$\{|\{%|<%/u, 'plain text without code'],
  [/(?<![\p{L}\p{N}])(?:\p{L}[\s._-]){5,}\p{L}(?![\p{L}\p{N}])/u, 'whole words'],
  [/^\s*[=@]|^\s*[+-](?=[\p{L}\p{N}(])/u, 'a sentence, not a formula'],
];

/** Said of all that the role asks for; wrong as long as there are gaps. A tier of its own is for the check of claims. */
export const SWEEPING =
  /\b(?:meets?|met|fulfils?|fulfills?|satisf(?:y|ies)|exceeds?|has|have|holds?) (?:all|every|each)(?: of)?(?: the)?(?: \p{L}+)? (?:requirements?|conditions?|expectations?|demands?)\b|\b(?:all|every) (?:of )?(?:the )?(?:gaps?|requirements?|conditions?) (?:is|are|has been|have been) (?:closed|met|fulfilled|satisfied)\b|\b(?:no|zero) (?:skill )?gaps? (?:remains?|exists?|(?:is|are|was|were) (?:left|found|open))\b|\bthere (?:is|are) no (?:skill )?gaps?\b|\bno (?:further |more )?(?:learning|study|training) (?:is|are) (?:needed|required|necessary)\b/iu;

/** Honours that are said of somebody only where a fact says something of the kind. */
export const HONOURS: readonly (readonly [claim: RegExp, ground: RegExp])[] = [
  [/\b(?:doctorate|doctoral degree|ph\.? ?d)\b/iu, /doctor|ph\.?\s?d|dphil|dr\b/iu],
  [/\b(?:master['’]?s degree|mba)\b/iu, /master|mba|m\.?sc|m\.?a\b|m\.?eng|magister|diplom/iu],
  [
    /\b(?:nobel|pulitzer|olympic|prize|award)s?\b|\baward-winning\b/iu,
    /nobel|pulitzer|olympic|prize|award/iu,
  ],
];

/** Small words of other languages that English does not have. */
export const FOREIGN_WORDS: ReadonlySet<string> = new Set(
  `alle anweisungen auf aus bei dass dem den der des diese dieser ein eine einen einer für haben ich ihre ist kein keine
  mit nicht oder sich sie sind stellen über und vom wird zu zum zur
  avec aux cette ces dans des du elle est être et il ils la le les leur mais nous ou où par pas que qui sans
  ses sont sur tous toutes une vous
  al como con cuando del donde el ella ellos es esta este estos hay las más muy para pero por porque sin sobre su
  sus todas todos una y
  ao aos com da das de dos ele em essa esse está foi mais não nas nos ou para pela pelo por se sem seu sua são todas
  todos um uma
  alla anche che con dei del della delle di ed gli il nel nella non ogni più quando questa questo sono sul
  tutte tutti un uno
  aan alle bij dat deze dit een en geen het ik kan maar naar niet nog ook onze op te uit van voor wat wij zijn
  czy dla jako jest lub nie oraz po przez się tego tej wszystkie wszystkich za że
  alla att av den det eller för från har hon inte jag med och om som är
  bir bu da daha değil gibi için ile olan olarak tüm ve
  của cho các được không là một những này và với
  adalah dan dari dengan ini itu kepada oleh pada semua untuk yang`.split(/\s+/),
);
