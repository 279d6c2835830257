import {
  type JsonSchema,
  annotations,
  bool,
  choice,
  exactly,
  intSchema,
  labels,
  manifestList,
  section,
  text,
  textList,
  textSet,
} from '../../engine/values';
import { ONES_BY_NAME } from './words';

const PORTS = { min: 1, max: 65535 };

function oneOf(...words: readonly string[]): JsonSchema {
  return { enum: words, type: 'string', title: `one of ${words.join(', ')}` };
}

/** Names under which people reach Coder. */
export const hosts = section('Host names of Coder: of the Ingress, the HTTPRoute and the Certificates.', {
  access: text({
    description: 'Host of Coder itself, such as "coder.example.com".',
    default: '',
    format: 'dnsSubdomain',
  }),
  devurls: text({
    description: 'Wildcard host of the dev URLs, such as "*.dev.example.com" or "*-dev.example.com".',
    default: '',
    format: 'wildcardHost',
  }),
  alternates: textList({
    description: 'Other hosts that may log in by OpenID Connect; on no Ingress and on no HTTPRoute.',
    isSet: true,
    default: [],
    format: 'dnsSubdomain',
  }),
  alternatesByName: textSet({ description: ONES_BY_NAME, default: {}, names: 'dnsSubdomain' }),
});

/** An Ingress. */
export const ingress = section('An Ingress for the hosts, to the Service of coderd.', {
  enabled: bool({ description: 'Create the Ingress.', default: false }),
  className: text({
    description: 'Name of its IngressClass; "" is the default of the cluster.',
    default: '',
    format: 'dnsSubdomain',
    see: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#ingress-class',
  }),
  labels: labels({ description: 'Labels for the Ingress.', default: {} }),
  annotations: annotations({
    description: 'Annotations. The default lifts the limit of NGINX on uploads.',
    default: { 'nginx.ingress.kubernetes.io/proxy-body-size': '0' },
  }),
  tls: section('Certificates that the controller shows; it talks HTTP with coderd.', {
    secretName: text({
      description: 'Secret of type kubernetes.io/tls for hosts.access.',
      default: '',
      format: 'dnsSubdomain',
    }),
    devurlsSecretName: text({
      description: 'The same for hosts.devurls.',
      default: '',
      format: 'dnsSubdomain',
    }),
  }),
});

/** A route of the Gateway API. */
export const gateway = section('An HTTPRoute of the Gateway API from the hosts to the Service.', {
  enabled: bool({
    description: 'Create the HTTPRoute; needs the Gateway API, version 1.',
    default: false,
  }),
  parentRefs: manifestList<never>('gatewayApi.ParentReference', {
    description: 'Gateways that take the route; their listeners decide on TLS.',
    default: [],
    fields: {
      group: exactly('dnsSubdomain'),
      kind: oneOf('Gateway', 'ListenerSet'),
      namespace: exactly('dnsLabel'),
      name: exactly('dnsSubdomain'),
      sectionName: exactly('dnsSubdomain'),
      port: intSchema(PORTS),
    },
    required: ['name'],
    see: 'https://gateway-api.sigs.k8s.io/reference/spec/#parentreference',
  }),
  labels: labels({ description: 'Labels for the HTTPRoute.', default: {} }),
  annotations: annotations({ description: 'Annotations for the HTTPRoute.', default: {} }),
});

/** Certificates of cert-manager. */
export const certificates = section(
  'Certificates of cert-manager, one for each host with a Secret in ingress.tls or tls, which it writes.',
  {
    enabled: bool({ description: 'Create the Certificates; needs cert-manager.', default: false }),
    issuerRef: section('Who signs them.', {
      name: text({ description: 'Name of the issuer.', default: '', format: 'dnsSubdomain' }),
      kind: choice(['Issuer', 'ClusterIssuer'], {
        description: 'Whether it is of this namespace or of the cluster.',
        default: 'Issuer',
      }),
      group: text({ description: 'API group of the issuer.', default: 'cert-manager.io', format: 'dnsSubdomain' }),
    }),
    labels: labels({ description: 'Labels for the Certificates.', default: {} }),
    annotations: annotations({ description: 'Annotations for the Certificates.', default: {} }),
  },
);

/** Names of the ports that the public Service has anyway. */
const TAKEN = ['tcp-coderd', 'tcp-coderd-https'];

/** More ports of the public Service. */
export const additionalPorts = manifestList<never>('k8s.ServicePort', {
  description:
    'More ports, each to one that a sidecar names, or to one of coderd. The NetworkPolicy lets everybody in.',
  default: [],
  fields: {
    name: exactly('dnsLabel'),
    port: intSchema(PORTS),
    targetPort: exactly('portName'),
    protocol: oneOf('TCP', 'UDP', 'SCTP'),
    appProtocol: exactly('labelKey'),
    nodePort: intSchema(PORTS),
  },
  required: ['name', 'port', 'targetPort'],
  unique: { fields: ['name'], taken: TAKEN },
});
