import { spawn } from 'node:child_process';
import type { Speaker } from './io.ts';

/** Starts the user's browser with an address. Where that cannot be done, a warning says so. */
export function openBrowser(address: string, speaker: Speaker): void {
  const [command, args] = launcher(address);
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.on('error', () => speaker.warn('no browser could be opened: copy the address into one'));
  child.unref();
}

function launcher(address: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  // Not `start`: a shell would read the address.
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]];
  return ['xdg-open', [address]];
}
