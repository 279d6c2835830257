import { spawn, spawnSync } from 'node:child_process';
import * as path from 'node:path';

const LIBRARY = path.join(__dirname, '../../../lib/engine/output');

const PRELUDE = `
const fs = require('node:fs');
const [library, target, count, ...rest] = process.argv.slice(1);
const { writeDirectory } = require(library);
const files = (mark) => new Map(Array.from({ length: Number(count) }, (_, i) => ['sub/' + i + '.yaml', (mark + '\\n').repeat(200)]));
`;

/** Dies at the start of the nth change to the file system; a file that is being written then has half its text. */
const AT_CALL = `${PRELUDE}
let left = Number(rest[1]);
const die = () => process.kill(process.pid, 'SIGKILL');
for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync']) {
  const original = fs[name];
  fs[name] = (...args) => {
    if (--left > 0) return original(...args);
    if (name === 'writeFileSync') original(args[0], args[1].slice(0, args[1].length / 2));
    if (name === 'rmSync' && fs.existsSync(args[0] + '/sub/0.yaml')) fs.unlinkSync(args[0] + '/sub/0.yaml');
    die();
  };
}
writeDirectory(target, files(rest[0]));
`;

/** Where a write happens. */
export interface Write {
  readonly target: string;
  readonly count: number;
}

/** Writes a mark and dies at the nth change to the file system; false when it needed fewer. */
export function diesAtCall({ target, count }: Write, mark: string, call: number): boolean {
  const args = ['-e', AT_CALL, LIBRARY, target, String(count), mark, String(call)];
  return spawnSync(process.execPath, args).signal === 'SIGKILL';
}

/** Writes the marks in turn until it is killed. */
const LOOP = `${PRELUDE}
process.stdout.write('ready');
for (let i = 0; ; i++) try { writeDirectory(target, files(rest[i % rest.length])); } catch (error) {
  if (error.name !== 'OutputError') { console.error(error); process.exit(1); }
}
`;

/** How a process ended. */
export interface End {
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
}

/** Writes marks in turn and is killed some time after it began. */
export function killedAfter(milliseconds: number, { target, count }: Write, marks: readonly string[]): Promise<End> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', LOOP, LIBRARY, target, String(count), ...marks]);
    let stderr = '';
    child.stderr.on('data', (data: Buffer) => (stderr += data.toString()));
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), milliseconds));
    child.once('close', (_, signal) => {
      resolve({ signal, stderr });
    });
  });
}
