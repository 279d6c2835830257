import { Construct } from 'constructs';
import { Manifest, type ManifestTree, when } from '../../engine/border';
import { type Expr, type TreeMap, concat, each, nonEmpty, optional, textsAt } from '../../engine/expr';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { databaseSelector, identityLabels, metadata, selectorLabels } from './metadata';
import type { PartProps } from './part';

/** The label that Kubernetes gives to each namespace: its name. */
const NAMESPACE_NAME = 'kubernetes.io/metadata.name';

/** The ports of DNS; 5353 is that of its pods on OpenShift. */
const DNS = [53, 5353];

/** The ports of API servers. */
const API_SERVER = [443, 6443];

/**
 * Who reaches coderd and workspaces, and whom coderd reaches.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export class CoderNetworkPolicies extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { workspaces, coderd, evaluationDatabase } = part.values.networkPolicies;
    when(this, 'WorkspaceNetworkPolicy', workspaces.enabled, (inner) => {
      new Manifest(inner, 'Resource', isolationTree(part, part.names.isolation));
    });
    when(this, 'CoderdNetworkPolicy', coderd.enabled, (inner) => {
      policy(inner, part, part.names.workload, coderdPolicy(part));
    });
    when(this, 'Database', part.values.evaluationDatabase.enabled, (database) => {
      when(database, 'DatabaseNetworkPolicy', evaluationDatabase.enabled, (inner) => {
        policy(inner, part, part.names.database, databasePolicy(part));
      });
    });
  }
}

/** The policy that lets nobody in to workspaces. */
export function isolationTree(part: PartProps, name: Expr<string>): ManifestTree {
  return policyTree(part, name, {
    podSelector: { matchLabels: part.version.workspaceLabels },
    policyTypes: ['Ingress'],
  });
}

function policy(scope: Construct, part: PartProps, name: Expr<string>, spec: TreeMap): void {
  new Manifest(scope, 'Resource', policyTree(part, name, spec));
}

function policyTree(part: PartProps, name: Expr<string>, spec: TreeMap): ManifestTree {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: metadata(part, name, identityLabels(part)),
    spec,
  };
}

function coderdPolicy(part: PartProps): TreeMap {
  const { egress, extraIngress } = part.values.networkPolicies.coderd;
  const { restricted, extraRules } = egress;
  return tree<k8s.NetworkPolicySpec>({
    podSelector: replicas(part),
    policyTypes: ['Ingress', optional(restricted, 'Egress')],
    ingress: concat(ingress(part), extraIngress),
    egress: optional(restricted, concat(egressRules(part), extraRules)),
  });
}

/** Replicas use ports of their own for each other, UDP too, so they have all. */
function ingress(part: PartProps): readonly TreeMap[] {
  const { http, https, pprof, metrics } = part.version.ports;
  const { monitoringNamespaces, profilingNamespaces } = part.values.networkPolicies.coderd;
  return [
    tree<k8s.NetworkPolicyIngressRule>({
      ports: concat(
        [http, https].map(({ containerPort }) => tcp(containerPort)),
        additional('TCP', part),
        additional('UDP', part),
      ),
    }),
    tree<k8s.NetworkPolicyIngressRule>({ from: [{ podSelector: replicas(part) }] }),
    fromNamespaces(monitoringNamespaces, metrics.containerPort),
    fromNamespaces(profilingNamespaces, pprof.containerPort),
  ] as readonly TreeMap[];
}

/** A port by its name; the protocol that it does not have names no port. */
function additional(protocol: 'TCP' | 'UDP', { values: { service } }: PartProps): Expr<readonly TreeMap[]> {
  const ports = textsAt(service.additionalPorts, ['targetPort']);
  return each(ports, 'string', (port) => tree<k8s.NetworkPolicyPort>({ port, protocol }));
}

function fromNamespaces(names: Expr<readonly string[]>, port: number): Expr {
  const namespaceSelector = { matchExpressions: [{ key: NAMESPACE_NAME, operator: 'In', values: names }] };
  return optional(
    nonEmpty(names),
    tree<k8s.NetworkPolicyIngressRule>({ from: [{ namespaceSelector }], ports: [tcp(port)] }),
  );
}

function egressRules(part: PartProps): readonly TreeMap[] {
  const { database, apiServer } = part.values.networkPolicies.coderd.egress;
  const workspaces = { namespaceSelector: {}, podSelector: { matchLabels: part.version.workspaceLabels } };
  return [
    tree<k8s.NetworkPolicyEgressRule>({ ports: DNS.flatMap((port) => [tcp(port), { port, protocol: 'UDP' }]) }),
    tree<k8s.NetworkPolicyEgressRule>({ to: [{ podSelector: replicas(part) }, workspaces] }),
    optional(part.values.evaluationDatabase.enabled, toDatabase(part)),
    toPeers(database.peers, [database.port]),
    toPeers(apiServer.peers, API_SERVER),
  ] as readonly TreeMap[];
}

function toDatabase(part: PartProps): TreeMap {
  return tree<k8s.NetworkPolicyEgressRule>({
    to: [{ podSelector: { matchLabels: databaseSelector(part) } }],
    ports: [tcp(part.version.evaluation.port)],
  });
}

/** It is asked by coderd, and asks nobody. */
function databasePolicy(part: PartProps): TreeMap {
  return tree<k8s.NetworkPolicySpec>({
    podSelector: { matchLabels: databaseSelector(part) },
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: replicas(part) }], ports: [tcp(part.version.evaluation.port)] }],
  });
}

function toPeers(peers: Expr<readonly never[]>, ports: readonly (number | Expr<number>)[]): Expr {
  return optional(nonEmpty(peers), tree<k8s.NetworkPolicyEgressRule>({ to: peers, ports: ports.map(tcp) }));
}

function tcp(port: number | Expr<number>): TreeMap {
  return tree<k8s.NetworkPolicyPort>({ port, protocol: 'TCP' });
}

function replicas(part: PartProps): TreeMap {
  return { matchLabels: selectorLabels(part) };
}
