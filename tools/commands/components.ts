// node tools/run.cjs components NAME...: builds or gets components, and prints name, version and path of each.
import {
  debianPrometheus,
  debianPrometheusVersion,
  goComponent,
  goProgramNames,
  goRecipe,
  isGoProgram,
} from '../components';
import { SetUpError } from '../setup/index.cjs';

const debianPrograms = ['prometheus2', 'promtool2'];
const known = [...debianPrograms, ...goProgramNames];

export async function main(asked: readonly string[]): Promise<number> {
  const names = asked.includes('--all') ? known : asked;
  const unknown = names.find((name) => !known.includes(name));
  if (names.length === 0 || unknown !== undefined) {
    const problem = unknown === undefined ? 'no component named' : `no component "${unknown}"`;
    throw new SetUpError(`${problem}: expected --all, or some of ${known.join(', ')}`);
  }
  for (const name of names) console.log([name, ...(await component(name))].join('\t'));
  return 0;
}

/** Version and path. */
async function component(name: string): Promise<readonly string[]> {
  if (isGoProgram(name)) return [goRecipe(name).version, await goComponent(name)];
  const paths = await debianPrometheus();
  return [debianPrometheusVersion, paths[name === 'prometheus2' ? 'prometheus' : 'promtool']];
}
