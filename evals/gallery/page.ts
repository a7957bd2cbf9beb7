import { escapeUTF8 } from 'entities';
import type { Picture } from './pictures.ts';

export interface Shown {
  name: string;
  title: string;
  files: readonly string[];
  pictures: readonly Picture[];
}

/** One page with the files and pictures of every report. */
export function gallery(shown: readonly Shown[]): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Gallery of reports</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; background: #eee; color: #1b2530; }
  .row { display: flex; gap: 1rem; overflow-x: auto; align-items: flex-start; padding-bottom: 1rem; }
  figure { margin: 0; flex: none; } img { display: block; height: 36rem; border: 1px solid #ccc; background: #fff; }
  figure.html img { height: auto; width: 24rem; }
</style></head><body><h1>Gallery of reports</h1>
<ul>${shown.map(({ name }) => `<li><a href="#${name}">${name}</a></li>`).join('')}</ul>
${shown.map(section).join('\n')}
</body></html>
`;
}

function section({ name, title, files, pictures }: Shown): string {
  const links = files.map((file) => `<a href="${name}/${file}">${file}</a>`).join(' · ');
  return `<section id="${name}"><h2>${escapeUTF8(title)}</h2><p>${links}</p><div class="row">${pictures
    .map((picture) => figure(name, picture))
    .join('')}</div></section>`;
}

function figure(name: string, picture: Picture): string {
  if ('skipped' in picture) return `<p>${escapeUTF8(picture.skipped)}</p>`;
  const { of, file } = picture;
  const kind = of.startsWith('HTML') ? ' class="html"' : '';
  return `<figure${kind}><a href="${name}/${file}"><img loading="lazy" src="${name}/${file}" alt="${of}: ${file}"></a><figcaption>${of}</figcaption></figure>`;
}
