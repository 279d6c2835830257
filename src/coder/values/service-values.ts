import {
  type Leaf,
  annotations,
  bool,
  choice,
  choiceList,
  int,
  labels,
  optionalInt,
  section,
  text,
  textList,
} from '../../engine/values';
import { additionalPorts } from './exposure-values';

const SEE = 'https://kubernetes.io/docs/concepts/services-networking/service/';
const POLICY = 'https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies';

const nodePort = optionalInt({
  description: 'Port on each node, not for ClusterIP; with "", Kubernetes picks one.',
  default: '',
  min: 1,
  max: 65535,
  sharedAs: 'nodePort',
});

function port(usual: number): Leaf<number> {
  return int({ description: 'Port of the Service.', default: usual, min: 1, max: 65535, sharedAs: 'port' });
}

/** The Service through which people reach Coder. */
export const service = section('The public Service of coderd. The ports of metrics and profiles are never on it.', {
  enabled: bool({ description: 'Create the Service.', default: true }),
  type: choice(['LoadBalancer', 'NodePort', 'ClusterIP'], {
    description: 'Type of the Service.',
    default: 'LoadBalancer',
    see: `${SEE}#publishing-services-service-types`,
  }),
  labels: labels({ description: 'Labels for the Service.', default: {} }),
  annotations: annotations({
    description: 'Annotations, such as those of a cloud load balancer.',
    default: {},
  }),
  http: section('Port for HTTP.', {
    port: port(80),
    nodePort,
  }),
  https: section('Port for HTTPS, which coderd serves itself on 8443.', {
    enabled: bool({
      description: 'Add the port. coderd needs a certificate: see tls.secretName.',
      default: false,
    }),
    port: port(443),
    nodePort,
  }),
  additionalPorts,
  externalTrafficPolicy: choice(['Local', 'Cluster'], {
    description: 'Whether external traffic stays on its node, with its source address; not for ClusterIP.',
    default: 'Local',
    see: POLICY,
  }),
  internalTrafficPolicy: choice(['', 'Cluster', 'Local'], {
    description: 'Whether internal traffic stays on its node.',
    default: '',
    see: POLICY,
  }),
  sessionAffinity: choice(['', 'None', 'ClientIP'], {
    description: 'Whether a client sticks to its pod.',
    default: '',
    see: `${SEE}#session-stickiness`,
  }),
  loadBalancerIP: text({
    description: 'Requested address of the load balancer.',
    default: '',
    format: 'ipAddress',
  }),
  loadBalancerClass: text({
    description: 'Implementation of the load balancer.',
    default: '',
    format: 'labelKey',
  }),
  loadBalancerSourceRanges: textList({
    description: 'Networks that can connect, for type LoadBalancer.',
    default: [],
    format: 'cidr',
  }),
  ipFamilyPolicy: choice(['', 'SingleStack', 'PreferDualStack', 'RequireDualStack'], {
    description: 'Use of IPv4 and IPv6.',
    default: '',
    see: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/',
  }),
  ipFamilies: choiceList(['IPv4', 'IPv6'], { description: 'Families in order of preference.', default: [] }),
});
