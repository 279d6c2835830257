import * as fc from 'fast-check';
import { MOVES } from '../../../src/coder/migration';
import { at, put } from '../../../src/engine/values';

/** Values that a key of Coder's own chart may have, right or wrong. */
const VALUES: readonly unknown[] = [
  ...[true, false, 'true', 'false', '', null, 0, 1, 3, 5432, '5432', -1, 1.5],
  ...['coder', 'tls.crt', '/dev/stdout', '250m', '1Gi', '64Mi', 'ClusterIP', 'NodePort', 'Local', 'verify-full'],
  ...[
    'coder.example.com',
    '*.dev.example.com',
    'https://coder.example.com/',
    'socks5://a:1',
    '.svc.cluster.local',
    'x y',
  ],
  ...[
    'registry.example.com/coder/coder-service:1.36.2',
    'coder',
    `a/b@sha256:${'0'.repeat(64)}`,
    'Localhost',
    'awsiamrds',
  ],
  ...[
    [],
    ['10.0.0.0/8'],
    ['10.0.0.1/8'],
    ['X-Real-IP', 'X-Real-IP'],
    ['a.example', 5],
    [{ key: 'a', operator: 'Exists' }],
  ],
  ...[{}, { a: 'b' }, { a: 1 }, { 'not a key': 'b' }, { nodeAffinity: {} }, { podAffinity: '{{ .Values }}' }],
  [
    { name: 'A', value: '1' },
    { name: 'DB_HOST', value: 'db' },
    { name: 'A', value: '$(B)' },
  ],
  [{ name: 'a b', value: 1 }, { name: 'B' }],
  [{ value: '1' }],
];

/** Keys that are not in the table: of sections that are copied, and of nothing. */
const OTHERS = [
  'coderd.serviceSpec.clusterIP',
  'coderd.securityContext.privileged',
  'coderd.replica',
  'global',
  'ingress.a.b',
];

/** Sections, which may be null or no section at all. */
const SECTIONS = [
  ...new Set(
    MOVES.flatMap(({ from }) =>
      from
        .split('.')
        .slice(1)
        .map((_, i) =>
          from
            .split('.')
            .slice(0, i + 1)
            .join('.'),
        ),
    ),
  ),
];

const leaf = fc.tuple(
  fc.oneof(
    { weight: 20, arbitrary: fc.constantFrom(...MOVES.map(({ from }) => from)) },
    { weight: 2, arbitrary: fc.constantFrom(...OTHERS) },
    { weight: 1, arbitrary: fc.constantFrom(...SECTIONS) },
  ),
  fc.constantFrom(...VALUES),
);

/** A values file of Coder's own chart, drawn over the table, and its keys. */
export const drawnOldValues = fc
  .array(leaf, { maxLength: 40 })
  .map((leaves) =>
    leaves.reduce<Readonly<Record<string, unknown>>>((file, [name, value]) => withLeaf(file, name, value), {}),
  );

/** What would replace or be below another drawn key is left out. */
function withLeaf(
  file: Readonly<Record<string, unknown>>,
  name: string,
  value: unknown,
): Readonly<Record<string, unknown>> {
  const path = name.split('.');
  const above = path.slice(1).map((_, i) => at(file, path.slice(0, i + 1)));
  const isFree = at(file, path) === undefined && above.every((one) => one === undefined || isSection(one));
  return isFree ? put(file, path, value) : file;
}

function isSection(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
