import { Construct } from 'constructs';
import { Manifest, when } from '../../engine/border';
import {
  type Expr,
  type TreeMap,
  and,
  each,
  ifElse,
  ifSet,
  isSet,
  join,
  namedTemplate,
  optional,
  split,
  startsWith,
  unlessEmpty,
} from '../../engine/expr';
import { certificateSecrets } from '../values';
import type { CoderHandles } from './handles';
import { tree } from './kubernetes';
import type * as k8s from './kubernetes-types';
import { identityLabels, metadata } from './metadata';
import type { PartProps } from './part';

/**
 * The ways from host names to the Service of coderd: an Ingress, an HTTPRoute; and the Certificates of the hosts.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/ingress/
 * @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute
 * @see https://cert-manager.io/docs/usage/certificate/
 */
export class CoderExposure extends Construct {
  constructor(scope: Construct, id: string, part: PartProps) {
    super(scope, id);
    const { ingress, gateway, certificates } = part.values;
    when(this, 'Ingress', ingress.enabled, (inner) => {
      coderIngress(inner, part);
    });
    when(this, 'HttpRoute', gateway.enabled, (inner) => {
      httpRoute(inner, part);
    });
    const { hosts } = part.values;
    const secrets = certificateSecrets(part.values);
    const { access, devurls } = hostsOf(part);
    const isHere = (secret: Expr<string>, host: Expr<string>): Expr<boolean> =>
      and(certificates.enabled, isSet(secret), isSet(host));
    when(this, 'Certificate', isHere(secrets.access, hosts.access), (inner) => {
      certificate(inner, part, { name: part.names.workload, secretName: secrets.access, host: access });
    });
    when(this, 'DevurlsCertificate', isHere(secrets.devurls, hosts.devurls), (inner) => {
      certificate(inner, part, { name: part.names.devurls, secretName: secrets.devurls, host: devurls });
    });
  }
}

interface Hosts {
  readonly access: Expr<string>;
  readonly devurls: Expr<string>;
}

/** A wildcard stands for a whole label: in its own chart, too, `*-dev.example.com` becomes `*.example.com`. */
function hostsOf({ values: { hosts } }: PartProps): Hosts {
  const labels = each(split(hosts.devurls, '.'), 'string', (label) => ifElse(startsWith(label, '*'), '*', label));
  return { access: hosts.access, devurls: namedTemplate('devurlsHost', join(labels, '.')) };
}

/** One item for each host that is set; the rules of the values ask for one. */
function eachHost(part: PartProps, item: (host: Expr<string>) => Expr | TreeMap): Expr {
  const { access, devurls } = hostsOf(part);
  const { hosts } = part.values;
  return unlessEmpty([optional(isSet(hosts.access), item(access)), optional(isSet(hosts.devurls), item(devurls))]);
}

function coderIngress(scope: Construct, part: PartProps): void {
  const { ingress } = part.values;
  new Manifest(scope, 'Resource', {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    metadata: metadata(part, part.names.ingress, identityLabels(part), ingress),
    spec: unlessEmpty(
      tree<k8s.IngressSpec>({
        ingressClassName: ifSet(ingress.className),
        tls: unlessEmpty(ingressTls(ingress.tls, hostsOf(part))),
        rules: eachHost(part, (host) => ingressRule(host, part)),
      }),
    ),
  });
}

function ingressRule(host: Expr<string>, { names, version }: PartProps): TreeMap {
  const service = { name: names.workload, port: { name: version.ports.http.name } };
  return tree<k8s.IngressRule>({ host, http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] } });
}

function ingressTls(tls: CoderHandles['ingress']['tls'], { access, devurls }: Hosts): readonly Expr[] {
  const { secretName, devurlsSecretName } = tls;
  return [
    optional(isSet(secretName), { hosts: [access], secretName }),
    optional(isSet(devurlsSecretName), { hosts: [devurls], secretName: devurlsSecretName }),
  ];
}

function httpRoute(scope: Construct, part: PartProps): void {
  const { gateway, service } = part.values;
  new Manifest(scope, 'Resource', {
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: metadata(part, part.names.workload, identityLabels(part), gateway),
    spec: {
      parentRefs: gateway.parentRefs,
      hostnames: eachHost(part, (host) => host),
      rules: [{ backendRefs: [{ name: part.names.workload, port: service.http.port }] }],
    },
  });
}

interface OneCertificate {
  readonly name: Expr<string>;
  readonly secretName: Expr<string>;
  readonly host: Expr<string>;
}

function certificate(scope: Construct, part: PartProps, { name, secretName, host }: OneCertificate): void {
  const { certificates } = part.values;
  const { name: issuer, kind, group } = certificates.issuerRef;
  new Manifest(scope, 'Resource', {
    apiVersion: 'cert-manager.io/v1',
    kind: 'Certificate',
    metadata: metadata(part, name, identityLabels(part), certificates),
    spec: { secretName, dnsNames: [host], issuerRef: { name: issuer, kind, group } },
  });
}
