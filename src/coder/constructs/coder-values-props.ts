// Generated from src/coder/values by `npm start`; change the declaration there.
import type { ListOf, MapOf, Value } from '../../engine/expr';
import type * as environment from './environment';
import type * as k8s from './kubernetes-types';
import type * as gatewayApi from './gateway-api';
import type * as operator from './prometheus-operator';

/** Values of the Helm chart "coder": Coder's control plane, coderd 1.36.2. A missing key is the default; null or "" is "not set". Reference: README.md. */
export interface CoderValuesProps {
  /**
   * Value of the label app.kubernetes.io/name instead of "coder".
   *
   * @default ""
   */
  readonly nameOverride?: Value<string> | undefined;

  /**
   * Prefix of every object name instead of the release name; "coder" gives Coder's own names.
   *
   * @default ""
   */
  readonly fullnameOverride?: Value<string> | undefined;

  /**
   * Labels for every object and for the pods; never part of a selector.
   *
   * @default {}
   */
  readonly commonLabels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for every object and for the pods.
   *
   * @default {}
   */
  readonly commonAnnotations?: Value<MapOf<string | null>> | undefined;

  /** Image of coderd, for its migrations too. */
  readonly image?: CoderValuesImageProps | undefined;

  /** The Deployment of coderd. */
  readonly coderd?: CoderValuesCoderdProps | undefined;

  /** A PodDisruptionBudget: how many pods may be gone while nodes are drained. Needs Kubernetes 1.21. */
  readonly podDisruptionBudget?: CoderValuesPodDisruptionBudgetProps | undefined;

  /** A HorizontalPodAutoscaler, which Coder does not recommend, in place of coderd.replicas. Needs Kubernetes 1.23. */
  readonly autoscaling?: CoderValuesAutoscalingProps | undefined;

  /** What the Go runtime of coderd is told of coderd.resources.limits. */
  readonly goRuntime?: CoderValuesGoRuntimeProps | undefined;

  /** The PostgreSQL of coderd. Nothing is set without a host. */
  readonly database?: CoderValuesDatabaseProps | undefined;

  /** A PostgreSQL in place of database, for trials only: one pod, no backups. Pulled as coderd is. */
  readonly evaluationDatabase?: CoderValuesEvaluationDatabaseProps | undefined;

  /** Certificates with which coderd serves HTTPS itself: see service.https. */
  readonly tls?: CoderValuesTlsProps | undefined;

  /** Certificate that coderd shows to other servers. */
  readonly clientTls?: CoderValuesClientTlsProps | undefined;

  /** Authority whose certificates coderd trusts beside those of its image. */
  readonly trustedCertificate?: CoderValuesTrustedCertificateProps | undefined;

  /** Proxy through which coderd reaches others. */
  readonly proxy?: CoderValuesProxyProps | undefined;

  /** Proxies in front of coderd, and what coderd believes of what they say. */
  readonly reverseProxy?: CoderValuesReverseProxyProps | undefined;

  /** Run coderd as a satellite, near its users, with the data of another. */
  readonly satellite?: CoderValuesSatelliteProps | undefined;

  /** Login by OpenID Connect. */
  readonly oidc?: CoderValuesOidcProps | undefined;

  /** Users managed by an identity provider (SCIM). */
  readonly scim?: CoderValuesScimProps | undefined;

  /** The user "admin", with whom an installation begins. */
  readonly superAdmin?: CoderValuesSuperAdminProps | undefined;

  /** What coderd and its migrations log. A destination is a path, such as /dev/stderr. */
  readonly logging?: CoderValuesLoggingProps | undefined;

  /** What coderd sends to Coder. */
  readonly telemetry?: CoderValuesTelemetryProps | undefined;

  /**
   * Domain of the cluster, with which coderd finds the API server.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: Value<string> | undefined;

  /** The image that coderd starts beside workspaces that run containers. */
  readonly envbox?: CoderValuesEnvboxProps | undefined;

  /** Workspaces: their pods, which coderd makes. */
  readonly workspaces?: CoderValuesWorkspacesProps | undefined;

  /** The public Service of coderd. The ports of metrics and profiles are never on it. */
  readonly service?: CoderValuesServiceProps | undefined;

  /** Host names of Coder: of the Ingress, the HTTPRoute and the Certificates. */
  readonly hosts?: CoderValuesHostsProps | undefined;

  /** An Ingress for the hosts, to the Service of coderd. */
  readonly ingress?: CoderValuesIngressProps | undefined;

  /** An HTTPRoute of the Gateway API from the hosts to the Service. */
  readonly gateway?: CoderValuesGatewayProps | undefined;

  /** Certificates of cert-manager, one for each host with a Secret in ingress.tls or tls, which it writes. */
  readonly certificates?: CoderValuesCertificatesProps | undefined;

  /** The ServiceAccount under which coderd runs. */
  readonly serviceAccount?: CoderValuesServiceAccountProps | undefined;

  /** What coderd may do in its namespace and workspaces.namespaces. */
  readonly rbac?: CoderValuesRbacProps | undefined;

  /** The ServiceAccount "environments", under which coderd runs workspaces, in every release. It has no permissions. */
  readonly workspaceServiceAccount?: CoderValuesWorkspaceServiceAccountProps | undefined;

  /** NetworkPolicies, which the network of the cluster must enforce. */
  readonly networkPolicies?: CoderValuesNetworkPoliciesProps | undefined;

  /** How Prometheus gets Coder's metrics, and what is made of them. */
  readonly metrics?: CoderValuesMetricsProps | undefined;
}

/** Image of coderd, for its migrations too. */
export interface CoderValuesImageProps {
  /**
   * Registry host of coderd and envbox, with a path for mirrors.
   *
   * @default "docker.io"
   * @see https://kubernetes.io/docs/concepts/containers/images/
   */
  readonly registry?: Value<string> | undefined;

  /**
   * Repository of coderd in the registry.
   *
   * @default "coderenvs/coder-service"
   * @see https://kubernetes.io/docs/concepts/containers/images/
   */
  readonly repository?: Value<string> | undefined;

  /**
   * Repository of envbox, which coderd starts; for another registry or tag, set envbox.image.
   *
   * @default "coderenvs/envbox"
   * @see https://kubernetes.io/docs/concepts/containers/images/
   */
  readonly envboxRepository?: Value<string> | undefined;

  /**
   * Tag of coderd and envbox, and the label app.kubernetes.io/version. A digest replaces it for coderd alone.
   *
   * @default "1.36.2"
   * @see https://kubernetes.io/docs/concepts/containers/images/
   */
  readonly tag?: Value<string> | undefined;

  /**
   * Digest "sha256:..." of the image, whatever its tag points to.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/containers/images/
   */
  readonly digest?: Value<string> | undefined;

  /**
   * When the kubelet pulls the image.
   *
   * @default "Always"
   * @see https://kubernetes.io/docs/concepts/containers/images/#image-pull-policy
   */
  readonly pullPolicy?: Value<'Always' | 'IfNotPresent' | 'Never'> | undefined;

  /**
   * Names of Secrets with credentials for the registry.
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/containers/images/#specifying-imagepullsecrets-on-a-pod
   */
  readonly pullSecrets?: Value<ListOf<string>> | undefined;

  /**
   * More, each with true; values files merge it.
   *
   * @default {}
   */
  readonly pullSecretsByName?: Value<MapOf<boolean | null>> | undefined;
}

/** The Deployment of coderd. */
export interface CoderValuesCoderdProps {
  /**
   * Deploy coderd. If false, only monitor one that is deployed some other way: see metrics.monitor.target.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Number of pods. With "", the field is left out and an autoscaler or kubectl scale decides.
   *
   * @default 1
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#scaling-a-deployment
   */
  readonly replicas?: Value<number | ''> | undefined;

  /**
   * Labels for the Deployment.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the Deployment.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Labels for the pods; not those of selectors.
   *
   * @default {}
   */
  readonly podLabels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the pods.
   *
   * @default {}
   */
  readonly podAnnotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Command of coderd, in place of its own; not of the migrations.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#entrypoint
   */
  readonly command?: Value<ListOf<string>> | undefined;

  /**
   * Arguments after that command.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#entrypoint
   */
  readonly args?: Value<ListOf<string>> | undefined;

  /** What the container coderd asks for and may use. */
  readonly resources?: CoderValuesCoderdResourcesProps | undefined;

  /** Init container that brings the database schema up to date. */
  readonly migrations?: CoderValuesCoderdMigrationsProps | undefined;

  /**
   * Variables of coderd and its migrations by name, each with value or valueFrom; not those that another value sets.
   *
   * @default {}
   * @see https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/
   */
  readonly env?: Value<MapOf<environment.Variable>> | undefined;

  /**
   * The same as a list, in its order; replaces variables of env.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly extraEnv?: Value<ListOf<k8s.EnvVar>> | undefined;

  /**
   * ConfigMaps and Secrets whose keys become variables too, but for those of other values, and SKIP_MIGRATIONS, NAMESPACE, POD_IP.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly envFrom?: Value<ListOf<k8s.EnvFromSource>> | undefined;

  /**
   * More by name; values files merge it.
   *
   * @default {}
   */
  readonly envFromByName?: Value<MapOf<k8s.EnvFromSource>> | undefined;

  /**
   * Volumes by name, and their mounts in coderd and its migrations.
   *
   * @default {}
   * @see https://kubernetes.io/docs/concepts/storage/volumes/
   */
  readonly volumes?: Value<Readonly<Record<string, CoderValuesCoderdVolumesProps | null>>> | undefined;

  /**
   * More; one with a name the chart uses replaces it.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly extraVolumes?: Value<ListOf<k8s.Volume>> | undefined;

  /**
   * More mounts of coderd and its migrations.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly extraVolumeMounts?: Value<ListOf<k8s.VolumeMount>> | undefined;

  /**
   * Init containers before the migrations, such as a database proxy.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly initContainersBeforeMigrations?: Value<ListOf<k8s.Container>> | undefined;

  /**
   * Init containers after the migrations.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly extraInitContainers?: Value<ListOf<k8s.Container>> | undefined;

  /**
   * Containers beside coderd.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly sidecars?: Value<ListOf<k8s.Container>> | undefined;

  /**
   * More by name; values files merge it.
   *
   * @default {}
   */
  readonly sidecarsByName?: Value<MapOf<Omit<k8s.Container, 'name'>>> | undefined;

  /** Security context of the pods; the defaults meet the Pod Security Standard "restricted". */
  readonly podSecurityContext?: CoderValuesCoderdPodSecurityContextProps | undefined;

  /** Security context of coderd and its migrations; the defaults meet "restricted" too. */
  readonly securityContext?: CoderValuesCoderdSecurityContextProps | undefined;

  /** Startup probe: holds the other two back until coderd answers. */
  readonly startupProbe?: CoderValuesCoderdStartupProbeProps | undefined;

  /** Readiness probe: a pod that fails it gets no traffic. */
  readonly readinessProbe?: CoderValuesCoderdReadinessProbeProps | undefined;

  /** Liveness probe: a pod that fails it is restarted. */
  readonly livenessProbe?: CoderValuesCoderdLivenessProbeProps | undefined;

  /**
   * Seconds from SIGTERM to SIGKILL; long, so that workspace builds can finish.
   *
   * @default 300
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#lifecycle
   */
  readonly terminationGracePeriodSeconds?: Value<number> | undefined;

  /**
   * Hooks of the container coderd (postStart, preStop).
   *
   * @default {}
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#lifecycle-1
   */
  readonly lifecycle?: Value<k8s.Lifecycle> | undefined;

  /** How pods are replaced by new ones. */
  readonly strategy?: CoderValuesCoderdStrategyProps | undefined;

  /**
   * Labels that a node must have, beside the defaults or in their place; null takes one out.
   *
   * @default {"kubernetes.io/arch":"amd64","kubernetes.io/os":"linux"}
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodeselector
   */
  readonly nodeSelector?: Value<MapOf<string | null>> | undefined;

  /**
   * Taints the pods tolerate.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly tolerations?: Value<ListOf<k8s.Toleration>> | undefined;

  /**
   * Affinity of the pods. If empty, they prefer nodes without another coderd pod of this release.
   *
   * @default {}
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity
   */
  readonly affinity?: Value<k8s.Affinity> | undefined;

  /**
   * How the pods spread over zones and nodes; without a labelSelector, those of this release.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
   */
  readonly topologySpreadConstraints?: Value<ListOf<k8s.TopologySpreadConstraint>> | undefined;

  /**
   * Host names in /etc/hosts of the pods, by their addresses.
   *
   * @default {}
   * @see https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/
   */
  readonly hostAliases?: Value<MapOf<ListOf<string> | null>> | undefined;

  /**
   * Where the pods ask for names.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-policy
   */
  readonly dnsPolicy?: Value<'' | 'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None'> | undefined;

  /** Beside what dnsPolicy says, or, with None, all of it. */
  readonly dnsConfig?: CoderValuesCoderdDnsConfigProps | undefined;

  /**
   * Scheduler of the pods.
   *
   * @default ""
   * @see https://kubernetes.io/docs/tasks/extend-kubernetes/configure-multiple-schedulers/
   */
  readonly schedulerName?: Value<string> | undefined;

  /**
   * RuntimeClass of the pods.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/containers/runtime-class/
   */
  readonly runtimeClassName?: Value<string> | undefined;

  /**
   * PriorityClass of the pods.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
   */
  readonly priorityClassName?: Value<string> | undefined;
}

/** What the container coderd asks for and may use. */
export interface CoderValuesCoderdResourcesProps {
  /** What the container asks for. */
  readonly requests?: CoderValuesCoderdResourcesRequestsProps | undefined;

  /** What the container may use. */
  readonly limits?: CoderValuesCoderdResourcesLimitsProps | undefined;
}

/** What the container asks for. */
export interface CoderValuesCoderdResourcesRequestsProps {
  /**
   * CPU, in cores.
   *
   * @default "250m"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly cpu?: Value<string> | undefined;

  /**
   * Memory, in bytes.
   *
   * @default "512Mi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly memory?: Value<string> | undefined;

  /**
   * Local disk, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly 'ephemeral-storage'?: Value<string> | undefined;
}

/** What the container may use. */
export interface CoderValuesCoderdResourcesLimitsProps {
  /**
   * CPU, in cores.
   *
   * @default "250m"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly cpu?: Value<string> | undefined;

  /**
   * Memory, in bytes.
   *
   * @default "512Mi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly memory?: Value<string> | undefined;

  /**
   * Local disk, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly 'ephemeral-storage'?: Value<string> | undefined;
}

/** Init container that brings the database schema up to date. */
export interface CoderValuesCoderdMigrationsProps {
  /**
   * Run the migrations before coderd starts. If false, run "coderd migrate up" before each new version.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;
}

/** A volume. */
export interface CoderValuesCoderdVolumesProps {
  /**
   * Its kind, such as secret, with its fields.
   *
   * @default {}
   */
  readonly source?: Value<Omit<k8s.Volume, 'name'>> | undefined;

  /**
   * Folder; "" for none.
   *
   * @default ""
   */
  readonly mountPath?: Value<string> | undefined;

  /**
   * Part of it; "" for all.
   *
   * @default ""
   */
  readonly subPath?: Value<string> | undefined;

  /**
   * Read only.
   *
   * @default false
   */
  readonly readOnly?: Value<boolean> | undefined;
}

/** Security context of the pods; the defaults meet the Pod Security Standard "restricted". */
export interface CoderValuesCoderdPodSecurityContextProps {
  /**
   * Refuse to run as root.
   *
   * @default true
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsNonRoot?: Value<boolean> | undefined;

  /**
   * User id; "" leaves the field out, as required by OpenShift.
   *
   * @default 1000
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsUser?: Value<number | ''> | undefined;

  /**
   * Group id.
   *
   * @default 1000
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsGroup?: Value<number | ''> | undefined;

  /**
   * Group that owns the volumes.
   *
   * @default ""
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly fsGroup?: Value<number | ''> | undefined;

  /** Seccomp profile. */
  readonly seccompProfile?: CoderValuesCoderdPodSecurityContextSeccompProfileProps | undefined;
}

/** Seccomp profile. */
export interface CoderValuesCoderdPodSecurityContextSeccompProfileProps {
  /**
   * Kind of profile.
   *
   * @default "RuntimeDefault"
   * @see https://kubernetes.io/docs/tutorials/security/seccomp/
   */
  readonly type?: Value<'RuntimeDefault' | 'Localhost' | 'Unconfined' | ''> | undefined;

  /**
   * Path of the profile on the node, for the type Localhost.
   *
   * @default ""
   */
  readonly localhostProfile?: Value<string> | undefined;
}

/** Security context of coderd and its migrations; the defaults meet "restricted" too. */
export interface CoderValuesCoderdSecurityContextProps {
  /**
   * Refuse to run as root.
   *
   * @default true
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsNonRoot?: Value<boolean> | undefined;

  /**
   * User id; "" leaves the field out, as required by OpenShift.
   *
   * @default 1000
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsUser?: Value<number | ''> | undefined;

  /**
   * Group id.
   *
   * @default 1000
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly runAsGroup?: Value<number | ''> | undefined;

  /**
   * Mount the root file system read-only.
   *
   * @default true
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly readOnlyRootFilesystem?: Value<boolean> | undefined;

  /**
   * Allow a process to gain more privileges than its parent.
   *
   * @default false
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly allowPrivilegeEscalation?: Value<boolean> | undefined;

  /** Linux capabilities. */
  readonly capabilities?: CoderValuesCoderdSecurityContextCapabilitiesProps | undefined;

  /** Seccomp profile. */
  readonly seccompProfile?: CoderValuesCoderdSecurityContextSeccompProfileProps | undefined;
}

/** Linux capabilities. */
export interface CoderValuesCoderdSecurityContextCapabilitiesProps {
  /**
   * Capabilities to drop.
   *
   * @default ["ALL"]
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly drop?: Value<ListOf<string>> | undefined;

  /**
   * Capabilities to add.
   *
   * @default []
   * @see https://kubernetes.io/docs/tasks/configure-pod-container/security-context/
   */
  readonly add?: Value<ListOf<string>> | undefined;
}

/** Seccomp profile. */
export interface CoderValuesCoderdSecurityContextSeccompProfileProps {
  /**
   * Kind of profile.
   *
   * @default "RuntimeDefault"
   * @see https://kubernetes.io/docs/tutorials/security/seccomp/
   */
  readonly type?: Value<'RuntimeDefault' | 'Localhost' | 'Unconfined' | ''> | undefined;

  /**
   * Path of the profile on the node, for the type Localhost.
   *
   * @default ""
   */
  readonly localhostProfile?: Value<string> | undefined;
}

/** Startup probe: holds the other two back until coderd answers. */
export interface CoderValuesCoderdStartupProbeProps {
  /**
   * Enable the probe.
   *
   * @default false
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Seconds before the first probe.
   *
   * @default 0
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly initialDelaySeconds?: Value<number> | undefined;

  /**
   * Seconds between two probes.
   *
   * @default 10
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly periodSeconds?: Value<number> | undefined;

  /**
   * Seconds after which a probe has failed.
   *
   * @default 3
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly timeoutSeconds?: Value<number> | undefined;

  /**
   * Failures in a row that count.
   *
   * @default 30
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly failureThreshold?: Value<number> | undefined;
}

/** Readiness probe: a pod that fails it gets no traffic. */
export interface CoderValuesCoderdReadinessProbeProps {
  /**
   * Enable the probe.
   *
   * @default true
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Seconds before the first probe.
   *
   * @default 10
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly initialDelaySeconds?: Value<number> | undefined;

  /**
   * Seconds between two probes.
   *
   * @default 10
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly periodSeconds?: Value<number> | undefined;

  /**
   * Seconds after which a probe has failed.
   *
   * @default 3
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly timeoutSeconds?: Value<number> | undefined;

  /**
   * Failures in a row that count.
   *
   * @default 15
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly failureThreshold?: Value<number> | undefined;
}

/** Liveness probe: a pod that fails it is restarted. */
export interface CoderValuesCoderdLivenessProbeProps {
  /**
   * Enable the probe.
   *
   * @default true
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Seconds before the first probe.
   *
   * @default 30
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly initialDelaySeconds?: Value<number> | undefined;

  /**
   * Seconds between two probes.
   *
   * @default 10
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly periodSeconds?: Value<number> | undefined;

  /**
   * Seconds after which a probe has failed.
   *
   * @default 3
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly timeoutSeconds?: Value<number> | undefined;

  /**
   * Failures in a row that count.
   *
   * @default 30
   * @see https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
   */
  readonly failureThreshold?: Value<number> | undefined;
}

/** How pods are replaced by new ones. */
export interface CoderValuesCoderdStrategyProps {
  /**
   * Rollout strategy.
   *
   * @default "RollingUpdate"
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
   */
  readonly type?: Value<'RollingUpdate' | 'Recreate'> | undefined;

  /** Bounds of a rolling update. */
  readonly rollingUpdate?: CoderValuesCoderdStrategyRollingUpdateProps | undefined;
}

/** Bounds of a rolling update. */
export interface CoderValuesCoderdStrategyRollingUpdateProps {
  /**
   * Maximum number of pods above the desired replicas.
   *
   * @default "25%"
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-surge
   */
  readonly maxSurge?: Value<number | string> | undefined;

  /**
   * Maximum number of pods below the desired replicas.
   *
   * @default "25%"
   * @see https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable
   */
  readonly maxUnavailable?: Value<number | string> | undefined;
}

/** Beside what dnsPolicy says, or, with None, all of it. */
export interface CoderValuesCoderdDnsConfigProps {
  /**
   * DNS servers, at most 3.
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config
   */
  readonly nameservers?: Value<ListOf<string>> | undefined;

  /**
   * Domains of short names, at most 32.
   *
   * @default []
   */
  readonly searches?: Value<ListOf<string>> | undefined;

  /**
   * Options by name, such as ndots: "2".
   *
   * @default {}
   */
  readonly options?: Value<MapOf<string | null>> | undefined;
}

/** A PodDisruptionBudget: how many pods may be gone while nodes are drained. Needs Kubernetes 1.21. */
export interface CoderValuesPodDisruptionBudgetProps {
  /**
   * Create the PodDisruptionBudget.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Pods that may be gone at once; 1 lets a single pod be evicted too.
   *
   * @default 1
   * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
   */
  readonly maxUnavailable?: Value<number | string> | undefined;

  /**
   * Pods that must stay, in place of maxUnavailable; fewer than there are.
   *
   * @default ""
   * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/
   */
  readonly minAvailable?: Value<number | ''> | undefined;

  /**
   * Whether pods that are not ready can always be evicted; "" leaves it out, for Kubernetes before 1.26.
   *
   * @default "AlwaysAllow"
   * @see https://kubernetes.io/docs/tasks/run-application/configure-pdb/#unhealthy-pod-eviction-policy
   */
  readonly unhealthyPodEvictionPolicy?: Value<'AlwaysAllow' | 'IfHealthyBudget' | ''> | undefined;
}

/** A HorizontalPodAutoscaler, which Coder does not recommend, in place of coderd.replicas. Needs Kubernetes 1.23. */
export interface CoderValuesAutoscalingProps {
  /**
   * Create the HorizontalPodAutoscaler.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Fewest pods.
   *
   * @default 2
   */
  readonly minReplicas?: Value<number> | undefined;

  /**
   * Most pods.
   *
   * @default 3
   */
  readonly maxReplicas?: Value<number> | undefined;

  /**
   * Average use of CPU that it aims at, in percent of what the pods request; "" for none.
   *
   * @default 80
   * @see https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#support-for-resource-metrics
   */
  readonly targetCPUUtilizationPercentage?: Value<number | ''> | undefined;

  /**
   * Average use of memory that it aims at, in percent of what the pods request; "" for none.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#support-for-resource-metrics
   */
  readonly targetMemoryUtilizationPercentage?: Value<number | ''> | undefined;

  /**
   * How fast it adds pods (scaleUp) and takes them away (scaleDown).
   *
   * @default {}
   * @see https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#configurable-scaling-behavior
   */
  readonly behavior?: Value<k8s.HorizontalPodAutoscalerBehavior> | undefined;
}

/** What the Go runtime of coderd is told of coderd.resources.limits. */
export interface CoderValuesGoRuntimeProps {
  /**
   * GOMEMLIMIT, in percent of the memory limit: near it, Go collects garbage more often.
   *
   * @default ""
   * @see https://go.dev/doc/gc-guide#Memory_limit
   */
  readonly memoryLimitPercentage?: Value<number | ''> | undefined;

  /**
   * Set GOMAXPROCS to the CPU limit, rounded up, not to the CPUs of the node.
   *
   * @default false
   * @see https://pkg.go.dev/runtime#hdr-Environment_Variables
   */
  readonly maxProcs?: Value<boolean> | undefined;
}

/** The PostgreSQL of coderd. Nothing is set without a host. */
export interface CoderValuesDatabaseProps {
  /**
   * Host name or address; "" if coderd.env or coderd.envFrom says where the database is.
   *
   * @default ""
   */
  readonly host?: Value<string> | undefined;

  /**
   * Port.
   *
   * @default 5432
   */
  readonly port?: Value<number> | undefined;

  /**
   * User.
   *
   * @default ""
   */
  readonly user?: Value<string> | undefined;

  /**
   * Name of the database.
   *
   * @default ""
   */
  readonly name?: Value<string> | undefined;

  /**
   * Schemas to look in.
   *
   * @default ""
   */
  readonly searchPath?: Value<string> | undefined;

  /** Where the password is. */
  readonly passwordSecret?: CoderValuesDatabasePasswordSecretProps | undefined;

  /**
   * Mount the password as a file, so that it is in no environment variable.
   *
   * @default false
   */
  readonly passwordAsFile?: Value<boolean> | undefined;

  /**
   * How to log in: with the password, or as the IAM identity of the pod on Amazon RDS.
   *
   * @default ""
   */
  readonly connector?: Value<'' | 'postgres' | 'awsiamrds'> | undefined;

  /**
   * What coderd asks of the encryption.
   *
   * @default "require"
   * @see https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION
   */
  readonly sslMode?: Value<'disable' | 'allow' | 'prefer' | 'require' | 'verify-ca' | 'verify-full'> | undefined;

  /** Certificates of the connection. */
  readonly tls?: CoderValuesDatabaseTlsProps | undefined;

  /**
   * Connections of each pod at most; "" leaves it to coderd, which opens up to 30.
   *
   * @default ""
   */
  readonly poolSize?: Value<number | ''> | undefined;

  /**
   * Connections that the server has for coderd, whose pods may not open more. Rollouts add pods: see coderd.strategy.
   *
   * @default ""
   * @see https://www.postgresql.org/docs/current/runtime-config-connection.html
   */
  readonly maxConnections?: Value<number | ''> | undefined;
}

/** Where the password is. */
export interface CoderValuesDatabasePasswordSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "password"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Certificates of the connection. */
export interface CoderValuesDatabaseTlsProps {
  /** Certificate of coderd, as client. */
  readonly certSecret?: CoderValuesDatabaseTlsCertSecretProps | undefined;

  /** Its key. */
  readonly keySecret?: CoderValuesDatabaseTlsKeySecretProps | undefined;

  /** Certificate of the authority of the server. */
  readonly rootCertSecret?: CoderValuesDatabaseTlsRootCertSecretProps | undefined;
}

/** Certificate of coderd, as client. */
export interface CoderValuesDatabaseTlsCertSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "tls.crt"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Its key. */
export interface CoderValuesDatabaseTlsKeySecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "tls.key"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Certificate of the authority of the server. */
export interface CoderValuesDatabaseTlsRootCertSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "ca.crt"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** A PostgreSQL in place of database, for trials only: one pod, no backups. Pulled as coderd is. */
export interface CoderValuesEvaluationDatabaseProps {
  /**
   * Run it, and let coderd use it.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * An official image of PostgreSQL, or one that takes the same variables.
   *
   * @default "docker.io/library/postgres:15-alpine"
   */
  readonly image?: Value<string> | undefined;

  /** The password, which its first start sets. */
  readonly passwordSecret?: CoderValuesEvaluationDatabasePasswordSecretProps | undefined;

  /**
   * User and group id, also of its volume; "" leaves them out, as required by OpenShift.
   *
   * @default 70
   */
  readonly userId?: Value<number | ''> | undefined;

  /** Its volume, which stays when the release goes. Kubernetes lets nobody change this later. */
  readonly storage?: CoderValuesEvaluationDatabaseStorageProps | undefined;

  /** What the container postgres asks for and may use. */
  readonly resources?: CoderValuesEvaluationDatabaseResourcesProps | undefined;
}

/** The password, which its first start sets. */
export interface CoderValuesEvaluationDatabasePasswordSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "password"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Its volume, which stays when the release goes. Kubernetes lets nobody change this later. */
export interface CoderValuesEvaluationDatabaseStorageProps {
  /**
   * Size, in bytes.
   *
   * @default "10Gi"
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/
   */
  readonly size?: Value<string> | undefined;

  /**
   * StorageClass; "" for that of the cluster.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1
   */
  readonly className?: Value<string> | undefined;
}

/** What the container postgres asks for and may use. */
export interface CoderValuesEvaluationDatabaseResourcesProps {
  /** What the container asks for. */
  readonly requests?: CoderValuesEvaluationDatabaseResourcesRequestsProps | undefined;

  /** What the container may use. */
  readonly limits?: CoderValuesEvaluationDatabaseResourcesLimitsProps | undefined;
}

/** What the container asks for. */
export interface CoderValuesEvaluationDatabaseResourcesRequestsProps {
  /**
   * CPU, in cores.
   *
   * @default "250m"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly cpu?: Value<string> | undefined;

  /**
   * Memory, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly memory?: Value<string> | undefined;

  /**
   * Local disk, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly 'ephemeral-storage'?: Value<string> | undefined;
}

/** What the container may use. */
export interface CoderValuesEvaluationDatabaseResourcesLimitsProps {
  /**
   * CPU, in cores.
   *
   * @default "250m"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly cpu?: Value<string> | undefined;

  /**
   * Memory, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly memory?: Value<string> | undefined;

  /**
   * Local disk, in bytes.
   *
   * @default "1Gi"
   * @see https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
   */
  readonly 'ephemeral-storage'?: Value<string> | undefined;
}

/** Certificates with which coderd serves HTTPS itself: see service.https. */
export interface CoderValuesTlsProps {
  /**
   * Secret of type kubernetes.io/tls for the host of Coder.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly secretName?: Value<string> | undefined;

  /**
   * The same for the hosts of dev URLs.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly devurlsSecretName?: Value<string> | undefined;
}

/** Certificate that coderd shows to other servers. */
export interface CoderValuesClientTlsProps {
  /**
   * Secret of type kubernetes.io/tls.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly secretName?: Value<string> | undefined;
}

/** Authority whose certificates coderd trusts beside those of its image. */
export interface CoderValuesTrustedCertificateProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "ca.crt"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Proxy through which coderd reaches others. */
export interface CoderValuesProxyProps {
  /**
   * URL of the proxy for HTTP.
   *
   * @default ""
   */
  readonly http?: Value<string> | undefined;

  /**
   * URL of the proxy for HTTPS.
   *
   * @default ""
   */
  readonly https?: Value<string> | undefined;

  /**
   * Hosts to reach without it, with commas between them.
   *
   * @default "cluster.local"
   */
  readonly exempt?: Value<string> | undefined;
}

/** Proxies in front of coderd, and what coderd believes of what they say. */
export interface CoderValuesReverseProxyProps {
  /**
   * Take the client's address from X-Real-IP and X-Forwarded-For. Superseded by trustedHeaders.
   *
   * @default false
   */
  readonly trustIp?: Value<boolean> | undefined;

  /**
   * Networks of the proxies whose headers coderd trusts.
   *
   * @default []
   */
  readonly trustedOrigins?: Value<ListOf<string>> | undefined;

  /**
   * Headers with the address of the client, such as X-Forwarded-For.
   *
   * @default []
   */
  readonly trustedHeaders?: Value<ListOf<string>> | undefined;
}

/** Run coderd as a satellite, near its users, with the data of another. */
export interface CoderValuesSatelliteProps {
  /**
   * Run as a satellite. Then there are no migrations, no ServiceAccounts and no Role.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * URL of the other coderd.
   *
   * @default ""
   */
  readonly primaryUrl?: Value<string> | undefined;

  /**
   * URL of the satellite.
   *
   * @default ""
   */
  readonly accessUrl?: Value<string> | undefined;

  /** Private key of the satellite (ECDSA, in PEM); make it once. */
  readonly privateKeySecret?: CoderValuesSatellitePrivateKeySecretProps | undefined;
}

/** Private key of the satellite (ECDSA, in PEM); make it once. */
export interface CoderValuesSatellitePrivateKeySecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "privateKey"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** Login by OpenID Connect. */
export interface CoderValuesOidcProps {
  /**
   * Refresh the tokens of users.
   *
   * @default false
   */
  readonly enableRefresh?: Value<boolean> | undefined;

  /**
   * Parameters that coderd adds to the URL of the login, such as those a provider asks for.
   *
   * @default {}
   */
  readonly redirectOptions?: Value<MapOf<string | null>> | undefined;
}

/** Users managed by an identity provider (SCIM). */
export interface CoderValuesScimProps {
  /** The token that the provider shows. */
  readonly authSecret?: CoderValuesScimAuthSecretProps | undefined;
}

/** The token that the provider shows. */
export interface CoderValuesScimAuthSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "secret"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** The user "admin", with whom an installation begins. */
export interface CoderValuesSuperAdminProps {
  /** Its password. */
  readonly passwordSecret?: CoderValuesSuperAdminPasswordSecretProps | undefined;
}

/** Its password. */
export interface CoderValuesSuperAdminPasswordSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "password"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** What coderd and its migrations log. A destination is a path, such as /dev/stderr. */
export interface CoderValuesLoggingProps {
  /**
   * Log details of coderd; its migrations always do.
   *
   * @default true
   */
  readonly verbose?: Value<boolean> | undefined;

  /**
   * Destination of lines for people.
   *
   * @default "/dev/stderr"
   */
  readonly human?: Value<string> | undefined;

  /**
   * Destination of lines in JSON.
   *
   * @default ""
   */
  readonly json?: Value<string> | undefined;

  /**
   * Destination of lines for Google Cloud Logging.
   *
   * @default ""
   */
  readonly stackdriver?: Value<string> | undefined;

  /** Splunk, through its HTTP Event Collector. */
  readonly splunk?: CoderValuesLoggingSplunkProps | undefined;
}

/** Splunk, through its HTTP Event Collector. */
export interface CoderValuesLoggingSplunkProps {
  /**
   * URL of the collector.
   *
   * @default ""
   */
  readonly url?: Value<string> | undefined;

  /** Token of the collector. */
  readonly tokenSecret?: CoderValuesLoggingSplunkTokenSecretProps | undefined;

  /**
   * Channel.
   *
   * @default ""
   */
  readonly channel?: Value<string> | undefined;
}

/** Token of the collector. */
export interface CoderValuesLoggingSplunkTokenSecretProps {
  /**
   * Name of the Secret.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly name?: Value<string> | undefined;

  /**
   * Key in the Secret.
   *
   * @default "token"
   * @see https://kubernetes.io/docs/concepts/configuration/secret/
   */
  readonly key?: Value<string> | undefined;
}

/** What coderd sends to Coder. */
export interface CoderValuesTelemetryProps {
  /**
   * Key of Amplitude, which gets data about the use of Coder.
   *
   * @default ""
   */
  readonly amplitudeKey?: Value<string> | undefined;
}

/** The image that coderd starts beside workspaces that run containers. */
export interface CoderValuesEnvboxProps {
  /**
   * Whole reference; "" for image.envboxRepository, of the registry and tag of coderd.
   *
   * @default ""
   */
  readonly image?: Value<string> | undefined;
}

/** Workspaces: their pods, which coderd makes. */
export interface CoderValuesWorkspacesProps {
  /**
   * Taints they tolerate.
   *
   * @default []
   */
  readonly tolerations?: Value<ListOf<k8s.Toleration>> | undefined;

  /**
   * Labels that their nodes must have.
   *
   * @default {}
   */
  readonly nodeSelector?: Value<MapOf<string | null>> | undefined;

  /**
   * More namespaces, which exist, by name: each gets Role, RoleBinding, account and NetworkPolicy.
   *
   * @default {}
   */
  readonly namespaces?: Value<Readonly<Record<string, CoderValuesWorkspacesNamespacesProps | null>>> | undefined;
}

/** A namespace. */
export interface CoderValuesWorkspacesNamespacesProps {
  /**
   * Use it.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Instead of rbac.role; "" for that.
   *
   * @default ""
   */
  readonly role?: Value<'Full' | 'Narrow' | 'None' | ''> | undefined;

  /**
   * With workspaceServiceAccount.create, create the account there too.
   *
   * @default true
   */
  readonly createServiceAccount?: Value<boolean> | undefined;
}

/** The public Service of coderd. The ports of metrics and profiles are never on it. */
export interface CoderValuesServiceProps {
  /**
   * Create the Service.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Type of the Service.
   *
   * @default "LoadBalancer"
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
   */
  readonly type?: Value<'LoadBalancer' | 'NodePort' | 'ClusterIP'> | undefined;

  /**
   * Labels for the Service.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations, such as those of a cloud load balancer.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /** Port for HTTP. */
  readonly http?: CoderValuesServiceHttpProps | undefined;

  /** Port for HTTPS, which coderd serves itself on 8443. */
  readonly https?: CoderValuesServiceHttpsProps | undefined;

  /**
   * More ports, each to one that a sidecar names, or to one of coderd. The NetworkPolicy lets everybody in.
   *
   * @default []
   */
  readonly additionalPorts?: Value<ListOf<k8s.ServicePort>> | undefined;

  /**
   * Whether external traffic stays on its node, with its source address; not for ClusterIP.
   *
   * @default "Local"
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
   */
  readonly externalTrafficPolicy?: Value<'Local' | 'Cluster'> | undefined;

  /**
   * Whether internal traffic stays on its node.
   *
   * @default ""
   * @see https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
   */
  readonly internalTrafficPolicy?: Value<'' | 'Cluster' | 'Local'> | undefined;

  /**
   * Whether a client sticks to its pod.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/services-networking/service/#session-stickiness
   */
  readonly sessionAffinity?: Value<'' | 'None' | 'ClientIP'> | undefined;

  /**
   * Requested address of the load balancer.
   *
   * @default ""
   */
  readonly loadBalancerIP?: Value<string> | undefined;

  /**
   * Implementation of the load balancer.
   *
   * @default ""
   */
  readonly loadBalancerClass?: Value<string> | undefined;

  /**
   * Networks that can connect, for type LoadBalancer.
   *
   * @default []
   */
  readonly loadBalancerSourceRanges?: Value<ListOf<string>> | undefined;

  /**
   * Use of IPv4 and IPv6.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/services-networking/dual-stack/
   */
  readonly ipFamilyPolicy?: Value<'' | 'SingleStack' | 'PreferDualStack' | 'RequireDualStack'> | undefined;

  /**
   * Families in order of preference.
   *
   * @default []
   */
  readonly ipFamilies?: Value<ListOf<'IPv4' | 'IPv6'>> | undefined;
}

/** Port for HTTP. */
export interface CoderValuesServiceHttpProps {
  /**
   * Port of the Service.
   *
   * @default 80
   */
  readonly port?: Value<number> | undefined;

  /**
   * Port on each node, not for ClusterIP; with "", Kubernetes picks one.
   *
   * @default ""
   */
  readonly nodePort?: Value<number | ''> | undefined;
}

/** Port for HTTPS, which coderd serves itself on 8443. */
export interface CoderValuesServiceHttpsProps {
  /**
   * Add the port. coderd needs a certificate: see tls.secretName.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Port of the Service.
   *
   * @default 443
   */
  readonly port?: Value<number> | undefined;

  /**
   * Port on each node, not for ClusterIP; with "", Kubernetes picks one.
   *
   * @default ""
   */
  readonly nodePort?: Value<number | ''> | undefined;
}

/** Host names of Coder: of the Ingress, the HTTPRoute and the Certificates. */
export interface CoderValuesHostsProps {
  /**
   * Host of Coder itself, such as "coder.example.com".
   *
   * @default ""
   */
  readonly access?: Value<string> | undefined;

  /**
   * Wildcard host of the dev URLs, such as "*.dev.example.com" or "*-dev.example.com".
   *
   * @default ""
   */
  readonly devurls?: Value<string> | undefined;

  /**
   * Other hosts that may log in by OpenID Connect; on no Ingress and on no HTTPRoute.
   *
   * @default []
   */
  readonly alternates?: Value<ListOf<string>> | undefined;

  /**
   * More, each with true; values files merge it.
   *
   * @default {}
   */
  readonly alternatesByName?: Value<MapOf<boolean | null>> | undefined;
}

/** An Ingress for the hosts, to the Service of coderd. */
export interface CoderValuesIngressProps {
  /**
   * Create the Ingress.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Name of its IngressClass; "" is the default of the cluster.
   *
   * @default ""
   * @see https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class
   */
  readonly className?: Value<string> | undefined;

  /**
   * Labels for the Ingress.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations. The default lifts the limit of NGINX on uploads.
   *
   * @default {"nginx.ingress.kubernetes.io/proxy-body-size":"0"}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /** Certificates that the controller shows; it talks HTTP with coderd. */
  readonly tls?: CoderValuesIngressTlsProps | undefined;
}

/** Certificates that the controller shows; it talks HTTP with coderd. */
export interface CoderValuesIngressTlsProps {
  /**
   * Secret of type kubernetes.io/tls for hosts.access.
   *
   * @default ""
   */
  readonly secretName?: Value<string> | undefined;

  /**
   * The same for hosts.devurls.
   *
   * @default ""
   */
  readonly devurlsSecretName?: Value<string> | undefined;
}

/** An HTTPRoute of the Gateway API from the hosts to the Service. */
export interface CoderValuesGatewayProps {
  /**
   * Create the HTTPRoute; needs the Gateway API, version 1.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Gateways that take the route; their listeners decide on TLS.
   *
   * @default []
   * @see https://gateway-api.sigs.k8s.io/reference/spec/#parentreference
   */
  readonly parentRefs?: Value<ListOf<gatewayApi.ParentReference>> | undefined;

  /**
   * Labels for the HTTPRoute.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the HTTPRoute.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** Certificates of cert-manager, one for each host with a Secret in ingress.tls or tls, which it writes. */
export interface CoderValuesCertificatesProps {
  /**
   * Create the Certificates; needs cert-manager.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /** Who signs them. */
  readonly issuerRef?: CoderValuesCertificatesIssuerRefProps | undefined;

  /**
   * Labels for the Certificates.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the Certificates.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** Who signs them. */
export interface CoderValuesCertificatesIssuerRefProps {
  /**
   * Name of the issuer.
   *
   * @default ""
   */
  readonly name?: Value<string> | undefined;

  /**
   * Whether it is of this namespace or of the cluster.
   *
   * @default "Issuer"
   */
  readonly kind?: Value<'Issuer' | 'ClusterIssuer'> | undefined;

  /**
   * API group of the issuer.
   *
   * @default "cert-manager.io"
   */
  readonly group?: Value<string> | undefined;
}

/** The ServiceAccount under which coderd runs. */
export interface CoderValuesServiceAccountProps {
  /**
   * Create the ServiceAccount.
   *
   * @default true
   */
  readonly create?: Value<boolean> | undefined;

  /**
   * Its name; "" gives one after the release. Required if create is false.
   *
   * @default ""
   */
  readonly name?: Value<string> | undefined;

  /**
   * Labels for the ServiceAccount.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations, such as those of a cloud identity.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Let coderd move the workspace provider that it made itself to this account.
   *
   * @default true
   */
  readonly migrateBuiltInProvider?: Value<boolean> | undefined;

  /**
   * Give the pods an API token, which coderd needs for workspaces.
   *
   * @default true
   * @see https://kubernetes.io/docs/concepts/security/service-accounts/
   */
  readonly automountToken?: Value<boolean> | undefined;
}

/** What coderd may do in its namespace and workspaces.namespaces. */
export interface CoderValuesRbacProps {
  /**
   * Create the Role and RoleBinding with which coderd makes workspaces.
   *
   * @default true
   */
  readonly create?: Value<boolean> | undefined;

  /**
   * Full, as in Coder's own chart of this version; Narrow, as in its later ones; None, only extraRules.
   *
   * @default "Full"
   * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
   */
  readonly role?: Value<'Full' | 'Narrow' | 'None'> | undefined;

  /**
   * Allow coderd to make ServiceAccounts, for service_account_annotations alone.
   *
   * @default true
   */
  readonly serviceAccounts?: Value<boolean> | undefined;

  /**
   * Additional rules.
   *
   * @default []
   * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/
   */
  readonly extraRules?: Value<ListOf<k8s.PolicyRule>> | undefined;
}

/** The ServiceAccount "environments", under which coderd runs workspaces, in every release. It has no permissions. */
export interface CoderValuesWorkspaceServiceAccountProps {
  /**
   * Create the ServiceAccount; not in a second release in the namespace.
   *
   * @default true
   */
  readonly create?: Value<boolean> | undefined;

  /**
   * Labels for the ServiceAccount.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the ServiceAccount.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** NetworkPolicies, which the network of the cluster must enforce. */
export interface CoderValuesNetworkPoliciesProps {
  /** The policy that lets nothing connect to workspaces; they connect to coderd. */
  readonly workspaces?: CoderValuesNetworkPoliciesWorkspacesProps | undefined;

  /** Who reaches coderd beside its replicas, and everybody on its ports for HTTP and HTTPS. */
  readonly coderd?: CoderValuesNetworkPoliciesCoderdProps | undefined;

  /** The policy of evaluationDatabase: coderd reaches it, nobody else; it reaches nobody. */
  readonly evaluationDatabase?: CoderValuesNetworkPoliciesEvaluationDatabaseProps | undefined;
}

/** The policy that lets nothing connect to workspaces; they connect to coderd. */
export interface CoderValuesNetworkPoliciesWorkspacesProps {
  /**
   * Create the NetworkPolicy of workspaces.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;
}

/** Who reaches coderd beside its replicas, and everybody on its ports for HTTP and HTTPS. */
export interface CoderValuesNetworkPoliciesCoderdProps {
  /**
   * Create the NetworkPolicy of coderd.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Namespaces whose pods may scrape: that of Prometheus.
   *
   * @default ["monitoring"]
   */
  readonly monitoringNamespaces?: Value<ListOf<string>> | undefined;

  /**
   * Namespaces whose pods may read profiles, which may show secrets.
   *
   * @default []
   */
  readonly profilingNamespaces?: Value<ListOf<string>> | undefined;

  /**
   * More rules, such as for ports of a sidecar.
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
   */
  readonly extraIngress?: Value<ListOf<k8s.NetworkPolicyIngressRule>> | undefined;

  /** Whom coderd reaches. DNS, the other replicas and workspaces are always among them. */
  readonly egress?: CoderValuesNetworkPoliciesCoderdEgressProps | undefined;
}

/** Whom coderd reaches. DNS, the other replicas and workspaces are always among them. */
export interface CoderValuesNetworkPoliciesCoderdEgressProps {
  /**
   * Allow only what is named here; Git, OIDC or registries on the internet then belong in extraRules.
   *
   * @default false
   */
  readonly restricted?: Value<boolean> | undefined;

  /** The database. */
  readonly database?: CoderValuesNetworkPoliciesCoderdEgressDatabaseProps | undefined;

  /** The API servers on 443 and 6443, as addresses: kubectl get endpoints kubernetes --namespace default. */
  readonly apiServer?: CoderValuesNetworkPoliciesCoderdEgressApiServerProps | undefined;

  /**
   * More rules, such as for destinations of a sidecar.
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
   */
  readonly extraRules?: Value<ListOf<k8s.NetworkPolicyEgressRule>> | undefined;
}

/** The database. */
export interface CoderValuesNetworkPoliciesCoderdEgressDatabaseProps {
  /**
   * Where it is: networks (ipBlock), or pods (namespaceSelector, podSelector).
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
   */
  readonly peers?: Value<ListOf<k8s.NetworkPolicyPeer>> | undefined;

  /**
   * Its port.
   *
   * @default 5432
   */
  readonly port?: Value<number> | undefined;
}

/** The API servers on 443 and 6443, as addresses: kubectl get endpoints kubernetes --namespace default. */
export interface CoderValuesNetworkPoliciesCoderdEgressApiServerProps {
  /**
   * Where it is: networks (ipBlock), or pods (namespaceSelector, podSelector).
   *
   * @default []
   * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
   */
  readonly peers?: Value<ListOf<k8s.NetworkPolicyPeer>> | undefined;
}

/** The policy of evaluationDatabase: coderd reaches it, nobody else; it reaches nobody. */
export interface CoderValuesNetworkPoliciesEvaluationDatabaseProps {
  /**
   * Create the NetworkPolicy of that database.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;
}

/** How Prometheus gets Coder's metrics, and what is made of them. */
export interface CoderValuesMetricsProps {
  /**
   * Metrics that Prometheus keeps. "full": all 91. "lean": without details of the Go runtime and four buckets of the request latency. "native": all, with native histograms (Prometheus 3, Operator 0.82).
   *
   * @default "full"
   */
  readonly preset?: Value<'full' | 'lean' | 'native'> | undefined;

  /** A headless Service for port 2112, inside the cluster only. */
  readonly service?: CoderValuesMetricsServiceProps | undefined;

  /** The object that tells the Prometheus Operator what to scrape. */
  readonly monitor?: CoderValuesMetricsMonitorProps | undefined;

  /** Recording rules and alerts, in one PrometheusRule. */
  readonly rules?: CoderValuesMetricsRulesProps | undefined;

  /** Service level objectives; burn-rate alerts track them over 30 days. */
  readonly slo?: CoderValuesMetricsSloProps | undefined;

  /** Alerts, by name without the prefix "Coderd". */
  readonly alerts?: CoderValuesMetricsAlertsProps | undefined;

  /** Dashboards of Grafana. */
  readonly dashboards?: CoderValuesMetricsDashboardsProps | undefined;
}

/** A headless Service for port 2112, inside the cluster only. */
export interface CoderValuesMetricsServiceProps {
  /**
   * Create the Service; always created for a ServiceMonitor.
   *
   * @default false
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Labels for the Service.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the Service.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** The object that tells the Prometheus Operator what to scrape. */
export interface CoderValuesMetricsMonitorProps {
  /**
   * Its kind; "None" for clusters without the Prometheus Operator.
   *
   * @default "PodMonitor"
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly kind?: Value<'PodMonitor' | 'ServiceMonitor' | 'None'> | undefined;

  /**
   * Labels for the object. kube-prometheus-stack selects "release: <its release name>" by default.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the object.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /** What to scrape where coderd.enabled is false; otherwise the pods of this chart are. */
  readonly target?: CoderValuesMetricsMonitorTargetProps | undefined;

  /** Namespaces to look in; by default the object's own. */
  readonly namespaceSelector?: CoderValuesMetricsMonitorNamespaceSelectorProps | undefined;

  /**
   * Label of the target whose value becomes the label "job".
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly jobLabel?: Value<string> | undefined;

  /**
   * Labels of the pod that are copied to its metrics.
   *
   * @default []
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly podTargetLabels?: Value<ListOf<string>> | undefined;

  /**
   * Path of the metrics; "" means /metrics.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly path?: Value<string> | undefined;

  /**
   * Protocol of the scrape; "" means http.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly scheme?: Value<'' | 'http' | 'https'> | undefined;

  /**
   * Scrape interval; "" means the default of Prometheus.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly interval?: Value<string> | undefined;

  /**
   * Scrape timeout, at most the interval; "" means the default of Prometheus.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly scrapeTimeout?: Value<string> | undefined;

  /**
   * Keep labels of the metrics that conflict with target labels.
   *
   * @default false
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly honorLabels?: Value<boolean> | undefined;

  /**
   * Changes to the targets before the scrape.
   *
   * @default []
   * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
   */
  readonly relabelings?: Value<ListOf<operator.Relabeling>> | undefined;

  /**
   * Changes to the metrics after the scrape.
   *
   * @default []
   * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
   */
  readonly metricRelabelings?: Value<ListOf<operator.Relabeling>> | undefined;

  /**
   * Samples per scrape, above which the scrape fails; "" means no limit.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly sampleLimit?: Value<number | ''> | undefined;

  /**
   * Targets, above which none is scraped; "" means no limit.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly targetLimit?: Value<number | ''> | undefined;

  /**
   * Labels per sample; "" means no limit.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly labelLimit?: Value<number | ''> | undefined;

  /**
   * Characters of a label name; "" means no limit.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly labelNameLengthLimit?: Value<number | ''> | undefined;

  /**
   * Characters of a label value; "" means no limit.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly labelValueLengthLimit?: Value<number | ''> | undefined;

  /**
   * TLS of the scrape.
   *
   * @default {}
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeTLSConfig
   */
  readonly tlsConfig?: Value<operator.SafeTlsConfig> | undefined;

  /**
   * Authorization header of the scrape, from a Secret.
   *
   * @default {}
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.SafeAuthorization
   */
  readonly authorization?: Value<operator.SafeAuthorization> | undefined;

  /**
   * Scrape class of the Prometheus object.
   *
   * @default ""
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor
   */
  readonly scrapeClass?: Value<string> | undefined;
}

/** What to scrape where coderd.enabled is false; otherwise the pods of this chart are. */
export interface CoderValuesMetricsMonitorTargetProps {
  /**
   * Labels of the pods, or, for a ServiceMonitor, of a Service with the port. If empty, app.kubernetes.io/component: coderd.
   *
   * @default {}
   */
  readonly matchLabels?: Value<MapOf<string | null>> | undefined;

  /**
   * Name of the metrics port; "" means prom-coderd.
   *
   * @default ""
   */
  readonly port?: Value<string> | undefined;
}

/** Namespaces to look in; by default the object's own. */
export interface CoderValuesMetricsMonitorNamespaceSelectorProps {
  /**
   * Select all namespaces.
   *
   * @default false
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.NamespaceSelector
   */
  readonly any?: Value<boolean> | undefined;

  /**
   * Select these namespaces; that of the release too, if coderd.enabled.
   *
   * @default []
   */
  readonly matchNames?: Value<ListOf<string>> | undefined;
}

/** Recording rules and alerts, in one PrometheusRule. */
export interface CoderValuesMetricsRulesProps {
  /**
   * Create the PrometheusRule, for the Prometheus Operator.
   *
   * @default true
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusRule
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Labels for the object. kube-prometheus-stack selects "release: <its release name>" by default.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the object.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Label "job" that the rules read; "" means that of this chart's monitor. Required where the chart cannot know it.
   *
   * @default ""
   */
  readonly job?: Value<string> | undefined;

  /**
   * Labels for every alert. Prometheus fills in "{{ $labels.namespace }}".
   *
   * @default {}
   */
  readonly alertLabels?: Value<MapOf<string | null>> | undefined;

  /**
   * URL where the runbooks are published: alerts link to <URL>/<alert>.md.
   *
   * @default ""
   */
  readonly runbookUrl?: Value<string> | undefined;

  /**
   * Rules of your own, in a PrometheusRule of their own.
   *
   * @default []
   * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RuleGroup
   */
  readonly extraGroups?: Value<ListOf<operator.RuleGroup>> | undefined;
}

/** Service level objectives; burn-rate alerts track them over 30 days. */
export interface CoderValuesMetricsSloProps {
  /**
   * Target ratio of API requests that do not fail with a 5xx status.
   *
   * @default 0.999
   */
  readonly availability?: Value<number> | undefined;

  /**
   * Target ratio of API requests answered within latencyMilliseconds.
   *
   * @default 0.99
   */
  readonly latency?: Value<number> | undefined;

  /**
   * Target response time in milliseconds: a bucket bound that every preset keeps.
   *
   * @default 500
   */
  readonly latencyMilliseconds?: Value<10 | 25 | 100 | 500 | 1000 | 10000 | 30000> | undefined;
}

/** Alerts, by name without the prefix "Coderd". */
export interface CoderValuesMetricsAlertsProps {
  /** CoderdDown. */
  readonly down?: CoderValuesMetricsAlertsDownProps | undefined;

  /** CoderdScrapeDown. */
  readonly scrapeDown?: CoderValuesMetricsAlertsScrapeDownProps | undefined;

  /** CoderdTargetsAbsent. */
  readonly targetsAbsent?: CoderValuesMetricsAlertsTargetsAbsentProps | undefined;

  /** CoderdReplicasBelowDesired. */
  readonly replicasBelowDesired?: CoderValuesMetricsAlertsReplicasBelowDesiredProps | undefined;

  /** CoderdMetricsIncomplete. */
  readonly metricsIncomplete?: CoderValuesMetricsAlertsMetricsIncompleteProps | undefined;

  /** CoderdScrapeErrors. */
  readonly scrapeErrors?: CoderValuesMetricsAlertsScrapeErrorsProps | undefined;

  /** CoderdScrapeSlow. */
  readonly scrapeSlow?: CoderValuesMetricsAlertsScrapeSlowProps | undefined;

  /** CoderdCrashLooping. */
  readonly crashLooping?: CoderValuesMetricsAlertsCrashLoopingProps | undefined;

  /** CoderdPodCrashLooping. */
  readonly podCrashLooping?: CoderValuesMetricsAlertsPodCrashLoopingProps | undefined;

  /** CoderdApiErrorBudgetBurn. */
  readonly apiErrorBudgetBurn?: CoderValuesMetricsAlertsApiErrorBudgetBurnProps | undefined;

  /** CoderdApiLatencyBudgetBurn. */
  readonly apiLatencyBudgetBurn?: CoderValuesMetricsAlertsApiLatencyBudgetBurnProps | undefined;

  /** CoderdRequestsStuck. */
  readonly requestsStuck?: CoderValuesMetricsAlertsRequestsStuckProps | undefined;

  /** CoderdRequestsRefused. */
  readonly requestsRefused?: CoderValuesMetricsAlertsRequestsRefusedProps | undefined;

  /** CoderdTrafficGone. */
  readonly trafficGone?: CoderValuesMetricsAlertsTrafficGoneProps | undefined;

  /** CoderdLicenseExpiresSoon. */
  readonly licenseExpiresSoon?: CoderValuesMetricsAlertsLicenseExpiresSoonProps | undefined;

  /** CoderdLicenseExpiresNow. */
  readonly licenseExpiresNow?: CoderValuesMetricsAlertsLicenseExpiresNowProps | undefined;

  /** CoderdLicenseExpired. */
  readonly licenseExpired?: CoderValuesMetricsAlertsLicenseExpiredProps | undefined;

  /** CoderdLicenseViewsDiffer. */
  readonly licenseViewsDiffer?: CoderValuesMetricsAlertsLicenseViewsDifferProps | undefined;

  /** CoderdLicenseUnknown. */
  readonly licenseUnknown?: CoderValuesMetricsAlertsLicenseUnknownProps | undefined;

  /** CoderdLicenseSeatsAlmostUsed. */
  readonly licenseSeatsAlmostUsed?: CoderValuesMetricsAlertsLicenseSeatsAlmostUsedProps | undefined;

  /** CoderdLicenseSeatsExhausted. */
  readonly licenseSeatsExhausted?: CoderValuesMetricsAlertsLicenseSeatsExhaustedProps | undefined;

  /** CoderdJobsNotStarting. */
  readonly jobsNotStarting?: CoderValuesMetricsAlertsJobsNotStartingProps | undefined;

  /** CoderdJobQueueGrowing. */
  readonly jobQueueGrowing?: CoderValuesMetricsAlertsJobQueueGrowingProps | undefined;

  /** CoderdJobsNotCompleting. */
  readonly jobsNotCompleting?: CoderValuesMetricsAlertsJobsNotCompletingProps | undefined;

  /** CoderdJobEnqueueSlow. */
  readonly jobEnqueueSlow?: CoderValuesMetricsAlertsJobEnqueueSlowProps | undefined;

  /** CoderdWorkspaceBuildSlow. */
  readonly workspaceBuildSlow?: CoderValuesMetricsAlertsWorkspaceBuildSlowProps | undefined;

  /** CoderdDatabaseSlow. */
  readonly databaseSlow?: CoderValuesMetricsAlertsDatabaseSlowProps | undefined;

  /** CoderdDatabaseStalled. */
  readonly databaseStalled?: CoderValuesMetricsAlertsDatabaseStalledProps | undefined;

  /** CoderdAgentListenersDropped. */
  readonly agentListenersDropped?: CoderValuesMetricsAlertsAgentListenersDroppedProps | undefined;

  /** CoderdTurnShareHigh. */
  readonly turnShareHigh?: CoderValuesMetricsAlertsTurnShareHighProps | undefined;

  /** CoderdTurnChurn. */
  readonly turnChurn?: CoderValuesMetricsAlertsTurnChurnProps | undefined;

  /** CoderdGoroutineLeak. */
  readonly goroutineLeak?: CoderValuesMetricsAlertsGoroutineLeakProps | undefined;

  /** CoderdGcPressure. */
  readonly gcPressure?: CoderValuesMetricsAlertsGcPressureProps | undefined;

  /** CoderdSchedulerLatencyHigh. */
  readonly schedulerLatencyHigh?: CoderValuesMetricsAlertsSchedulerLatencyHighProps | undefined;

  /** CoderdFdExhaustion. */
  readonly fdExhaustion?: CoderValuesMetricsAlertsFdExhaustionProps | undefined;

  /** CoderdMemoryNearLimit. */
  readonly memoryNearLimit?: CoderValuesMetricsAlertsMemoryNearLimitProps | undefined;
}

/** CoderdDown. */
export interface CoderValuesMetricsAlertsDownProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdScrapeDown. */
export interface CoderValuesMetricsAlertsScrapeDownProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "10m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdTargetsAbsent. */
export interface CoderValuesMetricsAlertsTargetsAbsentProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdReplicasBelowDesired. */
export interface CoderValuesMetricsAlertsReplicasBelowDesiredProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdMetricsIncomplete. */
export interface CoderValuesMetricsAlertsMetricsIncompleteProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdScrapeErrors. */
export interface CoderValuesMetricsAlertsScrapeErrorsProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum number of scrapes that fail in coderd within 15 minutes.
   *
   * @default 2
   */
  readonly errors?: Value<number> | undefined;
}

/** CoderdScrapeSlow. */
export interface CoderValuesMetricsAlertsScrapeSlowProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum duration of a scrape in seconds. The scrape timeout of Prometheus is 10 by default.
   *
   * @default 8
   */
  readonly seconds?: Value<number> | undefined;
}

/** CoderdCrashLooping. */
export interface CoderValuesMetricsAlertsCrashLoopingProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "0m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Restarts of a pod within 2 hours.
   *
   * @default 3
   */
  readonly restarts?: Value<number> | undefined;
}

/** CoderdPodCrashLooping. */
export interface CoderValuesMetricsAlertsPodCrashLoopingProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "0m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Restarts of a pod within 2 hours.
   *
   * @default 3
   */
  readonly restarts?: Value<number> | undefined;
}

/** CoderdApiErrorBudgetBurn. */
export interface CoderValuesMetricsAlertsApiErrorBudgetBurnProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Failed or slow requests in the longer window that call nobody.
   *
   * @default 10
   */
  readonly badRequests?: Value<number> | undefined;
}

/** CoderdApiLatencyBudgetBurn. */
export interface CoderValuesMetricsAlertsApiLatencyBudgetBurnProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Failed or slow requests in the longer window that call nobody.
   *
   * @default 10
   */
  readonly badRequests?: Value<number> | undefined;
}

/** CoderdRequestsStuck. */
export interface CoderValuesMetricsAlertsRequestsStuckProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum mean duration of a request, in seconds.
   *
   * @default 60
   */
  readonly seconds?: Value<number> | undefined;

  /**
   * Minimum number of open requests.
   *
   * @default 10
   */
  readonly requests?: Value<number> | undefined;
}

/** CoderdRequestsRefused. */
export interface CoderValuesMetricsAlertsRequestsRefusedProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "10m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of the successful requests of an hour before that are refused.
   *
   * @default 0.5
   */
  readonly ratio?: Value<number> | undefined;

  /**
   * Minimum number of refused requests in 10 minutes.
   *
   * @default 50
   */
  readonly requests?: Value<number> | undefined;
}

/** CoderdTrafficGone. */
export interface CoderValuesMetricsAlertsTrafficGoneProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "10m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of the websockets that are lost within 15 minutes.
   *
   * @default 0.8
   */
  readonly ratio?: Value<number> | undefined;

  /**
   * Minimum number of websockets.
   *
   * @default 20
   */
  readonly websockets?: Value<number> | undefined;
}

/** CoderdLicenseExpiresSoon. */
export interface CoderValuesMetricsAlertsLicenseExpiresSoonProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "1h"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Days before the license expires.
   *
   * @default 30
   */
  readonly days?: Value<number> | undefined;
}

/** CoderdLicenseExpiresNow. */
export interface CoderValuesMetricsAlertsLicenseExpiresNowProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Days before the license expires.
   *
   * @default 7
   */
  readonly days?: Value<number> | undefined;
}

/** CoderdLicenseExpired. */
export interface CoderValuesMetricsAlertsLicenseExpiredProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdLicenseViewsDiffer. */
export interface CoderValuesMetricsAlertsLicenseViewsDifferProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "30m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdLicenseUnknown. */
export interface CoderValuesMetricsAlertsLicenseUnknownProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "info"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "1h"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdLicenseSeatsAlmostUsed. */
export interface CoderValuesMetricsAlertsLicenseSeatsAlmostUsedProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "1h"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of used seats.
   *
   * @default 0.9
   */
  readonly ratio?: Value<number> | undefined;
}

/** CoderdLicenseSeatsExhausted. */
export interface CoderValuesMetricsAlertsLicenseSeatsExhaustedProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdJobsNotStarting. */
export interface CoderValuesMetricsAlertsJobsNotStartingProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "10m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;
}

/** CoderdJobQueueGrowing. */
export interface CoderValuesMetricsAlertsJobQueueGrowingProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "30m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of enqueued to started jobs.
   *
   * @default 1.2
   */
  readonly factor?: Value<number> | undefined;

  /**
   * Minimum number of queued jobs.
   *
   * @default 20
   */
  readonly queue?: Value<number> | undefined;
}

/** CoderdJobsNotCompleting. */
export interface CoderValuesMetricsAlertsJobsNotCompletingProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Minimum number of jobs started within an hour.
   *
   * @default 5
   */
  readonly started?: Value<number> | undefined;

  /**
   * Minimum ratio of completed to started jobs.
   *
   * @default 0.5
   */
  readonly ratio?: Value<number> | undefined;
}

/** CoderdJobEnqueueSlow. */
export interface CoderValuesMetricsAlertsJobEnqueueSlowProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum queue wait time of 95 % of the jobs, in seconds.
   *
   * @default 60
   */
  readonly seconds?: Value<number> | undefined;

  /**
   * Minimum number of jobs within 15 minutes.
   *
   * @default 5
   */
  readonly jobs?: Value<number> | undefined;
}

/** CoderdWorkspaceBuildSlow. */
export interface CoderValuesMetricsAlertsWorkspaceBuildSlowProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "30m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum duration of 90 % of the builds, in seconds.
   *
   * @default 900
   */
  readonly seconds?: Value<number> | undefined;

  /**
   * Minimum number of builds within 30 minutes.
   *
   * @default 3
   */
  readonly builds?: Value<number> | undefined;
}

/** CoderdDatabaseSlow. */
export interface CoderValuesMetricsAlertsDatabaseSlowProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum latency of 95 % of the queries, in milliseconds.
   *
   * @default 500
   */
  readonly milliseconds?: Value<number> | undefined;
}

/** CoderdDatabaseStalled. */
export interface CoderValuesMetricsAlertsDatabaseStalledProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Minimum number of API requests per second.
   *
   * @default 1
   */
  readonly requestsPerSecond?: Value<number> | undefined;
}

/** CoderdAgentListenersDropped. */
export interface CoderValuesMetricsAlertsAgentListenersDroppedProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "5m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of the agents that are lost within 15 minutes.
   *
   * @default 0.5
   */
  readonly ratio?: Value<number> | undefined;

  /**
   * Minimum number of agents.
   *
   * @default 10
   */
  readonly agents?: Value<number> | undefined;
}

/** CoderdTurnShareHigh. */
export interface CoderValuesMetricsAlertsTurnShareHighProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "info"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "1h"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum ratio of relayed connections.
   *
   * @default 0.8
   */
  readonly ratio?: Value<number> | undefined;

  /**
   * Minimum number of connections within an hour.
   *
   * @default 10
   */
  readonly connections?: Value<number> | undefined;
}

/** CoderdTurnChurn. */
export interface CoderValuesMetricsAlertsTurnChurnProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * New TURN connections within 15 minutes per open one.
   *
   * @default 10
   */
  readonly factor?: Value<number> | undefined;

  /**
   * Minimum number of new TURN connections within 15 minutes.
   *
   * @default 50
   */
  readonly connections?: Value<number> | undefined;
}

/** CoderdGoroutineLeak. */
export interface CoderValuesMetricsAlertsGoroutineLeakProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "3h"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Minimum number of goroutines.
   *
   * @default 5000
   */
  readonly goroutines?: Value<number> | undefined;

  /**
   * Maximum sustained growth, in goroutines per second.
   *
   * @default 0.1
   */
  readonly perSecond?: Value<number> | undefined;
}

/** CoderdGcPressure. */
export interface CoderValuesMetricsAlertsGcPressureProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum ratio of CPU time for garbage collection.
   *
   * @default 0.1
   */
  readonly ratio?: Value<number> | undefined;
}

/** CoderdSchedulerLatencyHigh. */
export interface CoderValuesMetricsAlertsSchedulerLatencyHighProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Maximum time that 99 % of the goroutines wait for a CPU, in seconds.
   *
   * @default 0.1
   */
  readonly seconds?: Value<number> | undefined;
}

/** CoderdFdExhaustion. */
export interface CoderValuesMetricsAlertsFdExhaustionProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "critical"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "10m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of used file descriptors.
   *
   * @default 0.8
   */
  readonly ratio?: Value<number> | undefined;
}

/** CoderdMemoryNearLimit. */
export interface CoderValuesMetricsAlertsMemoryNearLimitProps {
  /**
   * Enable the alert.
   *
   * @default true
   */
  readonly enabled?: Value<boolean> | undefined;

  /**
   * Label "severity": any word.
   *
   * @default "warning"
   */
  readonly severity?: Value<string> | undefined;

  /**
   * How long the condition must hold.
   *
   * @default "15m"
   */
  readonly for?: Value<string> | undefined;

  /**
   * More labels, for example to route the alert.
   *
   * @default {}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the alert; a summary, a description or a runbook_url replaces that of the chart.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Ratio of the memory limit in use.
   *
   * @default 0.9
   */
  readonly ratio?: Value<number> | undefined;
}

/** Dashboards of Grafana. */
export interface CoderValuesMetricsDashboardsProps {
  /**
   * How dashboards reach Grafana: "ConfigMap" for the sidecar of its chart, "GrafanaDashboard" for the Grafana Operator 5, "None" where another release has them.
   *
   * @default "ConfigMap"
   */
  readonly kind?: Value<'ConfigMap' | 'GrafanaDashboard' | 'None'> | undefined;

  /**
   * Labels for the objects; by default, what the sidecar of kube-prometheus-stack selects.
   *
   * @default {"grafana_dashboard":"1"}
   */
  readonly labels?: Value<MapOf<string | null>> | undefined;

  /**
   * Annotations for the objects.
   *
   * @default {}
   */
  readonly annotations?: Value<MapOf<string | null>> | undefined;

  /**
   * Folder in Grafana; "" means the default. A ConfigMap has it in the annotation grafana_folder, which the sidecar reads.
   *
   * @default ""
   */
  readonly folder?: Value<string> | undefined;

  /**
   * Labels of the Grafana instances that import a GrafanaDashboard.
   *
   * @default {"dashboards":"grafana"}
   * @see https://grafana.github.io/grafana-operator/docs/api/#grafanadashboardspec
   */
  readonly instanceSelector?: Value<MapOf<string | null>> | undefined;

  /**
   * Allow Grafana instances in other namespaces to import a GrafanaDashboard.
   *
   * @default false
   * @see https://grafana.github.io/grafana-operator/docs/api/#grafanadashboardspec
   */
  readonly allowCrossNamespaceImport?: Value<boolean> | undefined;

  /**
   * Dashboards of your own, in JSON by file name, each with its own title and uid; not for kind "GrafanaDashboard". With Helm: --set-file 'metrics.dashboards.extra.mine\.json=mine.json'.
   *
   * @default {}
   */
  readonly extra?: Value<MapOf<string | null>> | undefined;
}
