import { freePorts } from '../../process';

/** The ports of the programs of a cluster, on 127.0.0.1. */
export type Ports = Readonly<Record<(typeof names)[number], number>>;

const names = ['etcd', 'etcdPeer', 'apiServer', 'controllerManager', 'scheduler', 'kwok', 'operator'] as const;

export async function clusterPorts(): Promise<Ports> {
  const free = await freePorts(names.length);
  // As many as there are names.
  return Object.fromEntries(names.map((name, index) => [name, free[index]])) as Ports;
}
