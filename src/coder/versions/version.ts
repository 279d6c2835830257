import type { Catalogue } from '../../observability/metrics';
import type { Mixin } from '../../observability/mixin';
import type { QuerySubject } from '../../observability/query';

/** A port that a container of coderd declares. */
export interface ContainerPort {
  readonly name: string;
  readonly containerPort: number;
}

/** An environment variable of coderd: a text, a field of the pod, or an image beside coderd's own. */
export type EnvironmentVariable =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly fieldPath: string }
  | { readonly name: string; readonly image: string };

/** How often and how long a probe asks. */
export interface ProbeTiming {
  readonly initialDelaySeconds: number;
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** A rule of the Role under which coderd creates workspaces. */
export interface PolicyRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/** What coderd of one version is: what the model needs to know to run it. */
export interface CoderdFacts {
  readonly version: string;
  /** Oldest Kubernetes that Coder's own chart accepts, as a constraint of Chart.yaml. */
  readonly kubeVersion: string;
  readonly image: { readonly registry: string; readonly repository: string };
  readonly command: readonly string[];
  readonly migrationsCommand: readonly string[];
  readonly ports: {
    readonly http: ContainerPort;
    readonly https: ContainerPort;
    readonly pprof: ContainerPort;
    readonly metrics: ContainerPort;
  };
  readonly healthPath: string;
  readonly readiness: ProbeTiming;
  readonly liveness: ProbeTiming;
  readonly environment: readonly EnvironmentVariable[];
  readonly migrationsEnvironment: readonly EnvironmentVariable[];
  readonly resources: { readonly cpu: string; readonly memory: string };
  readonly terminationGracePeriodSeconds: number;
  readonly user: number;
  readonly group: number;
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** An empty directory, since the root file system is read-only. */
  readonly scratch: { readonly name: string; readonly mountPath: string };
  readonly rules: readonly PolicyRule[];
  /** Names of the objects in a release called as Coder's own. */
  readonly names: {
    readonly release: string;
    readonly namespace: string;
    readonly workload: string;
    readonly access: string;
    readonly workspaces: string;
    readonly monitor: string;
    readonly metricsService: string;
    readonly rules: string;
    readonly dashboards: string;
  };
}

/**
 * All that is known of one version of coderd: facts, metrics, rules and dashboards, questions. Another version is another folder of data that
 * makes an object of this type.
 */
export interface CoderdVersion<C extends Catalogue = Catalogue> extends CoderdFacts {
  readonly metrics: C;
  readonly mixin: Mixin;
  readonly subject: QuerySubject;
}
