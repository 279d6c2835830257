import { bool, int, manifestList, section, textList } from '../../engine/values';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/network-policies/';

const peers = manifestList<never>('k8s.NetworkPolicyPeer', {
  description: 'Where it is: networks (ipBlock), or pods (namespaceSelector, podSelector).',
  default: [],
  see: `${SEE}#behavior-of-to-and-from-selectors`,
  sharedAs: 'peers',
});

const egress = section('Whom coderd reaches. DNS, the other replicas and workspaces are always among them.', {
  restricted: bool({
    description: 'Allow only what is named here; Git, OIDC or registries on the internet then belong in extraRules.',
    default: false,
  }),
  database: section('The database.', {
    peers,
    port: int({ description: 'Its port.', default: 5432, min: 1, max: 65535 }),
  }),
  apiServer: section(
    'The API servers on 443 and 6443, as addresses: kubectl get endpoints kubernetes --namespace default.',
    { peers },
  ),
  extraRules: manifestList<never>('k8s.NetworkPolicyEgressRule', {
    description: 'More rules, such as for destinations of a sidecar.',
    default: [],
    see: SEE,
  }),
});

const coderd = section('Who reaches coderd beside its replicas, and everybody on its ports for HTTP and HTTPS.', {
  enabled: bool({ description: 'Create the NetworkPolicy of coderd.', default: true }),
  monitoringNamespaces: textList({
    description: 'Namespaces whose pods may scrape: that of Prometheus.',
    default: ['monitoring'],
    format: 'dnsLabel',
    isSet: true,
  }),
  profilingNamespaces: textList({
    description: 'Namespaces whose pods may read profiles, which may show secrets.',
    default: [],
    format: 'dnsLabel',
    isSet: true,
  }),
  extraIngress: manifestList<never>('k8s.NetworkPolicyIngressRule', {
    description: 'More rules, such as for ports of a sidecar.',
    default: [],
    see: SEE,
  }),
  egress,
});

/** What a network that enforces NetworkPolicies lets through. */
export const networkPolicies = section('NetworkPolicies, which the network of the cluster must enforce.', {
  workspaces: section('The policy that lets nothing connect to workspaces; they connect to coderd.', {
    enabled: bool({ description: 'Create the NetworkPolicy of workspaces.', default: true }),
  }),
  coderd,
  evaluationDatabase: section('The policy of evaluationDatabase: coderd reaches it, nobody else; it reaches nobody.', {
    enabled: bool({ description: 'Create the NetworkPolicy of that database.', default: true }),
  }),
});
