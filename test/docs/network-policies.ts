import type { Json } from '../../src/engine/expr';
import { dig, listAt, selects } from './coder';

type Labels = Readonly<Record<string, string>>;

/** A pod, as policies see it. */
export interface Pod {
  readonly namespace: string;
  readonly labels: Labels;
  /** Its named ports. */
  readonly ports?: readonly { readonly name: string; readonly containerPort: number }[];
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
  readonly protocol?: 'TCP' | 'UDP';
}

/**
 * Whether policies let a flow through at both ends, as Kubernetes reads them: a pod that no policy selects takes everything.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function allows(policies: readonly Json[], flow: Flow): boolean {
  const { from, to } = flow;
  return (
    passes({ policies, type: 'Ingress', at: to, other: from, peers: 'from' }, flow) &&
    passes({ policies, type: 'Egress', at: from, other: to, peers: 'to' }, flow)
  );
}

interface End {
  readonly policies: readonly Json[];
  readonly type: 'Ingress' | 'Egress';
  readonly at: Pod | Outside;
  readonly other: Pod | Outside;
  readonly peers: 'from' | 'to';
}

function passes({ policies, type, at, other, peers }: End, flow: Flow): boolean {
  if (!isPod(at)) return true;
  const own = policies.filter((policy) => isFor(policy, type) && selectsPod(policy, at));
  if (own.length === 0) return true;
  return own.some((policy) =>
    listAt(policy, 'spec', type.toLowerCase()).some(
      (rule) => takesPeer(rule, peers, other, namespaceOf(policy)) && takesPort(rule, flow),
    ),
  );
}

function isPod(end: Pod | Outside): end is Pod {
  return 'labels' in end;
}

/** Without `policyTypes` a policy is for what comes in, and for what goes out if it says anything of that. */
function isFor(policy: Json, type: string): boolean {
  const types = listAt(policy, 'spec', 'policyTypes');
  if (types.length > 0) return types.includes(type);
  return type === 'Ingress' || dig(policy, 'spec', 'egress') !== undefined;
}

function namespaceOf(policy: Json): string {
  return dig(policy, 'metadata', 'namespace') as string;
}

function selectsPod(policy: Json, pod: Pod): boolean {
  return namespaceOf(policy) === pod.namespace && matches(dig(policy, 'spec', 'podSelector'), pod.labels);
}

/** An empty selector takes all. */
function matches(selector: Json | undefined, labels: Labels): boolean {
  if (dig(selector, 'matchExpressions') !== undefined) throw new Error('no snippet has expressions yet');
  const wanted = dig(selector, 'matchLabels') ?? {};
  return Object.keys(wanted as object).length === 0 || selects(wanted, labels);
}

function takesPeer(rule: Json, peers: 'from' | 'to', other: Pod | Outside, home: string): boolean {
  const all = listAt(rule, peers);
  return all.length === 0 || all.some((peer) => isPeer(peer, other, home));
}

/** Blocks of addresses are for what is outside of the cluster: for pods, each network has rules of its own. */
function isPeer(peer: Json, other: Pod | Outside, home: string): boolean {
  const block = dig(peer, 'ipBlock', 'cidr');
  if (!isPod(other)) return block === (other.ip.includes(':') ? '::/0' : '0.0.0.0/0');
  if (block !== undefined) return false;
  const namespaces = dig(peer, 'namespaceSelector');
  const labels = { 'kubernetes.io/metadata.name': other.namespace };
  const isThere = namespaces === undefined ? other.namespace === home : matches(namespaces, labels);
  return isThere && matches(dig(peer, 'podSelector'), other.labels);
}

function takesPort(rule: Json, { to, port, protocol = 'TCP' }: Flow): boolean {
  const all = listAt(rule, 'ports');
  const named = isPod(to) ? to.ports?.find(({ containerPort }) => containerPort === port)?.name : undefined;
  return all.length === 0 || all.some((one) => isPort(one, [port, named], protocol));
}

function isPort(one: Json, ports: readonly (number | string | undefined)[], protocol: string): boolean {
  if (dig(one, 'endPort') !== undefined) throw new Error('no snippet has ranges of ports yet');
  const port = dig(one, 'port');
  return (
    (dig(one, 'protocol') ?? 'TCP') === protocol && (port === undefined || ports.includes(port as number | string))
  );
}
