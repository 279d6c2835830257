import type { Json } from '../../src/engine/expr';

const NAMES = 'tcp-coderd, https-coderd, pprof-coderd, prom-coderd';

/** Lists of containers, in the order in which they start. */
const LISTS = ['initContainersBeforeMigrations', 'extraInitContainers', 'sidecars'] as const;

/** Values of pods that break one rule each, and what is said of them. */
export const BROKEN_PODS: readonly (readonly [Json, string])[] = [
  ...(
    [
      ['extraVolumeMounts', [{ name: 'dat', mountPath: '/a' }]],
      ['initContainersBeforeMigrations', [{ name: 'a', volumeMounts: [{ name: 'dat' }] }]],
      ['initContainersBeforeMigrations', [{ name: 'a' }, { name: 'b', volumeDevices: [{ name: 'dat' }] }]],
      ['extraInitContainers', [{ name: 'a', volumeMounts: [{ name: 'data' }, { name: 'dat' }] }]],
      ['extraInitContainers', [{ name: 'a', volumeDevices: [{ name: 'dat' }] }]],
      ['sidecars', [{ name: 'a' }, { name: 'b', volumeMounts: [{ name: 'tmp-pgcerts' }, { name: 'dat' }] }]],
      ['sidecars', [{ name: 'a', volumeDevices: [{ name: 'data' }, { name: 'dat' }] }]],
    ] as const
  ).map(([list, items]): readonly [Json, string] => [
    { coderd: { extraVolumes: [{ name: 'data' }], [list]: items } },
    `coderd.${list}: expected mounts of volumes that coderd.extraVolumes names, or of tmp-pgcerts, got the volume "dat"`,
  ]),
  ...LISTS.flatMap((list, i) =>
    LISTS.slice(0, i).map((earlier): readonly [Json, string] => [
      { coderd: { [list]: [{ name: 'a' }, { name: 'b' }], [earlier]: [{ name: 'b' }] } },
      `coderd.${list}: expected names that no container of coderd.${earlier} has, got the name "b"`,
    ]),
  ),
  ...LISTS.map((list): readonly [Json, string] => [
    { coderd: { [list]: [{ name: 'a', ports: [{ name: 'b' }, { name: 'prom-coderd' }] }] } },
    `coderd.${list}: expected names of ports that are none of ${NAMES}, got the name "prom-coderd"`,
  ]),
  [
    { coderd: { dnsPolicy: 'None', dnsConfig: { searches: ['a.b'] } } },
    'coderd.dnsConfig.nameservers: expected at least one address, since coderd.dnsPolicy is None, got none',
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
  { coderd: { dnsPolicy: 'None', dnsConfig: { nameservers: ['::1'] } } },
  { coderd: { dnsPolicy: 'Default', dnsConfig: { options: { ndots: '2' } } } },
];
