import type { FactSheet } from '../../schemas/index.ts';
import { computeFacts } from '../../src/facts/index.ts';
import { readCase } from '../../src/input/index.ts';
import { builtInResources } from '../../src/resources/built-in-resources.ts';
import { type Script, type ScriptedCall, textOf } from './scripted-server.ts';

/** The fact sheets of several resumes for one role. */
export function sheetsOf(resumes: readonly unknown[], role: unknown, date: string): Promise<FactSheet[]> {
  return Promise.all(
    resumes.map(async (resume) =>
      computeFacts((await readCase({ resume, role, date })).case, { resources: builtInResources() }),
    ),
  );
}

/** A model for several people: whose report a request is for stands in its facts, never in a name. */
export function writerForAll(sheets: readonly FactSheet[], writer: (sheet: FactSheet) => Script): Script {
  const known = sheets.map((sheet) => ({
    script: writer(sheet),
    shown: new Map(sheet.facts.map((fact) => [fact.id, fact.display])),
  }));
  return (call) => {
    const lines = factLines(call);
    const best = known
      .map((one) => ({
        ...one,
        wrong: lines.filter(({ id, display }) => one.shown.get(id) !== display).length,
      }))
      .sort((a, b) => a.wrong - b.wrong)[0];
    if (!best) throw new Error('no sheet');
    return best.script(call);
  };
}

function factLines({ body }: ScriptedCall): { id: string; display: string }[] {
  const text = textOf(body);
  return [...text.matchAll(/^(?:- )?([\w.-]+) = "([^"\n]*)"/gm)].map(([, id = '', display = '']) => ({
    id,
    display,
  }));
}
