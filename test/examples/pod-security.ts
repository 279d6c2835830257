import type { Json } from '../../src/engine/expr';

/** A part of a pod's specification. */
export type Spec = Readonly<Record<string, Json | undefined>>;

/**
 * What in a pod breaks the Pod Security Standard "restricted", one line a finding.
 *
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
 */
export function podSecurityFindings(pod: Spec): readonly string[] {
  return [...podFindings(pod), ...containersOf(pod).flatMap((container) => containerFindings(container, pod))];
}

function podFindings(pod: Spec): readonly string[] {
  const namespaces = ['hostNetwork', 'hostPID', 'hostIPC'].filter((field) => pod[field] === true);
  const volumes = mapsIn(pod['volumes']).filter((volume) => !Object.keys(volume).some((key) => VOLUMES.has(key)));
  return [
    ...namespaces.map((field) => `${field} is true`),
    ...volumes.map((volume) => `the volume ${nameOf(volume)} is of a type that is not allowed`),
    ...securityContextFindings(context(pod), 'the pod'),
  ];
}

const VOLUMES: ReadonlySet<string> = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

function containerFindings(container: Spec, pod: Spec): readonly string[] {
  const own = context(container);
  const name = nameOf(container);
  const either = (field: string): Json | undefined => own[field] ?? context(pod)[field];
  const capabilities = mapOf(own['capabilities']);
  const findings: readonly (readonly [boolean, string])[] = [
    [own['privileged'] === true, 'is privileged'],
    [own['allowPrivilegeEscalation'] !== false, 'may get more privileges'],
    [either('runAsNonRoot') !== true, 'may run as root'],
    [!textsIn(capabilities['drop']).includes('ALL'), 'keeps capabilities'],
    [textsIn(capabilities['add']).some((one) => one !== 'NET_BIND_SERVICE'), 'adds capabilities'],
    [!isConfined(either('seccompProfile')), 'has no seccomp profile'],
    [own['procMount'] !== undefined && own['procMount'] !== 'Default', 'has another /proc'],
    [mapsIn(container['ports']).some(({ hostPort }) => hostPort !== undefined && hostPort !== 0), 'has a host port'],
  ];
  const broken = findings.filter(([isBroken]) => isBroken).map(([, what]) => `${name} ${what}`);
  return [...broken, ...securityContextFindings(own, name)];
}

/** Fields that a pod and a container share. */
function securityContextFindings(of: Spec, name: string): readonly string[] {
  return [
    ...(of['runAsUser'] === 0 ? [`${name} runs as user 0`] : []),
    ...(of['runAsNonRoot'] === false ? [`${name} may run as root`] : []),
    ...(of['seccompProfile'] !== undefined && !isConfined(of['seccompProfile']) ? [`${name} is not confined`] : []),
    ...['seLinuxOptions', 'appArmorProfile', 'windowsOptions', 'sysctls']
      .filter((field) => of[field] !== undefined)
      .map((field) => `${name} sets ${field}, which is not looked into`),
  ];
}

function isConfined(profile: Json | undefined): boolean {
  return ['RuntimeDefault', 'Localhost'].includes(mapOf(profile)['type'] as string);
}

function containersOf(pod: Spec): readonly Spec[] {
  return ['initContainers', 'containers', 'ephemeralContainers'].flatMap((field) => mapsIn(pod[field]));
}

function nameOf(of: Spec): string {
  return of['name'] as string;
}

function context(of: Spec): Spec {
  return mapOf(of['securityContext']);
}

function mapOf(value: Json | undefined): Spec {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Spec) : {};
}

function mapsIn(value: Json | undefined): readonly Spec[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(mapOf) : [];
}

function textsIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
