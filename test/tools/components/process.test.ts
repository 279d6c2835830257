import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { importing, runModule } from './module';

let folder: string;
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'components-test-'));
});
afterEach(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

/** A suite that starts a server of its own, prints its URL, and then does the rest. */
function suite(
  rest: string,
  server = `http.createServer((_, answer) => answer.end()).listen(PORT, '127.0.0.1')`,
): string {
  return `${importing('freePorts, startProcess', 'components/index.mjs')}
    ${importing('runScript', 'setup/failure.mjs')}
    await runScript(async () => {
      const [port] = await freePorts(1);
      const text = ${JSON.stringify(`console.log('hello'); const http = require('http'); ${server}`)}.replace('PORT', port);
      const ready = 'http://127.0.0.1:' + port;
      const command = process.execPath;
      const started = await startProcess({ name: 'server', command, args: ['--eval', text], ready, deadlineMs: 60000 });
      console.log(ready);
      ${rest}
    });`;
}

const env = () => ({ TMPDIR: folder });

/** What stayed of the folders that the suite made. */
const left = () => fs.readdirSync(folder).filter((name) => name.startsWith('cdk8s-coder-'));

/** Whether nothing listens at a URL any more; the system may take a moment to end a process. */
async function isGone(url: string): Promise<boolean> {
  for (let i = 0; i < 100; i += 1) {
    try {
      await fetch(url.trim());
    } catch {
      return true;
    }
    await sleep(50);
  }
  return false;
}

test('a process that was started and stopped is gone, and so is its folder.', async () => {
  const { status, stdout } = await runModule(suite(`await started.stop(); return 0;`), env());
  expect(status).toBe(0);
  expect(await isGone(stdout)).toBe(true);
  expect(left()).toEqual([]);
});

test('a suite that fails takes its processes along and shows the end of their logs.', async () => {
  const { status, stdout, stderr } = await runModule(suite(`throw new Error('3 is not 4');`), env());
  expect(status).toBe(1);
  expect(await isGone(stdout)).toBe(true);
  expect(stderr).toMatch(/^error: 3 is not 4\nlog of server: (.+)\n {2}hello\n$/);
  expect(fs.readFileSync(/log of server: (.+)/.exec(stderr)![1]!, 'utf8')).toBe('hello\n');
});

test('a suite that is told to end takes its processes along.', async () => {
  const waiting = suite(`setInterval(() => undefined, 1000); await new Promise(() => undefined);`);
  const { status, stdout } = await runModule(waiting, env(), (said, pid) => {
    if (said.endsWith('\n')) process.kill(pid, 'SIGTERM');
  });
  expect(status).toBe(128 + os.constants.signals.SIGTERM);
  expect(await isGone(stdout)).toBe(true);
  expect(left()).toEqual([]);
});

test('a process that ignores SIGTERM is killed after the grace.', async () => {
  const deaf = `process.on('SIGTERM', () => undefined); http.createServer((_, answer) => answer.end()).listen(PORT, '127.0.0.1')`;
  const { status, stdout } = await runModule(suite(`await started.stop(100); return 0;`, deaf), env());
  expect(status).toBe(0);
  expect(await isGone(stdout)).toBe(true);
});

test('a process that ends before it is ready is reported at once, with its log.', async () => {
  const { status, stderr } = await runModule(suite(`return 0;`, `process.exit(7)`), env());
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error: server did not start: it ended with exit code 7; log: .+\nlog of server: .+\n {2}hello\n$/,
  );
});
