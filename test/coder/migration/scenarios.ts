/** An installation by Coder's own chart: its values, and what that chart makes of them beside its defaults. */
export interface Scenario {
  /** Values of Coder's own chart. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Variables of coderd by name, and of its migrations, which have some of them. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Variables of the user, in their order, behind all others. */
  readonly own?: Readonly<Record<string, string>>;
  /** Secrets in volumes: name of the volume, Secret, and where it is mounted. */
  readonly secrets?: readonly (readonly [volume: string, secret: string, mountPath: string])[];
  /** What else is not the default. */
  readonly pod?: Readonly<Record<string, unknown>>;
}

const CLUSTER_IP = { type: 'ClusterIP', externalTrafficPolicy: '' };
const DATABASE = { DB_HOST: 'postgres.example.com', DB_USER: 'coder', DB_NAME: 'coder', DB_PORT: '5432' };
const EXTERNAL = {
  default: { enable: false },
  host: 'postgres.example.com',
  user: 'coder',
  database: 'coder',
  port: 5432,
};
const WITHOUT_IDS = { runAsUser: null, runAsGroup: null, seccompProfile: null };

/** The five that Coder documents, and two of production. Its example files are under another license: these values are our own. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'client certificates': {
    values: {
      coderd: { clientTLS: { secretName: 'client' } },
      postgres: {
        ...EXTERNAL,
        ssl: {
          certSecret: { name: 'cert', key: 'client.crt' },
          keySecret: { name: 'key', key: 'client.key' },
          rootCertSecret: { name: 'root', key: 'root.crt' },
        },
      },
    },
    variables: {
      ...DATABASE,
      ...{ DB_CONNECTOR: 'postgres', DB_SSL_MODE: 'require' },
      DB_CERT: '/etc/ssl/certs/pg/cert/client.crt',
      DB_KEY: '/etc/ssl/certs/pg/key/client.key',
      DB_ROOT_CERT: '/etc/ssl/certs/pg/rootcert/root.crt',
      SSL_CLIENT_CERT_FILE: '/etc/ssl/certs/client/tls.crt',
      SSL_CLIENT_KEY_FILE: '/etc/ssl/certs/client/tls.key',
    },
    secrets: [
      ['pgcert', 'cert', '/etc/ssl/certs/pg/cert'],
      ['pgkey', 'key', '/etc/ssl/certs/pg/key'],
      ['pgrootcert', 'root', '/etc/ssl/certs/pg/rootcert'],
      ['clientcert', 'client', '/etc/ssl/certs/client'],
    ],
  },
  ingress: {
    values: {
      coderd: { devurlsHost: '*.dev.example.com', serviceSpec: CLUSTER_IP },
      ingress: { enable: true, host: 'coder.example.com', annotations: {} },
    },
    variables: { DEVURL_HOST: '*.dev.example.com' },
  },
  kind: {
    values: {
      coderd: { replicas: 1, serviceSpec: CLUSTER_IP, resources: { requests: { memory: '64Mi' } } },
      postgres: { default: { resources: { requests: { memory: '64Mi' } } } },
    },
    pod: { resources: { requests: { cpu: '250m', memory: '64Mi' }, limits: { cpu: '250m', memory: '512Mi' } } },
  },
  offline: {
    values: {
      coderd: {
        image: 'registry.example.com/mirror/coder-service:1.36.1',
        proxy: { http: 'http://proxy.example.com:3128', exempt: 'cluster.local' },
      },
      postgres: { default: { image: 'registry.example.com/mirror/timescale:1.36.1' } },
      envbox: { image: 'registry.example.com/mirror/envbox:1.36.1' },
    },
    variables: {
      ENVBOX_IMAGE: 'registry.example.com/mirror/envbox:1.36.1',
      http_proxy: 'http://proxy.example.com:3128',
    },
    pod: { image: 'registry.example.com/mirror/coder-service:1.36.1' },
  },
  OpenShift: {
    values: {
      coderd: { serviceSpec: CLUSTER_IP, podSecurityContext: WITHOUT_IDS, securityContext: WITHOUT_IDS },
      ingress: {
        enable: true,
        host: 'coder.apps.example.com',
        annotations: { 'route.openshift.io/termination': 'edge' },
      },
    },
    pod: {
      podSecurityContext: { runAsNonRoot: true },
      securityContext: { runAsNonRoot: true, readOnlyRootFilesystem: true, allowPrivilegeEscalation: false },
    },
  },
  'a database by mutual TLS, with the password in a file': {
    values: {
      coderd: {
        extraEnvs: [
          { name: 'API_TOKEN', valueFrom: { secretKeyRef: { name: 'api', key: 'token' } } },
          { name: 'GOMAXPROCS', value: '2' },
        ],
      },
      certs: { secret: { name: 'authority', key: 'authority.crt' } },
      logging: { verbose: false, human: '', json: '/dev/stdout' },
      postgres: {
        ...EXTERNAL,
        ...{ port: '6432', passwordSecret: 'password', noPasswordEnv: true, sslMode: 'verify-full' },
        ssl: {
          certSecret: { name: 'pair', key: 'tls.crt' },
          keySecret: { name: 'pair', key: 'tls.key' },
          rootCertSecret: { name: 'root', key: 'ca.crt' },
        },
      },
    },
    variables: {
      ...{ ...DATABASE, DB_PORT: '6432', DB_CONNECTOR: 'postgres', DB_SSL_MODE: 'verify-full' },
      DB_PASSWORD_PATH: '/run/secrets/password/password',
      DB_CERT: '/etc/ssl/certs/pg/cert/tls.crt',
      DB_KEY: '/etc/ssl/certs/pg/key/tls.key',
      DB_ROOT_CERT: '/etc/ssl/certs/pg/rootcert/ca.crt',
      ...{ HUMAN_LOG: '', JSON_LOG: '/dev/stdout', VERBOSE: 'false' },
    },
    own: { API_TOKEN: 'secretKeyRef token of api', GOMAXPROCS: '2' },
    secrets: [
      ['authority', 'authority', '/etc/ssl/certs/authority.crt'],
      ['pgcert', 'pair', '/etc/ssl/certs/pg/cert'],
      ['pgkey', 'pair', '/etc/ssl/certs/pg/key'],
      ['pgrootcert', 'root', '/etc/ssl/certs/pg/rootcert'],
      ['password', 'password', '/run/secrets/password'],
    ],
  },
  'three replicas, an Ingress and wildcard dev URLs': {
    values: {
      coderd: {
        replicas: 3,
        imagePullSecret: 'registry',
        annotations: { team: 'platform' },
        extraLabels: { tier: 'control' },
        devurlsHost: '*-dev.example.com',
        alternateHostnames: ['coder.example.org', 'ide.example.com'],
        serviceSpec: CLUSTER_IP,
        tls: { hostSecretName: 'coder-tls', devurlsHostSecretName: 'devurls-tls' },
        reverseProxy: { trustedOrigins: ['10.0.0.0/8'], headers: ['X-Forwarded-For'] },
        oidc: { enableRefresh: true, redirectOptions: { prompt: 'login' } },
        superAdmin: { passwordSecret: { name: 'admin', key: 'word' } },
        scim: { enable: true, authSecret: { name: 'scim', key: 'token' } },
        resources: { requests: { cpu: '500m' }, limits: { cpu: 2, memory: '4Gi' } },
        readiness: { periodSeconds: 5 },
      },
      services: {
        annotations: { owner: 'ops', team: 'ops' },
        clusterDomainSuffix: '.svc.corp.example',
        tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'coder', effect: 'NoSchedule' }],
        nodeSelector: { pool: 'coder' },
      },
      environments: { nodeSelector: { pool: 'workspaces' } },
      ingress: { enable: true, className: 'nginx', host: 'coder.example.com', tls: { enable: true } },
      metrics: { amplitudeKey: 'k' },
      postgres: { ...EXTERNAL, passwordSecret: 'password', connector: 'awsiamrds' },
    },
    variables: {
      ...{ ...DATABASE, DB_CONNECTOR: 'awsiamrds', DB_SSL_MODE: 'require' },
      DB_PASSWORD: 'secretKeyRef password of password',
      AMPLITUDE_API_KEY: 'k',
      CLUSTER_ADDRESS: 'https://kubernetes.default.svc.corp.example:443',
      DEVURL_HOST: '*-dev.example.com',
      SSL_SERVER_CERT_FILE: '/etc/ssl/certs/host/tls.crt:/etc/ssl/certs/devurls/tls.crt',
      SSL_SERVER_KEY_FILE: '/etc/ssl/certs/host/tls.key:/etc/ssl/certs/devurls/tls.key',
      OIDC_ENABLE_REFRESH: 'true',
      OIDC_REDIRECT_OPTIONS: '{"prompt":"login"}',
      SUPER_ADMIN_PASSWORD: 'secretKeyRef word of admin',
      SCIM_AUTH_SECRET: 'secretKeyRef token of scim',
      PROXY_TRUSTED_ORIGINS: '10.0.0.0/8',
      PROXY_TRUSTED_HEADERS: 'X-Forwarded-For',
      CODER_ALTERNATE_HOSTNAMES: 'coder.example.org,ide.example.com',
      POD_NODESELECTOR: 'eyJwb29sIjoid29ya3NwYWNlcyJ9',
    },
    secrets: [
      ['tls', 'coder-tls', '/etc/ssl/certs/host'],
      ['devurltls', 'devurls-tls', '/etc/ssl/certs/devurls'],
    ],
    pod: {
      replicas: 3,
      imagePullSecrets: [{ name: 'registry' }],
      annotations: { owner: 'ops', team: 'platform' },
      podLabels: { tier: 'control' },
      nodeSelector: { 'kubernetes.io/arch': 'amd64', 'kubernetes.io/os': 'linux', pool: 'coder' },
      tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'coder', effect: 'NoSchedule' }],
      resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2', memory: '4Gi' } },
      readiness: { initialDelaySeconds: 10, failureThreshold: 15, periodSeconds: 5, timeoutSeconds: 3 },
    },
  },
};
