/** Positions that lead people. */
export const LEADING_POSITIONS =
  /\b(?:team[- ]lead(?:er)?|(?:tech(?:nical)?|engineering|development|shift|crew|section|ward|unit) lead(?:er)?|lead (?:developer|engineer|designer|nurse|accountant|analyst|teacher)|head of|director|supervisor|(?:general|engineering|operations|restaurant|store|branch|department|nurse|ward|finance|hr|shift|plant|people|team|unit|warehouse) manager|charge nurse|chief \w+ officer|c[etfoi]o|vice president|vp|foreman|forewoman|captain|principal investigator|school principal|head teacher)\b/i;

/** Sentences of a resume that say that people were led. */
export const LEADING_SENTENCES =
  /\b(?:led|leads|leading|managed|manages|managing|supervised|supervises|supervising|headed|heads|oversaw|oversees|directed|directs|mentored|mentors|coached|coaches|trained and led|hired)\b[^.;]{0,60}\b(?:team|teams|crew|staff|people|employees|developers|engineers|designers|nurses|accountants|bookkeepers|analysts|volunteers|interns|apprentices|students|juniors?|teachers|baristas|technicians|members|reports|clerks)\b/i;
