import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended, and what it wrote. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a TypeScript program in a process of its own; `watch` sees its output as it comes. */
export async function runProgram(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  watch: (stdout: string, pid: number | undefined) => void = () => undefined,
): Promise<Ended> {
  const child = spawn(process.execPath, ['--require', 'tsx/cjs', ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    watch(stdout, child.pid);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await once(child, 'close');
  return { status: child.exitCode, stdout, stderr };
}
