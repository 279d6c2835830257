import type { CoderdFacts } from '../versions';
import { annotations, bool, section, text, textList } from '../../engine/values';
import { secretKey, secretName } from './secrets';

/** Certificates of the port for HTTPS. */
export const tls = section('Certificates with which coderd serves HTTPS itself: see service.https.', {
  secretName: secretName('Secret of type kubernetes.io/tls for the host of Coder.'),
  devurlsSecretName: secretName('The same for the hosts of dev URLs.'),
});

/** How coderd identifies itself to other servers. */
export const clientTls = section('Certificate that coderd shows to other servers.', {
  secretName: secretName('Secret of type kubernetes.io/tls.'),
});

/** An authority that coderd trusts. */
export const trustedCertificate = secretKey(
  'Authority whose certificates coderd trusts beside those of its image.',
  'ca.crt',
);

/** How coderd reaches others. */
export function proxy({ proxyExempt }: CoderdFacts) {
  return section('Proxy through which coderd reaches others.', {
    http: text({ description: 'URL of the proxy for HTTP.', default: '', format: 'url' }),
    https: text({ description: 'URL of the proxy for HTTPS.', default: '', format: 'url' }),
    exempt: text({ description: 'Hosts to reach without it, with commas between them.', default: proxyExempt }),
  });
}

/** Proxies in front of coderd. */
export const reverseProxy = section('Proxies in front of coderd, and what coderd believes of what they say.', {
  trustIp: bool({
    description: "Take the client's address from X-Real-IP and X-Forwarded-For. Superseded by trustedHeaders.",
    default: false,
  }),
  trustedOrigins: textList({
    description: 'Networks of the proxies whose headers coderd trusts.',
    isSet: true,
    default: [],
    format: 'cidr',
  }),
  trustedHeaders: textList({
    description: 'Headers with the address of the client, such as X-Forwarded-For.',
    isSet: true,
    default: [],
    format: 'word',
  }),
});

/** A satellite: another coderd of the same deployment of Coder, near its users. */
export const satellite = section('Run coderd as a satellite, near its users, with the data of another.', {
  enabled: bool({
    description: 'Run as a satellite. Then there are no migrations, no ServiceAccounts and no Role.',
    default: false,
  }),
  primaryUrl: text({ description: 'URL of the other coderd.', default: '', format: 'url' }),
  accessUrl: text({ description: 'URL of the satellite.', default: '', format: 'url' }),
  privateKeySecret: secretKey('Private key of the satellite (ECDSA, in PEM); make it once.', 'privateKey'),
});

/** How people log in. */
export const oidc = section('Login by OpenID Connect.', {
  enableRefresh: bool({ description: 'Refresh the tokens of users.', default: false }),
  redirectOptions: annotations({
    description: 'Parameters that coderd adds to the URL of the login, such as those a provider asks for.',
    default: {},
  }),
});

/** How an identity provider manages users. */
export const scim = section('Users managed by an identity provider (SCIM).', {
  authSecret: secretKey('The token that the provider shows.', 'secret'),
});

/** The first user. */
export const superAdmin = section('The user "admin", with whom an installation begins.', {
  passwordSecret: secretKey('Its password.', 'password'),
});
