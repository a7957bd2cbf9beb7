import type { Studio, StudioOptions } from './studio-options.ts';

/**
 * Starts the local studio: a web page on 127.0.0.1 that leads from a resume to a checked report. Nothing is written to
 * the disk. Loads the server only now: who imports the library does not pay for it.
 * @throws UsageError where the port is taken, or the page cannot be had
 * @throws ModelError where the model cannot be opened
 * @throws AbortedError where the signal has fired before
 */
export async function startStudio(options: StudioOptions = {}): Promise<Studio> {
  const { openServer } = await import('./open-server.ts');
  return openServer(options);
}
