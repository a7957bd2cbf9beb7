import { SaxesParser } from 'saxes';

/** The elements of an XML text in the order in which they open. @throws where it is not well-formed */
export function readXml(xml: string): { name: string; attributes: Record<string, string>; text: string }[] {
  const elements: { name: string; attributes: Record<string, string>; text: string }[] = [];
  const open: number[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    open.push(elements.push({ name, attributes: attributes as Record<string, string>, text: '' }) - 1);
  });
  parser.on('text', (text) => {
    const element = elements[open.at(-1) ?? -1];
    if (element) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(xml).close();
  return elements;
}
