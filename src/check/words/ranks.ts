/** Words that put one thing at the end of an order. Base forms; the first group ends high, the second low. */
export const SHARE_RANKS: Readonly<Record<'high' | 'low', RegExp>> = {
  high: /^(?:(?:most|highest|strongest) (?:(?:often|frequently|widely|commonly|heavily) )?(?:requested|request|wanted|want|sought|seek|demanded|demand|named|name|common|frequent|mentioned|mention|asked|ask|cited|cite|listed|list|popular|required|require)|(?:commonest|highest share|largest share|biggest share|greatest share|greatest demand|highest demand|highest (?:percentage|figure|frequency)|most in demand))(?: after| for)?(?: |$)/,
  low: /^(?:least (?:(?:often|frequently|widely|commonly) )?(?:requested|request|wanted|want|sought|seek|demanded|demand|named|name|common|frequent|mentioned|mention|asked|ask|cited|cite|listed|list|popular|required|require)|(?:rarest|lowest share|smallest share|lowest demand|lowest (?:percentage|figure|frequency)|least in demand))(?: after| for)?(?: |$)/,
};

/** The same as a predicate: "is named most often", "tops the list". */
export const SHARE_RANK_VERBS: Readonly<Record<'high' | 'low', RegExp>> = {
  high: /^(?:(?:be|have be) )?(?:(?:requested?|wante?d?|sought|seek|demande?d?|named?|mentione?d?|aske?d?(?: for)?|cited?|listed?) (?:the )?most(?: often| frequently)?|(?:top|head|lead) (?:the|that|this|its|every|their) (?:list|table|ranking|market|field|core|tier|chart|poll)|come (?:first|top) in (?:the )?(?:list|ranking|demand))(?: |$)/,
  low: /^(?:(?:be|have be) )?(?:(?:requested?|wante?d?|sought|seek|demande?d?|named?|mentione?d?|aske?d?(?: for)?|cited?|listed?) (?:the )?least(?: often| frequently)?)(?: |$)/,
};
