import { Construct } from 'constructs';
import { Manifest } from '../../engine/border';
import {
  type Expr,
  type TreeMap,
  and,
  concat,
  equals,
  ifSet,
  isSet,
  literal,
  namedTemplate,
  not,
  optional,
  unlessEmpty,
} from '../../engine/expr';
import type { CoderHandles } from './handles';
import type { PartProps } from './part';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { identityLabels, metadata, metricsServiceLabels, selectorLabels } from './metadata';

type Values = CoderHandles['service'];

/**
 * The Service through which people reach Coder. Metrics and profiles are never on it.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/
 */
export class CoderdService extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { service } = part.values;
    new Manifest(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(part, part.names.workload, identityLabels(part), service),
      spec: publicSpec(service, part),
    });
  }
}

/** Fields that the API server refuses for a type of Service are left out for that type. */
function publicSpec(service: Values, part: PartProps): TreeMap {
  const { http, https } = part.version.ports;
  const isBalanced = equals(service.type, 'LoadBalancer');
  return tree<k8s.ServiceSpec>({
    type: service.type,
    externalTrafficPolicy: optional(isExternal(service), service.externalTrafficPolicy),
    internalTrafficPolicy: ifSet(service.internalTrafficPolicy),
    sessionAffinity: ifSet(service.sessionAffinity),
    loadBalancerIP: optional(and(isBalanced, isSet(service.loadBalancerIP)), service.loadBalancerIP),
    loadBalancerClass: optional(and(isBalanced, isSet(service.loadBalancerClass)), service.loadBalancerClass),
    loadBalancerSourceRanges: optional(isBalanced, unlessEmpty(service.loadBalancerSourceRanges)),
    ipFamilyPolicy: ifSet(service.ipFamilyPolicy),
    ipFamilies: unlessEmpty(service.ipFamilies),
    selector: selectorLabels(part),
    ports: concat(
      [
        servicePort(service, 'tcp-coderd', service.http, http.name),
        optional(service.https.enabled, servicePort(service, 'tcp-coderd-https', service.https, https.name)),
      ],
      service.additionalPorts,
    ),
  });
}

function isExternal(service: Values): Expr<boolean> {
  return not(equals(service.type, 'ClusterIP'));
}

function servicePort(service: Values, name: string, values: Values['http'], targetPort: string): TreeMap {
  const nodePort = optional(and(isExternal(service), isSet(values.nodePort)), values.nodePort);
  return tree<k8s.ServicePort>({ name, protocol: 'TCP', port: values.port, targetPort, nodePort });
}

/**
 * A headless Service for the metrics port, inside the cluster only.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
 */
export class CoderdMetricsService extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { name, containerPort } = part.version.ports.metrics;
    const labels = { shared: namedTemplate('metricsServiceLabels', literal(metricsServiceLabels(part))), fixed: {} };
    new Manifest(this, 'Resource', {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata(part, part.names.metricsService, labels, part.values.metrics.service),
      spec: tree<k8s.ServiceSpec>({
        type: 'ClusterIP',
        clusterIP: 'None',
        selector: selectorLabels(part),
        ports: [{ name, protocol: 'TCP', port: containerPort, targetPort: name }],
      }),
    });
  }
}
