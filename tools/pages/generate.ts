import { report, run, valuesTable } from '../../src/cli';
import { CODER_VALUES } from '../../src/coder/values';
import { writeDirectory, writeFile } from '../../src/engine/output';
import { typescriptInterfaces } from '../../src/engine/values';
import { alertsPage } from './alerts';
import { metricsPage } from './metrics';
import { runbookFiles } from './runbooks';

const RUNBOOKS = 'docs/runbooks';

const PROPS_HEADER = `// Generated from src/coder/values by \`npm start\`; change the declaration there.
import type { ListOf, MapOf, Value } from '../../engine/expr';
import type * as k8s from './kubernetes-types';
import type * as operator from './prometheus-operator';
`;

/** Writes every generated file of this repository, into the current directory; returns an exit code. */
export function generate(): number {
  for (const command of ['synth', 'chart']) {
    const status = run([command]);
    if (status !== 0) return status;
  }
  for (const line of writePages()) console.log(line);
  console.log(
    'Next: kubectl apply --server-side --kustomize dist, or helm install coder charts/coder --namespace coder --create-namespace.',
  );
  return 0;
}

function writePages(): readonly string[] {
  const runbooks = runbookFiles();
  const values = `# Values\n\nEvery value of the Helm chart and of the props of \`Coder\`. Generated from \`src/coder/values\`.\n\n${valuesTable()}\n`;
  const props = `${PROPS_HEADER}\n${typescriptInterfaces(CODER_VALUES, 'CoderValuesProps')}`;
  return [
    writePage('docs/reference/values.md', values),
    writePage('docs/reference/metrics.md', metricsPage()),
    writePage('docs/reference/alerts.md', alertsPage()),
    report(RUNBOOKS, runbooks, writeDirectory(RUNBOOKS, runbooks, isRunbook)),
    writePage('src/coder/constructs/coder-values-props.ts', props),
  ];
}

function isRunbook(file: string): boolean {
  return /^(README|Coderd[A-Za-z]+)\.md$/.test(file);
}

function writePage(file: string, text: string): string {
  return writeFile(file, text) ? `${file}: written` : `${file}: up to date`;
}
