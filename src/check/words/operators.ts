import { lemmaOf } from './lemmas.ts';

/** A set of base forms from words set apart by blanks. */
function baseForms(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean).map(lemmaOf));
}

/**
 * Words that change what a clause claims: they deny, restrict, choose, compare, suppose, or put it in another's mouth.
 * A claim stands only if a reading has used up each of them. Closed classes after the reference grammars
 * (negative and approximate negators, exceptives, focusing adverbs, quantifiers, modals of the past form,
 * conditional subordinators, verbs of saying and thinking).
 */
export const OPERATORS = baseForms(`
  not no never neither nor none nothing nobody nowhere without hardly scarcely barely rarely seldom
  far instead rather than unless except excepting save apart aside besides unlike otherwise beside
  only alone solely just merely mere
  few fewer little less least many some half most almost nearly practically virtually enough too
  other others another rest remainder former latter first second third fourth fifth last
  would could might may
  if whether lest suppose supposing assuming provided whoever whichever
  say says claim believe think thought suppose assume pretend imagine doubt wish hope fear seem argue suggest
  allege imply tell call appear supposedly allegedly reportedly apparently perhaps maybe possibly probably
  formerly originally initially previously ago
  how why
`);

/** Words of the sentence, outside of the clause, that make all of it a supposition or a question. */
export const SUPPOSING = baseForms('if unless whether lest suppose supposing assuming otherwise');

/** Conjunctions and signs that may stand on the left of a phrase that names skills. */
export const LEFT_EDGE = baseForms(
  'and or but nor yet so , ; : – — - “ " ( that which both either neither all each not only plus then while though although whereas because since as be here there today now currently',
);

/** Words that stand before a skill and are part of the phrase that names it. */
export const PHRASE_WORDS = baseForms(
  'the a an her his your their its my our this these those own required requested relevant technical core preferred emerging',
);

/** What may follow the name of a skill without making it part of a longer name ("Kafka training", "Excel budget"). */
export const AFTER_NAME = baseForms(`
  be have do will would shall should can could may might must need
  and or nor but yet so plus as than like unlike with without within at in on of for from to by under over above below between among about against
  through into after before since until while though although because whereas when where which who whose that if unless
  not no never neither none nothing hardly both all each either too also already still even only alone just merely indeed however therefore
  again now here there today currently ever once then
  it they them this these those she he you i we
  skill experience knowledge expertise background proficiency command practice level competence fluency know-how basics fundamentals
  stand remain count belong sit fall rank lie appear feature figure come go require need lack miss meet match satisfy exceed suffice deserve call want
  inside well down covered sorted behind every anywhere everywhere somewhere throughout daily included including been
  routine process topic subject area field
  make give leave take form constitute represent become seem look turn keep stay prove pose present show
`);

/** Whom or what an evaluation may be for: with any other ("good enough for Next.js") it speaks of something else. */
export const TARGETS = baseForms(
  'role job post position profile market employer her him you them candidate requirement requirements level standard bar mark work need purpose now posting advert ad tier list résumé resume cv core full whole part way plan roadmap schedule programme program phase today ask require want expect seek request demand what',
);

/** What a level or a depth that stands before a skill makes of its lack: a gap, not an absence. */
export const DEPTH = baseForms(
  'advanced expert intermediate deep deeper solid strong stronger sound thorough sufficient enough further more better full fuller professional profound extensive formal in-depth practical up-to-date greater higher comprehensive complete detailed real proven',
);

/** Nouns that a cue may start with: whose they are must be said. */
export const NOUN_HEADS = baseForms(
  'experience knowledge background command grasp grounding understanding familiarity exposure fluency competence expertise acquaintance practice skill track foundation mastery proficiency strength strong solid sound firm excellent outstanding advanced expert lack absence no zero partial a',
);

/** Adjectives that a cue may start with: of whom they are said must be clear. */
export const ADJECTIVE_HEADS = baseForms(
  'familiar versed well experienced skilled proficient adept good hands-on hands fluent inexperienced unfamiliar lacking capable competent',
);

/** Verbs of having, showing and gaining, whose object is the candidate's. */
export const BRINGING = baseForms(
  'have possess bring show offer demonstrate gain acquire collect hold prove document list attest boast combine bear report',
);

/** Auxiliaries, adverbs and negations between a subject and its verb. */
export const STANDING = baseForms(
  'have be been do will would should can could may might must not never already still also now always often too even just only both all each yet here then ever once long since simply otherwise so far well quite very rather most at least more no neither',
);

/** Those who ask for skills in general; a team or a firm may be the candidate's own. */
export const ASKERS = baseForms(
  'role job post position profile market employer posting advert they recruiter requirement nobody everyone hirer agency hospital school company firm',
);

/** Words of a heading or a label beside those that make its claim. */
export const LABEL_FILLER = baseForms(
  'also today a an the in of for her his your their and & or that which are be have do what where she he you candidate skill requirement qualification competency technology tool area point key main chief top biggest major important critical primary technical professional own still yet already now so far to at on with by need should must will core preferred emerging essential required level list here there these those this it they all both item thing one two three four five six seven eight nine ten role job market employer as is from and/or current remaining following found find identified observed listed mentioned gap overview summary significant potential existing existing notable build draw rely other further first green amber yellow orange red grey gray , ( ) / - – — : " “ ” \' ’ . + *',
);

/** Words of degree in a cue of having: denied, they leave open that there is something. */
export const GRADED = baseForms(
  'fluent comfortable ease home competent skilled versed experienced conversant practised seasoned schooled steeped master command way handy good capable qualified fluency mastery',
);
