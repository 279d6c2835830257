import type { Cluster } from '../cluster';
import { eventually } from '../claims';
import {
  type Deployment,
  type HelmName,
  type Pod,
  type Service,
  deployment,
  objectsIn,
  service,
  stored,
} from '../kubernetes';
import type { PackagedChart } from './chart';
import { assertAllReady, podsWith } from './pods';

/** Where a release is, and which Helm does it. */
export interface ReleaseOptions {
  readonly helm: HelmName;
  readonly namespace: string;
  /** Its name, "coder" by default. */
  readonly name?: string;
}

/** One release of the chart. What changes it waits for the pods. */
export interface Release extends Required<ReleaseOptions> {
  /** What Helm renders of it, without a look at the cluster. */
  readonly template: (args?: readonly string[]) => Promise<string>;
  /** With further arguments, and another chart than the packaged one. */
  readonly install: (args?: readonly string[], source?: string) => Promise<string>;
  readonly upgrade: (args?: readonly string[], source?: string) => Promise<string>;
  readonly rollback: (revision: number) => Promise<string>;
  readonly uninstall: () => Promise<string>;
  /** What a command such as "get values" prints. */
  readonly helmSays: (command: readonly string[], args?: readonly string[]) => Promise<string>;
  readonly scale: (replicas: number) => Promise<string>;
  readonly deployment: () => Promise<Deployment>;
  readonly service: () => Promise<Service>;
  /** What the API server stores of the objects of its current revision. */
  readonly objects: () => Promise<Readonly<Record<string, unknown>>>;
  readonly pods: () => Promise<readonly Pod[]>;
  /** Who its pods are; a restart gives others. Waits until there are so many, each of them Ready. */
  readonly ready: (count: number) => Promise<readonly string[]>;
}

const waits = ['--wait', '--timeout', '4m'];

export function releaseOf(cluster: Cluster, chart: PackagedChart, options: ReleaseOptions): Release {
  const { helm, namespace, name = 'coder' } = options;
  const run = chart.helms[helm];
  const at = ['--namespace', namespace];
  return {
    ...{ helm, namespace, name },
    template: (args = []) => run(['template', name, chart.archive, ...at, ...args]),
    install: (args = [], source = chart.archive) => run(['install', name, source, ...at, ...waits, ...args]),
    upgrade: (args = [], source = chart.archive) => run(['upgrade', name, source, ...at, ...waits, ...args]),
    rollback: (revision) => run(['rollback', name, String(revision), ...at, ...waits]),
    uninstall: () => run(['uninstall', name, ...at, ...waits]),
    helmSays: (command, args = []) => run([...command, name, ...at, ...args]),
    ...inCluster(cluster, chart, { helm, namespace, name }),
  };
}

type InCluster = Pick<Release, 'scale' | 'deployment' | 'service' | 'objects' | 'pods' | 'ready'>;

function inCluster({ api }: Cluster, chart: PackagedChart, options: Required<ReleaseOptions>): InCluster {
  const { helm, namespace, name } = options;
  const at = ['--namespace', namespace];
  const named = name === 'coder' ? 'coderd' : `${name}-coderd`;
  const pods = (): Promise<readonly Pod[]> => podsWith(api, namespace, `app.kubernetes.io/instance=${name}`);
  return {
    scale: (replicas) => chart.kubectl(['scale', `deployment/${named}`, ...at, '--replicas', String(replicas)]),
    deployment: () => api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${named}`, deployment),
    service: () => api.get(`/api/v1/namespaces/${namespace}/services/${named}`, service),
    objects: async () => stored(api, objectsIn(await chart.helms[helm](['get', 'manifest', name, ...at]))),
    pods,
    ready: (count) =>
      eventually(async () => {
        const all = await pods();
        assertAllReady(all, count);
        return all.map(({ metadata }) => metadata.uid).sort();
      }),
  };
}
