// npm run test:rules: the recording rules and alerts of every preset pass promtool's lint, and all their scenarios pass promtool's unit
// tests, with Prometheus 2 and 3, alone, beside another installation and in two clusters. Arguments name presets; by default all, and then the rules of other settings must load too.
import path from 'node:path';
import process from 'node:process';
import { runInTerminal, temporaryFolder } from '../process';
import { COMPANIES, checkRules, presetsNamed, promtools, testRules, writePreset } from '../rules';
import { SetUpError, root } from '../setup/index.cjs';

const JEST = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const READERS = '<rootDir>/test/readers/*.reader.ts';

export async function main(names: readonly string[]): Promise<number> {
  const presets = presetsNamed(names);
  const tools = await promtools();
  const folder = temporaryFolder('rules');
  const failures: Awaited<ReturnType<typeof checkRules>>[number][] = [];
  for (const company of COMPANIES) {
    console.log(`${company}:`);
    const written = presets.map((preset) => writePreset(preset, path.join(folder, company, preset), company));
    failures.push(...(await checkRules(written, tools)), ...(await testRules(written, tools)));
  }
  for (const { what, output } of failures) console.error(`${what} failed:\n${output}`);
  if (failures.length > 0) throw new SetUpError(`${failures.length} of the runs of promtool failed, see above`);
  return names.length > 0 ? 0 : await runInTerminal(process.execPath, [JEST, '--testMatch', READERS], root);
}
