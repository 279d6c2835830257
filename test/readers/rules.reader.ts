import * as fs from 'node:fs';
import * as path from 'node:path';
import { run } from '../../src/cli';
import { PRESETS } from '../../src/observability/mixin';
import { goComponent } from '../../tools/components';
import { runChild } from '../../tools/process';
import { promtools, runPromtool } from '../../tools/rules';
import { temporaryDirectory } from '../support/folder';

const folder = temporaryDirectory();

/** What the command prints, as a file. */
function ruleFile(name: string, args: readonly string[]): string {
  const log = jest.spyOn(console, 'log').mockImplementation();
  expect(run(['rules', ...args])).toBe(0);
  fs.writeFileSync(path.join(folder, name), log.mock.calls.map(([line]) => `${String(line)}\n`).join(''));
  log.mockRestore();
  return name;
}

const FILES = PRESETS.flatMap((preset) => {
  fs.writeFileSync(path.join(folder, `${preset}.values.yaml`), `metrics: {preset: ${preset}}\n`);
  const args = ['-f', path.join(folder, `${preset}.values.yaml`)];
  return [
    ruleFile(`${preset}.yaml`, args),
    ruleFile(`${preset}-clusters.yaml`, [...args, '--cluster-label', 'cluster']),
  ];
});

test('the files of the command rules load in Prometheus 2 and 3', async () => {
  for (const tool of await promtools())
    expect(await runPromtool(tool, ['check', 'rules', '--lint=all', '--lint-fatal', ...FILES], folder)).toBeUndefined();
});

test('and in vmalert but for native histograms, of which MetricsQL knows nothing', async () => {
  const vmalert = await goComponent('vmalert');
  const read = (file: string) => runChild(vmalert, ['-dryRun', `-rule=${path.join(folder, file)}`]);
  const classic = FILES.filter((file) => !file.startsWith('native'));
  for (const file of classic) expect([file, (await read(file)).status]).toEqual([file, 0]);
  const { status, stdout, stderr } = await read('native.yaml');
  expect(status).not.toBe(0);
  expect(stdout + stderr).toMatch(/unsupported function "histogram_\w+"/);
});
