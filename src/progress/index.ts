export { computeProgress } from './compute-progress.ts';
export { renderProgressMarkdown } from './render-progress-markdown.ts';
