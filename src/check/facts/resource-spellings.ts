import type { ChosenResource } from '../../../schemas/fact-sheet.ts';

const generic =
  /^(?:the|a|an|of|for|to|and|in|with|on|course|courses|training|tutorial|tutorials|guide|certificate|certification|book|introduction|intro|online|free|learn|learning|fundamentals|basics)$/i;

/** Ways in which prose names a resource: without article or brackets, by its first part, by its provider. */
export function resourceSpellings(
  resources: readonly ChosenResource[],
): (readonly [string, string, string])[] {
  const owners = new Map<string, { id: string; name: string; spelling: string } | null>();
  const titles = new Set(resources.map((resource) => resource.title.toLowerCase()));
  for (const resource of resources)
    for (const spelling of new Set(spellingsOf(resource))) {
      const key = spelling.toLowerCase();
      if (titles.has(key) && resource.title.toLowerCase() !== key) continue;
      const owner = owners.get(key);
      if (owner === undefined) owners.set(key, { id: resource.id, name: resource.title, spelling });
      else if (owner && owner.id !== resource.id) owners.set(key, null);
    }
  return [...owners.values()].flatMap((owner) =>
    owner ? [[owner.spelling, owner.id, owner.name] as const] : [],
  );
}

function spellingsOf({ title, provider, kind, skills }: ChosenResource): string[] {
  const spellings = [title];
  const bare = title.replace(/\s*\([^)]*\)/g, '').trim();
  const inner = /\(([^)]+)\)/.exec(title)?.[1];
  spellings.push(bare);
  if (inner && /^[A-Z][A-Z0-9-]{2,}$/.test(inner)) spellings.push(inner);
  for (const part of [bare, ...bare.split(/\s*:\s+|\s+[-–—]\s+/)]) {
    const short = part.replace(/^(?:the|an?)\s+/i, '');
    const own = stripProvider(short, provider);
    for (const one of [short, own])
      if (
        wordsOf(one) >= 2 &&
        !skills.some((skill) => skill.toLowerCase() === one.toLowerCase()) &&
        distinctive(one)
      )
        spellings.push(one);
  }
  const words = bare.replace(/^(?:the|an?)\s+/i, '').split(/\s+/);
  if (words.length > 3) spellings.push(words.slice(0, 3).join(' '), words.slice(-3).join(' '));
  const noun =
    {
      course: ['course', 'training'],
      book: ['book', 'textbook'],
      certification: ['certificate', 'certification'],
      documentation: ['documentation', 'guide', 'docs'],
      practice: ['exercises'],
      community: ['community'],
    }[kind] ?? [];
  const short = provider.split(/\s+/)[0] ?? provider;
  for (const word of noun) {
    spellings.push(`${provider} ${word}`, `${provider}'s ${word}`, `${provider}’s ${word}`);
    if (inner && !/^[A-Z]{2,}$/.test(inner)) spellings.push(`${inner}'s ${word}`, `${inner}’s ${word}`);
    if (/^[A-Z]{2,}$/.test(short))
      spellings.push(`${short} ${word}`, `${short}'s ${word}`, `${short}’s ${word}`);
  }
  return spellings.filter(
    (spelling) => spelling.length > 2 && !/\s(?:of|for|to|and|in|with|on|the|a|an|-)$/i.test(spelling),
  );
}

const wordsOf = (text: string): number => text.split(/\s+/).length;

const distinctive = (text: string): boolean =>
  text.split(/\s+/).some((word) => !generic.test(word) && /^\p{Lu}/u.test(word));

function stripProvider(title: string, provider: string): string {
  const words = new Set(provider.toLowerCase().split(/\s+/));
  const parts = title.split(/\s+/);
  while (parts.length > 2 && words.has(parts[0]?.toLowerCase() ?? '')) parts.shift();
  return parts.join(' ');
}
