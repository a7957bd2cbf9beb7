const hidden = '[hidden]';

/** Things that look like a key wherever they stand: a server may echo the key that it refuses, masked or not. */
const keyPatterns: readonly RegExp[] = [
  /\b(?:sk-|rk-|gsk_|xai-|hf_)[\w*.…-]{8,}/g,
  /\bAIza[\w-]{20,}/g,
  /\bAKIA[A-Z0-9]{12,}/g,
];

/** Words and places that announce a key; the announcement stays. */
const announcedKeyPatterns: readonly RegExp[] = [
  /\b(Bearer\s+)[\w.~+/*=-]{6,}/gi,
  /\b(api[-_]?key["']?\s*[=:]\s*["']?)[\w.~+/*-]{6,}/gi,
  /(:\/\/)[^\s/@]+:[^\s/@]+@/g,
];

/** Shorter values stand in ordinary words, so that hiding them would only garble the text. */
const shortestSecret = 6;

/** The text without the given secrets; nothing else is touched, so it is fit for what a model wrote. */
export function hideSecrets(text: string, secrets: readonly string[] = []): string {
  const longestFirst = [...secrets].sort((a, b) => b.length - a.length);
  let clean = text;
  for (const secret of longestFirst) {
    if (secret.length >= shortestSecret) clean = clean.replaceAll(secret, hidden);
  }
  return clean;
}

/**
 * The same for a text that comes in pieces: what may be the beginning of a secret waits for what follows. `push` gives
 * what can be shown, `end` the rest.
 */
export function secretsHider(secrets: readonly string[] = []): {
  push(piece: string): string;
  end(): string;
} {
  const long = secrets.filter((secret) => secret.length >= shortestSecret);
  let waiting = '';
  return {
    push(piece) {
      const text = hideSecrets(waiting + piece, long);
      const from = beginningOf(text, long);
      waiting = text.slice(from);
      return text.slice(0, from);
    },
    end() {
      const rest = waiting;
      waiting = '';
      return rest;
    },
  };
}

/** Where the longest end of the text begins that one of the secrets could go on from. */
function beginningOf(text: string, secrets: readonly string[]): number {
  const longest = Math.max(0, ...secrets.map((secret) => secret.length - 1));
  for (let at = Math.max(0, text.length - longest); at < text.length; at += 1)
    if (secrets.some((secret) => secret.startsWith(text.slice(at)))) return at;
  return text.length;
}

/** The text without the given secrets and without anything that looks like an API key; for messages. */
export function redactSecrets(text: string, secrets: readonly string[] = []): string {
  let clean = hideSecrets(text, secrets);
  for (const pattern of keyPatterns) clean = clean.replace(pattern, hidden);
  for (const pattern of announcedKeyPatterns) clean = clean.replace(pattern, `$1${hidden}`);
  return clean;
}
