import {
  type Expr,
  and,
  concat,
  equals,
  firstMissing,
  firstNonEmpty,
  interpolate,
  isSet,
  nonEmpty,
  not,
  optional,
  or,
  textsAt,
} from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import { sidecarsOf } from './by-name';
import type { CoderValues } from './declaration';

type Values = Handles<CoderValues>;

/** What would lead nowhere, or to another host. */
export function exposureRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  return [
    hostRule(values),
    ...serviceRules(values),
    gatewayRule(values),
    ...secretRules(values),
    ...certificateRules(values),
    ...writtenRules(values),
    portRule(values, version),
  ];
}

/** Without a host, a rule would catch all that is not for others. */
function hostRule({ hosts, ingress, gateway, certificates }: Values): ValueRule {
  return {
    path: 'hosts.access',
    broken: and(
      or(ingress.enabled, gateway.enabled, certificates.enabled),
      not(or(isSet(hosts.access), isSet(hosts.devurls))),
    ),
    expected:
      'a host name (or one in hosts.devurls), since ingress.enabled, gateway.enabled or certificates.enabled is true',
    got: '""',
  };
}

function serviceRules({ service, ingress, gateway }: Values): readonly ValueRule[] {
  return Object.entries({ ingress, gateway }).map(([name, { enabled }]) => ({
    path: `${name}.enabled`,
    broken: and(enabled, not(service.enabled)),
    expected: 'false, since service.enabled is false, and it leads to the Service',
    got: 'true',
  }));
}

function gatewayRule({ gateway }: Values): ValueRule {
  return {
    path: 'gateway.parentRefs',
    broken: and(gateway.enabled, not(nonEmpty(gateway.parentRefs))),
    expected: 'at least one Gateway, since gateway.enabled is true',
    got: 'none',
  };
}

/** A certificate for a host that is not there. */
function secretRules({ hosts, ingress, certificates }: Values): readonly ValueRule[] {
  const pairs = [
    ['secretName', 'access'],
    ['devurlsSecretName', 'devurls'],
  ] as const;
  return pairs.map(([secret, host]) => ({
    path: `ingress.tls.${secret}`,
    broken: and(or(ingress.enabled, certificates.enabled), isSet(ingress.tls[secret]), not(isSet(hosts[host]))),
    expected: `"", since hosts.${host} is ""`,
    got: interpolate`"${ingress.tls[secret]}"`,
  }));
}

function certificateRules(values: Values): readonly ValueRule[] {
  const { hosts, certificates } = values;
  const { enabled, issuerRef } = certificates;
  const { access, devurls } = certificateSecrets(values);
  return [
    {
      path: 'certificates.issuerRef.name',
      broken: and(enabled, not(isSet(issuerRef.name))),
      expected: 'the name of an issuer, since certificates.enabled is true',
      got: '""',
    },
    {
      path: 'ingress.tls.devurlsSecretName',
      broken: and(enabled, isSet(hosts.access), isSet(hosts.devurls), isSet(access), equals(access, devurls)),
      expected: 'another Secret than that of hosts.access, since each Certificate writes its own',
      got: interpolate`"${devurls}"`,
    },
  ];
}

/** One Secret is enough, of a host that is there. */
function writtenRules(values: Values): readonly ValueRule[] {
  const { hosts, certificates } = values;
  const { access, devurls } = certificateSecrets(values);
  const isNone = and(certificates.enabled, not(or(isSet(access), isSet(devurls))));
  const hasAccess = isSet(hosts.access);
  const rule = (secret: string, other: string, isHere: Expr<boolean>): ValueRule => ({
    path: `ingress.tls.${secret}`,
    broken: and(isNone, isHere),
    expected: `the name of the Secret that cert-manager writes (or one in tls.${secret}${other}), since certificates.enabled is true`,
    got: '""',
  });
  return [
    rule('secretName', ', or in devurlsSecretName', hasAccess),
    rule('devurlsSecretName', '', and(not(hasAccess), isSet(hosts.devurls))),
  ];
}

/** The Secrets that cert-manager writes, by their hosts: those of the Ingress, or those of coderd itself. */
export function certificateSecrets({ ingress, tls }: Values) {
  return {
    access: firstNonEmpty(ingress.tls.secretName, tls.secretName),
    devurls: firstNonEmpty(ingress.tls.devurlsSecretName, tls.devurlsSecretName),
  };
}

/** Metrics and profiles are on no public Service. */
function portRule({ service, coderd }: Values, { ports }: CoderdFacts): ValueRule {
  const own = { ports: [{ name: ports.http.name }, optional(service.https.enabled, { name: ports.https.name })] };
  const known = textsAt(concat([own], sidecarsOf(coderd)), ['ports', 'name']);
  const missing = firstMissing(textsAt(service.additionalPorts, ['targetPort']), known);
  return {
    path: 'service.additionalPorts',
    broken: and(service.enabled, isSet(missing)),
    expected: `targets that are ports of coderd.sidecars by name, or ${ports.http.name}, or ${ports.https.name} where service.https.enabled is true`,
    got: interpolate`"${missing}"`,
  };
}
