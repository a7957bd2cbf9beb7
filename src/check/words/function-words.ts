import { table } from '../words/table.ts';
import { lemmaOf } from './lemmas.ts';

/** A set of base forms from words set apart by blanks. */
function baseForms(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).filter(Boolean).map(lemmaOf));
}

/** Words that turn a phrase around where they stand inside it. */
export const NEGATORS = baseForms('not never');

/** Words that may stand inside a cue phrase without changing it. */
export const SKIPPED = baseForms(
  'as do not never already still also fully really currently too now yet likewise simply clearly quite very entirely both each all so just indeed certainly therefore thus equally hence even merely only completely wholly altogether presently today otherwise accordingly particularly especially generally actually truly probably definitely genuinely exactly precisely just right whatsoever whatever firmly thoroughly perfectly obviously evidently clearly well brand',
);

/** Between a list and the verb or noun that speaks of it. */
export const LINK = baseForms(
  `${[...SKIPPED].join(' ')} be been remain stand as a an the one two three of among her his your their its count list class rate mark call see become constitute represent form make up anchor another further other main key chief biggest principal genuine real clear and , – — - : either neither no nor has have do will would seem appear look major serious obvious considered regarded treated named first second third to particular part in for you she him he they them it such respect level skill technology area language subject topic present similarly , " “ ” most more enough own also here there rather`,
);

/** Between a cue and the list after it. */
export const OBJECT_GLUE = baseForms(
  `a an the her his your their its any some such strong solid good sound working hands-on hands on practical deep basic some proven professional several several own real genuine broad advanced intermediate beginner expert fundamental in of with for as like include including : , – - " “ ” ( both either all from on at to area areas technology technologies tool tools language languages skill skills subject topic field discipline knowledge experience command level use following core preferred emerging qualification requirement competency trend namely especially particularly notably e.g i.e are be is is namely well-known well known relevant essential already also still
  programming technical cloud framework frameworks platform platforms certain many various system systems far up-to-date much too not exactly enough further more missing practical knowledge understanding background expertise foundation foundations fluency proficiency combination mix mastery`,
);

/** Words that stand for the list named last. */
export const PRONOUNS = baseForms(
  'it they them these those this that both either neither each none all two three which',
);

/** Between the members of a list. */
export const LIST_GLUE = baseForms(
  'and or nor & / + , ; plus as well along with together then also the a an both at in by followed alongside even especially of around about each respectively over under to level from e.g i.e namely including include on indeed – : first second third lastly finally bit some touch dash little of',
);

/** Nouns that may follow a skill without becoming what is spoken of ("Python skills"). */
export const SKILL_NOUNS = baseForms(
  'skill experience knowledge expertise background proficiency command practice level work exposure competence fluency know-how basics fundamentals',
);

/** Nouns before "of" or "in" that leave the skill the thing spoken of ("knowledge of AWS is missing"). */
export const CARRIER_NOUNS = baseForms(
  'knowledge experience level command skill proficiency expertise grasp understanding competence gap background foundation footing mastery fluency practice exposure status standing case respect row',
);

export const PREPOSITIONS = baseForms(
  'of in for on with about from to at by into as than over under through beside',
);

/** People who are not the candidate. */
export const OTHER_PEOPLE = baseForms(
  'trainee apprentice junior intern assistant colleague competitor rival peer others student pupil manager boss supervisor predecessor friend partner brother sister husband wife neighbour neighbor people everyone everybody graduate graduates newcomer newcomers instructor trainer teacher recruiter customer client guest patient passenger somebody someone anyone anybody nobody whoever',
);

/** After "her X" these say that X is not yet hers. */
export const NOT_YET_NOUNS = baseForms(
  'gap course training learning journey study plan phase goal shortfall deficit lack target module lesson exam certification certificate project phase part path studies ambition need week',
);

export const POSSESSIVES = baseForms('her his your my');

export const LEVEL_WORDS: Readonly<Record<string, 'beginner' | 'intermediate' | 'advanced' | 'expert'>> =
  table({
    beginner: 'beginner',
    "beginner's": 'beginner',
    novice: 'beginner',
    basic: 'beginner',
    elementary: 'beginner',
    intermediate: 'intermediate',
    advanced: 'advanced',
    expert: 'expert',
  });

/** A clause that opens with one of these has left its subject out. */
export const OPENING_VERBS = baseForms(
  `${[...SKIPPED].join(' ')} be been have need remain do will would seem look no nothing never without , and`,
);
