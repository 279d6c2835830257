import type { Api } from '../kubernetes';
import type { Binaries } from './crew';
import type { ClusterFiles } from './files';
import type { PodNetwork } from './network';
import type { Ports } from './ports';

/** What is known of a cluster before its programs run. */
export interface ClusterPlan extends ClusterFiles {
  readonly folder: string;
  readonly pods: PodNetwork;
  readonly ports: Ports;
  readonly binaries: Binaries;
  readonly api: Api;
}
