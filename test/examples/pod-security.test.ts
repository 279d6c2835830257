import type { Json } from '../../src/engine/expr';
import { podSecurityFindings } from './pod-security';

const SAFE = {
  name: 'a',
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
  },
};

/** A safe pod with something else in its only container's security context. */
function withContext(change: Readonly<Record<string, Json | undefined>>): Readonly<Record<string, Json>> {
  const changed: Readonly<Record<string, Json | undefined>> = { ...SAFE.securityContext, ...change };
  const given = Object.entries(changed).filter((entry): entry is [string, Json] => entry[1] !== undefined);
  const securityContext = Object.fromEntries(given);
  return { containers: [{ ...SAFE, securityContext }] };
}

describe('the check of the Pod Security Standard "restricted"', () => {
  test('passes a pod that meets it, also when pod and container share the settings', () => {
    expect(podSecurityFindings({ containers: [SAFE] })).toEqual([]);
    const { runAsNonRoot, seccompProfile } = SAFE.securityContext;
    const shared = withContext({ runAsNonRoot: undefined, seccompProfile: undefined });
    expect(podSecurityFindings({ ...shared, securityContext: { runAsNonRoot, seccompProfile } })).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, Json>>]>([
    ['the network of the host', { containers: [SAFE], hostNetwork: true }],
    ['a path of the host', { containers: [SAFE], volumes: [{ name: 'v', hostPath: { path: '/' } }] }],
    ['a port of the host', { containers: [{ ...SAFE, ports: [{ containerPort: 1, hostPort: 1 }] }] }],
    ['a container that is privileged', withContext({ privileged: true })],
    ['a container that may get more privileges', withContext({ allowPrivilegeEscalation: undefined })],
    ['a container that may be root', withContext({ runAsNonRoot: undefined })],
    [
      'a container that overrides the pod and may be root',
      { ...withContext({ runAsNonRoot: false }), securityContext: { runAsNonRoot: true } },
    ],
    ['user 0', withContext({ runAsUser: 0 })],
    ['capabilities that are kept', withContext({ capabilities: { drop: ['KILL'] } })],
    ['capabilities that are added', withContext({ capabilities: { drop: ['ALL'], add: ['NET_RAW'] } })],
    ['no seccomp profile', withContext({ seccompProfile: undefined })],
    ['an unconfined seccomp profile', withContext({ seccompProfile: { type: 'Unconfined' } })],
    ['another /proc', withContext({ procMount: 'Unmasked' })],
    ['what it does not look into', withContext({ seLinuxOptions: { user: 'u' } })],
    ['an init container that breaks it', { initContainers: [{ name: 'b' }], containers: [SAFE] }],
  ])('finds %s', (_, pod) => {
    expect(podSecurityFindings(pod)).not.toEqual([]);
  });
});
