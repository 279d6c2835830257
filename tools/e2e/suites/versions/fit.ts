import assert from 'node:assert/strict';
import { chartFolder } from '../../chart';
import { type Client, type Manifest, type PublishedTypes, objectsIn, problemsOf } from '../../kubernetes';
import { isNewer } from '../../../examples';

/** Objects, and what they are of. */
interface Rendered {
  readonly title: string;
  readonly objects: readonly Manifest[];
}

/** What Helm renders for a version of Kubernetes, with arguments that say the values. */
export async function render(
  helm: Client,
  version: string,
  values: readonly string[] = [],
): Promise<readonly Manifest[]> {
  const at = ['--namespace', 'coder', '--kube-version', version];
  return objectsIn(await helm(['template', 'coder', chartFolder, ...at, ...values]));
}

/** The objects of the Operator are none of Kubernetes' own: the other suites have a server look at them. What is newer is not known. */
export function assertFit(release: { readonly version: string; readonly types: PublishedTypes }, of: Rendered): void {
  const { types, version } = release;
  const { title, objects } = of;
  const own = objects.filter(({ apiVersion }) => !apiVersion.startsWith('monitoring.coreos.com/'));
  const known = own.filter((object) => !isNewer(object, version));
  const problems = known.flatMap((object) => problemsOf(types, object));
  assert.deepEqual(problems, [], title);
  const newer = own.filter((object) => isNewer(object, version));
  assert.deepEqual(
    newer.filter((object) => problemsOf(types, object).length === 0),
    [],
    `${title}: known already`,
  );
  // Only the example without coderd has none of them: its one object is a PodMonitor.
  assert.ok(own.length > 0 || title.includes('monitoring-only'), `${title}: objects of Kubernetes itself`);
}
