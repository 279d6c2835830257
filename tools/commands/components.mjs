// node tools/commands/components.mjs NAME...: builds or gets components, and prints name, version and path of each.
import process from 'node:process';
import { debianPrometheus, debianPrometheusVersion } from '../components/debian.mjs';
import { goPrograms, goRecipe } from '../components/go-modules.mjs';
import { goComponents } from '../components/go.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';

const debianPrograms = { prometheus2: 'prometheus', promtool2: 'promtool' };
const known = [...Object.keys(debianPrograms), ...Object.keys(goPrograms)];

await runScript(async () => {
  const asked = process.argv.slice(2);
  const names = asked.includes('--all') ? known : asked;
  const unknown = names.find((name) => !known.includes(name));
  if (names.length === 0 || unknown !== undefined) {
    const problem = unknown === undefined ? 'no component named' : `no component "${unknown}"`;
    throw new SetUpError(`${problem}: expected --all, or some of ${known.join(', ')}`);
  }
  for (const name of names) console.log([name, versionOf(name), await pathOf(name)].join('\t'));
  return 0;
});

function versionOf(name) {
  return name in debianPrograms ? debianPrometheusVersion : goRecipe(name).version;
}

async function pathOf(name) {
  if (name in debianPrograms) return (await debianPrometheus())[debianPrograms[name]];
  return (await goComponents([name]))[name];
}
