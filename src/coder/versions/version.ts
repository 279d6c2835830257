import type { ChartMetadata } from '../../engine/helm';
import type { Catalogue } from '../../observability/metrics';
import type { Mixin } from '../../observability/mixin';
import type { QuerySubject } from '../../observability/query';

/** A port that a container of coderd declares. */
export interface ContainerPort {
  /** Unique in the container; probes, Services and monitors refer to it. */
  readonly name: string;
  /** Number from 1 to 65535. */
  readonly containerPort: number;
}

/** A value that coderd gets as an environment variable: its path, and, where one value makes two variables, which of them. */
export type SettingName =
  | 'clusterDomain'
  | `database.${'host' | 'port' | 'user' | 'name' | 'searchPath' | 'connector' | 'sslMode' | 'poolSize'}`
  | `database.${'passwordSecret' | 'passwordAsFile'}`
  | `database.tls.${'certSecret' | 'keySecret' | 'rootCertSecret'}`
  | `logging.${'verbose' | 'human' | 'json' | 'stackdriver'}`
  | `logging.splunk.${'url' | 'tokenSecret' | 'channel'}`
  | 'telemetry.amplitudeKey'
  | `hosts.${'devurls' | 'alternates'}`
  | `proxy.${'http' | 'https' | 'exempt'}`
  | `reverseProxy.${'trustIp' | 'trustedOrigins' | 'trustedHeaders'}`
  | `satellite.${'privateKeySecret' | 'primaryUrl' | 'accessUrl'}`
  | `tls#${'certificates' | 'keys'}`
  | `clientTls.secretName#${'certificate' | 'key'}`
  | `oidc.${'enableRefresh' | 'redirectOptions'}`
  | 'scim.authSecret'
  | `goRuntime.${'memoryLimitPercentage' | 'maxProcs'}`
  | 'superAdmin.passwordSecret'
  | 'serviceAccount.migrateBuiltInProvider'
  | 'envbox.image'
  | `workspaces.${'tolerations' | 'nodeSelector'}`;

/** An environment variable of coderd: a text, a field of the pod, or what a value says. */
export type EnvironmentVariable =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly fieldPath: string }
  | { readonly name: string; readonly setting: SettingName };

/** How often and how long a probe asks. */
export interface ProbeTiming {
  /** Seconds from the start of the container to the first check. */
  readonly initialDelaySeconds: number;
  /** Seconds from one check to the next. */
  readonly periodSeconds: number;
  /** Seconds after which a check without an answer has failed. */
  readonly timeoutSeconds: number;
  /** Failed checks in a row until Kubernetes acts. */
  readonly failureThreshold: number;
}

/** A rule of the Role under which coderd creates workspaces. */
export interface PolicyRule {
  /** API groups; `""` is that of pods and Secrets. */
  readonly apiGroups: readonly string[];
  /** In the plural; with subresources such as `pods/log`. */
  readonly resources: readonly string[];
  /** What coderd may do with them. */
  readonly verbs: readonly string[];
}

/** What the chart of one version says of itself; its `appVersion` and `kubeVersion` are those of coderd. */
export type ChartFacts = Omit<ChartMetadata, 'appVersion' | 'kubeVersion'>;

/** What coderd of one version is: what the model needs to know to run it. */
export interface CoderdFacts {
  /** Full version, such as `1.36.2`: the tag of the image, and the appVersion of the chart. */
  readonly version: string;
  /** Oldest Kubernetes that Coder's own chart accepts, as a constraint of Chart.yaml. */
  readonly kubeVersion: string;
  /** The Helm chart of this version. */
  readonly chart: ChartFacts;
  /** Images of coderd, and of envbox in the same registry, without their tag. */
  readonly image: { readonly registry: string; readonly repository: string; readonly envboxRepository: string };
  /** Command of the main container. */
  readonly command: readonly string[];
  /** Command of the main container of a satellite. */
  readonly satelliteCommand: readonly string[];
  /** Command of the init container that migrates the database. */
  readonly migrationsCommand: readonly string[];
  /** Ports of the main container. */
  readonly ports: {
    readonly http: ContainerPort;
    readonly https: ContainerPort;
    readonly pprof: ContainerPort;
    readonly metrics: ContainerPort;
  };
  /** Path of the readiness and the startup probe, on the port `http`, to which the liveness probe only connects. */
  readonly healthPath: string;
  /** Defaults of the readiness probe. */
  readonly readiness: ProbeTiming;
  /** Defaults of the liveness probe. */
  readonly liveness: ProbeTiming;
  /** Environment of the main container, in order; values can replace each variable. */
  readonly environment: readonly EnvironmentVariable[];
  /** Environment of the init container. */
  readonly migrationsEnvironment: readonly EnvironmentVariable[];
  /** How many connections to its database each pod opens unless told. */
  readonly poolSize: number;
  /** The database for trials: its image, its port, the user and group id of that image, and the name of the user of the database and of the database itself. */
  readonly evaluation: {
    readonly image: string;
    readonly port: number;
    readonly user: number;
    readonly account: string;
    readonly resources: CoderdFacts['resources'];
  };
  /** Where lines for people go by default. */
  readonly humanLog: string;
  /** Hosts that are reached without a proxy by default. */
  readonly proxyExempt: string;
  /** The usual domain of a cluster. */
  readonly clusterDomain: string;
  /** Requests and limits by default, as quantities of Kubernetes; `disk` holds what the container logs, and writes where no volume is. */
  readonly resources: { readonly cpu: string; readonly memory: string; readonly disk: string };
  /** Seconds that coderd has to end its connections. */
  readonly terminationGracePeriodSeconds: number;
  /** User id under which coderd runs. */
  readonly user: number;
  /** Group id under which coderd runs. */
  readonly group: number;
  /** Nodes that the image can run on. */
  readonly nodeSelector: Readonly<Record<string, string>>;
  /** An empty directory, since the root file system is read-only. */
  readonly scratch: { readonly name: string; readonly mountPath: string };
  /** What Coder's own chart of this version allows coderd in the namespace of workspaces. */
  readonly rules: readonly PolicyRule[];
  /** The same with the verbs that coderd uses of each resource. */
  readonly narrowRules: readonly PolicyRule[];
  /** Labels of the pods of workspaces. */
  readonly workspaceLabels: Readonly<Record<string, string>>;
  /** Names of the objects in a release called as Coder's own. */
  readonly names: {
    readonly release: string;
    readonly namespace: string;
    readonly workload: string;
    readonly access: string;
    readonly workspaces: string;
    readonly isolation: string;
    readonly database: string;
    readonly ingress: string;
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
  /** What coderd publishes. */
  readonly metrics: C;
  /** Rules, alerts and dashboards over these metrics. */
  readonly mixin: Mixin<'Coderd'>;
  /** What `cdk8s-coder query` asks of a Prometheus. */
  readonly subject: QuerySubject;
}
