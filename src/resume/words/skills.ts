/** Labels in a skills section that sort its entries and are no skill themselves, in small letters. */
export const GENERIC_LABELS: ReadonlySet<string> = new Set(
  'skills|skill|technical|technical skills|technologies|technology|tools|tool|software|frameworks|framework|libraries|library|frameworks and libraries|libraries and frameworks|languages|language|programming languages|programming language|coding languages|scripting languages|scripting|platforms|platform|databases|database|operating systems|operating system|os|systems|environments|ides|editors|other|others|misc|miscellaneous|various|additional|hard skills|soft skills|personal skills|people skills|interpersonal skills|core skills|key skills|core competencies|competencies|expertise|areas of expertise|primary|secondary|main|general|concepts|methodologies|methods|methodology|practices|techniques|domains|domain|applications|application|utilities|packages|devops tools|testing tools|developer tools|development tools|web technologies|web|backend|back-end|back end|frontend|front-end|front end|mobile|cloud|infrastructure|data|design|office|it|computer|computer skills|it skills|stack|tech stack|protocols|standards|hardware|equipment|industry knowledge|tools and technologies|technologies and tools|tools and platforms|tools and software|software and tools|cloud platforms|cloud services|cloud technologies|version control|project management tools|languages and frameworks|concepts and methods|clinical|clinical skills|used|familiar with|experience with|worked with|knowledge of|proficient in|i know|include|including'.split(
    '|',
  ),
);

/** What says that a skill is not held: not, no more, or not yet. Names may hold such words: Machine Learning, NoSQL. */
export const NOT_HELD = new RegExp(
  [
    String.raw`\b(?:not?\b(?!-|\s+only)|never|without|lack(?:s|ing)?|no longer|cannot|unfamiliar|formerly|stopped|gave up|hate|avoid(?:ing)?)`,
    String.raw`n['’]t\b`,
    // want to learn, keen to explore, planning on studying
    String.raw`\b(?:want|wants|wanting|wish|wishes|hope|hopes|hoping|plan|plans|planning|aim|aims|aiming|eager|keen|excited|looking|intend|intends|willing|would (?:like|love)|['’]d (?:like|love)|ready|motivated|able|trying|about|yet|going|quick)\s+(?:to|on)\s+(?:\w+\s+)?(?:learn(?:ing)?|study(?:ing)?|explor(?:e|ing)|pick(?:ing)? up|master(?:ing)?|try(?:ing)?|tak(?:e|ing)|get(?:ting)?|gain(?:ing)?|improv(?:e|ing)|deepen(?:ing)?|develop|understand|know)\b`,
    String.raw`\b(?:interested|interest) in\b|\bcurious about\b`,
    // Only as what somebody does: at the beginning, or behind "am", "currently".
    String.raw`(?:^|\b(?:am|is|are|currently|now|still|presently|started|begun|just))\s*(?:learning|studying|exploring)\b(?!\s+(?:and|management|platforms?|outcomes?|design|technolog))`,
    String.raw`\bto (?:be learned|learn)\b|\bnext up\b|\bused to (?:use|know|work)\b`,
    String.raw`\b(?:instead of|rather than|other than|except(?: for)?)\b`,
    String.raw`\b(?:replac|migrat|mov|switch)(?:e|ed|ing)\s+(?:away\s+)?from\b|\breplac(?:e|ed|ing)\b`,
  ].join('|'),
  'iu',
);

const DENIAL = String.raw`\((?:learning|planned|to learn|in progress|not yet|wish ?list|none|no experience)\)|(?:\s[-–—]|:)\s*(?:none|no|learning|planned|in progress|not yet|no experience)(?=\s*(?:$|[.,;)]|now\b|since\b|at\b))`;

/** A remark behind the name in a list, which is on that name alone: "C# (none)", "Revit - learning". */
export const NOT_HELD_REMARK = new RegExp(DENIAL, 'iu');

/** Behind a skill it says that it is not held any more, or not yet. */
export const NOT_HELD_AFTER = new RegExp(
  String.raw`^[^.;,]{0,30}?(?:\b(?:any ?more|no longer|not yet|yet to|years ago|long ago|(?:is|are|was|were) not\b|isn['’]t|to be learned)|${DENIAL})`,
  'iu',
);

/** Claims in prose that need no level: each ends right before what it speaks of. */
export const CLAIMS =
  /\b(?:skilled (?:in|at|with)|skills? (?:in|include[sd]?|are|:)|versed in|trained in|certified in|competent (?:in|with)|capable (?:in|with)|comfortable (?:with|in)|hands[- ]on (?:experience )?(?:with|in)|experienced? (?:in|with|of|using)|experience:|background in|command of|knowledge of|understanding of|know(?:s)? (?:my way around )?|years? (?:of )?(?:professional |industry |commercial |practical |hands-on |work |working )*(?:experience )?(?:of|in|with|using|as an?)?|months? (?:of )?(?:professional |practical |work |working )*(?:experience )?(?:of|in|with|using)?|speciali[sz](?:e|es|ed|ing) in|specialist in|expertise in|working with|proficien(?:t|cy) (?:in|with|at)|fluen(?:t|cy) in|expert (?:in|at|with)|strong (?:in|with)|good (?:in|at|with)|familiar(?:ity)? with|exposure to|grounding in|mastery of|mastered)\s*$/iu;
