import type { Json } from '../../src/engine/expr';

const NAMES = 'tcp-coderd, https-coderd, pprof-coderd, prom-coderd';

/** Values with containers, in the order in which they start. */
const LISTS = ['initContainersBeforeMigrations', 'extraInitContainers', 'sidecars', 'sidecarsByName'] as const;

type Container = Readonly<Record<string, Json>> & { readonly name: string };

/** Containers as one of these values has them. */
function containers(list: (typeof LISTS)[number], ...items: readonly Container[]): Readonly<Record<string, Json>> {
  const byName = Object.fromEntries(items.map(({ name, ...rest }) => [name, rest as Json]));
  return { [list]: list === 'sidecarsByName' ? byName : items };
}

const MOUNTS =
  'expected mounts of volumes that coderd.volumes or coderd.extraVolumes names, or of tmp-pgcerts, got the volume "dat"';
const PORTS = `expected names of ports that are none of ${NAMES}, got the name "prom-coderd"`;
const PLACES =
  'coderd.volumes: expected another mountPath for each, where nothing of another value is mounted, got two in one place';
const VOLUMES = { extraVolumes: [{ name: 'data' }], volumes: { dats: {} } };
const SECRET = { tls: { secretName: 'a' } };

/** A container of a later value that is called like one of an earlier. */
function sameName(list: (typeof LISTS)[number], earlier: (typeof LISTS)[number]): readonly [Json, string] {
  const before = LISTS.slice(0, LISTS.indexOf(list)).map((other) => `coderd.${other}`);
  return [
    { coderd: { ...containers(list, { name: 'a' }, { name: 'b' }), ...containers(earlier, { name: 'b' }) } },
    `coderd.${list}: expected names that no container of ${before.join(', ')} has, got the name "b"`,
  ];
}

/** Values of pods that break one rule each, and what is said of them. */
export const BROKEN_PODS: readonly (readonly [Json, string])[] = [
  ...[
    ['extraVolumeMounts', { extraVolumeMounts: [{ name: 'dat', mountPath: '/a' }] }] as const,
    ...LISTS.map((list) => {
      const mounts = [{ name: 'data' }, { name: 'dats' }, { name: 'tmp-pgcerts' }, { name: 'dat' }];
      return [list, containers(list, { name: 'a' }, { name: 'b', volumeMounts: mounts })] as const;
    }),
  ].map(([list, of]): readonly [Json, string] => [{ coderd: { ...VOLUMES, ...of } }, `coderd.${list}: ${MOUNTS}`]),
  ...LISTS.slice(1).map((list, i): readonly [Json, string] => sameName(list, LISTS[i] ?? list)),
  ...LISTS.map((list): readonly [Json, string] => [
    { coderd: containers(list, { name: 'a', ports: [{ name: 'b' }, { name: 'prom-coderd' }] }) },
    `coderd.${list}: ${PORTS}`,
  ]),
  [
    { ...SECRET, coderd: { volumes: { a: {}, tls: {} } } },
    'coderd.volumes: expected names that no volume of another value has, got "tls", that of values.tls.secretName',
  ],
  [
    { coderd: { volumes: { a: {}, b: {} }, extraVolumes: [{ name: 'c' }, { name: 'b' }] } },
    'coderd.extraVolumes: expected names that coderd.volumes does not have, got "b"',
  ],
  [{ coderd: { volumes: { a: { mountPath: '/b' }, c: {}, b: { mountPath: '/a' }, d: { mountPath: '/b' } } } }, PLACES],
  [
    { coderd: { dnsPolicy: 'None', dnsConfig: { searches: ['a.b'] } } },
    'coderd.dnsConfig.nameservers: expected at least one address, since coderd.dnsPolicy is None, got none',
  ],
];

/** More values that break one of these, since a rule looks at more than one value. */
export const ALSO_BROKEN_PODS: readonly (readonly [Json, string])[] = [
  ...LISTS.slice(2).flatMap((list, i) => LISTS.slice(0, i + 1).map((earlier) => sameName(list, earlier))),
  ...LISTS.map((list): readonly [Json, string] => [
    { coderd: { ...VOLUMES, ...containers(list, { name: 'a', volumeDevices: [{ name: 'data' }, { name: 'dat' }] }) } },
    `coderd.${list}: ${MOUNTS}`,
  ]),
  [{ ...SECRET, coderd: { volumes: { a: { mountPath: '/etc/ssl/certs/host' } } } }, PLACES],
  [{ coderd: { volumes: { a: { mountPath: '/tmp/pgcerts' } } } }, PLACES],
  [
    {
      coderd: {
        volumes: { a: { mountPath: '/a' }, b: { mountPath: '/b' } },
        extraVolumeMounts: [{ name: 'a', mountPath: '/b' }],
      },
    },
    'coderd.extraVolumeMounts: expected places where nothing of another value is mounted, got "/b"',
  ],
];

/** Values of pods that come near, and go together. */
export const ALLOWED_PODS: readonly Json[] = [
  {
    coderd: {
      extraVolumes: [{ name: 'data', emptyDir: {} }],
      extraVolumeMounts: ['data', 'tmp-pgcerts'].map((name) => ({ name, mountPath: `/${name}` })),
      sidecars: [{ name: 'a', volumeMounts: [{ name: 'data' }], ports: [{ name: 'a' }, { containerPort: 1 }] }],
      extraInitContainers: [{ name: 'b', volumeMounts: [], volumeDevices: [{ name: 'data' }] }],
      initContainersBeforeMigrations: [{ name: 'c', restartPolicy: 'Always', startupProbe: {}, ports: [] }],
    },
  },
  { coderd: { enabled: false, extraVolumeMounts: [{ name: 'a', mountPath: '/a' }] } },
  { coderd: { enabled: false, dnsPolicy: 'None' } },
  {
    coderd: {
      volumes: { a: { mountPath: '/a' }, b: {}, c: {}, 'tmp-pgcerts': { source: { emptyDir: { sizeLimit: '1Gi' } } } },
      extraVolumeMounts: ['b', 'c'].map((name) => ({ name, mountPath: `/${name}` })),
      sidecarsByName: { a: { volumeMounts: [{ name: 'b' }] } },
    },
  },
  {
    coderd: { sidecarsByName: { a: { ports: [{ name: 'b' }] } } },
    service: { additionalPorts: [{ name: 'b', port: 9, targetPort: 'b' }] },
  },
  { coderd: { dnsPolicy: 'None', dnsConfig: { nameservers: ['::1'] } } },
  { coderd: { dnsPolicy: 'Default', dnsConfig: { options: { ndots: '2' } } } },
];
