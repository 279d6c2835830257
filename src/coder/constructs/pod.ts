import { type SecretMount, envFromOf, mountsOf, secretMounts, sidecarsOf } from '../values';
import type { ContainerPort } from '../versions';
import {
  type Expr,
  type MapOf,
  type Tree,
  type TreeMap,
  type Value,
  and,
  concat,
  each,
  eachEntry,
  equals,
  ifElse,
  ifSet,
  isSet,
  literal,
  merge,
  mergeByName,
  namedTemplate,
  nonEmpty,
  not,
  optional,
  interpolate,
  unlessEmpty,
} from '../../engine/expr';
import type { CoderHandles } from './handles';
import type { PartProps } from './part';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { selectorLabels } from './metadata';
import { pullSecrets, resourcesOf } from './containers';
import { environment } from './variables';

type Values = CoderHandles['coderd'];
type Probe = Values['readinessProbe'];
/** What a probe looks at. */
type Check = Pick<k8s.Probe, 'httpGet' | 'tcpSocket'>;

/** The pods of coderd. */
export function podSpec(part: PartProps): TreeMap {
  const { values, names } = part;
  const { coderd } = values;
  return tree<k8s.PodSpec>({
    serviceAccountName: optional(not(values.satellite.enabled), names.serviceAccount),
    automountServiceAccountToken: values.serviceAccount.automountToken,
    imagePullSecrets: pullSecrets(values),
    securityContext: podSecurityContext(coderd.podSecurityContext),
    terminationGracePeriodSeconds: coderd.terminationGracePeriodSeconds,
    priorityClassName: ifSet(coderd.priorityClassName),
    schedulerName: ifSet(coderd.schedulerName),
    runtimeClassName: ifSet(coderd.runtimeClassName),
    hostAliases: unlessEmpty(eachEntry(coderd.hostAliases, 'list', (ip, hostnames) => ({ ip, hostnames }))),
    dnsPolicy: ifSet(coderd.dnsPolicy),
    dnsConfig: dnsConfig(coderd.dnsConfig),
    nodeSelector: unlessEmpty(coderd.nodeSelector),
    tolerations: unlessEmpty(coderd.tolerations),
    affinity: optional(nonEmpty(coderd.affinity), coderd.affinity, preferOtherNodes(part)),
    topologySpreadConstraints: unlessEmpty(spread(part)),
    initContainers: unlessEmpty(
      concat(
        coderd.initContainersBeforeMigrations,
        [optional(and(coderd.migrations.enabled, not(values.satellite.enabled)), migrations(part))],
        coderd.extraInitContainers,
      ),
    ),
    containers: concat([container(part)], sidecarsOf(coderd)),
    volumes: mergeByName(namedTemplate('volumes', literal(volumes(part))), volumesOf(coderd), coderd.extraVolumes),
  });
}

function container(part: PartProps): TreeMap {
  const { values, version } = part;
  const { coderd } = values;
  const { http, https, pprof, metrics } = version.ports;
  return tree<k8s.Container>({
    ...ownContainer(part, 'coderd', command(part)),
    args: unlessEmpty(coderd.args),
    ports: [port(http), optional(values.service.https.enabled, port(https)), port(pprof), port(metrics)],
    env: environment('env', version.environment, part),
    envFrom: unlessEmpty(envFromOf(coderd)),
    startupProbe: probe(coderd.startupProbe, answers(part)),
    readinessProbe: probe(coderd.readinessProbe, answers(part)),
    livenessProbe: probe(coderd.livenessProbe, listens(part)),
    lifecycle: unlessEmpty(coderd.lifecycle),
    resources: resources(coderd),
    securityContext: namedTemplate('securityContext', literal(containerSecurityContext(coderd.securityContext))),
    volumeMounts: volumeMounts(part),
  });
}

/** In its own chart the migrations have no resources, which a namespace with a ResourceQuota refuses; here they get coderd's. */
function migrations(part: PartProps): TreeMap {
  const { values, version } = part;
  const { coderd } = values;
  return tree<k8s.Container>({
    ...ownContainer(part, 'migrations', version.migrationsCommand),
    env: environment('migrationsEnv', version.migrationsEnvironment, part),
    envFrom: unlessEmpty(envFromOf(coderd)),
    resources: resources(coderd),
    securityContext: namedTemplate('securityContext', literal(containerSecurityContext(coderd.securityContext))),
    volumeMounts: volumeMounts(part),
  });
}

interface OwnContainer {
  readonly name: string;
  readonly image: Expr<string>;
  readonly imagePullPolicy: Expr<string>;
  readonly command: Value<readonly string[]>;
}

function ownContainer({ values }: PartProps, name: string, runs: OwnContainer['command']): OwnContainer {
  return { name, image: image(values), imagePullPolicy: values.image.pullPolicy, command: runs };
}

function command({ values: { coderd, satellite }, version }: PartProps): OwnContainer['command'] {
  const usual = optional(satellite.enabled, literal(version.satelliteCommand), literal(version.command));
  return optional(nonEmpty(coderd.command), coderd.command, usual);
}

function dnsConfig({ nameservers, searches, options }: Values['dnsConfig']): Expr {
  return unlessEmpty({
    nameservers: unlessEmpty(nameservers),
    searches: unlessEmpty(searches),
    options: unlessEmpty(eachEntry(options, 'string', (name, value) => ({ name, value: ifSet(value) }))),
  });
}

function image({ image: { registry, repository, tag, digest } }: CoderHandles): Expr<string> {
  return namedTemplate(
    'image',
    interpolate`${registry}/${repository}${ifElse(isSet(digest), interpolate`@${digest}`, interpolate`:${tag}`)}`,
  );
}

function port({ name, containerPort }: ContainerPort): TreeMap {
  return { name, containerPort, protocol: 'TCP' };
}

function volumes({ values, version }: PartProps): readonly Tree[] {
  const ofSecret = ({ name, isThere, secretName }: SecretMount): Tree =>
    optional(isThere, { name, secret: { secretName } });
  return [{ name: version.scratch.name, emptyDir: {} }, ...secretMounts(values).map(ofSecret)];
}

function volumesOf({ volumes: all }: Values): Expr {
  return namedTemplate(
    'volumesByName',
    eachEntry(all, (name, { source }) => merge({ name }, source)),
  );
}

function volumeMounts({ values, version }: PartProps): Expr {
  const { name, mountPath } = version.scratch;
  const own = [{ name, mountPath }, ...secretMounts(values).map(volumeMount)];
  return concat(namedTemplate('volumeMounts', literal(own)), mountsOf(values.coderd), values.coderd.extraVolumeMounts);
}

function volumeMount({ name, isThere, mountPath, subPath }: SecretMount): Tree {
  return optional(isThere, { name, mountPath, subPath, readOnly: true });
}

function resources({ resources: of }: Values): Expr {
  return unlessEmpty(namedTemplate('resources', literal(resourcesOf(of))));
}

/** Whether coderd can serve: also a question to what it needs. */
function answers({ version }: PartProps): Check {
  return { httpGet: { path: version.healthPath, port: version.ports.http.name } };
}

/** Whether there is a coderd at all: a restart helps nobody while only its database is away. */
function listens({ version }: PartProps): Check {
  return { tcpSocket: { port: version.ports.http.name } };
}

function probe(timing: Probe, check: Check): Expr {
  const { initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold } = timing;
  const spec = tree<k8s.Probe>({ ...check, initialDelaySeconds, periodSeconds, timeoutSeconds, failureThreshold });
  return optional(timing.enabled, spec);
}

/** Kubernetes takes a constraint without a selector for one of no pods: it would spread nothing, and say so nowhere. */
function spread(part: PartProps): Expr {
  const usual: Expr = literal({ labelSelector: { matchLabels: selectorLabels(part) } });
  const constraints: Expr = part.values.coderd.topologySpreadConstraints;
  return each(constraints as Expr<readonly MapOf<string>[]>, 'map', (one) => merge({}, usual as typeof one, one));
}

function podSecurityContext(of: Values['podSecurityContext']): TreeMap {
  return tree<k8s.PodSecurityContext>({
    runAsNonRoot: of.runAsNonRoot,
    runAsUser: ifSet(of.runAsUser),
    runAsGroup: ifSet(of.runAsGroup),
    fsGroup: ifSet(of.fsGroup),
    seccompProfile: seccompProfile(of.seccompProfile),
  });
}

function containerSecurityContext(of: Values['securityContext']): TreeMap {
  const { drop, add } = of.capabilities;
  return tree<k8s.SecurityContext>({
    runAsNonRoot: of.runAsNonRoot,
    runAsUser: ifSet(of.runAsUser),
    runAsGroup: ifSet(of.runAsGroup),
    readOnlyRootFilesystem: of.readOnlyRootFilesystem,
    allowPrivilegeEscalation: of.allowPrivilegeEscalation,
    capabilities: unlessEmpty({ drop: unlessEmpty(drop), add: unlessEmpty(add) }),
    seccompProfile: seccompProfile(of.seccompProfile),
  });
}

function seccompProfile({ type, localhostProfile }: Values['securityContext']['seccompProfile']): Expr {
  return optional(isSet(type), { type, localhostProfile: optional(equals(type, 'Localhost'), localhostProfile) });
}

/** In its own chart this matches no pod, because it asks for a label value that none has. */
function preferOtherNodes(part: PartProps): TreeMap {
  const podAffinityTerm = {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: { matchLabels: selectorLabels(part) },
  };
  return tree<k8s.Affinity>({
    podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, podAffinityTerm }] },
  });
}
