import { asText } from '../../engine/border';
import type { CoderNames } from './names';

/** Names of the objects of one Coder, as texts that any construct takes. They are the same whether or not the values ask for the object. */
export class ObjectNames {
  private readonly names: CoderNames;

  /** @internal */
  constructor(names: CoderNames) {
    this.names = names;
  }

  /** Namespace of every object. */
  get namespace(): string {
    return asText(this.names.namespace);
  }

  /** The Deployment and the public Service. */
  get workload(): string {
    return asText(this.names.workload);
  }

  /** The ServiceAccount under which coderd runs: that of the values, or the one that is made. */
  get serviceAccount(): string {
    return asText(this.names.serviceAccount);
  }

  /** The Role of coderd, and its RoleBinding. */
  get role(): string {
    return asText(this.names.access);
  }

  /** The ServiceAccount under which coderd runs workspaces. */
  get workspaces(): string {
    return asText(this.names.workspaces);
  }

  /** The PodMonitor or ServiceMonitor. */
  get monitor(): string {
    return asText(this.names.monitor);
  }

  /** The Service that a ServiceMonitor needs. */
  get metricsService(): string {
    return asText(this.names.metricsService);
  }

  /** The PrometheusRule. */
  get rules(): string {
    return asText(this.names.rules);
  }
}
