import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** Prints every module that is loaded, at the end. */
const hook = `data:text/javascript,${encodeURIComponent(`
import { registerHooks } from 'node:module';
const seen = [];
registerHooks({ load(url, context, next) { seen.push(url); return next(url, context); } });
process.on('exit', () => process._rawDebug(seen.join(' ')));
`)}`;

describe('declaring the commands', () => {
  it('loads no schema, no checker, no model: start-up pays for each', () => {
    const { stderr } = spawn(['--version']);
    const heavy = [
      '/node_modules/zod/',
      '/node_modules/yaml/',
      '/node_modules/langchain/',
      '/schemas/index',
      '/src/check/',
      '/src/input/',
    ];
    expect(heavy.filter((part) => stderr.includes(part))).toEqual([]);
    expect(stderr).toContain('/src/cli/run-cli.ts');
  });
});

function spawn(args: readonly string[]): { stderr: string } {
  const { stderr } = spawnSync(process.execPath, ['--import', hook, cli, ...args], { encoding: 'utf8' });
  return { stderr };
}
