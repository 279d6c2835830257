import { type Units, and, atMost, equals, interpolate, isSet, nonEmpty, not } from '../../engine/expr';
import type { Handles, ValueRule } from '../../engine/values';
import type { CoderdFacts } from '../versions';
import { containerRules } from './container-rules';
import type { CoderValues } from './declaration';
import { isNone, shown } from './shown';

type Values = Handles<CoderValues>;

/** Units of Kubernetes, in ones. */
const QUANTITIES: Units = {
  '': '1',
  ...{ n: '0.000000001', u: '0.000001', m: '0.001', k: '1000', M: '1000000', G: '1000000000' },
  ...{ T: '1000000000000', P: '1000000000000000', E: '1000000000000000000' },
  ...{ Ki: '1024', Mi: '1048576', Gi: '1073741824', Ti: '1099511627776' },
  ...{ Pi: '1125899906842624', Ei: '1152921504606846976' },
};

/** What the API server asks of the values of the pods together. */
export function podRules(values: Values, version: CoderdFacts): readonly ValueRule[] {
  const { coderd, evaluationDatabase } = values;
  return [
    ...profileRules('coderd.podSecurityContext.seccompProfile', coderd.podSecurityContext.seccompProfile),
    ...profileRules('coderd.securityContext.seccompProfile', coderd.securityContext.seccompProfile),
    ...strategyRules(values),
    ...resourceRules('coderd.resources', coderd.resources),
    ...resourceRules('evaluationDatabase.resources', evaluationDatabase.resources),
    ...containerRules(values, version),
    dnsRule(values),
  ];
}

function strategyRules({ coderd }: Values): readonly ValueRule[] {
  const { rollingUpdate, type } = coderd.strategy;
  return [
    {
      path: 'coderd.strategy.rollingUpdate.maxUnavailable',
      broken: and(equals(type, 'RollingUpdate'), isNone(rollingUpdate.maxSurge), isNone(rollingUpdate.maxUnavailable)),
      expected: 'more than 0, since maxSurge is 0',
      got: shown(rollingUpdate.maxUnavailable),
    },
  ];
}

type Profile = Values['coderd']['securityContext']['seccompProfile'];

function profileRules(path: string, { type, localhostProfile }: Profile): readonly ValueRule[] {
  const isLocal = equals(type, 'Localhost');
  return [
    {
      path: `${path}.localhostProfile`,
      broken: and(isLocal, not(isSet(localhostProfile))),
      expected: 'the path of a profile, since type is Localhost',
      got: '""',
    },
    {
      path: `${path}.localhostProfile`,
      broken: and(not(isLocal), isSet(localhostProfile)),
      expected: '"", since type is not Localhost',
      got: 'a path',
    },
  ];
}

/** The API server refuses a request above its limit. */
function resourceRules(path: string, { requests, limits }: Values['coderd']['resources']): readonly ValueRule[] {
  return (['cpu', 'memory', 'ephemeral-storage'] as const).map((name) => ({
    path: `${path}.requests.${name}`,
    broken: and(isSet(requests[name]), isSet(limits[name]), not(atMost(requests[name], limits[name], QUANTITIES))),
    expected: interpolate`at most ${path}.limits.${name}, which is ${limits[name]}`,
    got: requests[name],
  }));
}

/** Then the pods have nobody to ask. */
function dnsRule({ coderd: { dnsPolicy, dnsConfig } }: Values): ValueRule {
  return {
    path: 'coderd.dnsConfig.nameservers',
    broken: and(equals(dnsPolicy, 'None'), not(nonEmpty(dnsConfig.nameservers))),
    expected: 'at least one address, since coderd.dnsPolicy is None',
    got: 'none',
  };
}
