import { coderChartFiles } from '../../src/cli';
import { CODER_VALUES } from '../support/coder-values';
import { DEFAULT_VERSION } from '../../src/coder/versions';
import { DASHBOARDS } from '../support/mixin';
import { checkValues } from '../../src/engine/values';
import type { Objects } from '../support/manifests';
import { coder, containers, dig, listAt, only, podTemplate, selects, variable } from './coder';
import { codeIn, page, tablesOf } from './markdown';

const DEFAULTS = coder();
const TEAM = coder({}, 'team-a');
const TEMPLATES = [...coderChartFiles()].filter(([file]) => file.startsWith('templates/')).map(([, text]) => text);

const all = Object.values(DEFAULTS);
const [coderd, migrations] = containers(DEFAULTS);
const service = (objects: Objects): ReturnType<typeof only> => only(objects, 'Service');
const serviceWith = (values: Parameters<typeof coder>[0]): ReturnType<typeof only> =>
  service(coder({ service: values ?? {} }));

/** What each row of the table claims of this model. */
const CLAIMS: Readonly<Record<string, () => void>> = {
  'Anti-affinity': () => {
    for (const objects of [DEFAULTS, TEAM]) {
      const template = podTemplate(objects);
      const rule = ['spec', 'affinity', 'podAntiAffinity', 'preferredDuringSchedulingIgnoredDuringExecution', 0];
      const labels = dig(template, ...rule, 'podAffinityTerm', 'labelSelector', 'matchLabels');
      expect(Object.keys(labels as object)).toEqual(['coder.deployment']);
      expect(selects(labels, dig(template, 'metadata', 'labels'))).toBe(true);
    }
  },
  'Port 443': () => {
    const secure = coder({ service: { https: { enabled: true } } });
    for (const [objects, ports] of [
      [DEFAULTS, 0],
      [secure, 1],
    ] as const) {
      const [container] = containers(objects);
      expect(listAt(container, 'ports').filter((port) => dig(port, 'containerPort') === 8443)).toHaveLength(ports);
      expect(listAt(service(objects), 'spec', 'ports').filter((port) => dig(port, 'port') === 443)).toHaveLength(ports);
    }
  },
  'Traffic policy': () => {
    expect(dig(serviceWith({ type: 'ClusterIP' }), 'spec', 'externalTrafficPolicy')).toBeUndefined();
    for (const type of ['NodePort', 'LoadBalancer'])
      expect(dig(serviceWith({ type }), 'spec', 'externalTrafficPolicy')).toBe('Local');
  },
  'Load balancer fields': () => {
    const given = { loadBalancerIP: '10.0.0.1', loadBalancerSourceRanges: ['10.0.0.0/8'] };
    const present = (object: ReturnType<typeof only>): readonly string[] =>
      Object.keys(given).filter((key) => dig(object, 'spec', key) !== undefined);
    expect(present(service(DEFAULTS))).toEqual([]);
    expect(present(serviceWith({ ...given, type: 'NodePort' }))).toEqual([]);
    expect(present(serviceWith(given))).toEqual(Object.keys(given));
  },
  'Target ports': () => {
    const names = listAt(coderd, 'ports').map((port) => dig(port, 'name'));
    for (const port of listAt(service(DEFAULTS), 'spec', 'ports')) expect(names).toContain(dig(port, 'targetPort'));
  },
  Probes: () => {
    const { name } = DEFAULT_VERSION.ports.http;
    expect(dig(coderd, 'readinessProbe', 'httpGet', 'port')).toBe(name);
    expect(dig(coderd, 'livenessProbe', 'tcpSocket', 'port')).toBe(name);
  },
  'Liveness probe': () => {
    const { httpGet, tcpSocket } = dig(coderd, 'livenessProbe') as Readonly<Record<string, unknown>>;
    expect([httpGet, tcpSocket]).toEqual([undefined, expect.any(Object)]);
  },
  'Local disk': () => {
    for (const container of containers(DEFAULTS))
      for (const amounts of ['requests', 'limits'])
        expect(dig(container, 'resources', amounts, 'ephemeral-storage')).toBe('1Gi');
  },
  Capabilities: () => {
    for (const container of containers(DEFAULTS))
      expect(dig(container, 'securityContext', 'capabilities')).toEqual({ drop: ['ALL'] });
  },
  "Migrations' resources": () => {
    expect(dig(migrations, 'resources')).toEqual(dig(coderd, 'resources'));
    expect(dig(migrations, 'resources', 'limits', 'memory')).toEqual(expect.any(String));
  },
  Names: () => {
    const names = (objects: Objects): readonly unknown[] =>
      Object.values(objects).map((one) => dig(one, 'metadata', 'name'));
    const prefixed = names(DEFAULTS).map((name) => (name === 'environments' ? name : `team-a-${String(name)}`));
    expect(names(TEAM)).toEqual(prefixed);
  },
  'Selecting labels': () => {
    for (const [objects, name] of [
      [DEFAULTS, 'coderd'],
      [TEAM, 'team-a-coderd'],
    ] as const) {
      const labels = dig(podTemplate(objects), 'metadata', 'labels');
      for (const key of ['coder.deployment', 'app', 'app.kubernetes.io/component']) expect(dig(labels, key)).toBe(name);
    }
    for (const selector of selectors(TEAM)) {
      expect(selects(selector, dig(podTemplate(TEAM), 'metadata', 'labels'))).toBe(true);
      expect(selects(selector, dig(podTemplate(DEFAULTS), 'metadata', 'labels'))).toBe(false);
    }
  },
  'Chart labels': () => {
    expect(JSON.stringify(DEFAULTS)).not.toMatch(/helm\.sh\/chart|managed-by/);
    expect(TEMPLATES.join('\n')).not.toMatch(/helm\.sh\/chart|managed-by/);
  },
  'Version label': () => {
    const labelled = Object.entries(DEFAULTS).filter(([, one]) =>
      JSON.stringify(one).includes('app.kubernetes.io/version'),
    );
    expect(labelled.map(([key]) => key)).toEqual(['Deployment/coderd']);
    expect(JSON.stringify(podTemplate(DEFAULTS))).not.toContain('app.kubernetes.io/version');
  },
  'Part-of label': () => {
    const without = all.filter((one) => dig(one, 'metadata', 'labels', 'app.kubernetes.io/part-of') !== 'coder');
    expect(without).toEqual([only(DEFAULTS, 'PodMonitor')]);
  },
  'Own labels': () => {
    const own = coder({ commonLabels: { app: 'mine', team: 'a' }, coderd: { podLabels: { app: 'mine' } } });
    expect(dig(podTemplate(own), 'metadata', 'labels')).toMatchObject({ app: 'coderd', team: 'a' });
  },
  'Empty annotations': () => {
    expect(all.filter((one) => dig(one, 'metadata', 'annotations') !== undefined)).toEqual([]);
    expect(dig(podTemplate(DEFAULTS), 'metadata', 'annotations')).toBeUndefined();
  },
  'Subject of RoleBinding': () => {
    expect(dig(only(DEFAULTS, 'RoleBinding'), 'subjects', 0, 'namespace')).toBe('coder');
  },
  Permissions: () => {
    expect(dig(DEFAULTS['Role/coder'], 'rules')).toEqual(DEFAULT_VERSION.rules);
    const allowed = (rbac: Parameters<typeof coder>[0]): number =>
      listAt(coder({ rbac: rbac ?? {} })['Role/coder'], 'rules')
        .map((rule) => ['apiGroups', 'resources', 'verbs'].map((key) => listAt(rule, key).length))
        .reduce((sum, [groups = 0, resources = 0, verbs = 0]) => sum + groups * resources * verbs, 0);
    for (const less of [{ role: 'Narrow' }, { serviceAccounts: false }])
      expect(allowed(less)).toBeLessThan(allowed({}));
    expect(coder({ workspaces: { namespaces: { a: {} } } })).toHaveProperty(['Role/coder.coder']);
  },
  'Service account token': () => {
    const off = coder({ serviceAccount: { automountToken: false } });
    for (const [objects, mounted] of [
      [DEFAULTS, true],
      [off, false],
    ] as const)
      expect(dig(podTemplate(objects), 'spec', 'automountServiceAccountToken')).toBe(mounted);
  },
  'Unneeded fields': () => {
    expect(JSON.stringify(DEFAULTS)).not.toMatch(/restartPolicy|tty/);
  },
  'Protocol of ports': () => {
    for (const port of listAt(coderd, 'ports')) expect(dig(port, 'protocol')).toBe('TCP');
  },
  'Empty variables': () => {
    const [rows = []] = tablesOf(page('docs/deviations.md'));
    const row = rows.find((one) => one['What'] === 'Empty variables');
    const named = codeIn(row?.["Coder's chart"] ?? '').filter((text) => /^[A-Za-z_]+$/.test(text));
    expect(named.length).toBeGreaterThan(10);
    for (const container of containers(DEFAULTS))
      for (const name of named) expect(variable(container, name)).toBeUndefined();
  },
  'Own environment': () => {
    const [container] = containers(coder({ coderd: { extraEnv: [{ name: 'HUMAN_LOG', value: '' }] } }));
    const names = listAt(container, 'env').map((entry) => dig(entry, 'name'));
    expect(names).toEqual(listAt(coderd, 'env').map((entry) => dig(entry, 'name')));
    expect(variable(container, 'HUMAN_LOG')).toEqual({ name: 'HUMAN_LOG', value: '' });
    const twice = { logging: { human: '/tmp/log' }, coderd: { env: { HUMAN_LOG: { value: 'a' } } } };
    expect(() => coder(twice)).toThrow('which values.logging.human sets');
  },
  Splunk: () => {
    const splunk = { url: 'https://a', channel: 'b', tokenSecret: { name: 'c' } };
    for (const container of containers(coder({ logging: { splunk } })))
      expect(dig(variable(container, 'SPLUNK_TOKEN'), 'valueFrom', 'secretKeyRef', 'name')).toBe('c');
  },
  'Mounted Secrets': () => {
    const password = { host: 'a', passwordSecret: { name: 'b.c' }, passwordAsFile: true };
    const objects = coder({ database: password, trustedCertificate: { name: 'd.e' } });
    const names = listAt(podTemplate(objects), 'spec', 'volumes').map((volume) => dig(volume, 'name'));
    expect(names).toEqual(['tmp-pgcerts', 'trusted-certificate', 'pgpassword']);
  },
  Database: () => {
    expect(JSON.stringify(DEFAULTS)).not.toContain('"DB_');
    const envFrom = [{ secretRef: { name: 'coder-database' } }];
    for (const container of containers(coder({ coderd: { envFrom } })))
      expect(dig(container, 'envFrom')).toEqual(envFrom);
    const [withHost] = containers(coder({ database: { host: 'a' } }));
    expect(dig(variable(withHost, 'DB_HOST'), 'value')).toBe('a');
  },
  'Built-in database': () => {
    const passwordSecret = { name: 'coder-database' };
    expect(Object.keys(DEFAULTS).filter((key) => key.startsWith('StatefulSet/'))).toEqual([]);
    const names = (release?: string): readonly string[] =>
      Object.keys(coder({ evaluationDatabase: { enabled: true, passwordSecret } }, release)).filter((key) =>
        key.endsWith('-database'),
      );
    const kinds = ['ServiceAccount', 'Service', 'StatefulSet', 'NetworkPolicy'];
    expect(names()).toEqual(kinds.map((kind) => `${kind}/coderd-database`));
    expect(names('team-a')).toEqual(kinds.map((kind) => `${kind}/team-a-coderd-database`));
    expect(() => coder({ evaluationDatabase: { enabled: true } })).toThrow('passwordSecret.name: expected the name');
  },
  NetworkPolicies: () => {
    const policies = (values: Parameters<typeof coder>[0]): readonly string[] =>
      Object.keys(coder(values)).filter((key) => key.startsWith('NetworkPolicy/'));
    expect(policies({})).toEqual(['NetworkPolicy/ingress-deny-all', 'NetworkPolicy/coderd']);
    for (const part of ['workspaces', 'coderd'])
      expect(policies({ networkPolicies: { [part]: { enabled: false } } })).toHaveLength(1);
  },
  Ingress: () => {
    const rules = (hosts: Parameters<typeof coder>[0]): readonly unknown[] =>
      listAt(only(coder({ hosts: hosts ?? {}, ingress: { enabled: true } }), 'Ingress'), 'spec', 'rules');
    expect(Object.keys(DEFAULTS).filter((key) => key.startsWith('Ingress/'))).toEqual([]);
    expect([rules({ access: 'a' }), rules({ access: 'a', devurls: '*.a' })].map(({ length }) => length)).toEqual([
      1, 2,
    ]);
    expect(() => rules({})).toThrow(/^values\.hosts\.access/);
  },
  'Ingress TLS': () => {
    const values = { hosts: { access: 'a' }, ingress: { enabled: true, tls: { secretName: 's' } } };
    expect(JSON.stringify(podTemplate(coder(values)))).toBe(JSON.stringify(podTemplate(DEFAULTS)));
    expect(listAt(only(coder(values), 'Ingress'), 'spec', 'tls')).toHaveLength(1);
  },
  Satellites: () => {
    const privateKeySecret = { name: 'key' };
    const satellite = { enabled: true, primaryUrl: 'https://a', accessUrl: 'https://b', privateKeySecret };
    const objects = coder({ satellite });
    expect(Object.keys(objects).filter((key) => key.startsWith('Secret/'))).toEqual([]);
    const key = variable(containers(objects)[0], 'CODER_SATELLITE_PRIVATE_KEY');
    expect(dig(key, 'valueFrom', 'secretKeyRef', 'name')).toBe('key');
  },
  'Name of the Service': () => {
    expect(TEMPLATES.join('\n')).not.toMatch(/\blookup\b/);
  },
  PodSecurityPolicies: () => {
    expect(JSON.stringify(DEFAULT_VERSION.rules)).not.toContain('podsecuritypolicies');
  },
  'Templates in values': () => {
    expect(TEMPLATES.join('\n')).not.toMatch(/\btpl\b/);
  },
  Replicas: () => {
    const replicas = (value: number | ''): unknown =>
      dig(only(coder({ coderd: { replicas: value } }), 'Deployment'), 'spec', 'replicas');
    expect([replicas(0), replicas('')]).toEqual([0, undefined]);
  },
  Evictions: () => {
    expect(Object.keys(DEFAULTS).filter((key) => key.startsWith('PodDisruptionBudget/'))).toEqual([]);
    const budget = only(coder({ podDisruptionBudget: { enabled: true } }), 'PodDisruptionBudget');
    expect(dig(budget, 'spec', 'maxUnavailable')).toBe(1);
    expect(() => coder({ podDisruptionBudget: { enabled: true, maxUnavailable: 0 } })).toThrow('expected more than 0');
  },
  Autoscaler: () => {
    const kind = 'HorizontalPodAutoscaler';
    expect(Object.keys(DEFAULTS).filter((key) => key.startsWith(`${kind}/`))).toEqual([]);
    expect(only(coder({ autoscaling: { enabled: true } }), kind)).toBeDefined();
  },
  'Go runtime': () => {
    const namesWith = (values: Parameters<typeof coder>[0]): readonly unknown[] =>
      ['GOMEMLIMIT', 'GOMAXPROCS'].filter((name) => variable(containers(coder(values))[0], name) !== undefined);
    expect(namesWith({})).toEqual([]);
    expect(namesWith({ goRuntime: { memoryLimitPercentage: 90, maxProcs: true } })).toHaveLength(2);
  },
  'Alerts and dashboards': () => {
    const kinds = (objects: Objects): readonly string[] =>
      Object.keys(objects).filter((key) => /^(PrometheusRule|ConfigMap)\//.test(key));
    expect(kinds(DEFAULTS)).toHaveLength(1 + DASHBOARDS.length);
    expect(kinds(coder({ metrics: { rules: { enabled: false }, dashboards: { kind: 'None' } } }))).toEqual([]);
  },
  PodMonitor: () => {
    expect(only(DEFAULTS, 'PodMonitor')).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PodMonitor',
      metadata: { name: 'master-monitor', namespace: 'coder' },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/component': 'coderd' } },
        podMetricsEndpoints: [{ port: 'prom-coderd' }],
      },
    });
  },
  Values: () => {
    for (const coderdValues of [{ replica: 3 }, { replicas: 'abc' }])
      expect(() => {
        checkValues(CODER_VALUES, { coderd: coderdValues });
      }).toThrow(/^values\.coderd\.replica/);
  },
};

/** Everything that selects pods of coderd. */
function selectors(objects: Objects): readonly ReturnType<typeof dig>[] {
  return [
    dig(service(objects), 'spec', 'selector'),
    dig(only(objects, 'Deployment'), 'spec', 'selector', 'matchLabels'),
    dig(only(objects, 'PodMonitor'), 'spec', 'selector', 'matchLabels'),
  ];
}

describe('docs/deviations.md', () => {
  const [rows = []] = tablesOf(page('docs/deviations.md'));

  test('has a row for every claim that is tested, and no other', () => {
    expect(rows.map((row) => row['What'])).toEqual(Object.keys(CLAIMS));
  });

  test.each(rows.map((row) => [row['What'] ?? '', row['Here'] ?? '']))('is right that, of "%s", here: %s', (what) => {
    CLAIMS[what]?.();
    expect(CLAIMS).toHaveProperty([what]);
  });
});

describe("the page about coming from Coder's own chart", () => {
  test('names every variable that wins over envFrom', () => {
    const named = codeIn(page('docs/how-to/from-coders-own-chart.md').text);
    const own = containers(DEFAULTS).flatMap((one) => listAt(one, 'env').map((entry) => dig(entry, 'name')));
    expect(own.filter((name) => !(named as readonly unknown[]).includes(name))).toEqual([]);
  });
});
