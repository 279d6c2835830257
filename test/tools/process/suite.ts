// A suite that starts a server of its own, prints its URL, and then does what its argument says.
import { freePort, startProcess } from '../../../tools/process';
import { runScript } from '../../../tools/setup/index.cjs';

const LISTEN = `require('http').createServer((_, answer) => answer.end()).listen(process.argv[1], '127.0.0.1');`;

/** What the server does after it has said hello, by what the suite does. */
const SERVERS: Readonly<Record<string, string>> = {
  'stop-deaf': `process.on('SIGTERM', () => undefined); ${LISTEN}`,
  'start-broken': 'process.exit(7);',
};

void runScript(async () => {
  const [task = ''] = process.argv.slice(2);
  const port = await freePort();
  const ready = `http://127.0.0.1:${port}`;
  const args = ['--eval', `console.log('hello'); ${SERVERS[task] ?? LISTEN}`, String(port)];
  const started = await startProcess({ name: 'server', command: process.execPath, args, ready });
  process.stdout.write(`${ready}\n`);
  if (task === 'fail') throw new Error('3 is not 4');
  if (task === 'wait') {
    setInterval(() => undefined, 1000);
    await new Promise(() => undefined);
  }
  await started.stop(task === 'stop-deaf' ? 100 : undefined);
  return 0;
});
