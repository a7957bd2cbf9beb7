import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { ReportDocument } from '../document/report-document.ts';
import { loadPackage } from '../load-package.ts';
import { pageData } from './page-data.ts';
import { TEMPLATE } from './template.ts';

/** The compiler of this process: it reads the machine's fonts when it is made, which takes most of its time. */
let opened: Promise<NodeCompiler> | undefined;

/**
 * Gives a document as a tagged PDF. It declares PDF/UA-1 where Typst's checks for that pass; where they do not (a
 * character that no font on the machine has) it is tagged all the same, without the claim.
 *
 * `date` (YYYY-MM-DD) is the day that the file says it was made.
 * @throws UsageError where the typesetter is not installed
 */
export async function writePdf(document: ReportDocument, { date }: { date: string }): Promise<Uint8Array> {
  const compiler = await openCompiler();
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

async function openCompiler(): Promise<NodeCompiler> {
  opened ??= loadPackage(
    'write a PDF',
    '@myriaddreamin/typst-ts-node-compiler',
    () => import('@myriaddreamin/typst-ts-node-compiler'),
  ).then(({ NodeCompiler }) => NodeCompiler.create());
  return opened;
}

function readBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer);
}

function describe(error: NodeError | null): string {
  return JSON.stringify(error?.shortDiagnostics ?? 'no reason');
}
