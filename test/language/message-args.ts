import { IntlMessageFormat } from 'intl-messageformat';

/** What a message asks for: arguments that it prints, and arguments that choose its forms, with the forms. */
export interface Asked {
  printed: Set<string>;
  chosen: Map<string, { kind: 'select' | 'plural'; forms: Set<string> }>;
}

type Elements = ReturnType<IntlMessageFormat['getAst']>;
/** As the parser numbers them. */
const [ARGUMENT, SELECT, PLURAL] = [1, 5, 6];

/** Reads what a message asks for with the reference parser. */
export function argsOf(message: string): Asked {
  const asked: Asked = { printed: new Set(), chosen: new Map() };
  const walk = (elements: Elements) => {
    for (const element of elements) {
      if (element.type === ARGUMENT) asked.printed.add((element as { value: string }).value);
      if (element.type !== SELECT && element.type !== PLURAL) continue;
      const { value: name, options } = element as {
        value: string;
        options: Record<string, { value: Elements }>;
      };
      const known = asked.chosen.get(name) ?? {
        kind: element.type === SELECT ? ('select' as const) : ('plural' as const),
        forms: new Set<string>(),
      };
      asked.chosen.set(name, known);
      for (const [form, { value }] of Object.entries(options)) {
        known.forms.add(form);
        walk(value);
      }
    }
  };
  walk(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst());
  return asked;
}
