import type { List, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { HeadingBlock, WordsBlock } from '../render/index.ts';

/** Gives a house's Markdown as paragraphs, lists and headings of plain words; markup, pictures and HTML are dropped. */
export function parseHouseSection(markdown: string): (WordsBlock | HeadingBlock)[] {
  return fromMarkdown(markdown).children.flatMap(blockOf);
}

function blockOf(node: RootContent): (WordsBlock | HeadingBlock)[] {
  if (node.type === 'heading') return headingOf(textOf(node.children));
  if (node.type === 'paragraph') return paragraphOf(textOf(node.children));
  if (node.type === 'blockquote') return node.children.flatMap(blockOf);
  if (node.type === 'list') {
    const texts = itemsOf(node);
    return texts.length === 0 ? [] : [{ kind: 'words', as: 'list', texts }];
  }
  return [];
}

function headingOf(text: string): HeadingBlock[] {
  return text === '' ? [] : [{ kind: 'heading', text }];
}

function paragraphOf(text: string): WordsBlock[] {
  return text === '' ? [] : [{ kind: 'words', as: 'paragraph', texts: [text] }];
}

/** The items in order, those of lists within lists after the item that they belong to. */
function itemsOf({ children }: List): string[] {
  return children.flatMap(({ children: parts }) => [
    ...[parts.flatMap((part) => (part.type === 'paragraph' ? [textOf(part.children)] : [])).join(' ')].filter(
      (text) => text !== '',
    ),
    ...parts.flatMap((part) => (part.type === 'list' ? itemsOf(part) : [])),
  ]);
}

/** Words alone; the address of a link to the web stands behind its words. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text' || node.type === 'inlineCode') return node.value;
      if (node.type === 'break') return ' ';
      if (node.type === 'link') {
        const words = textOf(node.children);
        const address = node.url.replace(/^mailto:/iu, '');
        return /^(?:https?|mailto):/iu.test(node.url) && words !== address ? `${words} (${address})` : words;
      }
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('')
    .replace(/\s+/gu, ' ')
    .trimStart();
}
