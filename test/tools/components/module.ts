import { spawn } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** How a script ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where the scripts are. */
export const scripts = path.join(__dirname, '..', '..', '..', 'tools');

/** An import line for names of a module in tools/. */
export function importing(names: string, file: string): string {
  return `import { ${names} } from ${JSON.stringify(pathToFileURL(path.join(scripts, file)).href)};\n`;
}

/** Runs the text of a module in a process of its own; `watch` sees its output as it comes. */
export function runModule(text: string, env: NodeJS.ProcessEnv = {}, watch?: Watch): Promise<Ended> {
  return runNode(['--input-type=module', '--eval', text], env, watch);
}

type Watch = (stdout: string, pid: number) => void;

/** Runs Node with arguments. */
export function runNode(args: readonly string[], env: NodeJS.ProcessEnv, watch?: Watch): Promise<Ended> {
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    if (child.pid !== undefined) watch?.(stdout, child.pid);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status, stdout, stderr });
    });
  });
}
