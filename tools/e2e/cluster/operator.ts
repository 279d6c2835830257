import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../../process';
import { fields, text } from '../../read';
import { SetUpError } from '../../setup/index.cjs';
import { eventually, waiting } from '../claims';
import { conditions, isTrue, kubectlOf } from '../kubernetes';
import { type Crew, binaryOf } from './crew';
import { operator } from './parts';
import type { ClusterPlan } from './plan';

/** Applies the definitions that the Operator carries, and starts it. */
export async function installOperator(crew: Crew, plan: ClusterPlan): Promise<void> {
  const file = path.join(plan.folder, 'crds.yaml');
  fs.writeFileSync(file, await definitions(binaryOf(plan.binaries, 'prometheus-operator')));
  await waiting("the Operator's definitions", async () => {
    await kubectlOf(plan)(['apply', '--server-side', '--validate=false', '--filename', file]);
    await eventually(() => established(plan));
  });
  await waiting('the Prometheus Operator', () => crew.start(operator(plan, plan.ports.operator)));
}

async function definitions(binary: string): Promise<string> {
  const { status, stdout, stderr } = await runChild(binary, ['crds']);
  if (status !== 0) throw new SetUpError(`${binary} crds failed: ${stderr.split('\n', 1)[0] ?? ''}`);
  return stdout;
}

const definition = fields({ metadata: fields({ name: text }), status: fields({ conditions }) });

async function established({ api }: ClusterPlan): Promise<void> {
  const all = await api.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions', definition);
  const late = all.filter(({ status }) => !isTrue(status.conditions, 'Established'));
  if (all.length > 0 && late.length === 0) return;
  throw new Error(`not established: ${late.map(({ metadata }) => metadata.name).join(', ')}`);
}
