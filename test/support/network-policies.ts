import { BlockList } from 'node:net';

type Labels = Readonly<Record<string, string>>;

/** A selector of labels. */
export interface Selector {
  readonly matchLabels?: Labels;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

/** Who may be at the other end. */
export interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

/** A port, or a range of them. */
export interface Port {
  readonly port?: number | string;
  readonly endPort?: number;
  readonly protocol?: Protocol;
}

/** A transport that policies tell apart. */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';

/** What a policy allows. */
export interface Rule {
  readonly from?: readonly Peer[];
  readonly to?: readonly Peer[];
  readonly ports?: readonly Port[];
}

/** A NetworkPolicy. */
export interface Policy {
  readonly kind: 'NetworkPolicy';
  readonly metadata: { readonly namespace: string };
  readonly spec: {
    readonly podSelector?: Selector;
    readonly policyTypes?: readonly Direction[];
    readonly ingress?: readonly Rule[];
    readonly egress?: readonly Rule[];
  };
}

/** Which end a policy speaks of. */
export type Direction = 'Ingress' | 'Egress';

/** A pod, as policies see it. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Labels;
  /** Its named ports; they are TCP unless they say otherwise. */
  readonly ports?: readonly { readonly name: string; readonly containerPort: number; readonly protocol?: Protocol }[];
}

/** Something outside of the cluster. */
export interface Outside {
  readonly ip: string;
}

/** A connection that somebody opens. */
export interface Flow {
  readonly from: Pod | Outside;
  readonly to: Pod | Outside;
  readonly port: number;
  readonly protocol?: Protocol;
}

/**
 * Whether policies let a flow through at both ends, as Kubernetes reads them: a pod that no policy selects takes everything.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function allows(policies: readonly Policy[], flow: Flow): boolean {
  return passes(policies, 'Ingress', flow) && passes(policies, 'Egress', flow);
}

/** Whether policies let a flow through at the end that they are about: `to` for what comes in, `from` for what goes out. */
function passes(policies: readonly Policy[], direction: Direction, flow: Flow): boolean {
  const [own, other] = direction === 'Ingress' ? [flow.to, flow.from] : [flow.from, flow.to];
  if (!isPod(own)) return true;
  const about = policies.filter((policy) => isFor(policy, direction) && selectsPod(policy, own));
  if (about.length === 0) return true;
  return about.some(({ metadata, spec }) => {
    const rules = (direction === 'Ingress' ? spec.ingress : spec.egress) ?? [];
    return rules.some(({ from, to, ports }) => {
      const peers = direction === 'Ingress' ? from : to;
      return takesPeer(peers, other, metadata.namespace) && takesPort(ports, flow);
    });
  });
}

function isPod(end: Pod | Outside): end is Pod {
  return 'labels' in end;
}

/** Without `policyTypes` a policy is for what comes in, and for what goes out if it says anything of that. */
function isFor({ spec }: Policy, direction: Direction): boolean {
  return spec.policyTypes?.includes(direction) ?? (direction === 'Ingress' || spec.egress !== undefined);
}

function selectsPod({ metadata, spec }: Policy, { namespace, labels }: Pod): boolean {
  return metadata.namespace === namespace && matches(spec.podSelector ?? {}, labels);
}

/** An empty selector takes all. */
function matches({ matchLabels = {}, matchExpressions = [] }: Selector, labels: Labels): boolean {
  const hasLabels = Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
  return hasLabels && matchExpressions.every((expression) => holds(expression, labels));
}

function holds({ key, operator, values = [] }: Expression, labels: Labels): boolean {
  const value = labels[key];
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
  }
}

type Expression = NonNullable<Selector['matchExpressions']>[number];

/** No peers, or none in the list, are all. */
function takesPeer(peers: readonly Peer[] = [], other: Pod | Outside, home: string): boolean {
  return peers.length === 0 || peers.some((peer) => isPeer(peer, other, home));
}

/** Blocks of addresses are for what is outside of the cluster: for pods, each network has rules of its own. */
function isPeer({ ipBlock, namespaceSelector, podSelector = {} }: Peer, other: Pod | Outside, home: string): boolean {
  if (!isPod(other)) return ipBlock !== undefined && isIn(ipBlock, other.ip);
  if (ipBlock !== undefined) return false;
  const names = { 'kubernetes.io/metadata.name': other.namespace };
  const isThere = namespaceSelector === undefined ? other.namespace === home : matches(namespaceSelector, names);
  return isThere && matches(podSelector, other.labels);
}

function isIn({ cidr, except = [] }: NonNullable<Peer['ipBlock']>, ip: string): boolean {
  return hasAddress(cidr, ip) && !except.some((block) => hasAddress(block, ip));
}

function hasAddress(cidr: string, ip: string): boolean {
  const [network = '', prefix] = cidr.split('/');
  const [family, own] = [network, ip].map((address) => (address.includes(':') ? 'ipv6' : 'ipv4'));
  if (family === undefined || family !== own) return false;
  const block = new BlockList();
  block.addSubnet(network, Number(prefix), family);
  return block.check(ip, family);
}

/** No ports, or none in the list, are all. */
function takesPort(ports: readonly Port[] = [], flow: Flow): boolean {
  return ports.length === 0 || ports.some((one) => isPort(one, flow));
}

function isPort({ port, endPort, protocol = 'TCP' }: Port, flow: Flow): boolean {
  if (protocol !== (flow.protocol ?? 'TCP')) return false;
  if (port === undefined) return true;
  if (typeof port === 'string') return isNamed(port, flow);
  return flow.port >= port && flow.port <= (endPort ?? port);
}

/** A name is that of a port of the pod that is connected to. */
function isNamed(name: string, { to, port, protocol = 'TCP' }: Flow): boolean {
  const named = isPod(to) ? (to.ports ?? []) : [];
  return named.some((one) => one.name === name && one.containerPort === port && (one.protocol ?? 'TCP') === protocol);
}
