import path from 'node:path';
import { type Installation, MANAGERS, installProject } from './install';
import { GOOD_USE, SECTIONS_USE, misuse } from './misuse';
import { type Plus, SETTINGS, type Settings, programsFor, writeProject } from './project';
import { compile, runPrograms } from './run';

/** With pnpm only where packages lie is another, which does not depend on the compiler. */
const COMPILERS = { npm: ['5.4', '5.9', '6.0', '7.0'], pnpm: ['7.0'] } as const;
const PLUSES: readonly Plus[] = ['cdk8s-plus-33', 'cdk8s-plus-27', 'none'];

/** One thing that was tried; `problem` is empty when it passed. */
export interface Outcome {
  readonly what: string;
  readonly problem: string;
}

/** Installs, compiles and runs in each way that users have; tells each outcome at once. */
export async function tryAll(
  place: { readonly archive: string; readonly tools: string; readonly folder: string },
  tell: (outcome: Outcome) => void,
): Promise<void> {
  for (const manager of MANAGERS) {
    for (const plus of PLUSES) await tryInstallation({ ...place, manager, plus }, place.folder, tell);
  }
}

async function tryInstallation(
  installation: Installation,
  parent: string,
  tell: (outcome: Outcome) => void,
): Promise<void> {
  const what = `${installation.manager}, ${installation.plus}`;
  const folder = path.join(parent, installation.manager, installation.plus);
  const problem = await installProject(folder, installation);
  tell({ what: `${what}: install`, problem });
  if (problem !== '') return;
  for (const settings of SETTINGS) {
    for (const compiler of COMPILERS[installation.manager]) {
      const found = await tryCompiler({ installation, settings, compiler, folder });
      tell({ what: `${what}: TypeScript ${compiler}, ${settings.name}`, problem: found });
    }
  }
}

async function tryCompiler(given: {
  readonly installation: Installation;
  readonly settings: Settings;
  readonly compiler: string;
  readonly folder: string;
}): Promise<string> {
  const { installation, settings, compiler } = given;
  const uses = [
    { name: 'good-use.ts', text: GOOD_USE },
    { name: 'sections.ts', text: SECTIONS_USE },
    { name: 'misuse.ts', text: misuse(true) },
  ];
  const project = writeProject(path.join(given.folder, compiler), settings, [
    ...programsFor(installation.plus),
    ...uses,
  ]);
  const typescript = path.join(installation.tools, `typescript-${compiler}`);
  const said = await compile(typescript, project, ['--types', 'node']);
  if (said !== '') return said;
  try {
    return (await runPrograms(project)).size > 0 ? '' : 'the programs wrote nothing';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
