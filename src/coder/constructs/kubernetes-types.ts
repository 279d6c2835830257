// Generated from the API of Kubernetes 1.37.2 by `npm run generate:kubernetes`.
// Descriptions: The Kubernetes Authors, Apache-2.0.
import type { Json, ListOf, MapOf, Value } from '../../engine/expr';

/** Represents a Persistent Disk resource in AWS. */
export interface AWSElasticBlockStoreVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: Value<string> | undefined;

  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: Value<number> | undefined;

  /** readOnly value true will force the readOnly setting in VolumeMounts. */
  readonly readOnly?: Value<boolean> | undefined;

  /** volumeID is unique ID of the persistent disk resource in AWS (Amazon EBS volume). */
  readonly volumeID: Value<string>;
}

/** Affinity is a group of affinity scheduling rules. */
export interface Affinity {
  /** Describes node affinity scheduling rules for the pod. */
  readonly nodeAffinity?: Value<NodeAffinity> | undefined;

  /** Describes pod affinity scheduling rules (e.g. co-locate this pod in the same node, zone, etc. as some other pod(s)). */
  readonly podAffinity?: Value<PodAffinity> | undefined;

  /** Describes pod anti-affinity scheduling rules (e.g. avoid putting this pod in the same node, zone, etc. as some other pod(s)). */
  readonly podAntiAffinity?: Value<PodAntiAffinity> | undefined;
}

/** AppArmorProfile defines a pod or container's AppArmor settings. */
export interface AppArmorProfile {
  /** localhostProfile indicates a profile loaded on the node that should be used. */
  readonly localhostProfile?: Value<string> | undefined;

  /** type indicates which kind of AppArmor profile will be applied. */
  readonly type: Value<'Localhost' | 'RuntimeDefault' | 'Unconfined'>;
}

/** AzureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
export interface AzureDiskVolumeSource {
  /** cachingMode is the Host Caching mode: None, Read Only, Read Write. */
  readonly cachingMode?: Value<'None' | 'ReadOnly' | 'ReadWrite'> | undefined;

  /** diskName is the Name of the data disk in the blob storage. */
  readonly diskName: Value<string>;

  /** diskURI is the URI of data disk in the blob storage. */
  readonly diskURI: Value<string>;

  /** fsType is Filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** kind expected values are Shared: multiple blob disks per storage account Dedicated: single blob disk per storage account Managed: azure managed data disk (only in managed availability set). */
  readonly kind?: Value<'Dedicated' | 'Managed' | 'Shared'> | undefined;

  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;
}

/** AzureFile represents an Azure File Service mount on the host and bind mount to the pod. */
export interface AzureFileVolumeSource {
  /** readOnly defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretName is the name of secret that contains Azure Storage Account Name and Key. */
  readonly secretName: Value<string>;

  /** shareName is the azure share Name. */
  readonly shareName: Value<string>;
}

/** Represents a source location of a volume to mount, managed by an external CSI driver. */
export interface CSIVolumeSource {
  /** driver is the name of the CSI driver that handles this volume. */
  readonly driver: Value<string>;

  /** fsType to mount. */
  readonly fsType?: Value<string> | undefined;

  /** nodePublishSecretRef is a reference to the secret object containing sensitive information to pass to the CSI driver to complete the CSI NodePublishVolume and NodeUnpublishVolume calls. */
  readonly nodePublishSecretRef?: Value<LocalObjectReference> | undefined;

  /** readOnly specifies a read-only configuration for the volume. */
  readonly readOnly?: Value<boolean> | undefined;

  /** volumeAttributes stores driver-specific properties that are passed to the CSI driver. */
  readonly volumeAttributes?: Value<MapOf<string>> | undefined;
}

/** Adds and removes POSIX capabilities from running containers. */
export interface Capabilities {
  /** Added capabilities. */
  readonly add?: Value<ListOf<string>> | undefined;

  /** Removed capabilities. */
  readonly drop?: Value<ListOf<string>> | undefined;
}

/** Represents a Ceph Filesystem mount that lasts the lifetime of a pod Cephfs volumes do not support ownership management or SELinux relabeling. */
export interface CephFSVolumeSource {
  /** monitors is Required: Monitors is a collection of Ceph monitors. */
  readonly monitors: Value<ListOf<string>>;

  /** path is Optional: Used as the mounted root, rather than the full Ceph tree, default is /. */
  readonly path?: Value<string> | undefined;

  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretFile is Optional: SecretFile is the path to key ring for User, default is /etc/ceph/user.secret. */
  readonly secretFile?: Value<string> | undefined;

  /** secretRef is Optional: SecretRef is reference to the authentication secret for User, default is empty. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;

  /** user is optional: User is the rados user name, default is admin. */
  readonly user?: Value<string> | undefined;
}

/** Represents a cinder volume resource in Openstack. */
export interface CinderVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** readOnly defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef is optional: points to a secret object containing parameters used to connect to OpenStack. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;

  /** volumeID used to identify the volume in cinder. */
  readonly volumeID: Value<string>;
}

/** ClientIPConfig represents the configurations of Client IP based session affinity. */
export interface ClientIPConfig {
  /** timeoutSeconds specifies the seconds of ClientIP type session sticky time. */
  readonly timeoutSeconds?: Value<number> | undefined;
}

/** ClusterTrustBundleProjection describes how to select a set of ClusterTrustBundle objects and project their contents into the pod filesystem. */
export interface ClusterTrustBundleProjection {
  /** Select all ClusterTrustBundles that match this label selector. */
  readonly labelSelector?: Value<LabelSelector> | undefined;

  /** Select a single ClusterTrustBundle by object name. */
  readonly name?: Value<string> | undefined;

  /** If true, don't block pod startup if the referenced ClusterTrustBundle(s) aren't available. */
  readonly optional?: Value<boolean> | undefined;

  /** Relative path from the volume root to write the bundle. */
  readonly path: Value<string>;

  /** Select all ClusterTrustBundles that match this signer name. */
  readonly signerName?: Value<string> | undefined;

  /** user is Optional: The owner UID of the created file. */
  readonly user?: Value<number> | undefined;
}

/** ConfigMapEnvSource selects a ConfigMap to populate the environment variables with. */
export interface ConfigMapEnvSource {
  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** Specify whether the ConfigMap must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** Selects a key from a ConfigMap. */
export interface ConfigMapKeySelector {
  /** The key to select from the ConfigMap's Data field. */
  readonly key: Value<string>;

  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** Specify whether the ConfigMap or its key must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** Adapts a ConfigMap into a projected volume. */
export interface ConfigMapProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose name is the key and content is the value. */
  readonly items?: Value<ListOf<KeyToPath>> | undefined;

  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** optional specify whether the ConfigMap or its keys must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** Adapts a ConfigMap into a volume. */
export interface ConfigMapVolumeSource {
  /** defaultMode is optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: Value<number> | undefined;

  /** defaultUser is Optional: The owner UID of the created files by default. */
  readonly defaultUser?: Value<number> | undefined;

  /** items if unspecified, each key-value pair in the Data field of the referenced ConfigMap will be projected into the volume as a file whose name is the key and content is the value. */
  readonly items?: Value<ListOf<KeyToPath>> | undefined;

  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** optional specify whether the ConfigMap or its keys must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** A single application container that you want to run within a pod. */
export interface Container {
  /** Arguments to the entrypoint. */
  readonly args?: Value<ListOf<string>> | undefined;

  /** Entrypoint array. */
  readonly command?: Value<ListOf<string>> | undefined;

  /** List of environment variables to set in the container. */
  readonly env?: Value<ListOf<EnvVar>> | undefined;

  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: Value<ListOf<EnvFromSource>> | undefined;

  /** Container image name. */
  readonly image?: Value<string> | undefined;

  /** Image pull policy. */
  readonly imagePullPolicy?: Value<'Always' | 'IfNotPresent' | 'Never'> | undefined;

  /** Actions that the management system should take in response to container lifecycle events. */
  readonly lifecycle?: Value<Lifecycle> | undefined;

  /** Periodic probe of container liveness. */
  readonly livenessProbe?: Value<Probe> | undefined;

  /** Name of the container specified as a DNS_LABEL. */
  readonly name: Value<string>;

  /** List of ports to expose from the container. */
  readonly ports?: Value<ListOf<ContainerPort>> | undefined;

  /** Periodic probe of container service readiness. */
  readonly readinessProbe?: Value<Probe> | undefined;

  /** Resources resize policy for the container. */
  readonly resizePolicy?: Value<ListOf<ContainerResizePolicy>> | undefined;

  /** Compute Resources required by this container. */
  readonly resources?: Value<ResourceRequirements> | undefined;

  /** RestartPolicy defines the restart behavior of individual containers in a pod. */
  readonly restartPolicy?: Value<string> | undefined;

  /** Represents a list of rules to be checked to determine if the container should be restarted on exit. */
  readonly restartPolicyRules?: Value<ListOf<ContainerRestartRule>> | undefined;

  /** SecurityContext defines the security options the container should be run with. */
  readonly securityContext?: Value<SecurityContext> | undefined;

  /** StartupProbe indicates that the Pod has successfully initialized. */
  readonly startupProbe?: Value<Probe> | undefined;

  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: Value<boolean> | undefined;

  /** Whether the container runtime should close the stdin channel after it has been opened by a single attach. */
  readonly stdinOnce?: Value<boolean> | undefined;

  /** Optional: Path at which the file to which the container's termination message will be written is mounted into the container's filesystem. */
  readonly terminationMessagePath?: Value<string> | undefined;

  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: Value<'FallbackToLogsOnError' | 'File'> | undefined;

  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: Value<boolean> | undefined;

  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: Value<ListOf<VolumeDevice>> | undefined;

  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: Value<ListOf<VolumeMount>> | undefined;

  /** Container's working directory. */
  readonly workingDir?: Value<string> | undefined;
}

/** ContainerPort represents a network port in a single container. */
export interface ContainerPort {
  /** Number of port to expose on the pod's IP address. */
  readonly containerPort: Value<number>;

  /** What host IP to bind the external port to. */
  readonly hostIP?: Value<string> | undefined;

  /** Number of port to expose on the host. */
  readonly hostPort?: Value<number> | undefined;

  /** If specified, this must be an IANA_SVC_NAME and unique within the pod. */
  readonly name?: Value<string> | undefined;

  /** Protocol for port. */
  readonly protocol?: Value<'SCTP' | 'TCP' | 'UDP'> | undefined;
}

/** ContainerResizePolicy represents resource resize policy for the container. */
export interface ContainerResizePolicy {
  /** Name of the resource to which this resource resize policy applies. */
  readonly resourceName: Value<string>;

  /** Restart policy to apply when specified resource is resized. */
  readonly restartPolicy: Value<string>;
}

/** ContainerResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, describing each pod in the current scale target (e.g. CPU or memory). */
export interface ContainerResourceMetricSource {
  /** container is the name of the container in the pods of the scaling target. */
  readonly container: Value<string>;

  /** name is the name of the resource in question. */
  readonly name: Value<string>;

  /** target specifies the target value for the given metric. */
  readonly target: Value<MetricTarget>;
}

/** ContainerRestartRule describes how a container exit is handled. */
export interface ContainerRestartRule {
  /** Specifies the action taken on a container exit if the requirements are satisfied. */
  readonly action: Value<string>;

  /** Represents the exit codes to check on container exits. */
  readonly exitCodes?: Value<ContainerRestartRuleOnExitCodes> | undefined;
}

/** ContainerRestartRuleOnExitCodes describes the condition for handling an exited container based on its exit codes. */
export interface ContainerRestartRuleOnExitCodes {
  /** Represents the relationship between the container exit code(s) and the specified values. */
  readonly operator: Value<string>;

  /** Specifies the set of values to check for container exit codes. */
  readonly values?: Value<ListOf<number>> | undefined;
}

/** CrossVersionObjectReference contains enough information to let you identify the referred resource. */
export interface CrossVersionObjectReference {
  /** apiVersion is the API version of the referent. */
  readonly apiVersion?: Value<string> | undefined;

  /** kind is the kind of the referent;. */
  readonly kind: Value<string>;

  /** name is the name of the referent;. */
  readonly name: Value<string>;
}

/** DeploymentSpec is the specification of the desired behavior of the Deployment. */
export interface DeploymentSpec {
  /** Minimum number of seconds for which a newly created pod should be ready without any of its container crashing, for it to be considered available. */
  readonly minReadySeconds?: Value<number> | undefined;

  /** Indicates that the deployment is paused. */
  readonly paused?: Value<boolean> | undefined;

  /** The maximum time in seconds for a deployment to make progress before it is considered to be failed. */
  readonly progressDeadlineSeconds?: Value<number> | undefined;

  /** Number of desired pods. */
  readonly replicas?: Value<number> | undefined;

  /** The number of old ReplicaSets to retain to allow rollback. */
  readonly revisionHistoryLimit?: Value<number> | undefined;

  /** Label selector for pods. */
  readonly selector: Value<LabelSelector>;

  /** The deployment strategy to use to replace existing pods with new ones. */
  readonly strategy?: Value<DeploymentStrategy> | undefined;

  /** Template describes the pods that will be created. */
  readonly template: Value<PodTemplateSpec>;
}

/** DeploymentStrategy describes how to replace existing pods with new ones. */
export interface DeploymentStrategy {
  /** Rolling update config params. */
  readonly rollingUpdate?: Value<RollingUpdateDeployment> | undefined;

  /** Type of deployment. */
  readonly type?: Value<'Recreate' | 'RollingUpdate'> | undefined;
}

/** Represents downward API info for projecting into a projected volume. */
export interface DownwardAPIProjection {
  /** Items is a list of DownwardAPIVolume file. */
  readonly items?: Value<ListOf<DownwardAPIVolumeFile>> | undefined;
}

/** DownwardAPIVolumeFile represents information to create the file containing the pod field. */
export interface DownwardAPIVolumeFile {
  /** Required: Selects a field of the pod: only annotations, labels, name, namespace and uid are supported. */
  readonly fieldRef?: Value<ObjectFieldSelector> | undefined;

  /** Optional: mode bits used to set permissions on this file, must be an octal value between 0000 and 0777 or a decimal value between 0 and 511. */
  readonly mode?: Value<number> | undefined;

  /** Required: Path is the relative path name of the file to be created. */
  readonly path: Value<string>;

  /** Selects a resource of the container: only resources limits and requests (limits.cpu, limits.memory, requests.cpu and requests.memory) are currently supported. */
  readonly resourceFieldRef?: Value<ResourceFieldSelector> | undefined;

  /** user is Optional: The owner UID of the created file. */
  readonly user?: Value<number> | undefined;
}

/** DownwardAPIVolumeSource represents a volume containing downward API info. */
export interface DownwardAPIVolumeSource {
  /** Optional: mode bits to use on created files by default. */
  readonly defaultMode?: Value<number> | undefined;

  /** defaultUser is Optional: The owner UID of the created files by default. */
  readonly defaultUser?: Value<number> | undefined;

  /** Items is a list of downward API volume file. */
  readonly items?: Value<ListOf<DownwardAPIVolumeFile>> | undefined;
}

/** Represents an empty directory for a pod. */
export interface EmptyDirVolumeSource {
  /** medium represents what type of storage medium should back this directory. */
  readonly medium?: Value<string> | undefined;

  /** mode specifies the permission bits for the emptyDir directory, in numeric notation (e.g., 0755, 01777). */
  readonly mode?: Value<number> | undefined;

  /** sizeLimit is the total amount of local storage required for this EmptyDir volume. */
  readonly sizeLimit?: Value<number | string> | undefined;
}

/** EnvFromSource represents the source of a set of ConfigMaps or Secrets. */
export interface EnvFromSource {
  /** The ConfigMap to select from. */
  readonly configMapRef?: Value<ConfigMapEnvSource> | undefined;

  /** Optional text to prepend to the name of each environment variable. */
  readonly prefix?: Value<string> | undefined;

  /** The Secret to select from. */
  readonly secretRef?: Value<SecretEnvSource> | undefined;
}

/** EnvVar represents an environment variable present in a Container. */
export interface EnvVar {
  /** Name of the environment variable. */
  readonly name: Value<string>;

  /** Variable references $(VAR_NAME) are expanded using the previously defined environment variables in the container and any service environment variables. */
  readonly value?: Value<string> | undefined;

  /** Source for the environment variable's value. */
  readonly valueFrom?: Value<EnvVarSource> | undefined;
}

/** EnvVarSource represents a source for the value of an EnvVar. */
export interface EnvVarSource {
  /** Selects a key of a ConfigMap. */
  readonly configMapKeyRef?: Value<ConfigMapKeySelector> | undefined;

  /** Selects a field of the pod: supports metadata.name, metadata.namespace, `metadata.labels['<KEY>']`, `metadata.annotations['<KEY>']`, spec.nodeName, spec.serviceAccountName, status.hostIP, status.podIP, status.podIPs. */
  readonly fieldRef?: Value<ObjectFieldSelector> | undefined;

  /** FileKeyRef selects a key of the env file. */
  readonly fileKeyRef?: Value<FileKeySelector> | undefined;

  /** Selects a resource of the container: only resources limits and requests (limits.cpu, limits.memory, limits.ephemeral-storage, requests.cpu, requests.memory and requests.ephemeral-storage) are currently supported. */
  readonly resourceFieldRef?: Value<ResourceFieldSelector> | undefined;

  /** Selects a key of a secret in the pod's namespace. */
  readonly secretKeyRef?: Value<SecretKeySelector> | undefined;
}

/** An EphemeralContainer is a temporary container that you may add to an existing Pod for user-initiated activities such as debugging. */
export interface EphemeralContainer {
  /** Arguments to the entrypoint. */
  readonly args?: Value<ListOf<string>> | undefined;

  /** Entrypoint array. */
  readonly command?: Value<ListOf<string>> | undefined;

  /** List of environment variables to set in the container. */
  readonly env?: Value<ListOf<EnvVar>> | undefined;

  /** List of sources to populate environment variables in the container. */
  readonly envFrom?: Value<ListOf<EnvFromSource>> | undefined;

  /** Container image name. */
  readonly image?: Value<string> | undefined;

  /** Image pull policy. */
  readonly imagePullPolicy?: Value<'Always' | 'IfNotPresent' | 'Never'> | undefined;

  /** Lifecycle is not allowed for ephemeral containers. */
  readonly lifecycle?: Value<Lifecycle> | undefined;

  /** Probes are not allowed for ephemeral containers. */
  readonly livenessProbe?: Value<Probe> | undefined;

  /** Name of the ephemeral container specified as a DNS_LABEL. */
  readonly name: Value<string>;

  /** Ports are not allowed for ephemeral containers. */
  readonly ports?: Value<ListOf<ContainerPort>> | undefined;

  /** Probes are not allowed for ephemeral containers. */
  readonly readinessProbe?: Value<Probe> | undefined;

  /** Resources resize policy for the container. */
  readonly resizePolicy?: Value<ListOf<ContainerResizePolicy>> | undefined;

  /** Resources are not allowed for ephemeral containers. */
  readonly resources?: Value<ResourceRequirements> | undefined;

  /** Restart policy for the container to manage the restart behavior of each container within a pod. */
  readonly restartPolicy?: Value<string> | undefined;

  /** Represents a list of rules to be checked to determine if the container should be restarted on exit. */
  readonly restartPolicyRules?: Value<ListOf<ContainerRestartRule>> | undefined;

  /** Optional: SecurityContext defines the security options the ephemeral container should be run with. */
  readonly securityContext?: Value<SecurityContext> | undefined;

  /** Probes are not allowed for ephemeral containers. */
  readonly startupProbe?: Value<Probe> | undefined;

  /** Whether this container should allocate a buffer for stdin in the container runtime. */
  readonly stdin?: Value<boolean> | undefined;

  /** Whether the container runtime should close the stdin channel after it has been opened by a single attach. */
  readonly stdinOnce?: Value<boolean> | undefined;

  /** If set, the name of the container from PodSpec that this ephemeral container targets. */
  readonly targetContainerName?: Value<string> | undefined;

  /** Optional: Path at which the file to which the container's termination message will be written is mounted into the container's filesystem. */
  readonly terminationMessagePath?: Value<string> | undefined;

  /** Indicate how the termination message should be populated. */
  readonly terminationMessagePolicy?: Value<'FallbackToLogsOnError' | 'File'> | undefined;

  /** Whether this container should allocate a TTY for itself, also requires 'stdin' to be true. */
  readonly tty?: Value<boolean> | undefined;

  /** volumeDevices is the list of block devices to be used by the container. */
  readonly volumeDevices?: Value<ListOf<VolumeDevice>> | undefined;

  /** Pod volumes to mount into the container's filesystem. */
  readonly volumeMounts?: Value<ListOf<VolumeMount>> | undefined;

  /** Container's working directory. */
  readonly workingDir?: Value<string> | undefined;
}

/** Represents an ephemeral volume that is handled by a normal storage driver. */
export interface EphemeralVolumeSource {
  /** Will be used to create a stand-alone PVC to provision the volume. */
  readonly volumeClaimTemplate?: Value<PersistentVolumeClaimTemplate> | undefined;
}

/** EvictionResponder allows you to specify the responder reacting to an Eviction. */
export interface EvictionResponder {
  /** name allows you to identify the responder responding to the Eviction. */
  readonly name: Value<string>;

  /** priority for this responder. */
  readonly priority: Value<number>;
}

/** ExecAction describes a "run in container" action. */
export interface ExecAction {
  /** Command is the command line to execute inside the container, the working directory for the command is root ('/') in the container's filesystem. */
  readonly command?: Value<ListOf<string>> | undefined;
}

/** ExternalMetricSource indicates how to scale on a metric not associated with any Kubernetes object (for example length of queue in cloud messaging service, or QPS from loadbalancer running outside of cluster). */
export interface ExternalMetricSource {
  /** metric identifies the target metric by name and selector. */
  readonly metric: Value<MetricIdentifier>;

  /** target specifies the target value for the given metric. */
  readonly target: Value<MetricTarget>;
}

/** Represents a Fibre Channel volume. */
export interface FCVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** lun is Optional: FC target lun number. */
  readonly lun?: Value<number> | undefined;

  /** readOnly is Optional: Defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** targetWWNs is Optional: FC target worldwide names (WWNs). */
  readonly targetWWNs?: Value<ListOf<string>> | undefined;

  /** wwids Optional: FC volume world wide identifiers (wwids) Either wwids or combination of targetWWNs and lun must be set, but not both simultaneously. */
  readonly wwids?: Value<ListOf<string>> | undefined;
}

/** FileKeySelector selects a key of the env file. */
export interface FileKeySelector {
  /** The key within the env file. */
  readonly key: Value<string>;

  /** Specify whether the file or its key must be defined. */
  readonly optional?: Value<boolean> | undefined;

  /** The path within the volume from which to select the file. */
  readonly path: Value<string>;

  /** The name of the volume mount containing the env file. */
  readonly volumeName: Value<string>;
}

/** FlexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin. */
export interface FlexVolumeSource {
  /** driver is the name of the driver to use for this volume. */
  readonly driver: Value<string>;

  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** options is Optional: this field holds extra command options if any. */
  readonly options?: Value<MapOf<string>> | undefined;

  /** readOnly is Optional: defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef is Optional: secretRef is reference to the secret object containing sensitive information to pass to the plugin scripts. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;
}

/** Represents a Flocker volume mounted by the Flocker agent. */
export interface FlockerVolumeSource {
  /** datasetName is Name of the dataset stored as metadata -> name on the dataset for Flocker should be considered as deprecated. */
  readonly datasetName?: Value<string> | undefined;

  /** datasetUUID is the UUID of the dataset. */
  readonly datasetUUID?: Value<string> | undefined;
}

/** Represents a Persistent Disk resource in Google Compute Engine. */
export interface GCEPersistentDiskVolumeSource {
  /** fsType is filesystem type of the volume that you want to mount. */
  readonly fsType?: Value<string> | undefined;

  /** partition is the partition in the volume that you want to mount. */
  readonly partition?: Value<number> | undefined;

  /** pdName is unique name of the PD resource in GCE. */
  readonly pdName: Value<string>;

  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: Value<boolean> | undefined;
}

/** GRPCAction specifies an action involving a GRPC service. */
export interface GRPCAction {
  /** mode specifies the connection mode for the gRPC health probe. */
  readonly mode?: Value<'Plaintext' | 'TLS'> | undefined;

  /** Port number of the gRPC service. */
  readonly port: Value<number>;

  /** Service is the name of the service to place in the gRPC HealthCheckRequest (see https://github.com/grpc/grpc/blob/master/doc/health-checking.md). */
  readonly service?: Value<string> | undefined;
}

/** Represents a volume that is populated with the contents of a git repository. */
export interface GitRepoVolumeSource {
  /** directory is the target directory name. */
  readonly directory?: Value<string> | undefined;

  /** repository is the URL. */
  readonly repository: Value<string>;

  /** revision is the commit hash for the specified revision. */
  readonly revision?: Value<string> | undefined;
}

/** Represents a Glusterfs mount that lasts the lifetime of a pod. */
export interface GlusterfsVolumeSource {
  /** endpoints is the endpoint name that details Glusterfs topology. */
  readonly endpoints: Value<string>;

  /** path is the Glusterfs volume path. */
  readonly path: Value<string>;

  /** readOnly here will force the Glusterfs volume to be mounted with read-only permissions. */
  readonly readOnly?: Value<boolean> | undefined;
}

/** HPAScalingPolicy is a single policy which must hold true for a specified past interval. */
export interface HPAScalingPolicy {
  /** periodSeconds specifies the window of time for which the policy should hold true. */
  readonly periodSeconds: Value<number>;

  /** type is used to specify the scaling policy. */
  readonly type: Value<string>;

  /** value contains the amount of change which is permitted by the policy. */
  readonly value: Value<number>;
}

/** HPAScalingRules configures the scaling behavior for one direction via scaling Policy Rules and a configurable metric tolerance. */
export interface HPAScalingRules {
  /** policies is a list of potential scaling polices which can be used during scaling. */
  readonly policies?: Value<ListOf<HPAScalingPolicy>> | undefined;

  /** selectPolicy is used to specify which policy should be used. */
  readonly selectPolicy?: Value<string> | undefined;

  /** stabilizationWindowSeconds is the number of seconds for which past recommendations should be considered while scaling up or scaling down. */
  readonly stabilizationWindowSeconds?: Value<number> | undefined;

  /** tolerance is the tolerance on the ratio between the current and desired metric value under which no updates are made to the desired number of replicas (e.g. 0.01 for 1%). */
  readonly tolerance?: Value<number | string> | undefined;
}

/** HTTPGetAction describes an action based on HTTP Get requests. */
export interface HTTPGetAction {
  /** Host name to connect to, defaults to the pod IP. */
  readonly host?: Value<string> | undefined;

  /** Custom headers to set in the request. */
  readonly httpHeaders?: Value<ListOf<HTTPHeader>> | undefined;

  /** Path to access on the HTTP server. */
  readonly path?: Value<string> | undefined;

  /** Name or number of the port to access on the container. */
  readonly port: Value<number | string>;

  /** Protocol selects the wire protocol for the probe connection. */
  readonly protocol?: Value<'HTTP1' | 'HTTP2'> | undefined;

  /** Scheme to use for connecting to the host. */
  readonly scheme?: Value<'HTTP' | 'HTTPS'> | undefined;
}

/** HTTPHeader describes a custom header to be used in HTTP probes. */
export interface HTTPHeader {
  /** The header field name. */
  readonly name: Value<string>;

  /** The header field value. */
  readonly value: Value<string>;
}

/** HTTPIngressPath associates a path with a backend. */
export interface HTTPIngressPath {
  /** backend defines the referenced service endpoint to which the traffic will be forwarded to. */
  readonly backend: Value<IngressBackend>;

  /** path is matched against the path of an incoming request. */
  readonly path?: Value<string> | undefined;

  /** pathType determines the interpretation of the path matching. */
  readonly pathType: Value<'Exact' | 'ImplementationSpecific' | 'Prefix'>;
}

/** HTTPIngressRuleValue is a list of http selectors pointing to backends. */
export interface HTTPIngressRuleValue {
  /** paths is a collection of paths that map requests to backends. */
  readonly paths: Value<ListOf<HTTPIngressPath>>;
}

/** HorizontalPodAutoscalerBehavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields respectively). */
export interface HorizontalPodAutoscalerBehavior {
  /** scaleDown is scaling policy for scaling Down. */
  readonly scaleDown?: Value<HPAScalingRules> | undefined;

  /** scaleUp is scaling policy for scaling Up. */
  readonly scaleUp?: Value<HPAScalingRules> | undefined;
}

/** HorizontalPodAutoscalerSpec describes the desired functionality of the HorizontalPodAutoscaler. */
export interface HorizontalPodAutoscalerSpec {
  /** behavior configures the scaling behavior of the target in both Up and Down directions (scaleUp and scaleDown fields respectively). */
  readonly behavior?: Value<HorizontalPodAutoscalerBehavior> | undefined;

  /** maxReplicas is the upper limit for the number of replicas to which the autoscaler can scale up. */
  readonly maxReplicas: Value<number>;

  /** metrics contains the specifications for which to use to calculate the desired replica count (the maximum replica count across all metrics will be used). */
  readonly metrics?: Value<ListOf<MetricSpec>> | undefined;

  /** minReplicas is the lower limit for the number of replicas to which the autoscaler can scale down. */
  readonly minReplicas?: Value<number> | undefined;

  /** scaleTargetRef points to the target resource to scale, and is used to the pods for which metrics should be collected, as well as to actually change the replica count. */
  readonly scaleTargetRef: Value<CrossVersionObjectReference>;
}

/** HostAlias holds the mapping between IP and hostnames that will be injected as an entry in the pod's hosts file. */
export interface HostAlias {
  /** Hostnames for the above IP address. */
  readonly hostnames?: Value<ListOf<string>> | undefined;

  /** IP address of the host file entry. */
  readonly ip: Value<string>;
}

/** Represents a host path mapped into a pod. */
export interface HostPathVolumeSource {
  /** path of the directory on the host. */
  readonly path: Value<string>;

  /** type for HostPath Volume Defaults to "". */
  readonly type?:
    | Value<'' | 'BlockDevice' | 'CharDevice' | 'Directory' | 'DirectoryOrCreate' | 'File' | 'FileOrCreate' | 'Socket'>
    | undefined;
}

/** IPBlock describes a particular CIDR (Ex. */
export interface IPBlock {
  /** cidr is a string representing the IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64". */
  readonly cidr: Value<string>;

  /** except is a slice of CIDRs that should not be included within an IPBlock Valid examples are "192.168.1.0/24" or "2001:db8::/64" Except values will be rejected if they are outside the cidr range. */
  readonly except?: Value<ListOf<string>> | undefined;
}

/** Represents an ISCSI disk. */
export interface ISCSIVolumeSource {
  /** chapAuthDiscovery defines whether support iSCSI Discovery CHAP authentication. */
  readonly chapAuthDiscovery?: Value<boolean> | undefined;

  /** chapAuthSession defines whether support iSCSI Session CHAP authentication. */
  readonly chapAuthSession?: Value<boolean> | undefined;

  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: Value<string> | undefined;

  /** initiatorName is the custom iSCSI Initiator Name. */
  readonly initiatorName?: Value<string> | undefined;

  /** iqn is the target iSCSI Qualified Name. */
  readonly iqn: Value<string>;

  /** iscsiInterface is the interface Name that uses an iSCSI transport. */
  readonly iscsiInterface?: Value<string> | undefined;

  /** lun represents iSCSI Target Lun number. */
  readonly lun: Value<number>;

  /** portals is the iSCSI Target Portal List. */
  readonly portals?: Value<ListOf<string>> | undefined;

  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef is the CHAP Secret for iSCSI target and initiator authentication. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;

  /** targetPortal is iSCSI Target Portal. */
  readonly targetPortal: Value<string>;
}

/** ImageVolumeSource represents a image volume resource. */
export interface ImageVolumeSource {
  /** Policy for pulling OCI objects. */
  readonly pullPolicy?: Value<'Always' | 'IfNotPresent' | 'Never'> | undefined;

  /** Required: Image or artifact reference to be used. */
  readonly reference?: Value<string> | undefined;
}

/** IngressBackend describes all endpoints for a given service and port. */
export interface IngressBackend {
  /** resource is an ObjectRef to another Kubernetes resource in the namespace of the Ingress object. */
  readonly resource?: Value<TypedLocalObjectReference> | undefined;

  /** service references a service as a backend. */
  readonly service?: Value<IngressServiceBackend> | undefined;
}

/** IngressRule represents the rules mapping the paths under a specified host to the related backend services. */
export interface IngressRule {
  /** host is the fully qualified domain name of a network host, as defined by RFC 3986. */
  readonly host?: Value<string> | undefined;

  /** http is a HTTP IngressRuleValue, which contains a list of http selectors. */
  readonly http?: Value<HTTPIngressRuleValue> | undefined;
}

/** IngressServiceBackend references a Kubernetes Service as a Backend. */
export interface IngressServiceBackend {
  /** name is the referenced service. */
  readonly name: Value<string>;

  /** port of the referenced service. */
  readonly port?: Value<ServiceBackendPort> | undefined;
}

/** IngressSpec describes the Ingress the user wishes to exist. */
export interface IngressSpec {
  /** defaultBackend is the backend that should handle requests that don't match any rule. */
  readonly defaultBackend?: Value<IngressBackend> | undefined;

  /** ingressClassName is the name of an IngressClass cluster resource. */
  readonly ingressClassName?: Value<string> | undefined;

  /** rules is a list of host rules used to configure the Ingress. */
  readonly rules?: Value<ListOf<IngressRule>> | undefined;

  /** tls represents the TLS configuration. */
  readonly tls?: Value<ListOf<IngressTLS>> | undefined;
}

/** IngressTLS describes the transport layer security associated with an ingress. */
export interface IngressTLS {
  /** hosts is a list of hosts included in the TLS certificate. */
  readonly hosts?: Value<ListOf<string>> | undefined;

  /** secretName is the name of the secret used to terminate TLS traffic on port 443. */
  readonly secretName?: Value<string> | undefined;
}

/** Maps a string key to a path within a volume. */
export interface KeyToPath {
  /** key is the key to project. */
  readonly key: Value<string>;

  /** mode is Optional: mode bits used to set permissions on this file. */
  readonly mode?: Value<number> | undefined;

  /** path is the relative path of the file to map the key to. */
  readonly path: Value<string>;

  /** user is Optional: The owner UID of the created file. */
  readonly user?: Value<number> | undefined;
}

/** A label selector is a label query over a set of resources. */
export interface LabelSelector {
  /** matchExpressions is a list of label selector requirements. */
  readonly matchExpressions?: Value<ListOf<LabelSelectorRequirement>> | undefined;

  /** matchLabels is a map of {key,value} pairs. */
  readonly matchLabels?: Value<MapOf<string>> | undefined;
}

/** A label selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface LabelSelectorRequirement {
  /** key is the label key that the selector applies to. */
  readonly key: Value<string>;

  /** operator represents a key's relationship to a set of values. */
  readonly operator: Value<string>;

  /** values is an array of string values. */
  readonly values?: Value<ListOf<string>> | undefined;
}

/** Lifecycle describes actions that the management system should take in response to container lifecycle events. */
export interface Lifecycle {
  /** PostStart is called immediately after a container is created. */
  readonly postStart?: Value<LifecycleHandler> | undefined;

  /** PreStop is called immediately before a container is terminated due to an API request or management event such as liveness/startup probe failure, preemption, resource contention, etc. The handler is not called if the container crashes or exits. */
  readonly preStop?: Value<LifecycleHandler> | undefined;

  /** StopSignal defines which signal will be sent to a container when it is being stopped. */
  readonly stopSignal?:
    | Value<
        | 'SIGABRT'
        | 'SIGALRM'
        | 'SIGBUS'
        | 'SIGCHLD'
        | 'SIGCLD'
        | 'SIGCONT'
        | 'SIGFPE'
        | 'SIGHUP'
        | 'SIGILL'
        | 'SIGINT'
        | 'SIGIO'
        | 'SIGIOT'
        | 'SIGKILL'
        | 'SIGPIPE'
        | 'SIGPOLL'
        | 'SIGPROF'
        | 'SIGPWR'
        | 'SIGQUIT'
        | 'SIGRTMAX'
        | 'SIGRTMAX-1'
        | 'SIGRTMAX-10'
        | 'SIGRTMAX-11'
        | 'SIGRTMAX-12'
        | 'SIGRTMAX-13'
        | 'SIGRTMAX-14'
        | 'SIGRTMAX-2'
        | 'SIGRTMAX-3'
        | 'SIGRTMAX-4'
        | 'SIGRTMAX-5'
        | 'SIGRTMAX-6'
        | 'SIGRTMAX-7'
        | 'SIGRTMAX-8'
        | 'SIGRTMAX-9'
        | 'SIGRTMIN'
        | 'SIGRTMIN+1'
        | 'SIGRTMIN+10'
        | 'SIGRTMIN+11'
        | 'SIGRTMIN+12'
        | 'SIGRTMIN+13'
        | 'SIGRTMIN+14'
        | 'SIGRTMIN+15'
        | 'SIGRTMIN+2'
        | 'SIGRTMIN+3'
        | 'SIGRTMIN+4'
        | 'SIGRTMIN+5'
        | 'SIGRTMIN+6'
        | 'SIGRTMIN+7'
        | 'SIGRTMIN+8'
        | 'SIGRTMIN+9'
        | 'SIGSEGV'
        | 'SIGSTKFLT'
        | 'SIGSTOP'
        | 'SIGSYS'
        | 'SIGTERM'
        | 'SIGTRAP'
        | 'SIGTSTP'
        | 'SIGTTIN'
        | 'SIGTTOU'
        | 'SIGURG'
        | 'SIGUSR1'
        | 'SIGUSR2'
        | 'SIGVTALRM'
        | 'SIGWINCH'
        | 'SIGXCPU'
        | 'SIGXFSZ'
      >
    | undefined;
}

/** LifecycleHandler defines a specific action that should be taken in a lifecycle hook. */
export interface LifecycleHandler {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: Value<ExecAction> | undefined;

  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: Value<HTTPGetAction> | undefined;

  /** Sleep represents a duration that the container should sleep. */
  readonly sleep?: Value<SleepAction> | undefined;

  /** Deprecated. */
  readonly tcpSocket?: Value<TCPSocketAction> | undefined;
}

/** LocalObjectReference contains enough information to let you locate the referenced object inside the same namespace. */
export interface LocalObjectReference {
  /** Name of the referent. */
  readonly name?: Value<string> | undefined;
}

/** ManagedFieldsEntry is a workflow-id, a FieldSet and the group version of the resource that the fieldset applies to. */
export interface ManagedFieldsEntry {
  /** APIVersion defines the version of this resource that this field set applies to. */
  readonly apiVersion?: Value<string> | undefined;

  /** FieldsType is the discriminator for the different fields format and version. */
  readonly fieldsType?: Value<string> | undefined;

  /** FieldsV1 holds the first JSON version format as described in the "FieldsV1" type. */
  readonly fieldsV1?: Value<Json> | undefined;

  /** Manager is an identifier of the workflow managing these fields. */
  readonly manager?: Value<string> | undefined;

  /** Operation is the type of operation which lead to this ManagedFieldsEntry being created. */
  readonly operation?: Value<string> | undefined;

  /** Subresource is the name of the subresource used to update that object, or empty string if the object was updated through the main resource. */
  readonly subresource?: Value<string> | undefined;

  /** Time is the timestamp of when the ManagedFields entry was added. */
  readonly time?: Value<string> | undefined;
}

/** MetricIdentifier defines the name and optionally selector for a metric. */
export interface MetricIdentifier {
  /** name is the name of the given metric. */
  readonly name: Value<string>;

  /** selector is the string-encoded form of a standard kubernetes label selector for the given metric When set, it is passed as an additional parameter to the metrics server for more specific metrics scoping. */
  readonly selector?: Value<LabelSelector> | undefined;
}

/** MetricSpec specifies how to scale based on a single metric (only `type` and one other matching field should be set at once). */
export interface MetricSpec {
  /** containerResource refers to a resource metric (such as those specified in requests and limits) known to Kubernetes describing a single container in each pod of the current scale target (e.g. CPU or memory). */
  readonly containerResource?: Value<ContainerResourceMetricSource> | undefined;

  /** external refers to a global metric that is not associated with any Kubernetes object. */
  readonly external?: Value<ExternalMetricSource> | undefined;

  /** object refers to a metric describing a single kubernetes object (for example, hits-per-second on an Ingress object). */
  readonly object?: Value<ObjectMetricSource> | undefined;

  /** pods refers to a metric describing each pod in the current scale target (for example, transactions-processed-per-second). */
  readonly pods?: Value<PodsMetricSource> | undefined;

  /** resource refers to a resource metric (such as those specified in requests and limits) known to Kubernetes describing each pod in the current scale target (e.g. CPU or memory). */
  readonly resource?: Value<ResourceMetricSource> | undefined;

  /** type is the type of metric source. */
  readonly type: Value<string>;
}

/** MetricTarget defines the target value, average value, or average utilization of a specific metric. */
export interface MetricTarget {
  /** averageUtilization is the target value of the average of the resource metric across all relevant pods, represented as a percentage of the requested value of the resource for the pods. */
  readonly averageUtilization?: Value<number> | undefined;

  /** averageValue is the target value of the average of the metric across all relevant pods (as a quantity). */
  readonly averageValue?: Value<number | string> | undefined;

  /** type represents whether the metric type is Utilization, Value, or AverageValue. */
  readonly type: Value<string>;

  /** value is the target value of the metric (as a quantity). */
  readonly value?: Value<number | string> | undefined;
}

/** ModifyVolumeStatus represents the status object of ControllerModifyVolume operation. */
export interface ModifyVolumeStatus {
  /** status is the status of the ControllerModifyVolume operation. */
  readonly status: Value<'InProgress' | 'Infeasible' | 'Pending'>;

  /** targetVolumeAttributesClassName is the name of the VolumeAttributesClass the PVC currently being reconciled. */
  readonly targetVolumeAttributesClassName?: Value<string> | undefined;
}

/** Represents an NFS mount that lasts the lifetime of a pod. */
export interface NFSVolumeSource {
  /** path that is exported by the NFS server. */
  readonly path: Value<string>;

  /** readOnly here will force the NFS export to be mounted with read-only permissions. */
  readonly readOnly?: Value<boolean> | undefined;

  /** server is the hostname or IP address of the NFS server. */
  readonly server: Value<string>;
}

/** NetworkPolicyEgressRule describes a particular set of traffic that is allowed out of pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyEgressRule {
  /** ports is a list of destination ports for outgoing traffic. */
  readonly ports?: Value<ListOf<NetworkPolicyPort>> | undefined;

  /** to is a list of destinations for outgoing traffic of pods selected for this rule. */
  readonly to?: Value<ListOf<NetworkPolicyPeer>> | undefined;
}

/** NetworkPolicyIngressRule describes a particular set of traffic that is allowed to the pods matched by a NetworkPolicySpec's podSelector. */
export interface NetworkPolicyIngressRule {
  /** from is a list of sources which should be able to access the pods selected for this rule. */
  readonly from?: Value<ListOf<NetworkPolicyPeer>> | undefined;

  /** ports is a list of ports which should be made accessible on the pods selected for this rule. */
  readonly ports?: Value<ListOf<NetworkPolicyPort>> | undefined;
}

/** NetworkPolicyPeer describes a peer to allow traffic to/from. */
export interface NetworkPolicyPeer {
  /** ipBlock defines policy on a particular IPBlock. */
  readonly ipBlock?: Value<IPBlock> | undefined;

  /** namespaceSelector selects namespaces using cluster-scoped labels. */
  readonly namespaceSelector?: Value<LabelSelector> | undefined;

  /** podSelector is a label selector which selects pods. */
  readonly podSelector?: Value<LabelSelector> | undefined;
}

/** NetworkPolicyPort describes a port to allow traffic on. */
export interface NetworkPolicyPort {
  /** endPort indicates that the range of ports from port to endPort if set, inclusive, should be allowed by the policy. */
  readonly endPort?: Value<number> | undefined;

  /** port represents the port on the given protocol. */
  readonly port?: Value<number | string> | undefined;

  /** protocol represents the protocol (TCP, UDP, or SCTP) which traffic must match. */
  readonly protocol?: Value<'SCTP' | 'TCP' | 'UDP'> | undefined;
}

/** NetworkPolicySpec provides the specification of a NetworkPolicy. */
export interface NetworkPolicySpec {
  /** egress is a list of egress rules to be applied to the selected pods. */
  readonly egress?: Value<ListOf<NetworkPolicyEgressRule>> | undefined;

  /** ingress is a list of ingress rules to be applied to the selected pods. */
  readonly ingress?: Value<ListOf<NetworkPolicyIngressRule>> | undefined;

  /** podSelector selects the pods to which this NetworkPolicy object applies. */
  readonly podSelector?: Value<LabelSelector> | undefined;

  /** policyTypes is a list of rule types that the NetworkPolicy relates to. */
  readonly policyTypes?: Value<ListOf<'Egress' | 'Ingress'>> | undefined;
}

/** Node affinity is a group of node affinity scheduling rules. */
export interface NodeAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Value<ListOf<PreferredSchedulingTerm>> | undefined;

  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Value<NodeSelector> | undefined;
}

/** A node selector represents the union of the results of one or more label queries over a set of nodes; that is, it represents the OR of the selectors represented by the node selector terms. */
export interface NodeSelector {
  /** Required. */
  readonly nodeSelectorTerms: Value<ListOf<NodeSelectorTerm>>;
}

/** A node selector requirement is a selector that contains values, a key, and an operator that relates the key and values. */
export interface NodeSelectorRequirement {
  /** The label key that the selector applies to. */
  readonly key: Value<string>;

  /** Represents a key's relationship to a set of values. */
  readonly operator: Value<'DoesNotExist' | 'Exists' | 'Gt' | 'In' | 'Lt' | 'NotIn'>;

  /** An array of string values. */
  readonly values?: Value<ListOf<string>> | undefined;
}

/** A null or empty node selector term matches no objects. */
export interface NodeSelectorTerm {
  /** A list of node selector requirements by node's labels. */
  readonly matchExpressions?: Value<ListOf<NodeSelectorRequirement>> | undefined;

  /** A list of node selector requirements by node's fields. */
  readonly matchFields?: Value<ListOf<NodeSelectorRequirement>> | undefined;
}

/** ObjectFieldSelector selects an APIVersioned field of an object. */
export interface ObjectFieldSelector {
  /** Version of the schema the FieldPath is written in terms of, defaults to "v1". */
  readonly apiVersion?: Value<string> | undefined;

  /** Path of the field to select in the specified API version. */
  readonly fieldPath: Value<string>;
}

/** ObjectMeta is metadata that all persisted resources must have, which includes all objects users must create. */
export interface ObjectMeta {
  /** Annotations is an unstructured key value map stored with a resource that may be set by external tools to store and retrieve arbitrary metadata. */
  readonly annotations?: Value<MapOf<string>> | undefined;

  /** CreationTimestamp is a timestamp representing the server time when this object was created. */
  readonly creationTimestamp?: Value<string> | undefined;

  /** Number of seconds allowed for this object to gracefully terminate before it will be removed from the system. */
  readonly deletionGracePeriodSeconds?: Value<number> | undefined;

  /** DeletionTimestamp is RFC 3339 date and time at which this resource will be deleted. */
  readonly deletionTimestamp?: Value<string> | undefined;

  /** Must be empty before the object is deleted from the registry. */
  readonly finalizers?: Value<ListOf<string>> | undefined;

  /** GenerateName is an optional prefix, used by the server, to generate a unique name ONLY IF the Name field has not been provided. */
  readonly generateName?: Value<string> | undefined;

  /** A sequence number representing a specific generation of the desired state. */
  readonly generation?: Value<number> | undefined;

  /** Map of string keys and values that can be used to organize and categorize (scope and select) objects. */
  readonly labels?: Value<MapOf<string>> | undefined;

  /** ManagedFields maps workflow-id and version to the set of fields that are managed by that workflow. */
  readonly managedFields?: Value<ListOf<ManagedFieldsEntry>> | undefined;

  /** Name must be unique within a namespace. */
  readonly name?: Value<string> | undefined;

  /** Namespace defines the space within which each name must be unique. */
  readonly namespace?: Value<string> | undefined;

  /** List of objects depended by this object. */
  readonly ownerReferences?: Value<ListOf<OwnerReference>> | undefined;

  /** An opaque value that represents the internal version of this object that can be used by clients to determine when objects have changed. */
  readonly resourceVersion?: Value<string> | undefined;

  /** Deprecated: selfLink is a legacy read-only field that is no longer populated by the system. */
  readonly selfLink?: Value<string> | undefined;

  /** UID is the unique in time and space value for this object. */
  readonly uid?: Value<string> | undefined;
}

/** ObjectMetricSource indicates how to scale on a metric describing a kubernetes object (for example, hits-per-second on an Ingress object). */
export interface ObjectMetricSource {
  /** describedObject specifies the descriptions of a object,such as kind,name apiVersion. */
  readonly describedObject: Value<CrossVersionObjectReference>;

  /** metric identifies the target metric by name and selector. */
  readonly metric: Value<MetricIdentifier>;

  /** target specifies the target value for the given metric. */
  readonly target: Value<MetricTarget>;
}

/** OwnerReference contains enough information to let you identify an owning object. */
export interface OwnerReference {
  /** API version of the referent. */
  readonly apiVersion: Value<string>;

  /** If true, AND if the owner has the "foregroundDeletion" finalizer, then the owner cannot be deleted from the key-value store until this reference is removed. */
  readonly blockOwnerDeletion?: Value<boolean> | undefined;

  /** If true, this reference points to the managing controller. */
  readonly controller?: Value<boolean> | undefined;

  /** Kind of the referent. */
  readonly kind: Value<string>;

  /** Name of the referent. */
  readonly name: Value<string>;

  /** UID of the referent. */
  readonly uid: Value<string>;
}

/** PersistentVolumeClaim is a user's request for and claim to a persistent volume. */
export interface PersistentVolumeClaim {
  /** APIVersion defines the versioned schema of this representation of an object. */
  readonly apiVersion?: Value<string> | undefined;

  /** Kind is a string value representing the REST resource this object represents. */
  readonly kind?: Value<string> | undefined;

  /** Standard object's metadata. */
  readonly metadata?: Value<ObjectMeta> | undefined;

  /** spec defines the desired characteristics of a volume requested by a pod author. */
  readonly spec?: Value<PersistentVolumeClaimSpec> | undefined;

  /** status represents the current information/status of a persistent volume claim. */
  readonly status?: Value<PersistentVolumeClaimStatus> | undefined;
}

/** PersistentVolumeClaimCondition contains details about state of pvc. */
export interface PersistentVolumeClaimCondition {
  /** lastProbeTime is the time we probed the condition. */
  readonly lastProbeTime?: Value<string> | undefined;

  /** lastTransitionTime is the time the condition transitioned from one status to another. */
  readonly lastTransitionTime?: Value<string> | undefined;

  /** message is the human-readable message indicating details about last transition. */
  readonly message?: Value<string> | undefined;

  /** reason is a unique, this should be a short, machine understandable string that gives the reason for condition's last transition. */
  readonly reason?: Value<string> | undefined;

  /** Status is the status of the condition. */
  readonly status: Value<string>;

  /** Type is the type of the condition. */
  readonly type: Value<string>;
}

/** PersistentVolumeClaimSpec describes the common attributes of storage devices and allows a Source for provider-specific attributes. */
export interface PersistentVolumeClaimSpec {
  /** accessModes contains the desired access modes the volume should have. */
  readonly accessModes?:
    Value<ListOf<'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod'>> | undefined;

  /** dataSource field can be used to specify either: * An existing VolumeSnapshot object (snapshot.storage.k8s.io/VolumeSnapshot) * An existing PVC (PersistentVolumeClaim) If the provisioner or an external controller can support the specified data source, it will create a new volume based on the contents of the specified data source. */
  readonly dataSource?: Value<TypedLocalObjectReference> | undefined;

  /** dataSourceRef specifies the object from which to populate the volume with data, if a non-empty volume is desired. */
  readonly dataSourceRef?: Value<TypedObjectReference> | undefined;

  /** resources represents the minimum resources the volume should have. */
  readonly resources?: Value<VolumeResourceRequirements> | undefined;

  /** selector is a label query over volumes to consider for binding. */
  readonly selector?: Value<LabelSelector> | undefined;

  /** storageClassName is the name of the StorageClass required by the claim. */
  readonly storageClassName?: Value<string> | undefined;

  /** volumeAttributesClassName may be used to set the VolumeAttributesClass used by this claim. */
  readonly volumeAttributesClassName?: Value<string> | undefined;

  /** volumeMode defines what type of volume is required by the claim. */
  readonly volumeMode?: Value<'Block' | 'Filesystem'> | undefined;

  /** volumeName is the binding reference to the PersistentVolume backing this claim. */
  readonly volumeName?: Value<string> | undefined;
}

/** PersistentVolumeClaimStatus is the current status of a persistent volume claim. */
export interface PersistentVolumeClaimStatus {
  /** accessModes contains the actual access modes the volume backing the PVC has. */
  readonly accessModes?:
    Value<ListOf<'ReadOnlyMany' | 'ReadWriteMany' | 'ReadWriteOnce' | 'ReadWriteOncePod'>> | undefined;

  /** allocatedResourceStatuses stores status of resource being resized for the given PVC. */
  readonly allocatedResourceStatuses?: Value<MapOf<string>> | undefined;

  /** allocatedResources tracks the resources allocated to a PVC including its capacity. */
  readonly allocatedResources?: Value<MapOf<number | string>> | undefined;

  /** capacity represents the actual resources of the underlying volume. */
  readonly capacity?: Value<MapOf<number | string>> | undefined;

  /** conditions is the current Condition of persistent volume claim. */
  readonly conditions?: Value<ListOf<PersistentVolumeClaimCondition>> | undefined;

  /** currentVolumeAttributesClassName is the current name of the VolumeAttributesClass the PVC is using. */
  readonly currentVolumeAttributesClassName?: Value<string> | undefined;

  /** healthStatus contains the latest controller-reported health information for the volume bound to this claim. */
  readonly healthStatus?: Value<VolumeHealthStatus> | undefined;

  /** ModifyVolumeStatus represents the status object of ControllerModifyVolume operation. */
  readonly modifyVolumeStatus?: Value<ModifyVolumeStatus> | undefined;

  /** phase represents the current phase of PersistentVolumeClaim. */
  readonly phase?: Value<'Bound' | 'Lost' | 'Pending'> | undefined;
}

/** PersistentVolumeClaimTemplate is used to produce PersistentVolumeClaim objects as part of an EphemeralVolumeSource. */
export interface PersistentVolumeClaimTemplate {
  /** May contain labels and annotations that will be copied into the PVC when creating it. */
  readonly metadata?: Value<ObjectMeta> | undefined;

  /** The specification for the PersistentVolumeClaim. */
  readonly spec: Value<PersistentVolumeClaimSpec>;
}

/** PersistentVolumeClaimVolumeSource references the user's PVC in the same namespace. */
export interface PersistentVolumeClaimVolumeSource {
  /** claimName is the name of a PersistentVolumeClaim in the same namespace as the pod using this volume. */
  readonly claimName: Value<string>;

  /** readOnly Will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: Value<boolean> | undefined;
}

/** Represents a Photon Controller persistent disk resource. */
export interface PhotonPersistentDiskVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** pdID is the ID that identifies Photon Controller persistent disk. */
  readonly pdID: Value<string>;
}

/** Pod affinity is a group of inter pod affinity scheduling rules. */
export interface PodAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Value<ListOf<WeightedPodAffinityTerm>> | undefined;

  /** If the affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Value<ListOf<PodAffinityTerm>> | undefined;
}

/** Defines a set of pods (namely those matching the labelSelector relative to the given namespace(s)) that this pod should be co-located (affinity) or not co-located (anti-affinity) with, where co-located is defined as running on a node whose value of the label with key <topologyKey> matches that of any node on which a pod of the set of pods is running. */
export interface PodAffinityTerm {
  /** A label query over a set of resources, in this case pods. */
  readonly labelSelector?: Value<LabelSelector> | undefined;

  /** MatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly matchLabelKeys?: Value<ListOf<string>> | undefined;

  /** MismatchLabelKeys is a set of pod label keys to select which pods will be taken into consideration. */
  readonly mismatchLabelKeys?: Value<ListOf<string>> | undefined;

  /** A label query over the set of namespaces that the term applies to. */
  readonly namespaceSelector?: Value<LabelSelector> | undefined;

  /** namespaces specifies a static list of namespace names that the term applies to. */
  readonly namespaces?: Value<ListOf<string>> | undefined;

  /** This pod should be co-located (affinity) or not co-located (anti-affinity) with the pods matching the labelSelector in the specified namespaces, where co-located is defined as running on a node whose value of the label with key topologyKey matches that of any node on which any of the selected pods is running. */
  readonly topologyKey: Value<string>;
}

/** Pod anti affinity is a group of inter pod anti affinity scheduling rules. */
export interface PodAntiAffinity {
  /** The scheduler will prefer to schedule pods to nodes that satisfy the anti-affinity expressions specified by this field, but it may choose a node that violates one or more of the expressions. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: Value<ListOf<WeightedPodAffinityTerm>> | undefined;

  /** If the anti-affinity requirements specified by this field are not met at scheduling time, the pod will not be scheduled onto the node. */
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Value<ListOf<PodAffinityTerm>> | undefined;
}

/** PodCertificateProjection provides a private key and X.509 certificate in the pod filesystem. */
export interface PodCertificateProjection {
  /** Write the certificate chain at this path in the projected volume. */
  readonly certificateChainPath?: Value<string> | undefined;

  /** Write the credential bundle at this path in the projected volume. */
  readonly credentialBundlePath?: Value<string> | undefined;

  /** Write the key at this path in the projected volume. */
  readonly keyPath?: Value<string> | undefined;

  /** The type of keypair Kubelet will generate for the pod. */
  readonly keyType: Value<string>;

  /** maxExpirationSeconds is the maximum lifetime permitted for the certificate. */
  readonly maxExpirationSeconds?: Value<number> | undefined;

  /** Kubelet's generated CSRs will be addressed to this signer. */
  readonly signerName: Value<string>;

  /** user is Optional: The owner UID of the created file. */
  readonly user?: Value<number> | undefined;

  /** userAnnotations allow pod authors to pass additional information to the signer implementation. */
  readonly userAnnotations?: Value<MapOf<string>> | undefined;
}

/** PodDNSConfig defines the DNS parameters of a pod in addition to those generated from DNSPolicy. */
export interface PodDNSConfig {
  /** A list of DNS name server IP addresses. */
  readonly nameservers?: Value<ListOf<string>> | undefined;

  /** A list of DNS resolver options. */
  readonly options?: Value<ListOf<PodDNSConfigOption>> | undefined;

  /** A list of DNS search domains for host-name lookup. */
  readonly searches?: Value<ListOf<string>> | undefined;
}

/** PodDNSConfigOption defines DNS resolver options of a pod. */
export interface PodDNSConfigOption {
  /** Name is this DNS resolver option's name. */
  readonly name?: Value<string> | undefined;

  /** Value is this DNS resolver option's value. */
  readonly value?: Value<string> | undefined;
}

/** PodDisruptionBudgetSpec is a description of a PodDisruptionBudget. */
export interface PodDisruptionBudgetSpec {
  /** maxUnavailable indicates that an eviction is allowed if at most "maxUnavailable" pods selected by "selector" are unavailable after the eviction, i.e. even in absence of the evicted pod. */
  readonly maxUnavailable?: Value<number | string> | undefined;

  /** minAvailable indicates that an eviction is allowed if at least "minAvailable" pods selected by "selector" will still be available after the eviction, i.e. even in the absence of the evicted pod. */
  readonly minAvailable?: Value<number | string> | undefined;

  /** selector is a label query over pods whose evictions are managed by the disruption budget. */
  readonly selector?: Value<LabelSelector> | undefined;

  /** unhealthyPodEvictionPolicy defines the criteria for when unhealthy pods should be considered for eviction. */
  readonly unhealthyPodEvictionPolicy?: Value<'AlwaysAllow' | 'IfHealthyBudget'> | undefined;
}

/** PodOS defines the OS parameters of a pod. */
export interface PodOS {
  /** Name is the name of the operating system. */
  readonly name: Value<string>;
}

/** PodReadinessGate contains the reference to a pod condition. */
export interface PodReadinessGate {
  /** ConditionType refers to a condition in the pod's condition list with matching type. */
  readonly conditionType: Value<string>;
}

/** PodResourceClaim references exactly one ResourceClaim, either directly or by naming a ResourceClaimTemplate which is then turned into a ResourceClaim for the pod. */
export interface PodResourceClaim {
  /** Name uniquely identifies this resource claim inside the pod. */
  readonly name: Value<string>;

  /** ResourceClaimName is the name of a ResourceClaim object in the same namespace as this pod. */
  readonly resourceClaimName?: Value<string> | undefined;

  /** ResourceClaimTemplateName is the name of a ResourceClaimTemplate object in the same namespace as this pod. */
  readonly resourceClaimTemplateName?: Value<string> | undefined;
}

/** PodSchedulingGate is associated to a Pod to guard its scheduling. */
export interface PodSchedulingGate {
  /** Name of the scheduling gate. */
  readonly name: Value<string>;
}

/** PodSchedulingGroup identifies the runtime scheduling group instance that a Pod belongs to. */
export interface PodSchedulingGroup {
  /** PodGroupName specifies the name of the standalone PodGroup object that represents the runtime instance of this group. */
  readonly podGroupName?: Value<string> | undefined;
}

/** PodSecurityContext holds pod-level security attributes and common container settings. */
export interface PodSecurityContext {
  /** appArmorProfile is the AppArmor options to use by the containers in this pod. */
  readonly appArmorProfile?: Value<AppArmorProfile> | undefined;

  /** A special supplemental group that applies to all containers in a pod. */
  readonly fsGroup?: Value<number> | undefined;

  /** fsGroupChangePolicy defines behavior of changing ownership and permission of the volume before being exposed inside Pod. */
  readonly fsGroupChangePolicy?: Value<'Always' | 'OnRootMismatch'> | undefined;

  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: Value<number> | undefined;

  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: Value<boolean> | undefined;

  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: Value<number> | undefined;

  /** seLinuxChangePolicy defines how the container's SELinux label is applied to all volumes used by the Pod. */
  readonly seLinuxChangePolicy?: Value<string> | undefined;

  /** The SELinux context to be applied to all containers. */
  readonly seLinuxOptions?: Value<SELinuxOptions> | undefined;

  /** The seccomp options to use by the containers in this pod. */
  readonly seccompProfile?: Value<SeccompProfile> | undefined;

  /** A list of groups applied to the first process run in each container, in addition to the container's primary GID and fsGroup (if specified). */
  readonly supplementalGroups?: Value<ListOf<number>> | undefined;

  /** Defines how supplemental groups of the first container processes are calculated. */
  readonly supplementalGroupsPolicy?: Value<'Merge' | 'Strict'> | undefined;

  /** Sysctls hold a list of namespaced sysctls used for the pod. */
  readonly sysctls?: Value<ListOf<Sysctl>> | undefined;

  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: Value<WindowsSecurityContextOptions> | undefined;
}

/** PodSpec is a description of a pod. */
export interface PodSpec {
  /** Optional duration in seconds the pod may be active on the node relative to StartTime before the system will actively try to mark it failed and kill associated containers. */
  readonly activeDeadlineSeconds?: Value<number> | undefined;

  /** If specified, the pod's scheduling constraints. */
  readonly affinity?: Value<Affinity> | undefined;

  /** AutomountServiceAccountToken indicates whether a service account token should be automatically mounted. */
  readonly automountServiceAccountToken?: Value<boolean> | undefined;

  /** List of containers belonging to the pod. */
  readonly containers: Value<ListOf<Container>>;

  /** Specifies the DNS parameters of a pod. */
  readonly dnsConfig?: Value<PodDNSConfig> | undefined;

  /** Set DNS policy for the pod. */
  readonly dnsPolicy?: Value<'ClusterFirst' | 'ClusterFirstWithHostNet' | 'Default' | 'None'> | undefined;

  /** EnableServiceLinks indicates whether information about services should be injected into pod's environment variables, matching the syntax of Docker links. */
  readonly enableServiceLinks?: Value<boolean> | undefined;

  /** List of ephemeral containers run in this pod. */
  readonly ephemeralContainers?: Value<ListOf<EphemeralContainer>> | undefined;

  /** evictionResponders reference responders that react to Evictions based on EvictionRequests. */
  readonly evictionResponders?: Value<ListOf<EvictionResponder>> | undefined;

  /** HostAliases is an optional list of hosts and IPs that will be injected into the pod's hosts file if specified. */
  readonly hostAliases?: Value<ListOf<HostAlias>> | undefined;

  /** Use the host's ipc namespace. */
  readonly hostIPC?: Value<boolean> | undefined;

  /** Host networking requested for this pod. */
  readonly hostNetwork?: Value<boolean> | undefined;

  /** Use the host's pid namespace. */
  readonly hostPID?: Value<boolean> | undefined;

  /** Use the host's user namespace. */
  readonly hostUsers?: Value<boolean> | undefined;

  /** Specifies the hostname of the Pod If not specified, the pod's hostname will be set to a system-defined value. */
  readonly hostname?: Value<string> | undefined;

  /** HostnameOverride specifies an explicit override for the pod's hostname as perceived by the pod. */
  readonly hostnameOverride?: Value<string> | undefined;

  /** ImagePullSecrets is an optional list of references to secrets in the same namespace to use for pulling any of the images used by this PodSpec. */
  readonly imagePullSecrets?: Value<ListOf<LocalObjectReference>> | undefined;

  /** List of initialization containers belonging to the pod. */
  readonly initContainers?: Value<ListOf<Container>> | undefined;

  /** NodeName indicates in which node this pod is scheduled. */
  readonly nodeName?: Value<string> | undefined;

  /** NodeSelector is a selector which must be true for the pod to fit on a node. */
  readonly nodeSelector?: Value<MapOf<string>> | undefined;

  /** Specifies the OS of the containers in the pod. */
  readonly os?: Value<PodOS> | undefined;

  /** Overhead represents the resource overhead associated with running a pod for a given RuntimeClass. */
  readonly overhead?: Value<MapOf<number | string>> | undefined;

  /** PreemptionPolicy is the Policy for preempting pods with lower priority. */
  readonly preemptionPolicy?: Value<'Never' | 'PreemptLowerPriority'> | undefined;

  /** The priority value. */
  readonly priority?: Value<number> | undefined;

  /** If specified, indicates the pod's priority. */
  readonly priorityClassName?: Value<string> | undefined;

  /** If specified, all readiness gates will be evaluated for pod readiness. */
  readonly readinessGates?: Value<ListOf<PodReadinessGate>> | undefined;

  /** ResourceClaims defines which ResourceClaims must be allocated and reserved before the Pod is allowed to start. */
  readonly resourceClaims?: Value<ListOf<PodResourceClaim>> | undefined;

  /** Resources is the total amount of CPU and Memory resources required by all containers in the pod. */
  readonly resources?: Value<ResourceRequirements> | undefined;

  /** Restart policy for all containers within the pod. */
  readonly restartPolicy?: Value<'Always' | 'Never' | 'OnFailure'> | undefined;

  /** RuntimeClassName refers to a RuntimeClass object in the node.k8s.io group, which should be used to run this pod. */
  readonly runtimeClassName?: Value<string> | undefined;

  /** If specified, the pod will be dispatched by specified scheduler. */
  readonly schedulerName?: Value<string> | undefined;

  /** SchedulingGates is an opaque list of values that if specified will block scheduling the pod. */
  readonly schedulingGates?: Value<ListOf<PodSchedulingGate>> | undefined;

  /** SchedulingGroup provides a reference to the immediate scheduling runtime grouping object that this Pod belongs to. */
  readonly schedulingGroup?: Value<PodSchedulingGroup> | undefined;

  /** SecurityContext holds pod-level security attributes and common container settings. */
  readonly securityContext?: Value<PodSecurityContext> | undefined;

  /** DeprecatedServiceAccount is a deprecated alias for ServiceAccountName. */
  readonly serviceAccount?: Value<string> | undefined;

  /** ServiceAccountName is the name of the ServiceAccount to use to run this pod. */
  readonly serviceAccountName?: Value<string> | undefined;

  /** If true the pod's hostname will be configured as the pod's FQDN, rather than the leaf name (the default). */
  readonly setHostnameAsFQDN?: Value<boolean> | undefined;

  /** Share a single process namespace between all of the containers in a pod. */
  readonly shareProcessNamespace?: Value<boolean> | undefined;

  /** If specified, the fully qualified Pod hostname will be "<hostname>.<subdomain>.<pod namespace>.svc.<cluster domain>". */
  readonly subdomain?: Value<string> | undefined;

  /** Optional duration in seconds the pod needs to terminate gracefully. */
  readonly terminationGracePeriodSeconds?: Value<number> | undefined;

  /** If specified, the pod's tolerations. */
  readonly tolerations?: Value<ListOf<Toleration>> | undefined;

  /** TopologySpreadConstraints describes how a group of pods ought to spread across topology domains. */
  readonly topologySpreadConstraints?: Value<ListOf<TopologySpreadConstraint>> | undefined;

  /** List of volumes that can be mounted by containers belonging to the pod. */
  readonly volumes?: Value<ListOf<Volume>> | undefined;
}

/** PodTemplateSpec describes the data a pod should have when created from a template. */
export interface PodTemplateSpec {
  /** Standard object's metadata. */
  readonly metadata?: Value<ObjectMeta> | undefined;

  /** Specification of the desired behavior of the pod. */
  readonly spec?: Value<PodSpec> | undefined;
}

/** PodsMetricSource indicates how to scale on a metric describing each pod in the current scale target (for example, transactions-processed-per-second). */
export interface PodsMetricSource {
  /** metric identifies the target metric by name and selector. */
  readonly metric: Value<MetricIdentifier>;

  /** target specifies the target value for the given metric. */
  readonly target: Value<MetricTarget>;
}

/** PolicyRule holds information that describes a policy rule, but does not contain information about who the rule applies to or which namespace the rule applies to. */
export interface PolicyRule {
  /** apiGroups is the name of the APIGroup that contains the resources. */
  readonly apiGroups?: Value<ListOf<string>> | undefined;

  /** nonResourceURLs is a set of partial urls that a user should have access to. */
  readonly nonResourceURLs?: Value<ListOf<string>> | undefined;

  /** resourceNames is an optional white list of names that the rule applies to. */
  readonly resourceNames?: Value<ListOf<string>> | undefined;

  /** resources is a list of resources this rule applies to. */
  readonly resources?: Value<ListOf<string>> | undefined;

  /** verbs is a list of Verbs that apply to ALL the ResourceKinds contained in this rule. */
  readonly verbs: Value<ListOf<string>>;
}

/** PortworxVolumeSource represents a Portworx volume resource. */
export interface PortworxVolumeSource {
  /** fSType represents the filesystem type to mount Must be a filesystem type supported by the host operating system. */
  readonly fsType?: Value<string> | undefined;

  /** readOnly defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** volumeID uniquely identifies a Portworx volume. */
  readonly volumeID: Value<string>;
}

/** An empty preferred scheduling term matches all objects with implicit weight 0 (i.e. it's a no-op). */
export interface PreferredSchedulingTerm {
  /** A node selector term, associated with the corresponding weight. */
  readonly preference: Value<NodeSelectorTerm>;

  /** Weight associated with matching the corresponding nodeSelectorTerm, in the range 1-100. */
  readonly weight: Value<number>;
}

/** Probe describes a health check to be performed against a container to determine whether it is alive or ready to receive traffic. */
export interface Probe {
  /** Exec specifies a command to execute in the container. */
  readonly exec?: Value<ExecAction> | undefined;

  /** Minimum consecutive failures for the probe to be considered failed after having succeeded. */
  readonly failureThreshold?: Value<number> | undefined;

  /** GRPC specifies a GRPC HealthCheckRequest. */
  readonly grpc?: Value<GRPCAction> | undefined;

  /** HTTPGet specifies an HTTP GET request to perform. */
  readonly httpGet?: Value<HTTPGetAction> | undefined;

  /** Number of seconds after the container has started before liveness probes are initiated. */
  readonly initialDelaySeconds?: Value<number> | undefined;

  /** How often (in seconds) to perform the probe. */
  readonly periodSeconds?: Value<number> | undefined;

  /** Minimum consecutive successes for the probe to be considered successful after having failed. */
  readonly successThreshold?: Value<number> | undefined;

  /** TCPSocket specifies a connection to a TCP port. */
  readonly tcpSocket?: Value<TCPSocketAction> | undefined;

  /** Optional duration in seconds the pod needs to terminate gracefully upon probe failure. */
  readonly terminationGracePeriodSeconds?: Value<number> | undefined;

  /** Number of seconds after which the probe times out. */
  readonly timeoutSeconds?: Value<number> | undefined;
}

/** Represents a projected volume source. */
export interface ProjectedVolumeSource {
  /** defaultMode are the mode bits used to set permissions on created files by default. */
  readonly defaultMode?: Value<number> | undefined;

  /** defaultUser is Optional: The owner UID of the created files by default. */
  readonly defaultUser?: Value<number> | undefined;

  /** sources is the list of volume projections. */
  readonly sources?: Value<ListOf<VolumeProjection>> | undefined;
}

/** Represents a Quobyte mount that lasts the lifetime of a pod. */
export interface QuobyteVolumeSource {
  /** group to map volume access to Default is no group. */
  readonly group?: Value<string> | undefined;

  /** readOnly here will force the Quobyte volume to be mounted with read-only permissions. */
  readonly readOnly?: Value<boolean> | undefined;

  /** registry represents a single or multiple Quobyte Registry services specified as a string as host:port pair (multiple entries are separated with commas) which acts as the central registry for volumes. */
  readonly registry: Value<string>;

  /** tenant owning the given Quobyte volume in the Backend Used with dynamically provisioned Quobyte volumes, value is set by the plugin. */
  readonly tenant?: Value<string> | undefined;

  /** user to map volume access to Defaults to serivceaccount user. */
  readonly user?: Value<string> | undefined;

  /** volume is a string that references an already created Quobyte volume by name. */
  readonly volume: Value<string>;
}

/** Represents a Rados Block Device mount that lasts the lifetime of a pod. */
export interface RBDVolumeSource {
  /** fsType is the filesystem type of the volume that you want to mount. */
  readonly fsType?: Value<string> | undefined;

  /** image is the rados image name. */
  readonly image: Value<string>;

  /** keyring is the path to key ring for RBDUser. */
  readonly keyring?: Value<string> | undefined;

  /** monitors is a collection of Ceph monitors. */
  readonly monitors: Value<ListOf<string>>;

  /** pool is the rados pool name. */
  readonly pool?: Value<string> | undefined;

  /** readOnly here will force the ReadOnly setting in VolumeMounts. */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef is name of the authentication secret for RBDUser. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;

  /** user is the rados user name. */
  readonly user?: Value<string> | undefined;
}

/** ResourceClaim references one entry in PodSpec.ResourceClaims. */
export interface ResourceClaim {
  /** Name must match the name of one entry in pod.spec.resourceClaims of the Pod where this field is used. */
  readonly name: Value<string>;

  /** Request is the name chosen for a request in the referenced claim. */
  readonly request?: Value<string> | undefined;
}

/** ResourceFieldSelector represents container resources (cpu, memory) and their output format. */
export interface ResourceFieldSelector {
  /** Container name: required for volumes, optional for env vars. */
  readonly containerName?: Value<string> | undefined;

  /** Specifies the output format of the exposed resources, defaults to "1". */
  readonly divisor?: Value<number | string> | undefined;

  /** Required: resource to select. */
  readonly resource: Value<string>;
}

/** ResourceMetricSource indicates how to scale on a resource metric known to Kubernetes, as specified in requests and limits, describing each pod in the current scale target (e.g. CPU or memory). */
export interface ResourceMetricSource {
  /** name is the name of the resource in question. */
  readonly name: Value<string>;

  /** target specifies the target value for the given metric. */
  readonly target: Value<MetricTarget>;
}

/** ResourceRequirements describes the compute resource requirements. */
export interface ResourceRequirements {
  /** Claims lists the names of resources, defined in spec.resourceClaims, that are used by this container. */
  readonly claims?: Value<ListOf<ResourceClaim>> | undefined;

  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Value<MapOf<number | string>> | undefined;

  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Value<MapOf<number | string>> | undefined;
}

/** Spec to control the desired behavior of rolling update. */
export interface RollingUpdateDeployment {
  /** The maximum number of pods that can be scheduled above the desired number of pods. */
  readonly maxSurge?: Value<number | string> | undefined;

  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: Value<number | string> | undefined;
}

/** RollingUpdateStatefulSetStrategy is used to communicate parameter for RollingUpdateStatefulSetStrategyType. */
export interface RollingUpdateStatefulSetStrategy {
  /** The maximum number of pods that can be unavailable during the update. */
  readonly maxUnavailable?: Value<number | string> | undefined;

  /** Partition indicates the ordinal at which the StatefulSet should be partitioned for updates. */
  readonly partition?: Value<number> | undefined;
}

/** SELinuxOptions are the labels to be applied to the container. */
export interface SELinuxOptions {
  /** Level is SELinux level label that applies to the container. */
  readonly level?: Value<string> | undefined;

  /** Role is a SELinux role label that applies to the container. */
  readonly role?: Value<string> | undefined;

  /** Type is a SELinux type label that applies to the container. */
  readonly type?: Value<string> | undefined;

  /** User is a SELinux user label that applies to the container. */
  readonly user?: Value<string> | undefined;
}

/** ScaleIOVolumeSource represents a persistent ScaleIO volume. */
export interface ScaleIOVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** gateway is the host address of the ScaleIO API Gateway. */
  readonly gateway: Value<string>;

  /** protectionDomain is the name of the ScaleIO Protection Domain for the configured storage. */
  readonly protectionDomain?: Value<string> | undefined;

  /** readOnly Defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef references to the secret for ScaleIO user and other sensitive information. */
  readonly secretRef: Value<LocalObjectReference>;

  /** sslEnabled Flag enable/disable SSL communication with Gateway, default false. */
  readonly sslEnabled?: Value<boolean> | undefined;

  /** storageMode indicates whether the storage for a volume should be ThickProvisioned or ThinProvisioned. */
  readonly storageMode?: Value<string> | undefined;

  /** storagePool is the ScaleIO Storage Pool associated with the protection domain. */
  readonly storagePool?: Value<string> | undefined;

  /** system is the name of the storage system as configured in ScaleIO. */
  readonly system: Value<string>;

  /** volumeName is the name of a volume already created in the ScaleIO system that is associated with this volume source. */
  readonly volumeName?: Value<string> | undefined;
}

/** SeccompProfile defines a pod/container's seccomp profile settings. */
export interface SeccompProfile {
  /** localhostProfile indicates a profile defined in a file on the node should be used. */
  readonly localhostProfile?: Value<string> | undefined;

  /** type indicates which kind of seccomp profile will be applied. */
  readonly type: Value<'Localhost' | 'RuntimeDefault' | 'Unconfined'>;
}

/** SecretEnvSource selects a Secret to populate the environment variables with. */
export interface SecretEnvSource {
  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** Specify whether the Secret must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** SecretKeySelector selects a key of a Secret. */
export interface SecretKeySelector {
  /** The key of the secret to select from. */
  readonly key: Value<string>;

  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** Specify whether the Secret or its key must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** Adapts a secret into a projected volume. */
export interface SecretProjection {
  /** items if unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose name is the key and content is the value. */
  readonly items?: Value<ListOf<KeyToPath>> | undefined;

  /** Name of the referent. */
  readonly name?: Value<string> | undefined;

  /** optional field specify whether the Secret or its key must be defined. */
  readonly optional?: Value<boolean> | undefined;
}

/** Adapts a Secret into a volume. */
export interface SecretVolumeSource {
  /** defaultMode is Optional: mode bits used to set permissions on created files by default. */
  readonly defaultMode?: Value<number> | undefined;

  /** defaultUser is Optional: The owner UID of the created files by default. */
  readonly defaultUser?: Value<number> | undefined;

  /** items If unspecified, each key-value pair in the Data field of the referenced Secret will be projected into the volume as a file whose name is the key and content is the value. */
  readonly items?: Value<ListOf<KeyToPath>> | undefined;

  /** optional field specify whether the Secret or its keys must be defined. */
  readonly optional?: Value<boolean> | undefined;

  /** secretName is the name of the secret in the pod's namespace to use. */
  readonly secretName?: Value<string> | undefined;
}

/** SecurityContext holds security configuration that will be applied to a container. */
export interface SecurityContext {
  /** AllowPrivilegeEscalation controls whether a process can gain more privileges than its parent process. */
  readonly allowPrivilegeEscalation?: Value<boolean> | undefined;

  /** appArmorProfile is the AppArmor options to use by this container. */
  readonly appArmorProfile?: Value<AppArmorProfile> | undefined;

  /** The capabilities to add/drop when running containers. */
  readonly capabilities?: Value<Capabilities> | undefined;

  /** Run container in privileged mode. */
  readonly privileged?: Value<boolean> | undefined;

  /** procMount denotes the type of proc mount to use for the containers. */
  readonly procMount?: Value<'Default' | 'Unmasked'> | undefined;

  /** Whether this container has a read-only root filesystem. */
  readonly readOnlyRootFilesystem?: Value<boolean> | undefined;

  /** The GID to run the entrypoint of the container process. */
  readonly runAsGroup?: Value<number> | undefined;

  /** Indicates that the container must run as a non-root user. */
  readonly runAsNonRoot?: Value<boolean> | undefined;

  /** The UID to run the entrypoint of the container process. */
  readonly runAsUser?: Value<number> | undefined;

  /** The SELinux context to be applied to the container. */
  readonly seLinuxOptions?: Value<SELinuxOptions> | undefined;

  /** The seccomp options to use by this container. */
  readonly seccompProfile?: Value<SeccompProfile> | undefined;

  /** The Windows specific settings applied to all containers. */
  readonly windowsOptions?: Value<WindowsSecurityContextOptions> | undefined;
}

/** ServiceAccountTokenProjection represents a projected service account token volume. */
export interface ServiceAccountTokenProjection {
  /** audience is the intended audience of the token. */
  readonly audience?: Value<string> | undefined;

  /** expirationSeconds is the requested duration of validity of the service account token. */
  readonly expirationSeconds?: Value<number> | undefined;

  /** path is the path relative to the mount point of the file to project the token into. */
  readonly path: Value<string>;

  /** user is Optional: The owner UID of the created file. */
  readonly user?: Value<number> | undefined;
}

/** ServiceBackendPort is the service port being referenced. */
export interface ServiceBackendPort {
  /** name is the name of the port on the Service. */
  readonly name?: Value<string> | undefined;

  /** number is the numerical port number (e.g. 80) on the Service. */
  readonly number?: Value<number> | undefined;
}

/** ServicePort contains information on service's port. */
export interface ServicePort {
  /** The application protocol for this port. */
  readonly appProtocol?: Value<string> | undefined;

  /** The name of this port within the service. */
  readonly name?: Value<string> | undefined;

  /** The port on each node on which this service is exposed when type is NodePort or LoadBalancer. */
  readonly nodePort?: Value<number> | undefined;

  /** The port that will be exposed by this service. */
  readonly port: Value<number>;

  /** The IP protocol for this port. */
  readonly protocol?: Value<'SCTP' | 'TCP' | 'UDP'> | undefined;

  /** Number or name of the port to access on the pods targeted by the service. */
  readonly targetPort?: Value<number | string> | undefined;
}

/** ServiceSpec describes the attributes that a user creates on a service. */
export interface ServiceSpec {
  /** allocateLoadBalancerNodePorts defines if NodePorts will be automatically allocated for services with type LoadBalancer. */
  readonly allocateLoadBalancerNodePorts?: Value<boolean> | undefined;

  /** clusterIP is the IP address of the service and is usually assigned randomly. */
  readonly clusterIP?: Value<string> | undefined;

  /** ClusterIPs is a list of IP addresses assigned to this service, and are usually assigned randomly. */
  readonly clusterIPs?: Value<ListOf<string>> | undefined;

  /** externalIPs is a list of IP addresses for which nodes in the cluster will also accept traffic for this service. */
  readonly externalIPs?: Value<ListOf<string>> | undefined;

  /** externalName is the external reference that discovery mechanisms will return as an alias for this service (e.g. a DNS CNAME record). */
  readonly externalName?: Value<string> | undefined;

  /** externalTrafficPolicy describes how nodes distribute service traffic they receive on one of the Service's "externally-facing" addresses (NodePorts, ExternalIPs, and LoadBalancer IPs). */
  readonly externalTrafficPolicy?: Value<'Cluster' | 'Local'> | undefined;

  /** healthCheckNodePort specifies the healthcheck nodePort for the service. */
  readonly healthCheckNodePort?: Value<number> | undefined;

  /** InternalTrafficPolicy describes how nodes distribute service traffic they receive on the ClusterIP. */
  readonly internalTrafficPolicy?: Value<'Cluster' | 'Local'> | undefined;

  /** IPFamilies is a list of IP families (e.g. IPv4, IPv6) assigned to this service. */
  readonly ipFamilies?: Value<ListOf<'' | 'IPv4' | 'IPv6'>> | undefined;

  /** IPFamilyPolicy represents the dual-stack-ness requested or required by this Service. */
  readonly ipFamilyPolicy?: Value<'PreferDualStack' | 'RequireDualStack' | 'SingleStack'> | undefined;

  /** loadBalancerClass is the class of the load balancer implementation this Service belongs to. */
  readonly loadBalancerClass?: Value<string> | undefined;

  /** Only applies to Service Type: LoadBalancer. */
  readonly loadBalancerIP?: Value<string> | undefined;

  /** If specified and supported by the platform, this will restrict traffic through the cloud-provider load-balancer will be restricted to the specified client IPs. */
  readonly loadBalancerSourceRanges?: Value<ListOf<string>> | undefined;

  /** The list of ports that are exposed by this service. */
  readonly ports?: Value<ListOf<ServicePort>> | undefined;

  /** publishNotReadyAddresses indicates that any agent which deals with endpoints for this Service should disregard any indications of ready/not-ready. */
  readonly publishNotReadyAddresses?: Value<boolean> | undefined;

  /** Route service traffic to pods with label keys and values matching this selector. */
  readonly selector?: Value<MapOf<string>> | undefined;

  /** Supports "ClientIP" and "None". */
  readonly sessionAffinity?: Value<'ClientIP' | 'None'> | undefined;

  /** sessionAffinityConfig contains the configurations of session affinity. */
  readonly sessionAffinityConfig?: Value<SessionAffinityConfig> | undefined;

  /** TrafficDistribution offers a way to express preferences for how traffic is distributed to Service endpoints. */
  readonly trafficDistribution?: Value<string> | undefined;

  /** type determines how the Service is exposed. */
  readonly type?: Value<'ClusterIP' | 'ExternalName' | 'LoadBalancer' | 'NodePort'> | undefined;
}

/** SessionAffinityConfig represents the configurations of session affinity. */
export interface SessionAffinityConfig {
  /** clientIP contains the configurations of Client IP based session affinity. */
  readonly clientIP?: Value<ClientIPConfig> | undefined;
}

/** SleepAction describes a "sleep" action. */
export interface SleepAction {
  /** Seconds is the number of seconds to sleep. */
  readonly seconds: Value<number>;
}

/** StatefulSetOrdinals describes the policy used for replica ordinal assignment in this StatefulSet. */
export interface StatefulSetOrdinals {
  /** start is the number representing the first replica's index. */
  readonly start?: Value<number> | undefined;
}

/** StatefulSetPersistentVolumeClaimRetentionPolicy describes the policy used for PVCs created from the StatefulSet VolumeClaimTemplates. */
export interface StatefulSetPersistentVolumeClaimRetentionPolicy {
  /** WhenDeleted specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is deleted. */
  readonly whenDeleted?: Value<string> | undefined;

  /** WhenScaled specifies what happens to PVCs created from StatefulSet VolumeClaimTemplates when the StatefulSet is scaled down. */
  readonly whenScaled?: Value<string> | undefined;
}

/** A StatefulSetSpec is the specification of a StatefulSet. */
export interface StatefulSetSpec {
  /** Minimum number of seconds for which a newly created pod should be ready without any of its container crashing for it to be considered available. */
  readonly minReadySeconds?: Value<number> | undefined;

  /** ordinals controls the numbering of replica indices in a StatefulSet. */
  readonly ordinals?: Value<StatefulSetOrdinals> | undefined;

  /** persistentVolumeClaimRetentionPolicy describes the lifecycle of persistent volume claims created from volumeClaimTemplates. */
  readonly persistentVolumeClaimRetentionPolicy?: Value<StatefulSetPersistentVolumeClaimRetentionPolicy> | undefined;

  /** podManagementPolicy controls how pods are created during initial scale up, when replacing pods on nodes, or when scaling down. */
  readonly podManagementPolicy?: Value<'OrderedReady' | 'Parallel'> | undefined;

  /** replicas is the desired number of replicas of the given Template. */
  readonly replicas?: Value<number> | undefined;

  /** revisionHistoryLimit is the maximum number of revisions that will be maintained in the StatefulSet's revision history. */
  readonly revisionHistoryLimit?: Value<number> | undefined;

  /** selector is a label query over pods that should match the replica count. */
  readonly selector: Value<LabelSelector>;

  /** serviceName is the name of the service that governs this StatefulSet. */
  readonly serviceName?: Value<string> | undefined;

  /** template is the object that describes the pod that will be created if insufficient replicas are detected. */
  readonly template: Value<PodTemplateSpec>;

  /** updateStrategy indicates the StatefulSetUpdateStrategy that will be employed to update Pods in the StatefulSet when a revision is made to Template. */
  readonly updateStrategy?: Value<StatefulSetUpdateStrategy> | undefined;

  /** volumeClaimTemplates is a list of claims that pods are allowed to reference. */
  readonly volumeClaimTemplates?: Value<ListOf<PersistentVolumeClaim>> | undefined;
}

/** StatefulSetUpdateStrategy indicates the strategy that the StatefulSet controller will use to perform updates. */
export interface StatefulSetUpdateStrategy {
  /** RollingUpdate is used to communicate parameters when Type is RollingUpdateStatefulSetStrategyType. */
  readonly rollingUpdate?: Value<RollingUpdateStatefulSetStrategy> | undefined;

  /** Type indicates the type of the StatefulSetUpdateStrategy. */
  readonly type?: Value<'OnDelete' | 'Recreate' | 'RollingUpdate'> | undefined;
}

/** Represents a StorageOS persistent volume resource. */
export interface StorageOSVolumeSource {
  /** fsType is the filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** readOnly defaults to false (read/write). */
  readonly readOnly?: Value<boolean> | undefined;

  /** secretRef specifies the secret to use for obtaining the StorageOS API credentials. */
  readonly secretRef?: Value<LocalObjectReference> | undefined;

  /** volumeName is the human-readable name of the StorageOS volume. */
  readonly volumeName?: Value<string> | undefined;

  /** volumeNamespace specifies the scope of the volume within StorageOS. */
  readonly volumeNamespace?: Value<string> | undefined;
}

/** Sysctl defines a kernel parameter to be set. */
export interface Sysctl {
  /** Name of a property to set. */
  readonly name: Value<string>;

  /** Value of a property to set. */
  readonly value: Value<string>;
}

/** TCPSocketAction describes an action based on opening a socket. */
export interface TCPSocketAction {
  /** Optional: Host name to connect to, defaults to the pod IP. */
  readonly host?: Value<string> | undefined;

  /** Number or name of the port to access on the container. */
  readonly port: Value<number | string>;
}

/** The pod this Toleration is attached to tolerates any taint that matches the triple <key,value,effect> using the matching operator <operator>. */
export interface Toleration {
  /** Effect indicates the taint effect to match. */
  readonly effect?: Value<'NoExecute' | 'NoSchedule' | 'PreferNoSchedule'> | undefined;

  /** Key is the taint key that the toleration applies to. */
  readonly key?: Value<string> | undefined;

  /** Operator represents a key's relationship to the value. */
  readonly operator?: Value<'Equal' | 'Exists' | 'Gt' | 'Lt'> | undefined;

  /** TolerationSeconds represents the period of time the toleration (which must be of effect NoExecute, otherwise this field is ignored) tolerates the taint. */
  readonly tolerationSeconds?: Value<number> | undefined;

  /** Value is the taint value the toleration matches to. */
  readonly value?: Value<string> | undefined;
}

/** TopologySpreadConstraint specifies how to spread matching pods among the given topology. */
export interface TopologySpreadConstraint {
  /** LabelSelector is used to find matching pods. */
  readonly labelSelector?: Value<LabelSelector> | undefined;

  /** MatchLabelKeys is a set of pod label keys to select the pods over which spreading will be calculated. */
  readonly matchLabelKeys?: Value<ListOf<string>> | undefined;

  /** MaxSkew describes the degree to which pods may be unevenly distributed. */
  readonly maxSkew: Value<number>;

  /** MinDomains indicates a minimum number of eligible domains. */
  readonly minDomains?: Value<number> | undefined;

  /** NodeAffinityPolicy indicates how we will treat Pod's nodeAffinity/nodeSelector when calculating pod topology spread skew. */
  readonly nodeAffinityPolicy?: Value<'Honor' | 'Ignore'> | undefined;

  /** NodeTaintsPolicy indicates how we will treat node taints when calculating pod topology spread skew. */
  readonly nodeTaintsPolicy?: Value<'Honor' | 'Ignore'> | undefined;

  /** TopologyKey is the key of node labels. */
  readonly topologyKey: Value<string>;

  /** WhenUnsatisfiable indicates how to deal with a pod if it doesn't satisfy the spread constraint. */
  readonly whenUnsatisfiable: Value<'DoNotSchedule' | 'ScheduleAnyway'>;
}

/** TypedLocalObjectReference contains enough information to let you locate the typed referenced object inside the same namespace. */
export interface TypedLocalObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: Value<string> | undefined;

  /** Kind is the type of resource being referenced. */
  readonly kind: Value<string>;

  /** Name is the name of resource being referenced. */
  readonly name: Value<string>;
}

/** TypedObjectReference contains enough information to let you locate the typed referenced object. */
export interface TypedObjectReference {
  /** APIGroup is the group for the resource being referenced. */
  readonly apiGroup?: Value<string> | undefined;

  /** Kind is the type of resource being referenced. */
  readonly kind: Value<string>;

  /** Name is the name of resource being referenced. */
  readonly name: Value<string>;

  /** Namespace is the namespace of resource being referenced Note that when a namespace is specified, a gateway.networking.k8s.io/ReferenceGrant object is required in the referent namespace to allow that namespace's owner to accept the reference. */
  readonly namespace?: Value<string> | undefined;
}

/** Volume represents a named volume in a pod that may be accessed by any container in the pod. */
export interface Volume {
  /** awsElasticBlockStore represents an AWS Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly awsElasticBlockStore?: Value<AWSElasticBlockStoreVolumeSource> | undefined;

  /** azureDisk represents an Azure Data Disk mount on the host and bind mount to the pod. */
  readonly azureDisk?: Value<AzureDiskVolumeSource> | undefined;

  /** azureFile represents an Azure File Service mount on the host and bind mount to the pod. */
  readonly azureFile?: Value<AzureFileVolumeSource> | undefined;

  /** cephFS represents a Ceph FS mount on the host that shares a pod's lifetime. */
  readonly cephfs?: Value<CephFSVolumeSource> | undefined;

  /** cinder represents a cinder volume attached and mounted on kubelets host machine. */
  readonly cinder?: Value<CinderVolumeSource> | undefined;

  /** configMap represents a configMap that should populate this volume. */
  readonly configMap?: Value<ConfigMapVolumeSource> | undefined;

  /** csi (Container Storage Interface) represents ephemeral storage that is handled by certain external CSI drivers. */
  readonly csi?: Value<CSIVolumeSource> | undefined;

  /** downwardAPI represents downward API about the pod that should populate this volume. */
  readonly downwardAPI?: Value<DownwardAPIVolumeSource> | undefined;

  /** emptyDir represents a temporary directory that shares a pod's lifetime. */
  readonly emptyDir?: Value<EmptyDirVolumeSource> | undefined;

  /** ephemeral represents a volume that is handled by a cluster storage driver. */
  readonly ephemeral?: Value<EphemeralVolumeSource> | undefined;

  /** fc represents a Fibre Channel resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly fc?: Value<FCVolumeSource> | undefined;

  /** flexVolume represents a generic volume resource that is provisioned/attached using an exec based plugin. */
  readonly flexVolume?: Value<FlexVolumeSource> | undefined;

  /** flocker represents a Flocker volume attached to a kubelet's host machine. */
  readonly flocker?: Value<FlockerVolumeSource> | undefined;

  /** gcePersistentDisk represents a GCE Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly gcePersistentDisk?: Value<GCEPersistentDiskVolumeSource> | undefined;

  /** gitRepo represents a git repository at a particular revision. */
  readonly gitRepo?: Value<GitRepoVolumeSource> | undefined;

  /** glusterfs represents a Glusterfs mount on the host that shares a pod's lifetime. */
  readonly glusterfs?: Value<GlusterfsVolumeSource> | undefined;

  /** hostPath represents a pre-existing file or directory on the host machine that is directly exposed to the container. */
  readonly hostPath?: Value<HostPathVolumeSource> | undefined;

  /** image represents an OCI object (a container image or artifact) pulled and mounted on the kubelet's host machine. */
  readonly image?: Value<ImageVolumeSource> | undefined;

  /** iscsi represents an ISCSI Disk resource that is attached to a kubelet's host machine and then exposed to the pod. */
  readonly iscsi?: Value<ISCSIVolumeSource> | undefined;

  /** name of the volume. */
  readonly name: Value<string>;

  /** nfs represents an NFS mount on the host that shares a pod's lifetime. */
  readonly nfs?: Value<NFSVolumeSource> | undefined;

  /** persistentVolumeClaimVolumeSource represents a reference to a PersistentVolumeClaim in the same namespace. */
  readonly persistentVolumeClaim?: Value<PersistentVolumeClaimVolumeSource> | undefined;

  /** photonPersistentDisk represents a PhotonController persistent disk attached and mounted on kubelets host machine. */
  readonly photonPersistentDisk?: Value<PhotonPersistentDiskVolumeSource> | undefined;

  /** portworxVolume represents a portworx volume attached and mounted on kubelets host machine. */
  readonly portworxVolume?: Value<PortworxVolumeSource> | undefined;

  /** projected items for all in one resources secrets, configmaps, and downward API. */
  readonly projected?: Value<ProjectedVolumeSource> | undefined;

  /** quobyte represents a Quobyte mount on the host that shares a pod's lifetime. */
  readonly quobyte?: Value<QuobyteVolumeSource> | undefined;

  /** rbd represents a Rados Block Device mount on the host that shares a pod's lifetime. */
  readonly rbd?: Value<RBDVolumeSource> | undefined;

  /** scaleIO represents a ScaleIO persistent volume attached and mounted on Kubernetes nodes. */
  readonly scaleIO?: Value<ScaleIOVolumeSource> | undefined;

  /** secret represents a secret that should populate this volume. */
  readonly secret?: Value<SecretVolumeSource> | undefined;

  /** storageOS represents a StorageOS volume attached and mounted on Kubernetes nodes. */
  readonly storageos?: Value<StorageOSVolumeSource> | undefined;

  /** vsphereVolume represents a vSphere volume attached and mounted on kubelets host machine. */
  readonly vsphereVolume?: Value<VsphereVirtualDiskVolumeSource> | undefined;
}

/** volumeDevice describes a mapping of a raw block device within a container. */
export interface VolumeDevice {
  /** devicePath is the path inside of the container that the device will be mapped to. */
  readonly devicePath: Value<string>;

  /** name must match the name of a persistentVolumeClaim in the pod. */
  readonly name: Value<string>;
}

/** VolumeHealthCondition represents an adverse health condition reported for a volume. */
export interface VolumeHealthCondition {
  /** message is a human-readable description. */
  readonly message?: Value<string> | undefined;

  /** reason is a brief CamelCase machine-parseable reason. */
  readonly reason: Value<string>;

  /** status is the machine-parseable health category. */
  readonly status: Value<'DataLoss' | 'Degraded' | 'Inaccessible'>;
}

/** VolumeHealthStatus contains health information for a volume reported by the CSI controller plugin. */
export interface VolumeHealthStatus {
  /** conditions is the set of adverse conditions reported by the CSI controller plugin. */
  readonly healthConditions?: Value<ListOf<VolumeHealthCondition>> | undefined;

  /** lastTransitionTime is when the current set of conditions first appeared. */
  readonly lastTransitionTime?: Value<string> | undefined;
}

/** VolumeMount describes a mounting of a Volume within a container. */
export interface VolumeMount {
  /** bindMountOptions is the list of additional bind mount options to apply when mounting this volume into the container. */
  readonly bindMountOptions?: Value<ListOf<string>> | undefined;

  /** Path within the container at which the volume should be mounted. */
  readonly mountPath: Value<string>;

  /** mountPropagation determines how mounts are propagated from the host to container and the other way around. */
  readonly mountPropagation?: Value<'Bidirectional' | 'HostToContainer' | 'None'> | undefined;

  /** This must match the Name of a Volume. */
  readonly name: Value<string>;

  /** Mounted read-only if true, read-write otherwise (false or unspecified). */
  readonly readOnly?: Value<boolean> | undefined;

  /** RecursiveReadOnly specifies whether read-only mounts should be handled recursively. */
  readonly recursiveReadOnly?: Value<string> | undefined;

  /** Path within the volume from which the container's volume should be mounted. */
  readonly subPath?: Value<string> | undefined;

  /** Expanded path within the volume from which the container's volume should be mounted. */
  readonly subPathExpr?: Value<string> | undefined;
}

/** Projection that may be projected along with other supported volume types. */
export interface VolumeProjection {
  /** ClusterTrustBundle allows a pod to access the `.spec.trustBundle` field of ClusterTrustBundle objects in an auto-updating file. */
  readonly clusterTrustBundle?: Value<ClusterTrustBundleProjection> | undefined;

  /** configMap information about the configMap data to project. */
  readonly configMap?: Value<ConfigMapProjection> | undefined;

  /** downwardAPI information about the downwardAPI data to project. */
  readonly downwardAPI?: Value<DownwardAPIProjection> | undefined;

  /** Projects an auto-rotating credential bundle (private key and certificate chain) that the pod can use either as a TLS client or server. */
  readonly podCertificate?: Value<PodCertificateProjection> | undefined;

  /** secret information about the secret data to project. */
  readonly secret?: Value<SecretProjection> | undefined;

  /** serviceAccountToken is information about the serviceAccountToken data to project. */
  readonly serviceAccountToken?: Value<ServiceAccountTokenProjection> | undefined;
}

/** VolumeResourceRequirements describes the storage resource requirements for a volume. */
export interface VolumeResourceRequirements {
  /** Limits describes the maximum amount of compute resources allowed. */
  readonly limits?: Value<MapOf<number | string>> | undefined;

  /** Requests describes the minimum amount of compute resources required. */
  readonly requests?: Value<MapOf<number | string>> | undefined;
}

/** Represents a vSphere volume resource. */
export interface VsphereVirtualDiskVolumeSource {
  /** fsType is filesystem type to mount. */
  readonly fsType?: Value<string> | undefined;

  /** storagePolicyID is the storage Policy Based Management (SPBM) profile ID associated with the StoragePolicyName. */
  readonly storagePolicyID?: Value<string> | undefined;

  /** storagePolicyName is the storage Policy Based Management (SPBM) profile name. */
  readonly storagePolicyName?: Value<string> | undefined;

  /** volumePath is the path that identifies vSphere volume vmdk. */
  readonly volumePath: Value<string>;
}

/** The weights of all of the matched WeightedPodAffinityTerm fields are added per-node to find the most preferred node(s). */
export interface WeightedPodAffinityTerm {
  /** Required. */
  readonly podAffinityTerm: Value<PodAffinityTerm>;

  /** weight associated with matching the corresponding podAffinityTerm, in the range 1-100. */
  readonly weight: Value<number>;
}

/** WindowsSecurityContextOptions contain Windows-specific options and credentials. */
export interface WindowsSecurityContextOptions {
  /** GMSACredentialSpec is where the GMSA admission webhook (https://github.com/kubernetes-sigs/windows-gmsa) inlines the contents of the GMSA credential spec named by the GMSACredentialSpecName field. */
  readonly gmsaCredentialSpec?: Value<string> | undefined;

  /** GMSACredentialSpecName is the name of the GMSA credential spec to use. */
  readonly gmsaCredentialSpecName?: Value<string> | undefined;

  /** HostProcess determines if a container should be run as a 'Host Process' container. */
  readonly hostProcess?: Value<boolean> | undefined;

  /** The UserName in Windows to run the entrypoint of the container process. */
  readonly runAsUserName?: Value<string> | undefined;
}
