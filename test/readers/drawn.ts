/** Prints, as JSON, what installations with drawn values are made of: for readers that need a cluster. */
import process from 'node:process';
import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import type { Json } from '../../src/engine/expr';
import { at, isMap } from '../../src/engine/values';
import { partialValues, releaseName } from '../support/arbitraries';
import { type Case, concreteCoder } from '../support/law';
import { repaired } from '../support/repaired';
import { seedAt } from '../support/share';
import { withValue } from '../support/values';
import { type RuleFields, readableGroups } from './readable';

/** Values that are passed on without a look at what is in them, and what a person may give. */
const PASSED_ON: Readonly<Record<string, Json>> = {
  'coderd.extraVolumes': [{ name: 'data', emptyDir: {} }],
  'coderd.extraVolumeMounts': [],
  'coderd.initContainersBeforeMigrations': [
    {
      name: 'native',
      image: 'example.com/native:1',
      restartPolicy: 'Always',
      startupProbe: { tcpSocket: { port: 1 } },
    },
  ],
  'coderd.extraInitContainers': [{ name: 'first', image: 'example.com/first:1' }],
  'coderd.sidecars': [{ name: 'beside', image: 'example.com/beside:1' }],
  'coderd.sidecarsByName': { 'by-name': { image: 'example.com/by-name:1' } },
  'coderd.volumes': { settings: { source: { secret: { secretName: 'coder-database' } }, mountPath: '/settings' } },
  'service.additionalPorts': [{ name: 'more', port: 9, targetPort: 'tcp-coderd' }],
  // The range is a setting of the cluster.
  'service.http.nodePort': 30080,
  'service.https.nodePort': 30443,
  'coderd.lifecycle': { preStop: { exec: { command: ['sleep', '5'] } } },
  'coderd.affinity': {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: 'a', operator: 'Exists' }] }],
      },
    },
  },
  'coderd.topologySpreadConstraints': [{ maxSkew: 1, topologyKey: 'zone', whenUnsatisfiable: 'DoNotSchedule' }],
  'autoscaling.behavior': { scaleDown: { stabilizationWindowSeconds: 600 } },
  'rbac.extraRules': [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }],
  'networkPolicies.coderd.extraIngress': [{ ports: [{ port: 9000 }] }],
  'networkPolicies.coderd.egress.database.peers': [{ ipBlock: { cidr: '10.20.0.0/16' } }],
  'networkPolicies.coderd.egress.apiServer.peers': [{ ipBlock: { cidr: '10.96.0.1/32' } }],
  'networkPolicies.coderd.egress.extraRules': [{ ports: [{ port: 443 }] }],
  'metrics.monitor.tlsConfig': { insecureSkipVerify: true },
  'metrics.monitor.authorization': { credentials: { name: 'coder-database', key: 'made' } },
  // The name of something that the Prometheus object has.
  'metrics.monitor.scrapeClass': '',
};

const SOURCES: Readonly<Record<string, Json>> = {
  valueFrom: { secretKeyRef: { name: 'coder-database', key: 'made' } },
  secretRef: { name: 'coder-database' },
  configMapRef: { name: 'settings', optional: true },
};

type Values = Case['values'];

function passedOn(values: Values): Values {
  const places = Object.entries(PASSED_ON).map(([dotted, value]) => [dotted.split('.'), value] as const);
  return places.reduce(
    (rest, [path, value]) => ((at(rest, path) ?? null) === null ? rest : withValue(rest, path, value)),
    values,
  );
}

/** Sources of variables, which are passed on too. */
function withSources(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(withSources);
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, SOURCES[key] ?? withSources(inner)]));
}

/** Rules that load, but for their PromQL and templates, which the Operator and Prometheus check. */
function withReadableRules(values: Values): Values {
  const path = ['metrics', 'rules', 'extraGroups'];
  const groups = at(values, path);
  return Array.isArray(groups) ? withValue(values, path, readableGroups(groups as readonly RuleFields[])) : values;
}

const [count = '50'] = process.argv.slice(2);
const installations = fc.record({ release: releaseName, values: partialValues(CODER_VALUES, 0.4) });
const drawn = fc.sample(installations, { seed: seedAt(71), numRuns: Number(count) }).map(({ release, values }, i) => {
  const one = {
    release,
    namespace: `drawn-${String(i)}`,
    values: repaired(CODER_VALUES, withReadableRules(withSources(passedOn(values)) as Values)),
  };
  return { ...one, objects: Object.values(concreteCoder(one)) };
});
process.stdout.write(JSON.stringify(drawn));
