import type { CoderdFacts, ProbeTiming } from '../versions';
import {
  ANY_MAP,
  ANY_TEXT,
  MAP_VALUE,
  type JsonSchema,
  type Leaf,
  type ManifestListOptions,
  type Unique,
  annotations,
  bool,
  choice,
  int,
  intOrPercent,
  labels,
  manifest,
  manifestList,
  manifestMap,
  ofFormat,
  optionalInt,
  section,
  text,
} from '../../engine/values';
import { resources } from './amounts';
import { process, resolution, scheduling } from './pod-values';
import { TOLERATIONS, TOLERATION_FIELDS } from './tolerations';
import { containerSecurityContext, podSecurityContext } from './security-values';
import { volumes } from './volume-values';
import { BY_NAME } from './words';

const POD = 'https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/';
const DEPLOYMENT = 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/';
const PROBES = 'https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/';

const named = { required: ['name'] } as const;

/** The containers of the chart, which no other may be called like. */
const CONTAINERS = ['coderd', 'migrations'];

/** Where the value of a variable may come from. */
const SOURCES = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

/** The API server refuses a source that says none of them, or two. */
const ONE_SOURCE: Pick<JsonSchema, 'exclusive'> = { exclusive: { of: SOURCES, isNeeded: true } };

/** Where variables come from, all together. */
const ENV_SOURCE = {
  fields: {
    prefix: { ...ANY_TEXT, exact: { pattern: '^[ -<>-~]*$', title: 'printable ASCII without =' } },
    configMapRef: ANY_MAP,
    secretRef: ANY_MAP,
  },
  exclusive: { of: ['configMapRef', 'secretRef'], isNeeded: true },
};

/** No two items have one text in a field, nor one of those that the chart has. */
function apart(field: string, ...taken: readonly string[]): Unique {
  return { fields: [field], taken };
}

const OTHER_CONTAINERS = { ...named, unique: apart('name', ...CONTAINERS) };

/** The API server takes probes and hooks only of init containers that keep running. */
const INIT_CONTAINERS = {
  ...OTHER_CONTAINERS,
  variants: [
    {
      field: 'restartPolicy',
      default: '',
      kinds: [{ of: [''], refused: ['livenessProbe', 'readinessProbe', 'startupProbe', 'lifecycle'] }],
    },
  ],
};

/** The Deployment of coderd and its pods. */
export function coderd(version: CoderdFacts) {
  return section('The Deployment of coderd.', {
    enabled: bool({
      description:
        'Deploy coderd. If false, only monitor one that is deployed some other way: see metrics.monitor.target.',
      default: true,
    }),
    replicas: optionalInt({
      description: 'Number of pods. With "", the field is left out and an autoscaler or kubectl scale decides.',
      default: 1,
      min: 0,
      see: `${DEPLOYMENT}#scaling-a-deployment`,
    }),
    labels: labels({ description: 'Labels for the Deployment.', default: {} }),
    annotations: annotations({ description: 'Annotations for the Deployment.', default: {} }),
    podLabels: labels({
      description: 'Labels for the pods; not those of selectors.',
      default: {},
    }),
    podAnnotations: annotations({ description: 'Annotations for the pods.', default: {} }),
    ...process,
    resources: resources('coderd', version.resources),
    migrations: section('Init container that brings the database schema up to date.', {
      enabled: bool({
        description:
          'Run the migrations before coderd starts. If false, run "coderd migrate up" before each new version.',
        default: true,
      }),
    }),
    env: manifestMap<never>('environment.Variable', {
      description:
        'Variables of coderd and its migrations by name, each with value or valueFrom; not those that another value sets.',
      default: {},
      names: 'variableName',
      fields: { value: ANY_TEXT, valueFrom: { ...MAP_VALUE, ...ONE_SOURCE } },
      exclusive: { of: ['value', 'valueFrom'], isNeeded: true },
      see: 'https://kubernetes.io/docs/tasks/inject-data-application/define-environment-variable-container/',
    }),
    extraEnv: list('k8s.EnvVar', 'The same as a list, in its order; replaces variables of env.', {
      fields: { name: ofFormat('variableName'), value: ANY_TEXT, valueFrom: { ...ANY_MAP, ...ONE_SOURCE } },
      required: ['name'],
      unique: apart('name'),
      exclusive: { of: ['value', 'valueFrom'], isNeeded: false },
    }),
    envFrom: list(
      'k8s.EnvFromSource',
      `ConfigMaps and Secrets whose keys become variables too, but for those of other values, and ${ownNames(version)}.`,
      ENV_SOURCE,
    ),
    envFromByName: manifestMap<never>('k8s.EnvFromSource', {
      description: BY_NAME,
      default: {},
      names: 'dnsLabel',
      ...ENV_SOURCE,
    }),
    volumes,
    extraVolumes: list('k8s.Volume', 'More; one with a name the chart uses replaces it.', {
      ...named,
      unique: apart('name'),
    }),
    extraVolumeMounts: list('k8s.VolumeMount', 'More mounts of coderd and its migrations.', {
      required: ['name', 'mountPath'],
      unique: apart('mountPath', version.scratch.mountPath),
    }),
    initContainersBeforeMigrations: list(
      'k8s.Container',
      'Init containers before the migrations, such as a database proxy.',
      INIT_CONTAINERS,
    ),
    extraInitContainers: list('k8s.Container', 'Init containers after the migrations.', INIT_CONTAINERS),
    sidecars: list('k8s.Container', 'Containers beside coderd.', OTHER_CONTAINERS),
    sidecarsByName: manifestMap<never>("Omit<k8s.Container, 'name'>", {
      description: BY_NAME,
      default: {},
      names: 'dnsLabel',
      taken: CONTAINERS,
    }),
    podSecurityContext: podSecurityContext(version),
    securityContext: containerSecurityContext(version),
    startupProbe: probe('Startup probe: holds the other two back until coderd answers.', false, {
      ...version.liveness,
      initialDelaySeconds: 0,
    }),
    readinessProbe: probe('Readiness probe: a pod that fails it gets no traffic.', true, version.readiness),
    livenessProbe: probe('Liveness probe: a pod that fails it is restarted.', true, version.liveness),
    terminationGracePeriodSeconds: int({
      description: 'Seconds from SIGTERM to SIGKILL; long, so that workspace builds can finish.',
      default: version.terminationGracePeriodSeconds,
      min: 0,
      see: `${POD}#lifecycle`,
    }),
    lifecycle: manifest<never>('k8s.Lifecycle', {
      description: 'Hooks of the container coderd (postStart, preStop).',
      default: {},
      see: `${POD}#lifecycle-1`,
    }),
    strategy: section('How pods are replaced by new ones.', {
      type: choice(['RollingUpdate', 'Recreate'], {
        description: 'Rollout strategy.',
        default: 'RollingUpdate',
        see: `${DEPLOYMENT}#strategy`,
      }),
      rollingUpdate: section('Bounds of a rolling update.', {
        maxSurge: intOrPercent({
          description: 'Maximum number of pods above the desired replicas.',
          default: '25%',
          see: `${DEPLOYMENT}#max-surge`,
        }),
        maxUnavailable: intOrPercent({
          description: 'Maximum number of pods below the desired replicas.',
          default: '25%',
          maxPercent: 100,
          see: `${DEPLOYMENT}#max-unavailable`,
        }),
      }),
    }),
    nodeSelector: labels({
      description: 'Labels that a node must have, beside the defaults or in their place; null takes one out.',
      default: version.nodeSelector,
      see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#nodeselector',
    }),
    tolerations: list('k8s.Toleration', 'Taints the pods tolerate.', {
      fields: TOLERATION_FIELDS,
      variants: TOLERATIONS,
    }),
    affinity: manifest<never>('k8s.Affinity', {
      description: 'Affinity of the pods. If empty, they prefer nodes without another coderd pod of this release.',
      default: {},
      see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/#affinity-and-anti-affinity',
    }),
    topologySpreadConstraints: list(
      'k8s.TopologySpreadConstraint',
      'How the pods spread over zones and nodes; without a labelSelector, those of this release.',
      {
        required: ['maxSkew', 'topologyKey', 'whenUnsatisfiable'],
        unique: { fields: ['topologyKey', 'whenUnsatisfiable'], taken: [] },
      },
    ),
    ...resolution,
    ...scheduling,
    priorityClassName: text({
      description: 'PriorityClass of the pods.',
      default: '',
      format: 'dnsSubdomain',
      see: 'https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/',
    }),
  });
}

/** What Kubernetes lets win over `envFrom`, whatever the values are. */
function ownNames({ environment }: CoderdFacts): string {
  const names = environment.flatMap((of) => ('setting' in of ? [] : [of.name]));
  return names.join(', ');
}

/** What the items are, `api` says, in the props: here nothing is, so that the handle is taken for the prop. */
type ManifestListLeaf = Leaf<readonly never[]>;

function list(
  api: string,
  description: string,
  items: Pick<ManifestListOptions, 'fields' | 'required' | 'unique' | 'variants' | 'exclusive'>,
): ManifestListLeaf {
  return manifestList<never>(api, { description, default: [], see: POD, ...items });
}

function probe(description: string, enabled: boolean, timing: ProbeTiming) {
  const seconds = (about: string, value: number, min: number): Leaf<number> =>
    int({ description: about, default: value, min, see: PROBES });
  const timings = {
    enabled: bool({ description: 'Enable the probe.', default: enabled, see: PROBES }),
    initialDelaySeconds: seconds('Seconds before the first probe.', timing.initialDelaySeconds, 0),
    periodSeconds: seconds('Seconds between two probes.', timing.periodSeconds, 1),
    timeoutSeconds: seconds('Seconds after which a probe has failed.', timing.timeoutSeconds, 1),
    failureThreshold: seconds('Failures in a row that count.', timing.failureThreshold, 1),
  };
  return section(description, timings, 'probe');
}
