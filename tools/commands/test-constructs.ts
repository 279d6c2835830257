// Published packages of constructs, run as they are: each of their props is a value of a chart, or refused by name.
import path from 'node:path';
import { installClients } from '../components';
import { TRIALS, exportsOf, installConstructs, judge, problemOf, useStandInForDocker } from '../constructs';
import { temporaryFolder } from '../process';

export async function main(): Promise<number> {
  installClients();
  const packages = await installConstructs();
  const folder = temporaryFolder('constructs');
  useStandInForDocker(folder);
  const counts = { passed: 0, failed: 0 };
  for (const trial of TRIALS) {
    const exports = await exportsOf(packages, trial.package);
    for (const [prop, kind] of Object.entries(trial.props)) {
      const problem = await problemOf(
        trial,
        prop,
        judge(trial, prop, kind, exports),
        path.join(folder, `chart-${String(counts.passed)}`),
      );
      counts[problem === '' ? 'passed' : 'failed']++;
      if (problem !== '') console.error(`FAILED ${trial.package}, ${trial.name}, ${prop}: ${problem}`);
    }
  }
  console.log(`${String(counts.passed)} passed, ${String(counts.failed)} failed`);
  return counts.failed === 0 ? 0 : 1;
}
