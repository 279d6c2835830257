import fs from 'node:fs';
import path from 'node:path';
import { root } from '../setup/root.mjs';
import { helmsOf, kubectlOf, writeYaml } from './clients.mjs';

const chartFolder = path.join(root, 'charts', 'coder');

/** The values that every installation of the suite is tried with: null is the defaults. */
export const valuesFiles = {
  'the default values': undefined,
  'examples/production.yaml': path.join(root, 'examples', 'production.yaml'),
};

/** What the two Helms and kubectl do with the packaged chart, once for the whole run. */
export async function packagedChart(cluster) {
  const helms = helmsOf(cluster);
  const kubectl = kubectlOf(cluster);
  const folder = path.join(cluster.folder, 'package');
  fs.mkdirSync(folder, { recursive: true });
  await helms.helm4(['package', chartFolder, '--destination', folder]);
  const archive = path.join(
    folder,
    fs.readdirSync(folder).find((name) => name.endsWith('.tgz')),
  );
  const version = /^coder-(.+)\.tgz$/.exec(path.basename(archive))[1];
  return { helms, kubectl, archive, version };
}

/** The arguments that name release, namespace and values. */
export function releaseArgs({ release = 'coder', namespace, values = [] }) {
  return [release, '--namespace', namespace, ...values.filter(Boolean).flatMap((file) => ['--values', file])];
}

/**
 * Makes a namespace with everything in it, and in the cluster, that the examples say to make beforehand. It refuses pods that
 * break the Pod Security Standard "restricted".
 */
export async function prepareNamespace({ folder, kubeconfig }, name) {
  const kubectl = kubectlOf({ kubeconfig, folder });
  const labels = { 'coder-e2e': 'yes', 'pod-security.kubernetes.io/enforce': 'restricted' };
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
  const secrets = ['coder-database', 'coder-tls', 'registry-credentials'].map((secret) => secretOf(secret, name));
  const priority = {
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    metadata: { name: 'coder-control-plane' },
    value: 1_000_000,
  };
  const file = writeYaml(folder, `namespace-${name}.yaml`, namespace, priority, ...secrets);
  await kubectl(['apply', '--server-side', '--filename', file]);
}

function secretOf(name, namespace) {
  return { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, stringData: { made: 'up' } };
}

/** The pods of coderd in a namespace. */
export async function coderdPods({ api }, namespace) {
  const selector = encodeURIComponent('app.kubernetes.io/component=coderd');
  const pods = await api.list(`/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`);
  return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

/** Whether a pod is Ready. */
export function isReady({ status }) {
  return status.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True') ?? false;
}
