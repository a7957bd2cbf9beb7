import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

/** A unified diff that `patch` and `git apply` take, three lines around each change; empty where nothing changed. */
export function renderDiff(before: string, after: string, file: string): string {
  if (before === after) return '';
  const name = file.replace(/[\r\n\t]/g, ' ');
  const path = name.replace(/^\/+/, '');
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  });
}
