// npm run test:cdk8s-cli: the cdk8s command line writes the same manifests as the project's own command, and charts without values.
import fs from 'node:fs';
import path from 'node:path';
import { runChild, temporaryFolder } from '../process';
import { SetUpError, fingerprint, npmCi, root } from '../setup/index.cjs';

export async function main(): Promise<number> {
  const cli = await installCli();
  const copy = copyProject();
  await synth(cli, copy, []);
  const differing = compare(path.join(root, 'dist'), path.join(copy, 'dist'));
  for (const line of differing) console.error(line);
  if (differing.length > 0) throw new SetUpError('cdk8s synth does not write what is in dist');
  console.log('cdk8s synth writes what is in dist');
  await synth(cli, copy, CHART_OF_EXAMPLE);
  const chart = contentsOf(path.join(copy, 'chart'));
  const values = [...chart].filter(([file, text]) => file === 'values.yaml' || text.includes('.Values'));
  if (!chart.has('Chart.yaml') || values.length > 0)
    throw new SetUpError('cdk8s synth --format helm writes no chart, or one with values: see docs/how-to');
  console.log('cdk8s synth --format helm writes a chart without values');
  return 0;
}

/** Makes the command line write a chart of the example. */
const CHART_OF_EXAMPLE = [
  ...['--app', 'node --import tsx examples/cdk8s-app/main.ts', '--output', 'chart'],
  ...['--format', 'helm', '--chart-api-version', 'v2', '--chart-version', '1.0.0'],
];

/** Installs the command line once per lock file, outside of the packages of the project. */
async function installCli(): Promise<string> {
  const source = path.join(root, 'tools', 'cdk8s-cli');
  const cache = path.join(root, 'node_modules', '.cache', 'cdk8s-cli');
  const final = path.join(cache, fingerprint('tools/cdk8s-cli').slice(0, 16));
  if (!fs.existsSync(final)) {
    console.error('set-up: installing cdk8s-cli');
    const draft = `${final}.tmp-${process.pid}`;
    try {
      fs.cpSync(source, draft, { recursive: true });
      await npmCi(draft);
      fs.renameSync(draft, final);
    } finally {
      fs.rmSync(draft, { recursive: true, force: true });
    }
  }
  return path.join(final, 'node_modules', 'cdk8s-cli', 'bin', 'cdk8s');
}

/** The command line removes the output folder before it starts, so it works on a copy. */
function copyProject(): string {
  const copy = temporaryFolder('cdk8s-cli');
  const leftOut = new Set(['.git', 'node_modules', 'dist'].map((name) => path.join(root, name)));
  fs.cpSync(root, copy, { recursive: true, filter: (source) => !leftOut.has(source) });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

async function synth(cli: string, cwd: string, options: readonly string[]): Promise<void> {
  // Every option of the command line can also come from a CDK8S_ variable: only cdk8s.yaml shall count.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CDK8S_')));
  // The check for a newer release asks the network.
  const args = [cli, 'synth', '--check-upgrade=false', ...options];
  const { status, signal } = await runChild(process.execPath, args, { cwd, env, stdout: 'inherit', stderr: 'inherit' });
  if (status !== 0) throw new SetUpError(`cdk8s synth failed (${signal ?? `exit code ${status ?? 'unknown'}`})`);
}

function compare(expected: string, found: string): readonly string[] {
  const [before, after] = [contentsOf(expected), contentsOf(found)];
  if (before.size === 0) return ['dist holds no manifests to compare with'];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [old, written] = [before.get(name), after.get(name)];
    if (written === undefined) return [`not written by cdk8s synth: ${name}`];
    if (old === undefined) return [`written by cdk8s synth only: ${name}`];
    return old === written ? [] : [`differs: ${name}`];
  });
}

/** The texts of the files in a folder, by name. */
function contentsOf(folder: string): ReadonlyMap<string, string> {
  if (!fs.existsSync(folder)) return new Map();
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [path.relative(folder, file), fs.readFileSync(file, 'utf8')]));
}
