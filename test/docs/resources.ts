import { coder } from './coder';

/** What the chart makes, with either monitor, as `Kind/name`. */
const MADE = [...Object.keys(coder()), ...Object.keys(coder({ metrics: { monitor: { kind: 'ServiceMonitor' } } }))];

/** Types of objects that somebody else makes: their names are not known here. */
const OTHERS = [
  ...[
    'pod',
    'pods',
    'events',
    'node',
    'nodes',
    'namespace',
    'secret',
    'networkpolicies',
    'persistentvolumeclaim',
    'resourcequota',
    'endpoints',
    'endpointslices',
  ],
  ...['prometheus', 'prometheuses.monitoring.coreos.com'],
  ...['grafanas.grafana.integreatly.org', 'grafanadashboards.grafana.integreatly.org'],
];

/** The kinds of the chart by what kubectl calls them. */
const OWN: ReadonlyMap<string, string> = new Map(
  MADE.map((key) => key.replace(/\/.*$/, '')).flatMap((kind) =>
    ['', 's', 's.monitoring.coreos.com'].map((ending) => [kind.toLowerCase() + ending, kind] as const),
  ),
);

/** Flags whose value is the next word. */
const WITH_VALUE = [
  '-n',
  '--namespace',
  '-l',
  '--selector',
  '-o',
  '--output',
  '-c',
  '--container',
  '-p',
  '--as',
  '--kustomize',
  '--filename',
];

/** What a command of kubectl names, after its verbs: `type[,type] [name]`, `type/name`, or the name of a pod. */
function namedIn(words: readonly string[]): readonly string[] {
  const plain = words.filter((word, i) => !word.startsWith('-') && !WITH_VALUE.includes(words[i - 1] ?? ''));
  const [verb = '', ...rest] = plain;
  if (['get', 'describe', 'delete', 'top', 'scale', 'logs', 'port-forward'].includes(verb)) return rest;
  return verb === 'rollout' || verb === 'auth' ? rest.slice(verb === 'auth' ? 2 : 1) : [];
}

/** Which types or names in a command of kubectl there are not; `undefined` if all are there. */
export function unknownObject(words: readonly string[]): string | undefined {
  const isOwn = words[words.findIndex((word) => /^(-n|--namespace)$/.test(word)) + 1] === 'coder';
  const [first = '', second] = namedIn(words);
  const isPod = words.some((word) => /^(logs|port-forward)$/.test(word)) && !first.includes('/');
  if (first === '' || isPod) return undefined;
  const [types = '', name = second] = first.split('/');
  const problems = types.split(',').map((type) => problemOf(type, isOwn ? name : undefined));
  return problems.find((problem) => problem !== undefined);
}

function problemOf(type: string, name: string | undefined): string | undefined {
  const kind = OWN.get(type.toLowerCase());
  if (kind === undefined) return OTHERS.includes(type) ? undefined : `no type ${type}`;
  const isMade = name === undefined || /^\d/.test(name) || MADE.includes(`${kind}/${name}`);
  return isMade ? undefined : `no ${type} ${name}`;
}
