// npm run test:rules: the recording rules and alerts of every preset pass promtool's lint, and all their scenarios pass promtool's unit
// tests, with Prometheus 2 and 3. Arguments name presets; by default all.
import path from 'node:path';
import process from 'node:process';
import { temporaryFolder } from '../components/index.mjs';
import { checkRules, testRules } from '../rules/check.mjs';
import { loadModel, writePreset } from '../rules/files.mjs';
import { promtools } from '../rules/promtool.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';
import { setUp } from '../setup/index.mjs';

await runScript(async () => {
  await setUp();
  const model = loadModel();
  const presets = presetsOf(process.argv.slice(2), model.presets);
  const tools = await promtools();
  const folder = temporaryFolder('rules');
  const written = presets.map((preset) => writePreset(model, preset, path.join(folder, preset)));
  const failures = [...(await checkRules(written, tools)), ...(await testRules(written, tools))];
  for (const { what, output } of failures) console.error(`${what} failed:\n${output}`);
  if (failures.length > 0) throw new SetUpError(`${failures.length} of the runs of promtool failed, see above`);
  return 0;
});

function presetsOf(asked, known) {
  const unknown = asked.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new SetUpError(`no preset "${unknown}": expected some of ${known.join(', ')}`);
  return asked.length === 0 ? known : asked;
}
