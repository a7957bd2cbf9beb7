/**
 * Gives the address that a link may lead to, or undefined where it is no http(s) address. Only an address that
 * holds a character with a meaning of its own in Markdown or HTML is rewritten, to the same address percent-encoded.
 */
export function readWebHref(href: string | undefined): string | undefined {
  if (href === undefined || !URL.canParse(href)) return undefined;
  const url = new URL(href);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  if (PLAIN.test(href)) return href;
  return url.href.replace(/[^A-Za-z0-9\-._~:/?#@!$&'*+,;=%[\]]/gu, encode);
}

const PLAIN = /^https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+$/;

/** encodeURIComponent leaves brackets as they are, but they would end a link in Markdown. */
function encode(character: string): string {
  const encoded = encodeURIComponent(character);
  return encoded === character ? `%${character.charCodeAt(0).toString(16).toUpperCase()}` : encoded;
}
