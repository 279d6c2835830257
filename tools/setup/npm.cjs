// @ts-check
'use strict';

const { spawn } = require('node:child_process');
const { SetUpError } = require('./failure.cjs');
const { codeOf } = require('./files.cjs');

// The includes override an "omit" that a user's npm configuration or NODE_ENV=production may hold.
const install = ['ci', '--include=dev', '--include=optional', '--include=peer', '--loglevel=error', '--no-progress'];

/**
 * Installs in a folder exactly what its lock file names; tells the caller which process does it.
 * @param {string} folder
 * @param {(pid: number) => void} [onStart]
 */
async function npmCi(folder, onStart = () => undefined) {
  const child = npm(install, folder);
  if (child.pid !== undefined) onStart(child.pid);
  const result = await resultOf(child);
  if (result.status !== 0) throw new SetUpError(`npm ci failed: ${reasonIn(result)}`);
}

/**
 * @param {string[]} args
 * @param {string} cwd
 */
function npm(args, cwd) {
  const script = process.env['npm_execpath'];
  // Under "npm start" the npm in use says where it is; otherwise it is looked up on the path.
  const isKnown = script !== undefined && script.endsWith('npm-cli.js');
  const [command, before] = isKnown ? [process.execPath, [script]] : ['npm', []];
  const shell = !isKnown && process.platform === 'win32';
  return spawn(command, [...before, ...args], { cwd, shell, stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * @typedef {{ status?: number | null, signal?: string | null, error?: Error, stderr: string }} Ended
 * @param {import('node:child_process').ChildProcessByStdio<null, null, import('node:stream').Readable>} child
 * @returns {Promise<Ended>}
 */
function resultOf(child) {
  return new Promise((resolve) => {
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
    child.once('error', (error) => resolve({ error, stderr }));
    child.once('close', (status, signal) => resolve({ status, signal, stderr }));
  });
}

/** @param {Ended} ended */
function reasonIn({ error, stderr, signal }) {
  if (error) return codeOf(error) === 'ENOENT' ? 'npm is not on the path' : error.message;
  if (signal) return `stopped by ${signal}`;
  const lines = stderr.split('\n').flatMap((line) => /^npm (?:error|ERR!) (.+)/.exec(line)?.[1] ?? []);
  return (
    lines.find((line) => !/^(code|errno|syscall|network) |^A complete log/.test(line)) ?? 'run it by hand to see why'
  );
}

module.exports = { npmCi };
