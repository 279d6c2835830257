/** A Kubernetes of programs on this machine: its nodes and pods exist in its API only. */
export { type Cluster, startCluster } from './cluster';
export { binaryOf } from './crew';
export { podNetwork } from './network';
export { type Outages, type Restart, outagesOf } from './outage';
export { type Registry, startRegistry } from './registry';
export { binariesOf, startStack } from './stack';
export { claimState, stopRecorded } from './state';
