import { parentPort, workerData } from 'node:worker_threads';
import type { PdfItem, PdfPage, PdfReply, PdfRequest } from './pdf-page.ts';

// A thread of its own, so that a document that never ends, or takes all memory, can be stopped from outside.
parentPort?.postMessage(await readPages(workerData as PdfRequest));

async function readPages({ bytes, maxPages, maxCharacters }: PdfRequest): Promise<PdfReply> {
  const library = await import('unpdf').catch(() => undefined);
  if (!library) return { kind: 'missing-package' };
  try {
    const document = await library.getDocumentProxy(bytes, {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      enableXfa: false,
      // No font or image is needed to read text.
      maxImageSize: 1,
    });
    if (document.numPages > maxPages) return { kind: 'too-many-pages', found: document.numPages };
    const pages: PdfPage[] = [];
    let characters = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      const read: PdfItem[] = [];
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue;
        characters += item.str.length;
        if (characters > maxCharacters) return { kind: 'too-long' };
        const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
        // Text that runs up, down or askew is a watermark or a label of a picture.
        if (Math.abs(b) > Math.abs(a) * 0.1 || Math.abs(c) > Math.abs(d) * 0.5) continue;
        read.push({
          text: item.str,
          x,
          y,
          width: item.width,
          size: Math.abs(d) || item.height,
          font: item.fontName,
        });
      }
      pages.push({ width, height, items: read });
      page.cleanup();
    }
    return { kind: 'pages', pages };
  } catch (error) {
    const { name = '', message = String(error) } = error as Error;
    if (name === 'PasswordException') return { kind: 'encrypted' };
    return { kind: 'broken', message: message.slice(0, 200) };
  }
}
