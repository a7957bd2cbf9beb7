/** Languages that a resume may list, as prose names them. */
export const LANGUAGES: ReadonlySet<string> = new Set(
  (
    'english german french spanish italian portuguese dutch polish swedish danish norwegian finnish icelandic czech slovak ' +
    'hungarian romanian bulgarian greek turkish russian ukrainian serbian croatian slovenian albanian lithuanian latvian ' +
    'estonian welsh irish catalan basque arabic hebrew persian farsi urdu hindi bengali punjabi tamil telugu mandarin ' +
    'cantonese chinese japanese korean vietnamese thai indonesian malay tagalog swahili zulu afrikaans'
  ).split(' '),
);
