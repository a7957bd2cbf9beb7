/**
 * Positions that lead people. A product, project or account manager leads a product, a project, an account; an
 * assistant to a director directs nobody.
 */
export const LEADING_POSITIONS: RegExp =
  /(?<!\bto (?:the )?)\b(?:(?:team|squad|crew|shift|section|ward|unit) lead(?:er)?|(?:tech(?:nical)?|engineering|development|design|qa) lead(?:er)?|lead (?:[\w-]+ ){0,2}(?:developer|engineer|designer|architect|nurse|accountant|analyst|scientist|teacher|technician)|head of|head (?:teacher|nurse|chef|coach|gardener|librarian|cashier|waiter|waitress|barista)|director|supervisor|(?:general|engineering|operations|restaurant|kitchen|store|branch|department|nurse|ward|finance|hr|shift|plant|people|team|unit|warehouse) manager|charge nurse|chief \w+ officer|c[etfoi]o|vice president|vp|foreman|forewoman|captain|principal investigator|school principal)\b/i;

const VERBS =
  'led|leads|leading|managed|manages|managing|supervised|supervises|supervising|headed|heads|oversaw|oversees|directed|directs|mentored|mentors|coached|coaches|hired|trained and led';
const PEOPLE =
  '(?:team member|direct report|team|crew|employee|developer|engineer|designer|nurse|accountant|bookkeeper|analyst|scientist|volunteer|intern|apprentice|trainee|junior|teacher|barista|technician|clerk|assistant|cook|carer|worker|colleague)s?|staff|people';
const STOP =
  'for|of|to|by|with|in|on|at|from|into|as|that|which|who|whose|used|using|through|across|than|between|among|against|about|via|per|over|under';
/** Other words in -ing tell what is done for people ("tools helping teams"); these tell which people. */
const ADJECTIVES =
  'engineering|nursing|marketing|accounting|cleaning|training|consulting|manufacturing|testing|building|existing|growing|bookkeeping|catering|publishing|recruiting|housekeeping|purchasing|planning|processing';

/**
 * Sentences of a resume that say that people were led: "led a team of 4", "supervises twelve nurses". The people are
 * what the verb is about ("managed payroll for 200 employees" is not) and the last noun ("managed staff accounts").
 */
export const LEADING_SENTENCES: RegExp = new RegExp(
  `(?<!\\b(?:was|were|been|being|am|is|are|with) )\\b(?:${VERBS})(?: (?:and|,) \\w+(?:ed|s|ing))?` +
    `(?:,? (?!(?:${STOP})\\b|(?!(?:${ADJECTIVES})\\b)\\w+ing\\b)[\\w'’/-]+){0,5}?(?: (?:group|pool|squad|number|crew) of(?: [\\w-]+){0,3}?)? (?:${PEOPLE})` +
    `(?=\\s*$|\\s*[.,;:()\\u2013\\u2014]|\\s+(?:of|in|at|on|with|and|to|for|through|across|from|by|as|who|that|which|during|while|per|within|towards?|using|building|working|including|responsible|under|over|after|new|a|each)\\b)`,
  'i',
);
