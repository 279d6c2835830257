import type { Json } from '../../src/engine/expr';
import { ALLOWED_PODS, BROKEN_PODS } from './pod-cases';
import { ALLOWED_SCALING, BROKEN_SCALING } from './scaling-cases';

const account = { serviceAccount: { create: false } };
const https = (ports: Json): Json => ({ service: ports });
const profile = (of: 'podSecurityContext' | 'securityContext', seccompProfile: Json): Json => ({
  coderd: { [of]: { seccompProfile } },
});
const rolling = (maxSurge: Json, maxUnavailable: Json): Json => ({
  coderd: { strategy: { rollingUpdate: { maxSurge, maxUnavailable } } },
});
const monitor = (given: Json): Json => ({ metrics: { monitor: given } });

const PEER = { ipBlock: { cidr: '10.0.0.0/8' } };
const egress = (given: object, others: object = {}): Json => ({
  ...others,
  networkPolicies: { coderd: { egress: { restricted: true, ...given } } },
});

const HOST = { hosts: { access: 'a' } };
const GATEWAY = { parentRefs: [{ name: 'a' }] };
const CERTIFICATES = { enabled: true, issuerRef: { name: 'a' } };
const more = (targetPort: string): Json => ({ name: targetPort.slice(0, 3), port: 9, targetPort });
const DATABASE = { host: 'db' };
const EVALUATION = { enabled: true, passwordSecret: { name: 'a' } };
const SATELLITE = {
  enabled: true,
  primaryUrl: 'https://a',
  accessUrl: 'https://b',
  privateKeySecret: { name: 'a' },
};

/** Values that break one rule each, and what is said of them. */
export const BROKEN: readonly (readonly [Json, string])[] = [
  [
    account,
    'serviceAccount.name: expected the name of a ServiceAccount that exists, since serviceAccount.create is false, got ""',
  ],
  [
    { serviceAccount: { name: 'environments' } },
    'serviceAccount.name: expected another name than that of the account of workspaces, which must not get the permissions of coderd, got "environments"',
  ],
  [
    https({ http: { port: 443 }, https: { enabled: true } }),
    'service.https.port: expected another port than service.http.port, got 443',
  ],
  [
    https({ http: { nodePort: 30000 }, https: { enabled: true, nodePort: 30000 } }),
    'service.https.nodePort: expected another port than service.http.nodePort, got 30000',
  ],
  ...(['podSecurityContext', 'securityContext'] as const).flatMap((of): (readonly [Json, string])[] => [
    [
      profile(of, { type: 'Localhost' }),
      `coderd.${of}.seccompProfile.localhostProfile: expected the path of a profile, since type is Localhost, got ""`,
    ],
    [
      profile(of, { localhostProfile: 'a.json' }),
      `coderd.${of}.seccompProfile.localhostProfile: expected "", since type is not Localhost, got a path`,
    ],
  ]),
  [
    rolling(0, '00%'),
    'coderd.strategy.rollingUpdate.maxUnavailable: expected more than 0, since maxSurge is 0, got 00%',
  ],
  ...(
    [
      ['cpu', '1', '999m'],
      ['memory', '1.5Gi', '1535Mi'],
      ['ephemeral-storage', '1e3', '1'],
    ] as const
  ).flatMap(([name, asked, most]) =>
    ['coderd', 'evaluationDatabase'].map((part): readonly [Json, string] => [
      { [part]: { resources: { requests: { [name]: asked }, limits: { [name]: most } } } },
      `${part}.resources.requests.${name}: expected at most ${part}.resources.limits.${name}, which is ${most}, got ${asked}`,
    ]),
  ),
  [
    { service: { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6', 'IPv4'] } },
    'service.ipFamilies: expected one family, since service.ipFamilyPolicy is neither PreferDualStack nor RequireDualStack, got two',
  ],
  [
    monitor({ interval: '1m', scrapeTimeout: '1m1ms' }),
    'metrics.monitor.scrapeTimeout: expected at most metrics.monitor.interval, which is 1m, got 1m1ms',
  ],
  [
    monitor({ interval: '121s' }),
    'metrics.monitor.interval: expected at most 2m, since the rules compute rates over 5m (or set metrics.rules.enabled to false), got 121s',
  ],
  [
    monitor({ scrapeTimeout: '8s' }),
    'metrics.alerts.scrapeSlow.seconds: expected less than metrics.monitor.scrapeTimeout, which is 8s, since no scrape takes longer (or set metrics.alerts.scrapeSlow.enabled to false), got 8',
  ],
  [
    monitor({ metricRelabelings: [{ action: 'Replace', targetLabel: 'job' }] }),
    'metrics.rules.job: expected the label job of the metrics, since a relabeling writes the label job (or set metrics.rules.enabled to false), got ""',
  ],
  [
    monitor({ kind: 'None' }),
    'metrics.rules.job: expected the label job of the metrics, since metrics.monitor.kind is None (or set metrics.rules.enabled to false), got ""',
  ],
  [
    { coderd: { enabled: false }, ...(monitor({ kind: 'ServiceMonitor' }) as object) },
    'metrics.rules.job: expected the label job of the metrics, since the ServiceMonitor finds a Service of another chart (or set metrics.rules.enabled to false), got ""',
  ],
  [
    monitor({ jobLabel: 'a' }),
    'metrics.rules.job: expected the label job of the metrics, since metrics.monitor.jobLabel names no label that this chart sets itself (or set metrics.rules.enabled to false), got ""',
  ],
  [
    { metrics: { dashboards: { kind: 'GrafanaDashboard', extra: { 'a.json': '{"title":"a","uid":"b"}' } } } },
    'metrics.dashboards.extra: expected none, since metrics.dashboards.kind is GrafanaDashboard (or set it to ConfigMap), got some',
  ],
  ...BROKEN_PODS,
  ...['database', 'apiServer'].map((name): readonly [Json, string] => [
    egress({ database: { peers: [PEER] }, apiServer: { peers: [PEER] }, [name]: {} }),
    `networkPolicies.coderd.egress.${name}.peers: expected at least one, such as {ipBlock: {cidr: "10.0.0.0/8"}}, since networkPolicies.coderd.egress.restricted is true (or say it in extraRules), got none`,
  ]),
  [
    { ingress: { enabled: true } },
    'hosts.access: expected a host name (or one in hosts.devurls), since ingress.enabled, gateway.enabled or certificates.enabled is true, got ""',
  ],
  ...(['ingress', 'gateway'] as const).map((name): readonly [Json, string] => [
    { ...HOST, service: { enabled: false }, [name]: { enabled: true, ...(name === 'gateway' ? GATEWAY : {}) } },
    `${name}.enabled: expected false, since service.enabled is false, and it leads to the Service, got true`,
  ]),
  [
    { ...HOST, gateway: { enabled: true } },
    'gateway.parentRefs: expected at least one Gateway, since gateway.enabled is true, got none',
  ],
  [
    { hosts: { devurls: '*.a' }, ingress: { enabled: true, tls: { secretName: 's' } } },
    'ingress.tls.secretName: expected "", since hosts.access is "", got "s"',
  ],
  [
    { ...HOST, ingress: { enabled: true, tls: { devurlsSecretName: 's' } } },
    'ingress.tls.devurlsSecretName: expected "", since hosts.devurls is "", got "s"',
  ],
  [
    { ...HOST, ingress: { tls: { secretName: 's' } }, certificates: { enabled: true } },
    'certificates.issuerRef.name: expected the name of an issuer, since certificates.enabled is true, got ""',
  ],
  [
    { ...HOST, certificates: CERTIFICATES },
    'ingress.tls.secretName: expected the name of the Secret that cert-manager writes (or one in tls.secretName, or in devurlsSecretName), since certificates.enabled is true, got ""',
  ],
  [
    { hosts: { devurls: '*.a' }, certificates: CERTIFICATES },
    'ingress.tls.devurlsSecretName: expected the name of the Secret that cert-manager writes (or one in tls.devurlsSecretName), since certificates.enabled is true, got ""',
  ],
  [
    {
      hosts: { access: 'a', devurls: '*.a' },
      ingress: { tls: { secretName: 's', devurlsSecretName: 's' } },
      certificates: CERTIFICATES,
    },
    'ingress.tls.devurlsSecretName: expected another Secret than that of hosts.access, since each Certificate writes its own, got "s"',
  ],
  [
    { service: { additionalPorts: [more('tcp-coderd'), more('prom-coderd')] } },
    'service.additionalPorts: expected targets that are ports of coderd.sidecars by name, or tcp-coderd, or https-coderd where service.https.enabled is true, got "prom-coderd"',
  ],
  [
    { database: DATABASE, coderd: { env: { DB_USER: { value: 'a' }, DB_HOST: { value: 'a' } } } },
    'coderd.env: expected variables that no other value sets, got "DB_HOST", which values.database.host sets: remove one of the two',
  ],
  [
    { logging: { verbose: false }, coderd: { extraEnv: [{ name: 'VERBOSE', value: 'true' }] } },
    'coderd.extraEnv: expected variables that no other value sets, got "VERBOSE", which values.logging.verbose sets: remove one of the two',
  ],
  [
    { tls: { secretName: 'a' }, coderd: { extraVolumes: [{ name: 'a' }, { name: 'tls' }] } },
    'coderd.extraVolumes: expected names that no volume of another value has, got "tls", that of values.tls.secretName',
  ],
  [
    {
      tls: { secretName: 'a' },
      coderd: { extraVolumeMounts: [{ name: 'tmp-pgcerts', mountPath: '/etc/ssl/certs/host' }] },
    },
    'coderd.extraVolumeMounts: expected places where nothing of another value is mounted, got "/etc/ssl/certs/host"',
  ],
  [
    { trustedCertificate: { name: 'a', key: 'host' } },
    'trustedCertificate.key: expected another key than host, devurls, client, pg, where other Secrets are mounted, got "host"',
  ],
  [
    { database: { user: 'a' } },
    'database.host: expected a host, since other values of database are set (or say all of it in coderd.env), got ""',
  ],
  [
    { database: { ...DATABASE, passwordAsFile: true } },
    'database.passwordSecret.name: expected the name of a Secret, since database.passwordAsFile is true, got ""',
  ],
  ...(
    [
      ['certSecret', 'keySecret'],
      ['keySecret', 'certSecret'],
    ] as const
  ).map(([one, other]): readonly [Json, string] => [
    { database: { ...DATABASE, tls: { [one]: { name: 'a' } } } },
    `database.tls.${other}.name: expected the name of a Secret, since database.tls.${one}.name is set, got ""`,
  ]),
  [
    { database: DATABASE, evaluationDatabase: EVALUATION },
    'database: expected nothing but passwordAsFile, poolSize and maxConnections, since evaluationDatabase.enabled is true, got what says where another database is',
  ],
  [
    { satellite: SATELLITE, evaluationDatabase: EVALUATION },
    'evaluationDatabase.enabled: expected false, since satellite.enabled is true, and a satellite has no database, got true',
  ],
  [
    { evaluationDatabase: { enabled: true } },
    'evaluationDatabase.passwordSecret.name: expected the name of a Secret that exists, since evaluationDatabase.enabled is true, got ""',
  ],
  [
    { coderd: { replicas: 4 }, database: { ...DATABASE, poolSize: 25, maxConnections: 99 } },
    'database.maxConnections: expected at least 100, for 4 pods (coderd.replicas) with 25 connections each (database.poolSize), got 99',
  ],
  ...BROKEN_SCALING,
  ...(['primaryUrl', 'accessUrl', 'privateKeySecret'] as const).map((key): readonly [Json, string] => {
    const isUrl = key !== 'privateKeySecret';
    const { [key]: _, ...others } = SATELLITE;
    return [
      { satellite: others },
      `satellite.${isUrl ? key : `${key}.name`}: expected ${isUrl ? 'a URL' : 'the name of a Secret'}, since satellite.enabled is true, got ""`,
    ];
  }),
];

/** Values that come near, and go together. */
export const ALLOWED: readonly Json[] = [
  { ingress: { tls: { secretName: 's' } } },
  { ...HOST, service: { enabled: false } },
  {
    hosts: { access: 'a', devurls: '*.a' },
    ingress: { enabled: true, tls: { secretName: 's', devurlsSecretName: 's' } },
  },
  { ...HOST, gateway: { enabled: true, ...GATEWAY } },
  { ...HOST, ingress: { tls: { secretName: 's' } }, certificates: CERTIFICATES },
  { coderd: { enabled: false }, ingress: { enabled: true } },
  { ...HOST, tls: { secretName: 's' }, certificates: CERTIFICATES },
  {
    coderd: { sidecars: [{ name: 'a', ports: [{ name: 'b' }] }] },
    service: { https: { enabled: true }, additionalPorts: [more('b'), more('https-coderd')] },
  },
  { database: { ...DATABASE, maxConnections: 30 } },
  ...ALLOWED_SCALING,
  { evaluationDatabase: EVALUATION, database: { poolSize: 10, maxConnections: 10 } },
  { evaluationDatabase: { ...EVALUATION, enabled: false }, database: DATABASE },
  egress({ apiServer: { peers: [PEER] } }, { evaluationDatabase: EVALUATION }),
  { coderd: { replicas: '' }, database: { ...DATABASE, poolSize: 10, maxConnections: 10 } },
  { database: DATABASE, coderd: { env: { DB_NAME: { value: 'a' } } } },
  { logging: { human: '/dev/stderr' }, coderd: { env: { HUMAN_LOG: { value: 'a' } } } },
  { coderd: { extraVolumes: [{ name: 'tls', emptyDir: {} }] } },
  { satellite: { ...SATELLITE, enabled: false, primaryUrl: '' } },
  { satellite: SATELLITE },
  egress({ extraRules: [{ to: [PEER] }] }),
  { networkPolicies: { coderd: { enabled: false, egress: { restricted: true } } } },
  ...['RequireDualStack', 'PreferDualStack'].map((ipFamilyPolicy) => ({
    service: { ipFamilyPolicy, ipFamilies: ['IPv6', 'IPv4'] },
  })),
  { service: { ipFamilyPolicy: 'SingleStack', ipFamilies: ['IPv6'] } },
  { serviceAccount: { create: false, name: 'mine' } },
  ...ALLOWED_PODS,
  { ...account, coderd: { enabled: false } },
  https({ http: { port: 443 } }),
  https({ http: { nodePort: '' }, https: { enabled: true, nodePort: '' } }),
  https({ type: 'ClusterIP', http: { nodePort: 1 }, https: { enabled: true, nodePort: 1 } }),
  profile('securityContext', { type: 'Localhost', localhostProfile: 'a.json' }),
  rolling(0, 1),
  rolling('1%', 0),
  { coderd: { strategy: { type: 'Recreate', rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } } },
  { metrics: { monitor: { kind: 'None' }, rules: { job: 'a' } } },
  { coderd: { resources: { requests: { cpu: '1000m', memory: '1Gi' }, limits: { cpu: '1', memory: '1024Mi' } } } },
  { coderd: { resources: { requests: { cpu: '5' }, limits: { cpu: '' } } } },
  monitor({ interval: '2m', scrapeTimeout: '120s' }),
  { metrics: { monitor: { interval: '1h', scrapeTimeout: '60m' }, rules: { enabled: false } } },
  { metrics: { monitor: { scrapeTimeout: '8001ms' } } },
  { metrics: { monitor: { interval: '0s', scrapeTimeout: '0' } } },
  { metrics: { monitor: { scrapeTimeout: '5s' }, alerts: { scrapeSlow: { seconds: 4.5 } } } },
  { metrics: { monitor: { scrapeTimeout: '5s' }, alerts: { scrapeSlow: { enabled: false } } } },
  monitor({ scrapeTimeout: '1m' }),
  monitor({ relabelings: [{ targetLabel: 'jobs' }] }),
  { metrics: { monitor: { kind: 'None' }, rules: { enabled: false } } },
  ...[
    { resources: { limits: { memory: '256Mi' } } },
    { strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 0 } } },
    { securityContext: { seccompProfile: { type: 'Localhost' } } },
    { podSecurityContext: { seccompProfile: { localhostProfile: 'a.json' } } },
  ].map((coderd) => ({ coderd: { enabled: false, ...coderd } })),
];
