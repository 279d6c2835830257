// npm run test:cdk8s-cli: the cdk8s command line writes the same manifests as the project's own command.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setUp } from '../setup/index.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';
import { fingerprint } from '../setup/fingerprint.mjs';
import { npmCi } from '../setup/npm.mjs';
import { root } from '../setup/root.mjs';

await runScript(async () => {
  await setUp();
  const cli = await installCli();
  const copy = copyProject();
  try {
    synth(cli, copy);
    const differing = compare(path.join(root, 'dist'), path.join(copy, 'dist'));
    for (const line of differing) console.error(line);
    if (differing.length > 0) throw new SetUpError('cdk8s synth does not write what is in dist');
    console.log('cdk8s synth writes what is in dist');
    return 0;
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
});

/** Installs the command line once per lock file, outside of the packages of the project. */
async function installCli() {
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
function copyProject() {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-coder-'));
  const leftOut = new Set(['.git', 'node_modules', 'dist'].map((name) => path.join(root, name)));
  fs.cpSync(root, copy, { recursive: true, filter: (source) => !leftOut.has(source) });
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
  return copy;
}

function synth(cli, folder) {
  // Every option of the command line can also come from a CDK8S_ variable: only cdk8s.yaml shall count.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('CDK8S_')));
  // The check for a newer release asks the network.
  const args = [cli, 'synth', '--check-upgrade=false'];
  const { status, signal } = spawnSync(process.execPath, args, {
    cwd: folder,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new SetUpError(`cdk8s synth failed (${signal ?? `exit code ${status}`})`);
}

function compare(expected, found) {
  const [before, after] = [contentsOf(expected), contentsOf(found)];
  if (before.size === 0) return ['dist holds no manifests to compare with'];
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    if (!after.has(name)) return [`not written by cdk8s synth: ${name}`];
    if (!before.has(name)) return [`written by cdk8s synth only: ${name}`];
    return before.get(name).equals(after.get(name)) ? [] : [`differs: ${name}`];
  });
}

function contentsOf(folder) {
  if (!fs.existsSync(folder)) return new Map();
  const names = fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile());
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name))]));
}
