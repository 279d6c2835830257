import * as fc from 'fast-check';
import type { Json } from '../../../src/engine/expr';
import { coder, dig, listAt, only, podTemplate } from '../../docs/coder';
import { fromSchema } from '../../support/arbitraries';
import { FORMATS, formatSchema } from '../../../src/engine/values';
import type { Objects } from '../../support/manifests';
import { type Policy, allows } from '../../support/network-policies';
import { PROPERTIES } from '../../support/share';

const parentRefs = [{ name: 'public', namespace: 'edge' }];
const secrets = { secretName: 'host-tls', devurlsSecretName: 'devurls-tls' };
const ALL = {
  hosts: { access: 'coder.example.com', devurls: '*-dev.example.com' },
  ingress: { enabled: true, tls: secrets },
  gateway: { enabled: true, parentRefs },
  certificates: { enabled: true, issuerRef: { name: 'ca' } },
};
const WILDCARD = '*.example.com';

const WILDCARDS = fromSchema(formatSchema(FORMATS.wildcardHost)) as fc.Arbitrary<string>;

const hostsIn = (objects: Objects): readonly (Json | undefined)[] =>
  listAt(only(objects, 'Ingress'), 'spec', 'rules').map((rule) => dig(rule, 'host'));
const certificatesIn = (objects: Objects): readonly Json[] =>
  Object.entries(objects).flatMap(([key, object]) => (key.startsWith('Certificate/') ? [object] : []));

describe('the hosts of Coder', () => {
  test('have a rule of the Ingress and a name of the HTTPRoute where they are set, and none where not', () => {
    const { access, devurls } = ALL.hosts;
    for (const [hosts, expected] of [
      [{ access }, [access]],
      [{ devurls }, [WILDCARD]],
      [{ access, devurls }, [access, WILDCARD]],
    ] as const) {
      const objects = coder({ hosts, ingress: { enabled: true }, gateway: ALL.gateway });
      expect(hostsIn(objects)).toEqual(expected);
      expect(listAt(only(objects, 'HTTPRoute'), 'spec', 'hostnames')).toEqual(expected);
    }
  });

  test('may be wildcards with a suffix, for which the whole label stands', () => {
    fc.assert(
      fc.property(WILDCARDS, (devurls) => {
        const [host] = hostsIn(coder({ hosts: { devurls }, ingress: { enabled: true } }));
        expect(host).toBe(devurls.replace(/^[^.]+/, '*'));
      }),
      { ...PROPERTIES, numRuns: 20 },
    );
  });

  test('lead to a port of the Service, whatever its number', () => {
    const objects = coder({ ...ALL, service: { http: { port: 8000 } } });
    const service = only(objects, 'Service');
    const [name, ports] = [dig(service, 'metadata', 'name'), listAt(service, 'spec', 'ports')];
    for (const rule of listAt(only(objects, 'Ingress'), 'spec', 'rules')) {
      const backend = dig(rule, 'http', 'paths', 0, 'backend', 'service');
      expect(dig(backend, 'name')).toBe(name);
      expect(ports.map((port) => dig(port, 'name'))).toContain(dig(backend, 'port', 'name'));
    }
    const [backend] = listAt(only(objects, 'HTTPRoute'), 'spec', 'rules', 0, 'backendRefs');
    expect([dig(backend, 'name'), dig(backend, 'port')]).toEqual([name, 8000]);
  });

  test('have the certificate of the Secret that a Certificate of the same host writes', () => {
    const objects = coder(ALL);
    const shown = listAt(only(objects, 'Ingress'), 'spec', 'tls').map((one) => [
      dig(one, 'hosts'),
      dig(one, 'secretName'),
    ]);
    const written = certificatesIn(objects).map((one) => [
      dig(one, 'spec', 'dnsNames'),
      dig(one, 'spec', 'secretName'),
    ]);
    expect(shown).toEqual([
      [[ALL.hosts.access], secrets.secretName],
      [[WILDCARD], secrets.devurlsSecretName],
    ]);
    expect(written).toEqual(shown);
  });

  test('have that of the Secret that coderd itself shows where the Ingress has none', () => {
    const tls = { secretName: 'own', devurlsSecretName: 'own-devurls' };
    const { ingress: _, ...others } = ALL;
    const written = certificatesIn(coder({ ...others, tls }));
    expect(written.map((one) => dig(one, 'spec', 'secretName'))).toEqual(Object.values(tls));
    const { access } = ALL.hosts;
    expect(certificatesIn(coder({ ...others, hosts: { access }, tls }))).toHaveLength(1);
  });

  test('have no certificate without a Secret, which an issuer for one host only needs', () => {
    const { secretName } = secrets;
    const objects = coder({ ...ALL, ingress: { enabled: true, tls: { secretName } } });
    expect(certificatesIn(objects).map((one) => dig(one, 'spec', 'secretName'))).toEqual([secretName]);
    expect(listAt(only(objects, 'Ingress'), 'spec', 'tls')).toHaveLength(1);
  });

  test('have objects named after the release, and none without coderd', () => {
    const names = (objects: Objects): readonly string[] =>
      Object.keys(objects).filter((key) => /^(Ingress|HTTPRoute|Certificate)\//.test(key));
    expect(names(coder(ALL))).toEqual([
      'Ingress/coderd-ingress',
      'HTTPRoute/coderd',
      'Certificate/coderd',
      'Certificate/coderd-devurls',
    ]);
    expect(names(coder(ALL, 'other')).every((name) => name.includes('/other-coderd'))).toBe(true);
    expect(names(coder({ ...ALL, coderd: { enabled: false } }))).toEqual([]);
  });
});

test('an additional port of the Service is open to everybody, and no other port of a sidecar', () => {
  const ports = [
    { name: 'ssh', containerPort: 2222, protocol: 'TCP' as const },
    { name: 'voice', containerPort: 3478, protocol: 'UDP' as const },
    { name: 'admin', containerPort: 9901, protocol: 'TCP' as const },
  ];
  const additionalPorts = [
    { name: 'ssh', port: 22, targetPort: 'ssh' },
    { name: 'turn', port: 3478, targetPort: 'voice', protocol: 'UDP' },
  ];
  const objects = coder({
    coderd: { sidecars: [{ name: 'proxy', image: 'example.com/proxy:1', ports }] },
    service: { additionalPorts },
  });
  expect(listAt(only(objects, 'Service'), 'spec', 'ports').slice(1)).toEqual(additionalPorts);
  const policies = Object.entries(objects).flatMap(([key, one]) =>
    key.startsWith('NetworkPolicy/') ? [JSON.parse(JSON.stringify(one)) as Policy] : [],
  );
  const labels = dig(podTemplate(objects), 'metadata', 'labels') as Readonly<Record<string, string>>;
  const to = { namespace: 'coder', labels, ports };
  const reached = ports.map(({ containerPort: port, protocol }) =>
    allows(policies, { from: { ip: '203.0.113.7' }, to, port, protocol }),
  );
  expect(reached).toEqual([true, true, false]);
});
