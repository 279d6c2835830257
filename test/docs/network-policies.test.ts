import * as fs from 'node:fs';
import * as path from 'node:path';
import { type Json, isTreeMap } from '../../src/engine/expr';
import { manifestSnippets } from '../../tools/snippets';
import { temporaryDirectory } from '../support/folder';
import { parseObjects } from '../support/manifests';
import { coder, dig, listAt, podTemplate } from './coder';
import { blocksIn } from './markdown';
import { type Flow, type Pod, allows } from './network-policies';
import { inDirectory, runProgram } from './programs';

/** The policies that stand in YAML, block by block, and those that the programs write. */
async function policies(): Promise<ReadonlyMap<string, readonly Json[]>> {
  const found = new Map<string, readonly Json[]>();
  const add = (place: string, object: Json): void => {
    if (dig(object, 'kind') === 'NetworkPolicy') found.set(place, [...(found.get(place) ?? []), object]);
  };
  for (const { place, object } of manifestSnippets()) add(place, object as Json);
  for (const block of blocksIn('ts').filter(({ text }) => text.includes('NetworkPolicy'))) {
    const directory = temporaryDirectory();
    await inDirectory(directory, () => {
      runProgram(block);
    });
    for (const file of fs.readdirSync(path.join(directory, 'dist')))
      for (const object of Object.values(parseObjects(fs.readFileSync(path.join(directory, 'dist', file), 'utf8'))))
        add(block.place, object);
  }
  return found;
}

const TEMPLATE = podTemplate(coder({ service: { https: { enabled: true } } }));
const CODERD: Pod = {
  namespace: 'coder',
  labels: dig(TEMPLATE, 'metadata', 'labels') as Pod['labels'],
  ports: listAt(TEMPLATE, 'spec', 'containers', 0, 'ports').map((port) => ({
    name: dig(port, 'name') as string,
    containerPort: dig(port, 'containerPort') as number,
  })),
};
const pod = (namespace: string, labels: Pod['labels'] = { app: 'x' }): Pod => ({ namespace, labels });
const [PROMETHEUS, WORKSPACE] = [pod('monitoring'), pod('coder', { 'com.coder.resource': 'true' })];
const [USER, USER6] = [{ ip: '203.0.113.7' }, { ip: '2001:db8::7' }];

/** What coderd cannot do without. It listens on 8080, and on 8443 where it has a certificate. */
const NEEDED: Readonly<Record<string, readonly Flow[]>> = {
  ...Object.fromEntries(
    Object.entries({
      'a user': USER,
      'a user with IPv6': USER6,
      'an ingress controller': pod('ingress-nginx'),
      'the agent of a workspace': WORKSPACE,
      'the agent of a workspace in another namespace': pod('ide', WORKSPACE.labels),
    }).map(([who, from]) => [`${who} reaches coderd`, [8080, 8443].map((port) => ({ from, to: CODERD, port }))]),
  ),
  'a replica reaches another, on any port': [8080, 8443, 50_000].flatMap((port) =>
    (['TCP', 'UDP'] as const).map((protocol) => ({ from: CODERD, to: CODERD, port, protocol })),
  ),
  'Prometheus scrapes coderd': [{ from: PROMETHEUS, to: CODERD, port: 2112 }],
  ...Object.fromEntries(
    Object.entries({ coderd: CODERD, 'a workspace': WORKSPACE }).map(([who, from]) => [
      `${who} asks DNS`,
      (['TCP', 'UDP'] as const).map((protocol) => ({ from, to: pod('kube-system'), port: 53, protocol })),
    ]),
  ),
  'coderd reaches its database': [pod('database'), pod('coder'), USER].map((to) => ({ from: CODERD, to, port: 5432 })),
  'coderd reaches the API server': [443, 6443].map((port) => ({ from: CODERD, to: USER, port })),
  'a workspace reaches the internet': [{ from: WORKSPACE, to: USER, port: 443 }],
};

/** What policies are for. */
const CLOSED: Readonly<Record<string, Flow>> = {
  'a stranger reads profiles': { from: USER, to: CODERD, port: 6060 },
  'another pod reads profiles': { from: pod('other'), to: CODERD, port: 6060 },
  'another pod scrapes coderd': { from: pod('other'), to: CODERD, port: 2112 },
};

describe('the NetworkPolicies in the documentation', () => {
  test('are those of two pages', async () => {
    const places = [...(await policies()).keys()].map((place) => place.replace(/:\d+$/, ''));
    expect(places).toEqual(['docs/how-to/no-data.md', 'docs/how-to/objects-of-your-own.md']);
  });

  test.each(Object.entries(NEEDED))('keep this possible: %s', async (_, flows) => {
    for (const [place, found] of await policies())
      for (const flow of flows) expect([place, flow, allows(found, flow)]).toEqual([place, flow, true]);
  });

  test.each(Object.entries(CLOSED))('end this: %s', async (_, flow) => {
    for (const [place, found] of await policies()) expect([place, allows(found, flow)]).toEqual([place, false]);
  });

  test('isolate workspaces where they say so', async () => {
    const [, found = []] = [...(await policies())].find(([place]) => place.includes('objects-of-your-own')) ?? [];
    for (const from of [USER, pod('other'), CODERD, pod('coder', WORKSPACE.labels)])
      expect(allows(found, { from, to: WORKSPACE, port: 8080 })).toBe(false);
  });
});

describe('a policy, as the tests read it,', () => {
  const policy = (spec: Json): readonly Json[] => [{ kind: 'NetworkPolicy', metadata: { namespace: 'coder' }, spec }];
  const own = { matchLabels: { 'app.kubernetes.io/component': 'coderd' } };
  const flow = { from: PROMETHEUS, to: CODERD, port: 2112 };

  test.each<[is: boolean, spec: Json]>([
    [true, { podSelector: { matchLabels: { app: 'other' } } }],
    [false, { podSelector: {} }],
    [false, { podSelector: own, policyTypes: ['Ingress'] }],
    [true, { podSelector: own, policyTypes: ['Egress'] }],
    [true, { podSelector: own, ingress: [{}] }],
    [true, { podSelector: own, ingress: [{ ports: [{ port: 'prom-coderd' }] }] }],
    [false, { podSelector: own, ingress: [{ ports: [{ port: 'pprof-coderd' }] }] }],
    [false, { podSelector: own, ingress: [{ ports: [{ port: 2112, protocol: 'UDP' }] }] }],
    [false, { podSelector: own, ingress: [{ from: [{ podSelector: {} }] }] }],
    [true, { podSelector: own, ingress: [{ from: [{ namespaceSelector: {} }] }] }],
    [false, { podSelector: own, ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] }],
  ])('allows a scrape: %s, %j', (is, spec) => {
    expect(isTreeMap(spec)).toBe(true);
    expect(allows(policy(spec), flow)).toBe(is);
  });

  test('that speaks of what goes out closes the rest', () => {
    const egress = [{ to: [{ namespaceSelector: {} }], ports: [{ port: 5432 }] }];
    const out = (to: Flow['to'], port: number): boolean =>
      allows(policy({ podSelector: own, policyTypes: ['Egress'], egress }), { from: CODERD, to, port });
    expect([out(pod('database'), 5432), out(pod('kube-system'), 53), out(USER, 5432)]).toEqual([true, false, false]);
  });
});
