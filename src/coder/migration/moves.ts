import { databaseMoves } from './database-moves';
import { coderdMoves } from './coderd-moves';
import { type Move, gone, keep, rename, renames } from './move';
import { type Outcome, dropped, left, moved, movedTo } from './outcome';
import { isTrue } from './old-values';
import { type Read, clusterDomain, condition, flag, text, url } from './readings';

/** Every key of Coder's own chart. Where two meet in a map, the later one wins. */
export const MOVES: readonly Move[] = [
  ...servicesMoves(),
  ...coderdMoves(),
  ...databaseMoves(),
  ...loggingMoves(),
  ...ingressMoves(),
  rename('envbox.image', 'envbox.image', text),
  rename('metrics.amplitudeKey', 'telemetry.amplitudeKey', text),
  ...keep('certs.secret', 'trustedCertificate', 'name key', text),
  ...keep('environments', 'workspaces', 'tolerations nodeSelector'),
  gone('podSecurityPolicyName', 'Kubernetes 1.25 removed PodSecurityPolicies'),
  gone('ingress.podSecurityPolicyName', 'Kubernetes 1.25 removed PodSecurityPolicies'),
];

/** The annotations of all objects of coderd, those with their own name win over. */
function servicesMoves(): readonly Move[] {
  const to = ['coderd.annotations', 'coderd.podAnnotations', 'service.annotations'];
  return [
    { from: 'services.annotations', to, convert: (value) => everywhere(to, value) },
    ...keep('services', 'coderd', 'nodeSelector tolerations'),
    {
      ...rename('services.clusterDomainSuffix', 'clusterDomain'),
      convert: (value) =>
        typeof value === 'string' && value.startsWith('.svc.')
          ? movedTo('clusterDomain', clusterDomain(value).value)
          : left(`expected a text that begins with ".svc.", got ${JSON.stringify(value)}; set clusterDomain by hand`),
    },
    gone('services.type', 'it has no effect in the chart of Coder'),
  ];
}

/** One value in several places. */
function everywhere(paths: readonly string[], value: unknown): Outcome {
  return moved(paths.map((path) => ({ path: path.split('.'), value })));
}

function loggingMoves(): readonly Move[] {
  const said: Read = text;
  return [
    rename('logging.verbose', 'logging.verbose', flag),
    ...keep('logging', 'logging', 'human json stackdriver', said),
    rename('logging.splunk.url', 'logging.splunk.url', url),
    rename('logging.splunk.channel', 'logging.splunk.channel', said),
    {
      from: 'logging.splunk.token',
      to: ['logging.splunk.tokenSecret'],
      convert: (value) =>
        isTrue(value)
          ? left(
              'this chart takes no secret as a value; put it into a Secret and name that in logging.splunk.tokenSecret',
            )
          : dropped('it is empty'),
    },
  ];
}

function ingressMoves(): readonly Move[] {
  return [
    rename('ingress.enable', 'ingress.enabled', condition),
    ...renames('ingress', 'ingress', { className: 'className', annotations: 'annotations' }),
    rename('ingress.host', 'hosts.access', text),
    {
      from: 'ingress.tls.enable',
      to: ['ingress.tls.secretName', 'ingress.tls.devurlsSecretName'],
      convert: (value, old) => {
        if (!isTrue(value)) return dropped('it is not enabled, as here by default');
        if (!isTrue(old.get('ingress.enable'))) return dropped('there is no Ingress');
        const places = [
          place('ingress.tls.secretName', old.get('ingress.host'), old.get('coderd.tls.hostSecretName')),
          place(
            'ingress.tls.devurlsSecretName',
            old.get('coderd.devurlsHost'),
            old.get('coderd.tls.devurlsHostSecretName'),
          ),
        ].flat();
        return places.length === 0 ? dropped('no host of the Ingress has a Secret in coderd.tls') : moved(places);
      },
    },
  ];
}

function place(path: string, host: unknown, secret: unknown): Outcome['places'] {
  return isTrue(host) && isTrue(secret) ? [{ path: path.split('.'), value: secret }] : [];
}
