import { spawn } from 'node:child_process';
import process from 'node:process';
import { SetUpError } from './failure.mjs';

// The includes override an "omit" that a user's npm configuration or NODE_ENV=production may hold.
const install = ['ci', '--include=dev', '--include=optional', '--include=peer', '--loglevel=error', '--no-progress'];

/** Installs in a folder exactly what its lock file names; tells the caller which process does it. */
export async function npmCi(folder, onStart = () => undefined) {
  const child = npm(install, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  if (child.pid !== undefined) onStart(child.pid);
  const result = await resultOf(child);
  if (result.status !== 0) throw new SetUpError(`npm ci failed: ${reasonIn(result)}`);
}

function npm(args, options) {
  const script = process.env.npm_execpath;
  // Under "npm start" the npm in use says where it is; otherwise it is looked up on the path.
  if (script?.endsWith('npm-cli.js')) return spawn(process.execPath, [script, ...args], options);
  return spawn('npm', args, { ...options, shell: process.platform === 'win32' });
}

function resultOf(child) {
  return new Promise((resolve) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.once('error', (error) => resolve({ error, stderr }));
    child.once('close', (status, signal) => resolve({ status, signal, stderr }));
  });
}

function reasonIn({ error, stderr, signal }) {
  if (error) return error.code === 'ENOENT' ? 'npm is not on the path' : error.message;
  if (signal) return `stopped by ${signal}`;
  const lines = stderr.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  return (
    lines.find((line) => !/^(code|errno|syscall|network) |^A complete log/.test(line)) ?? 'run it by hand to see why'
  );
}
