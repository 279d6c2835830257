import assert from 'node:assert/strict';
import path from 'node:path';
import { chartFolder } from '../../chart';
import { type Client, type Manifest, type PublishedTypes, objectsIn, problemsOf } from '../../kubernetes';
import { exampleFile } from '../suite';

/** What is rendered: an example, or by default the default values, with arguments of Helm. */
interface Rendered {
  readonly file?: string | undefined;
  readonly args?: readonly string[];
}

/** What Helm renders for a version of Kubernetes. */
export async function render(helm: Client, version: string, rendered: Rendered = {}): Promise<readonly Manifest[]> {
  const { file, args = [] } = rendered;
  const values = file === undefined ? [] : ['--values', exampleFile(file)];
  const at = ['--namespace', 'coder', '--kube-version', version];
  return objectsIn(await helm(['template', 'coder', chartFolder, ...at, ...values, ...args]));
}

/** What one example asks for and a Kubernetes without policy/v1, which is of 1.21, does not have: the description of the value says it. */
const NEWER: Readonly<Record<string, readonly string[]>> = {
  'production.yaml': ['policy/v1 PodDisruptionBudget: unknown kind'],
};

/** The objects of the Operator are none of Kubernetes' own: the other suites have a server look at them. */
export function assertFit(types: PublishedTypes, objects: readonly Manifest[], title: string, isOldest = false): void {
  const own = objects.filter(({ apiVersion }) => !apiVersion.startsWith('monitoring.coreos.com/'));
  const problems = own.flatMap((object) => problemsOf(types, object));
  assert.deepEqual(problems, (isOldest ? NEWER[path.basename(title)] : undefined) ?? [], title);
  // Only the example without coderd has none of them: its one object is a PodMonitor.
  assert.ok(own.length > 0 || title.includes('monitoring-only'), `${title}: objects of Kubernetes itself`);
}
