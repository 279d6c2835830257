import { DEFAULT_VERSION } from '../../../src/coder/versions';
import type { Json } from '../../../src/engine/expr';
import { type Case } from '../../support/law';
import { coder, containers, dig, listAt, only, podTemplate, variable } from '../../docs/coder';
import { withValue } from '../../support/values';

type Values = Case['values'];

/** A value for each variable that Coder's own chart has, and what it makes of it, in that chart's order. */
const SETTINGS: readonly (readonly [name: string, path: string, given: Json, value: Json])[] = [
  ['HUMAN_LOG', 'logging.human', '/tmp/log', '/tmp/log'],
  ['JSON_LOG', 'logging.json', '/dev/stdout', '/dev/stdout'],
  ['STACKDRIVER_LOG', 'logging.stackdriver', '/dev/stdout', '/dev/stdout'],
  ['SPLUNK_URL', 'logging.splunk.url', 'https://splunk.example.com', 'https://splunk.example.com'],
  ['SPLUNK_TOKEN', 'logging.splunk.tokenSecret.name', 's', secret('s', 'token')],
  ['SPLUNK_CHANNEL', 'logging.splunk.channel', 'c', 'c'],
  ['AMPLITUDE_API_KEY', 'telemetry.amplitudeKey', 'k', 'k'],
  ['ENVBOX_IMAGE', 'envbox.image', 'registry.example.com/envbox:1', 'registry.example.com/envbox:1'],
  ['CLUSTER_ADDRESS', 'clusterDomain', 'corp.example', 'https://kubernetes.default.svc.corp.example:443'],
  ['DEVURL_HOST', 'hosts.devurls', '*-dev.example.com', '*-dev.example.com'],
  ['VERBOSE', 'logging.verbose', false, 'false'],
  ['CODER_SATELLITE_PRIVATE_KEY', 'satellite.privateKeySecret.name', 's', secret('s', 'privateKey')],
  ['CODER_PRIMARY_ACCESS_URL', 'satellite.primaryUrl', 'https://a.example', 'https://a.example'],
  ['CODER_SATELLITE_ACCESS_URL', 'satellite.accessUrl', 'https://b.example', 'https://b.example'],
  ['SSL_SERVER_CERT_FILE', 'tls.secretName', 's', '/etc/ssl/certs/host/tls.crt'],
  ['SSL_SERVER_KEY_FILE', 'tls.devurlsSecretName', 's', '/etc/ssl/certs/devurls/tls.key'],
  ['OIDC_ENABLE_REFRESH', 'oidc.enableRefresh', true, 'true'],
  ['OIDC_REDIRECT_OPTIONS', 'oidc.redirectOptions', { prompt: '"x"', acr: 'y' }, '{"acr":"y","prompt":"\\"x\\""}'],
  ['SUPER_ADMIN_PASSWORD', 'superAdmin.passwordSecret.name', 's', secret('s', 'password')],
  ['SCIM_AUTH_SECRET', 'scim.authSecret.name', 's', secret('s', 'secret')],
  ['http_proxy', 'proxy.http', 'http://proxy:8888', 'http://proxy:8888'],
  ['https_proxy', 'proxy.https', 'http://proxy:8888', 'http://proxy:8888'],
  ['no_proxy', 'proxy.exempt', 'cluster.local,10.0.0.1', 'cluster.local,10.0.0.1'],
  ['TRUST_PROXY_IP', 'reverseProxy.trustIp', true, 'true'],
  ['PROXY_TRUSTED_ORIGINS', 'reverseProxy.trustedOrigins', ['10.0.0.0/8', 'fd00::/8'], '10.0.0.0/8,fd00::/8'],
  ['PROXY_TRUSTED_HEADERS', 'reverseProxy.trustedHeaders', ['X-Real-IP', 'X-B'], 'X-Real-IP,X-B'],
  ['SSL_CLIENT_CERT_FILE', 'clientTls.secretName', 's', '/etc/ssl/certs/client/tls.crt'],
  ['SSL_CLIENT_KEY_FILE', 'clientTls.secretName', 's', '/etc/ssl/certs/client/tls.key'],
  ['CODER_ALTERNATE_HOSTNAMES', 'hosts.alternates', ['a.example', 'b.example'], 'a.example,b.example'],
  ['CODER_MIGRATE_BUILT_IN_PROVIDER', 'serviceAccount.migrateBuiltInProvider', false, 'false'],
  [
    'POD_TOLERATIONS',
    'workspaces.tolerations',
    [{ key: 'a', operator: 'Exists' }],
    encoded([{ key: 'a', operator: 'Exists' }]),
  ],
  ['POD_NODESELECTOR', 'workspaces.nodeSelector', { b: 'c', a: 'd' }, encoded({ a: 'd', b: 'c' })],
  ['DB_HOST', 'database.host', 'other', 'other'],
  ['DB_PORT', 'database.port', 5433, '5433'],
  ['DB_USER', 'database.user', 'u', 'u'],
  ['DB_PASSWORD', 'database.passwordSecret.name', 's', secret('s', 'password')],
  ['DB_PASSWORD_PATH', 'database.passwordAsFile', true, '/run/secrets/password/password'],
  ['DB_CONNECTOR', 'database.connector', 'awsiamrds', 'awsiamrds'],
  ['DB_SSL_MODE', 'database.sslMode', 'verify-full', 'verify-full'],
  ['DB_NAME', 'database.name', 'n', 'n'],
  ['DB_SEARCH_PATH', 'database.searchPath', 'a,b', 'a,b'],
  ['DB_CERT', 'database.tls.certSecret.name', 's', '/etc/ssl/certs/pg/cert/tls.crt'],
  ['DB_KEY', 'database.tls.keySecret.name', 's', '/etc/ssl/certs/pg/key/tls.key'],
  ['DB_ROOT_CERT', 'database.tls.rootCertSecret.name', 's', '/etc/ssl/certs/pg/rootcert/ca.crt'],
  ['CODER_MAX_DB_CONNECTIONS', 'database.poolSize', 15, '15'],
  ['GOMEMLIMIT', 'goRuntime.memoryLimitPercentage', 90, '471859KiB'],
  ['GOMAXPROCS', 'goRuntime.maxProcs', true, '1'],
];

function secret(name: string, key: string): Json {
  return { secretKeyRef: { name, key } };
}

function textsIn(list: readonly Json[], key: string): readonly string[] {
  return list.map((item) => dig(item, key)).filter((text) => typeof text === 'string');
}

function encoded(tree: Json): string {
  return Buffer.from(JSON.stringify(tree)).toString('base64');
}

/** What a value needs beside it. */
function neededBy(path: string): Values {
  if (path.startsWith('satellite.'))
    return {
      satellite: {
        ...{ enabled: true, primaryUrl: 'https://p', accessUrl: 'https://s' },
        privateKeySecret: { name: 'k' },
      },
    };
  if (/^database\.tls\.(cert|key)/.test(path))
    return { database: { host: 'db', tls: { certSecret: { name: 'c' }, keySecret: { name: 'c' } } } };
  if (path === 'database.passwordAsFile') return { database: { host: 'db', passwordSecret: { name: 'password' } } };
  return path.startsWith('database.') ? { database: { host: 'db' } } : {};
}

function withGiven(path: string, given: Json): Values {
  return withValue(neededBy(path), path.split('.'), given);
}

const coderdWith = (values: Values): Json | undefined => containers(coder(values))[0];
const OWN = DEFAULT_VERSION.environment.flatMap((of) => ('setting' in of ? [of.name] : []));

describe('each variable of coderd that a value sets', () => {
  test('is one of this table, in the same order', () => {
    expect(SETTINGS.map(([name]) => name)).toEqual(OWN);
  });

  test.each(SETTINGS)('%s, of %s', (name, path, given, value) => {
    const found = variable(coderdWith(withGiven(path, given)), name);
    expect(dig(found, typeof value === 'string' ? 'value' : 'valueFrom')).toEqual(value);
  });

  test.each(SETTINGS)('%s, of %s, is refused where coderd.env or coderd.extraEnv has it too', (name, path, given) => {
    const values = withGiven(path, given);
    const section = path.split('.')[0] ?? '';
    const said = `got "${name}", which values.${section}`;
    expect(() => coder({ ...values, coderd: { env: { [name]: { value: 'x' } } } })).toThrow(said);
    expect(() => coder({ ...values, coderd: { extraEnv: [{ name, value: 'x' }] } })).toThrow(said);
  });

  test.each(SETTINGS.map(([name]) => name))('%s, may be set in coderd.env while its value is the default', (name) => {
    const env = { [name]: { value: 'x' } };
    expect(dig(variable(coderdWith({ coderd: { env } }), name), 'value')).toBe('x');
  });
});

describe('the Go runtime', () => {
  const goRuntime = { memoryLimitPercentage: 90, maxProcs: true };
  const toldOf = (limits: object): readonly unknown[] => {
    const requests = { cpu: '', memory: '' };
    const found = coderdWith({ goRuntime, coderd: { resources: { requests, limits: { ...limits } } } });
    return ['GOMEMLIMIT', 'GOMAXPROCS'].map((name) => dig(variable(found, name), 'value'));
  };

  test.each([
    ['2', '1Gi', '2', '943718KiB'],
    ['2001m', '1G', '3', '878905KiB'],
    ['1.5', '1.5Gi', '2', '1415577KiB'],
    ['1m', '1', '1', '1KiB'],
    ['', '1Mi', undefined, '921KiB'],
    ['4', '', '4', undefined],
  ])('is told of a limit of %s CPUs, rounded up, and of 90 %% of %s', (cpu, memory, procs, limit) => {
    expect(toldOf({ cpu, memory })).toEqual([limit, procs]);
  });
});

describe('the files that coderd is told of', () => {
  const ALL = SETTINGS.filter(([, path]) => !path.startsWith('satellite.')).reduce<Values>(
    (values, [, path, given]) => withValue(values, path.split('.'), given),
    { trustedCertificate: { name: 'ca' } },
  );

  test('are in the Secrets that are mounted, in coderd and its migrations', () => {
    for (const container of containers(coder(ALL))) {
      const folders = textsIn(listAt(container, 'volumeMounts'), 'mountPath');
      const files = listAt(container, 'env')
        .map((entry) => dig(entry, 'value'))
        .filter((value) => typeof value === 'string')
        .flatMap((value) => value.split(':').filter((file) => /^\/(etc|run)\//.test(file)));
      expect(files.length).toBeGreaterThan(3);
      expect(files.filter((file) => !folders.some((folder) => file.startsWith(`${folder}/`)))).toEqual([]);
    }
  });

  test('have a volume each, which no other replaces', () => {
    const template = podTemplate(coder(ALL));
    const names = textsIn(listAt(template, 'spec', 'volumes'), 'name');
    const own = [
      'trusted-certificate',
      'tls',
      'devurltls',
      'pgcert',
      'pgkey',
      'pgrootcert',
      'clientcert',
      'pgpassword',
    ];
    expect(names).toEqual(['tmp-pgcerts', ...own]);
    const mounts = listAt(template, 'spec', 'containers', 0, 'volumeMounts');
    for (const [i, name] of names.slice(1).entries()) {
      const extraVolumes = [{ name, emptyDir: {} }];
      const mountPath = textsIn(mounts, 'mountPath')[i + 1] ?? '';
      expect(() => coder({ ...ALL, coderd: { extraVolumes } })).toThrow(`values.coderd.extraVolumes: expected names`);
      const extraVolumeMounts = [{ name, mountPath, readOnly: false }];
      expect(() => coder({ ...ALL, coderd: { extraVolumeMounts } })).toThrow(`got "${mountPath}"`);
    }
  });

  test('are told of both certificates, with a colon between them', () => {
    const both = coderdWith({ tls: { secretName: 'a', devurlsSecretName: 'b' } });
    expect(dig(variable(both, 'SSL_SERVER_KEY_FILE'), 'value')).toBe(
      '/etc/ssl/certs/host/tls.key:/etc/ssl/certs/devurls/tls.key',
    );
  });
});

describe('a satellite', () => {
  const satellite = neededBy('satellite.')['satellite'] ?? {};

  test('runs another command, without migrations and without permissions', () => {
    const objects = coder({ satellite });
    const [coderd, ...others] = containers(objects);
    expect([dig(coderd, 'command'), others]).toEqual([['coderd', 'replica'], []]);
    expect(Object.keys(objects).filter((key) => /^(ServiceAccount|Role)/.test(key))).toEqual([]);
    expect(dig(podTemplate(objects), 'spec', 'serviceAccountName')).toBeUndefined();
    expect(only(objects, 'Deployment')).toBeDefined();
  });
});
