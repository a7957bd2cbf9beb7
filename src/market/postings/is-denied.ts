const SMALL =
  '(?:need(?:ed)?|require[ds]?|ask(?:ing)?|look(?:ing)?|expect(?:ed|ing)?|use|using|prior|previous|have|know|to|for|any|you|knowledge|experience|background|skills?|of|with|in|in-depth|deep|specific|be|an?|expert|on)';
const BEFORE = new RegExp(
  `(?:\\b(?:no|without|not|never)|n[’']t|\\bnot required)(?:\\s+${SMALL})*[\\s:*_]*$`,
  'iu',
);
const AFTER =
  /^[\s)]*(?:(?:programming |prior )?(?:experience|knowledge|skills?|background|expertise)\s+)?(?:(?:is|are|will be)\s+(?:not|never)|(?:is|are)n[’']t|not)\s+(?:\w+ly\s+)?(?:required|needed|necessary|a must|a requirement|expected|essential|mandatory|asked for)\b/iu;

/** Whether the words around a skill say that it is not asked for: "no Java required", "Go is not necessary". */
export function isDenied(before: string, after: string): boolean {
  if (BEFORE.test(before.slice(-80))) return true;
  // "Not required but a plus" asks for it after all.
  return (
    AFTER.test(after) && !/\bbut\b[^.;]{0,40}\b(?:plus|bonus|advantage|prefer|welcome|nice)/iu.test(after)
  );
}
