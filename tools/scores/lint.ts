import path from 'node:path';
import { clientPaths } from '../components';
import { runChild } from '../process';
import { root } from '../setup/index.cjs';
import { type Score, type Tool, inTurn } from './score';
import type { Subject } from './subjects';

const CHART = path.join(root, 'charts', 'coder');

/** `helm lint --strict` of the chart, with the values of each subject. */
export function lint(helm: 'helm3' | 'helm4'): Tool {
  return {
    title: `helm lint --strict of ${helm === 'helm3' ? 'Helm 3' : 'Helm 4'}`,
    score: (subjects) => inTurn(subjects, (subject) => scoreOf(helm, subject)),
  };
}

async function scoreOf(helm: 'helm3' | 'helm4', { name, values }: Subject): Promise<Score> {
  const { status, stdout, stderr } = await runChild(clientPaths()[helm], ['lint', '--strict', CHART, ...values]);
  const isWell = status === 0 && stdout.includes('1 chart(s) linted, 0 chart(s) failed');
  const findings = isWell ? [] : [{ check: `${helm}/lint`, subject: name, what: stdout + stderr }];
  return { subject: name, passed: isWell ? 1 : 0, findings };
}
