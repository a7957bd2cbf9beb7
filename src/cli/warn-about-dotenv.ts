import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { Speaker } from './io.ts';

/** Reading by the group or by everybody. */
const OTHERS_MAY_READ = 0o044;

/** Variables whose values are nobody else's business. */
const SECRET = /KEY|TOKEN|SECRET|PASSWORD/i;

/** Warns where the folder's `.env` holds a key and other users of the machine may read it. */
export function warnAboutDotenv(cwd: string, speaker: Speaker): void {
  // Windows has no such modes; what Node makes up there says nothing.
  if (process.platform === 'win32') return;
  const path = join(cwd, '.env');
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  if ((mode & OTHERS_MAY_READ) === 0) return;
  const kept = Object.entries(parse(readFileSync(path))).some(
    ([name, value]) => SECRET.test(name) && value.trim() !== '',
  );
  if (!kept) return;
  const found = (mode & 0o777).toString(8);
  speaker.warn(
    `${path} holds a key and others may read it (mode ${found}), expected mode 600: chmod 600 .env`,
  );
}
