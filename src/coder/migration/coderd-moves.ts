import { isMap } from '../../engine/values';
import { environmentMove } from './environment-move';
import { imageMove } from './image-move';
import { type Move, gone, keep, rename, renames } from './move';
import { dropped, left, moved, movedTo } from './outcome';
import { isTrue } from './old-values';
import {
  type Read,
  condition,
  flag,
  integer,
  listOfAll,
  listOfOne,
  optionalInteger,
  quantity,
  replicas,
  text,
  trafficPolicy,
  url,
} from './readings';

/** The keys of the section `coderd`. */
export function coderdMoves(): readonly Move[] {
  return [
    imageMove,
    rename('coderd.replicas', 'coderd.replicas', replicas),
    rename('coderd.imagePullSecret', 'image.pullSecrets', listOfOne),
    annotationsMove('coderd.annotations', ['coderd.annotations', 'coderd.podAnnotations']),
    rename('coderd.extraLabels', 'coderd.podLabels'),
    environmentMove,
    affinityMove,
    ...podMoves(),
    ...serviceMoves(),
    ...connectionMoves(),
    ...userMoves(),
  ];
}

function annotationsMove(from: string, to: readonly string[]): Move {
  return { from, to, convert: (value) => moved(to.map((path) => ({ path: path.split('.'), value }))) };
}

const affinityMove: Move = {
  ...rename('coderd.affinity', 'coderd.affinity'),
  convert: (value) => {
    if (!isTrue(value)) return dropped('pods here always have an affinity: they prefer nodes of their own');
    if (!isMap(value) || JSON.stringify(value).includes('{{'))
      return left("Coder's chart executes it as a template; write coderd.affinity without one");
    return movedTo('coderd.affinity', value);
  },
};

function podMoves(): readonly Move[] {
  const probe = 'initialDelaySeconds periodSeconds timeoutSeconds failureThreshold';
  const contexts = ['coderd.podSecurityContext', 'coderd.securityContext'];
  return [
    ...['coderd.resources.requests', 'coderd.resources.limits'].flatMap((of) => keep(of, of, 'cpu memory', quantity)),
    ...keep('coderd.liveness', 'coderd.livenessProbe', probe, integer),
    ...keep('coderd.readiness', 'coderd.readinessProbe', probe, integer),
    ...contexts.flatMap((of) => keep(of, of, 'runAsNonRoot runAsUser runAsGroup')),
    ...contexts.flatMap((of) => keep(`${of}.seccompProfile`, `${of}.seccompProfile`, 'type localhostProfile')),
    rename('coderd.podSecurityContext.fsGroup', 'coderd.podSecurityContext.fsGroup'),
    ...keep(
      'coderd.securityContext',
      'coderd.securityContext',
      'readOnlyRootFilesystem allowPrivilegeEscalation capabilities.drop capabilities.add',
    ),
  ];
}

function serviceMoves(): readonly Move[] {
  return [
    rename('coderd.serviceAnnotations', 'service.annotations'),
    rename('coderd.serviceSpec.externalTrafficPolicy', 'service.externalTrafficPolicy', trafficPolicy),
    ...keep(
      'coderd.serviceSpec',
      'service',
      'type loadBalancerIP loadBalancerSourceRanges loadBalancerClass internalTrafficPolicy sessionAffinity ipFamilyPolicy ipFamilies',
    ),
    rename('coderd.serviceNodePorts.http', 'service.http.nodePort', optionalInteger),
    rename('coderd.serviceNodePorts.https', 'service.https.nodePort', optionalInteger),
    rename('coderd.networkPolicy.enable', 'networkPolicies.coderd.enabled', condition),
  ];
}

function connectionMoves(): readonly Move[] {
  return [
    rename('coderd.devurlsHost', 'hosts.devurls', text),
    rename('coderd.alternateHostnames', 'hosts.alternates', listOfAll),
    rename('coderd.trustProxyIP', 'reverseProxy.trustIp', flag),
    rename('coderd.reverseProxy.trustedOrigins', 'reverseProxy.trustedOrigins', listOfAll),
    rename('coderd.reverseProxy.headers', 'reverseProxy.trustedHeaders', listOfAll),
    ...keep('coderd.proxy', 'proxy', 'http https', url),
    rename('coderd.proxy.exempt', 'proxy.exempt', text),
    certificateMove('coderd.tls.hostSecretName', 'tls.secretName'),
    certificateMove('coderd.tls.devurlsHostSecretName', 'tls.devurlsSecretName'),
    rename('coderd.clientTLS.secretName', 'clientTls.secretName', text),
    satelliteMove,
    ...renames('coderd.satellite', 'satellite', { accessURL: 'accessUrl', primaryURL: 'primaryUrl' }, url),
    gone('coderd.accessURL', 'it has no effect in the chart of Coder; set the access URL in the dashboard of Coder'),
  ];
}

/** With a certificate, coderd serves HTTPS, and the Service of Coder's chart always has the port for it. */
function certificateMove(from: string, to: string): Move {
  return {
    from,
    to: [to, 'service.https.enabled'],
    convert: (value) =>
      isTrue(value)
        ? moved([
            { path: to.split('.'), value },
            { path: ['service', 'https', 'enabled'], value: true },
          ])
        : dropped('it is empty'),
  };
}

/** The Secret has the name that Coder's chart gives it; it must be kept. */
const satelliteMove: Move = {
  from: 'coderd.satellite.enable',
  to: ['satellite.enabled', 'satellite.privateKeySecret.name'],
  convert: (given) => {
    const { value, note } = condition(given);
    if (value === false) return movedTo('satellite.enabled', false, note);
    const keepIt = 'keep the Secret coder-replica-private-key: annotate it with helm.sh/resource-policy: keep';
    return moved(
      [
        { path: ['satellite', 'enabled'], value },
        { path: ['satellite', 'privateKeySecret', 'name'], value: 'coder-replica-private-key' },
      ],
      [note, keepIt].filter((one) => one !== '').join('; '),
    );
  },
};

function userMoves(): readonly Move[] {
  const account = 'coderd.builtinProviderServiceAccount';
  const asText: Read = text;
  return [
    ...keep(account, 'serviceAccount', 'annotations labels'),
    rename(`${account}.migrate`, 'serviceAccount.migrateBuiltInProvider', flag),
    ...keep('coderd.workspaceServiceAccount', 'workspaceServiceAccount', 'annotations labels'),
    rename('coderd.oidc.enableRefresh', 'oidc.enableRefresh', condition),
    rename('coderd.oidc.redirectOptions', 'oidc.redirectOptions'),
    ...keep('coderd.superAdmin.passwordSecret', 'superAdmin.passwordSecret', 'name key', asText),
    scimMove('coderd.scim.enable', 'scim.authSecret.name'),
    scimMove('coderd.scim.authSecret.name', 'scim.authSecret.name'),
    scimMove('coderd.scim.authSecret.key', 'scim.authSecret.key'),
  ];
}

/** Here the Secret is the switch. */
function scimMove(from: string, to: string): Move {
  const source = from.replace('enable', 'authSecret.name');
  return {
    from,
    to: [to],
    convert: (_, old) => {
      const value = old.get(source);
      if (!isTrue(old.get('coderd.scim.enable'))) return dropped('coderd.scim.enable is not true');
      return isTrue(value) ? movedTo(to, value) : left(`expected the name of a Secret in ${source}, got none`);
    },
  };
}
