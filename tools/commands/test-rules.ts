// npm run test:rules: the recording rules and alerts of every preset pass promtool's lint, and all their scenarios pass promtool's unit
// tests, with Prometheus 2 and 3. Arguments name presets; by default all, and then the rules of other settings must load too.
import path from 'node:path';
import process from 'node:process';
import { runInTerminal, temporaryFolder } from '../process';
import { checkRules, presetsNamed, promtools, testRules, writePreset } from '../rules';
import { SetUpError, root } from '../setup/index.cjs';

const JEST = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const READERS = '<rootDir>/test/readers/*.reader.ts';

async function clusterFailures(
  written: Parameters<typeof checkRules>[0],
  tools: Parameters<typeof checkRules>[1],
): ReturnType<typeof checkRules> {
  console.log('two clusters in one Prometheus:');
  return [...(await checkRules(written, tools)), ...(await testRules(written, tools))];
}

export async function main(names: readonly string[]): Promise<number> {
  const presets = presetsNamed(names);
  const tools = await promtools();
  const folder = temporaryFolder('rules');
  const written = presets.map((preset) => writePreset(preset, path.join(folder, preset)));
  const clusters = presets.map((preset) => writePreset(preset, path.join(folder, `${preset}-clusters`), true));
  const failures = [
    ...(await checkRules(written, tools)),
    ...(await testRules(written, tools)),
    ...(await clusterFailures(clusters, tools)),
  ];
  for (const { what, output } of failures) console.error(`${what} failed:\n${output}`);
  if (failures.length > 0) throw new SetUpError(`${failures.length} of the runs of promtool failed, see above`);
  return names.length > 0 ? 0 : await runInTerminal(process.execPath, [JEST, '--testMatch', READERS], root);
}
