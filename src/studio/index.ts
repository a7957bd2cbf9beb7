export { startStudio } from './start-studio.ts';
export type { Studio, StudioOptions } from './studio-options.ts';
