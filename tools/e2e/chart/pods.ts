import assert from 'node:assert/strict';
import { type Api, type Pod, isReady, pod } from '../kubernetes';

/** The pods of coderd in a namespace. */
export function coderdPods(api: Api, namespace: string): Promise<readonly Pod[]> {
  return podsWith(api, namespace, 'app.kubernetes.io/component=coderd');
}

/** The pods of a namespace that a label selector takes and that nobody has deleted. */
export async function podsWith(api: Api, namespace: string, selector: string): Promise<readonly Pod[]> {
  const query = `labelSelector=${encodeURIComponent(selector)}`;
  const pods = await api.list(`/api/v1/namespaces/${namespace}/pods?${query}`, pod);
  return pods.filter(({ metadata }) => metadata.deletionTimestamp === undefined);
}

/** Throws unless there are so many, each of them Ready. */
export function assertAllReady(pods: readonly Pod[], count: number): void {
  assert.deepEqual([pods.length, pods.filter(isReady).length], [count, count], 'pods, and Ready ones');
}
