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
  ...fs
    .readdirSync(path.join(root, 'src', 'engine'), { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [`engine/${entry.name}`] : [])),
  'observability/promql',
];

/** Imports of what starts Helm, the command line or another process. */
const STARTS_PROGRAM = /from '.*\/(support\/helm|cli\/command|killed)'/;
/** Imports of what draws many cases. */
const PROPERTIES = /from '(fast-check|.*\/support\/law)'/;

/** Runs the mutants of a room, of which those are left out whose outcome an earlier run knows; the file with the report. */
export async function mutate(room: string): Promise<string> {
  const packages = path.join(await installStryker(), 'node_modules', '@stryker-mutator');
  const folder = path.join(cache, room);
  const report = path.join(folder, 'report.json');
  fs.mkdirSync(folder, { recursive: true });
  const settings = path.join(folder, 'stryker.json');
  fs.writeFileSync(settings, JSON.stringify({ ...settingsOf(room), jsonReporter: { fileName: report } }));
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

/** Test files of a room that start no other program, examples before properties: most mutants die of an example, which costs less. */
function quickTests(room: string): readonly string[] {
  const files = fs.readdirSync(path.join(root, 'test', room)).filter((file) => file.endsWith('.test.ts'));
  const paths = files.sort().map((file) => path.posix.join('test', room, file));
  const texts = new Map(paths.map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
  const isOf = (pattern: RegExp, file: string): boolean => pattern.test(texts.get(file) ?? '');
  const quick = paths.filter((file) => !isOf(STARTS_PROGRAM, file));
  return [...quick.filter((file) => !isOf(PROPERTIES, file)), ...quick.filter((file) => isOf(PROPERTIES, file))];
}

function settingsOf(room: string): object {
  return {
    testRunner: 'in-process',
    plugins: [path.join(source, 'plugin.cjs')],
    roomTests: quickTests(room),
    warnings: { unknownOptions: false },
    coverageAnalysis: 'perTest',
    mutate: [`src/${room}/**/*.ts`],
    incremental: true,
    incrementalFile: path.join(cache, room, 'incremental.json'),
    tempDirName: temporaryFolder('mutation'),
    ignorePatterns: ['docs', 'charts', 'dist', 'examples', 'preview'],
    reporters: ['json', 'clear-text', 'progress-append-only'],
    clearTextReporter: { allowColor: false, reportTests: false },
    // tsx drops the types, so nothing has to be hidden from a compiler.
    tsconfigFile: 'none',
    disableTypeChecks: false,
    // What Stryker does not notice by counting is killed, and counts as a loop: not a mutant that waits for a busy machine.
    timeoutMS: 30_000,
    timeoutFactor: 2,
    concurrency: 1,
  };
}
