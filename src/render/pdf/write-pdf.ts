import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from '../document/report-document.ts';
import { loadPackage } from '../load-package.ts';
import { pageData } from './page-data.ts';
import { TEMPLATE } from './template.ts';

/** The compilers of this process, by the fonts of the theme: each reads the machine's fonts, which takes most of its time. */
const opened = new Map<ReportDocument['fonts'], Promise<NodeCompiler>>();

/**
 * Gives a document as a tagged PDF. It declares PDF/UA-1 where Typst's checks for that pass; where they do not (a
 * character that no font on the machine has) it is tagged all the same, without the claim.
 *
 * `date` (YYYY-MM-DD) is the day that the file says it was made.
 * @throws UsageError where the typesetter is not installed
 */
export async function writePdf(document: ReportDocument, { date }: { date: string }): Promise<Uint8Array> {
  const compiler = await openCompiler(document.fonts);
  const inputs = { document: JSON.stringify(pageData(document, date)) };
  const compiled = compiler.compile({ mainFileContent: TEMPLATE, inputs });
  const { result } = compiled;
  if (!result) {
    const error = compiled.takeError();
    throw new Error(
      `cannot set the report as PDF: found ${describe(error)}, expected the template to compile; this is a fault of gapwright`,
    );
  }
  try {
    return readBytes(compiler.pdf(result, { pdfStandard: 'ua-1' }));
  } catch {
    return readBytes(compiler.pdf(result));
  } finally {
    compiler.evictCache(10);
  }
}

async function openCompiler(fonts: ReportDocument['fonts']): Promise<NodeCompiler> {
  const blobs = (fonts ?? [])
    .filter(({ format }) => format !== 'woff2')
    .map(({ bytes }) => Buffer.from(bytes));
  const key = blobs.length === 0 ? undefined : fonts;
  const known =
    opened.get(key) ??
    loadPackage(
      'write a PDF',
      '@myriaddreamin/typst-ts-node-compiler',
      () => import('@myriaddreamin/typst-ts-node-compiler'),
    ).then(({ NodeCompiler }) =>
      NodeCompiler.create(blobs.length === 0 ? undefined : { fontArgs: [{ fontBlobs: blobs }] }),
    );
  // One theme at a time: a house has one, and each compiler holds the fonts of the machine.
  if (key !== undefined && !opened.has(key)) for (const old of opened.keys()) if (old) opened.delete(old);
  opened.set(key, known);
  return known;
}

function readBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

function describe(error: NodeError | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? 'no reason');
}
