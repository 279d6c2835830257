import fs from 'node:fs';
import path from 'node:path';
import { runChild } from '../components/index.mjs';
import { SetUpError } from '../setup/failure.mjs';
import { eventually } from './eventually.mjs';
import { kubectlOf } from './clients.mjs';
import { waiting } from './say.mjs';

/** Applies the definitions that the Operator carries, and starts it. */
export async function installOperator(crew, server) {
  const crds = path.join(server.folder, 'crds.yaml');
  fs.writeFileSync(crds, await definitions(server.binaries['prometheus-operator']));
  await waiting("the Operator's definitions", async () => {
    await kubectlOf(server)(['apply', '--server-side', '--validate=false', '--filename', crds]);
    await eventually(() => established(server));
  });
  await waiting('the Prometheus Operator', () => startOperator(crew, server));
}

function startOperator(crew, { kubeconfig, ports }) {
  return crew.start({
    program: 'prometheus-operator',
    args: [`--web.listen-address=127.0.0.1:${ports[6]}`, '--log-level=info'],
    env: { KUBECONFIG: kubeconfig },
    ready: `http://127.0.0.1:${ports[6]}/healthz`,
  });
}

async function definitions(binary) {
  const { status, stdout, stderr } = await runChild(binary, ['crds']);
  if (status !== 0) throw new SetUpError(`${binary} crds failed: ${stderr.split('\n', 1)[0]}`);
  return stdout;
}

async function established({ api }) {
  const all = await api.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
  const isEstablished = ({ status }) =>
    status.conditions?.some(({ type, status: on }) => type === 'Established' && on === 'True');
  const late = all.filter((definition) => !isEstablished(definition)).map(({ metadata }) => metadata.name);
  if (all.length === 0 || late.length > 0) throw new Error(`not established: ${late.join(', ')}`);
}
