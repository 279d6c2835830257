/** Stryker over one room of src: each mutant against the tests of that room alone. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { cacheKey, provide } from '../components';
import { temporaryFolder } from '../process';
import { SetUpError, fingerprint, npmCi, root } from '../setup/index.cjs';

const source = path.join(root, 'tools', 'mutation');
const cache = path.join(root, 'node_modules', '.cache', 'mutation');

/** The rooms whose mutants are counted: all of the engine, and PromQL. */
export const rooms: readonly string[] = [
  ...fs.readdirSync(path.join(root, 'src', 'engine')).map((room) => `engine/${room}`),
  'observability/promql',
];

/** Runs the mutants of a room, of which those are left out whose outcome an earlier run knows; the file with the report. */
export async function mutate(room: string): Promise<string> {
  const packages = path.join(await installStryker(), 'node_modules', '@stryker-mutator');
  const folder = path.join(cache, room);
  const report = path.join(folder, 'report.json');
  fs.mkdirSync(folder, { recursive: true });
  const settings = path.join(folder, 'stryker.json');
  fs.writeFileSync(settings, JSON.stringify({ ...settingsOf(room, packages), jsonReporter: { fileName: report } }));
  const stryker = path.join(packages, 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(process.execPath, [stryker, 'run', settings], { cwd: root, stdio: 'inherit' });
  if (status !== 0) throw new SetUpError(`Stryker failed in ${room}: see above`);
  return report;
}

/** Installs Stryker once per lock file, outside of the packages of the project. */
async function installStryker(): Promise<string> {
  return await provide(`stryker-${cacheKey([fingerprint('tools/mutation/package-lock.json')])}`, async (draft) => {
    for (const file of ['package.json', 'package-lock.json'])
      fs.copyFileSync(path.join(source, file), path.join(draft, file));
    fs.copyFileSync(path.join(root, '.npmrc'), path.join(draft, '.npmrc'));
    console.error('set-up: installing Stryker');
    await npmCi(draft);
  });
}

function settingsOf(room: string, packages: string): object {
  const jest = {
    testMatch: [`<rootDir>/test/${room}/**/*.test.ts`],
    roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/tools'],
    testSequencer: '<rootDir>/tools/mutation/sequencer.cjs',
    setupFiles: ['<rootDir>/tools/mutation/properties.cjs'],
  };
  return {
    testRunner: 'jest',
    plugins: [path.join(packages, 'jest-runner', 'dist', 'src', 'index.js')],
    jest: { projectType: 'custom', config: jest, enableFindRelatedTests: false },
    coverageAnalysis: 'perTest',
    mutate: [`src/${room}/**/*.ts`],
    incremental: true,
    incrementalFile: path.join(cache, room, 'incremental.json'),
    tempDirName: temporaryFolder('mutation'),
    ignorePatterns: ['docs', 'charts', 'dist', 'lib', 'examples', 'preview'],
    reporters: ['json', 'clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false },
    // swc drops the types, so nothing has to be hidden from a compiler.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    // A busy machine is no endless loop: Stryker notices those by counting.
    timeoutMS: 60_000,
    timeoutFactor: 4,
    concurrency: 1,
  };
}
