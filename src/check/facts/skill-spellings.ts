/** The spellings given, with singular and plural, British and American, and "managing X" for "X management". */
export function skillSpellings(name: string, given: readonly string[]): Set<string> {
  const spellings = new Set([name, ...given]);
  for (const spelling of [...spellings]) for (const other of variantsOf(spelling)) spellings.add(other);
  return spellings;
}

function variantsOf(spelling: string): string[] {
  const variants: string[] = [];
  if (/\s\p{L}+[^s]s$/u.test(spelling)) variants.push(spelling.slice(0, -1));
  if (/[a-z]lling\b/i.test(spelling)) variants.push(spelling.replace(/lling\b/i, 'ling'));
  else if (/[ae]ling\b/i.test(spelling)) variants.push(spelling.replace(/ling\b/i, 'lling'));
  if (/is(?:e|ing|ation)\b/i.test(spelling)) variants.push(spelling.replace(/is(e|ing|ation)\b/i, 'iz$1'));
  else if (/iz(?:e|ing|ation)\b/i.test(spelling))
    variants.push(spelling.replace(/iz(e|ing|ation)\b/i, 'is$1'));
  // "UK Employment Law" goes by "employment law" in a report on a role in the UK.
  const national =
    /^(?:UK|US|USA|EU|GB|British|American|European|German|French|Irish|Scottish|Canadian|Australian|Dutch|Swiss)\s+(\S+\s+\S.*)$/.exec(
      spelling,
    )?.[1];
  if (national) variants.push(national.toLowerCase());
  const managed = /^(.{3,})\s+management$/i.exec(spelling)?.[1];
  if (managed) {
    const lower = managed.toLowerCase();
    variants.push(
      `managing ${lower}`,
      `managing ${lower}s`,
      `management of ${lower}`,
      `management of ${lower}s`,
      `${lower}s management`,
    );
  }
  const analysed = /^(.{3,})\s+analysis$/i.exec(spelling)?.[1];
  if (analysed)
    variants.push(
      `analysis of ${analysed.toLowerCase()}s`,
      `analysing ${analysed.toLowerCase()}s`,
      `analyzing ${analysed.toLowerCase()}s`,
    );
  const planned = /^(.{3,})\s+planning$/i.exec(spelling)?.[1];
  if (planned) variants.push(`planning ${planned.toLowerCase()}s`, `planning of ${planned.toLowerCase()}s`);
  const done = /^(\p{L}{3,}[^s\W])\s+(\p{L}{4,}ing)$/u.exec(spelling);
  if (done?.[1] && done[2]) {
    const [, thing, doing] = done;
    variants.push(`${doing} of ${thing.toLowerCase()}`, `${doing} of ${thing.toLowerCase()}s`);
  }
  return variants;
}
