/** What a column of a table holds, by the words of its header. First match wins. */
export const COLUMNS = [
  ['skill', /^(?:skill|skills?|requirement|competenc(?:y|e)|capability|area)s?$/i],
  ['skills', /^(?:skills (?:taught|covered|addressed)|covers|teaches|topics|for|skills?)$/i],
  ['tier', /^(?:tier|category|priority class|class|importance|required)$/i],
  [
    'asked',
    /^(?:(?:level )?asked(?: for)?(?: level)?|level (?:asked for|required|wanted|needed|expected)|required(?: level)?|wanted|target(?: level)?|needed|expected(?: level)?|role asks|sought|asked for by the role|in the (?:role|role profile|profile|posting|postings|advert)|on the list|requested)$/i,
  ],
  [
    'held',
    /^(?:(?:level )?held|level held|current(?: level)?|candidate(?:'s level)?|have|has|present(?: level)?|actual(?: level)?|your level|(?:evidence )?(?:in|on) (?:the |your |her |his )?(?:résumé|resume|cv|file|record)|evidence|on record)$/i,
  ],
  [
    'status',
    /^(?:status|result|verdict|state|outcome|gap\??|assessment|met\??|rating|finding|judgement|judgment|conclusion)$/i,
  ],
  [
    'share',
    /^(?:share|postings|share of postings|% of postings|frequency|demand|in postings|named in|asked in|mentions)$/i,
  ],
  ['weeks', /^(?:weeks?|duration|length|time)$/i],
  ['span', /^(?:week|weeks from to|from|when)$/i],
  ['hours', /^(?:hours?|effort|study hours|time needed)$/i],
  ['phase', /^(?:phase|stage|title|step|module)$/i],
  ['resource', /^(?:resource|title|course|name|material|recommendation)$/i],
  ['provider', /^(?:provider|source|by|from|publisher|platform|offered by|issuer)$/i],
  ['cost', /^(?:cost|price class|access|type of cost|cost class|fee|price)$/i],
  ['price', /^(?:price|cost|fee|amount)$/i],
  ['level', /^(?:level)$/i],
] as const;

export type ColumnKind = (typeof COLUMNS)[number][0];

/** Every kind of column that a header may stand for. */
export function columnKinds(header: string): ColumnKind[] {
  const text = header
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/\s*\([^)]*\)$/, '');
  return COLUMNS.filter(([, pattern]) => pattern.test(text)).map(([kind]) => kind);
}
