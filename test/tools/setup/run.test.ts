import path from 'node:path';
import { type Ended, runChild } from '../../../tools/process';
import { root } from '../../../tools/setup/index.cjs';
import { share } from '../../support/share';

function run(...args: readonly string[]): Promise<Ended> {
  return runChild(process.execPath, [path.join(root, 'tools', 'run.cjs'), ...args]);
}

test('a command gets its arguments, and the entry says nothing of its own where nothing is stale.', async () => {
  const { status, stdout, stderr } = await run('simulate', '--list-faults');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toMatch(/^api-errors +\S/);
});

test('a command that fails says so in one line.', async () => {
  expect(await run('simulate', '--port', 'x')).toEqual({
    status: 1,
    stdout: '',
    stderr: 'error: --port: "x" given, a whole number up to 65535 expected\n',
  });
});

test.each(share([[], ['nothing'], ['../run'], ['toString']], 4))(
  'a command %p is refused with the list of all.',
  async (...name) => {
    const { status, stderr } = await run(...name);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error: no command ".*": expected one of .*\bstart, synth\b.*\n$/);
  },
);
