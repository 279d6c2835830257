import {
  type Expr,
  type Value,
  add,
  and,
  divide,
  firstNonEmpty,
  ifElse,
  interpolate,
  isSet,
  join,
  max,
  multiply,
  not,
  optional,
  or,
  quantityIn,
} from '../../engine/expr';
import type { Handles } from '../../engine/values';
import type { CoderdFacts, SettingName } from '../versions';
import type { CoderValues } from './declaration';
import { alternatesOf } from './by-name';
import { FOLDERS, passwordFolder, passwordSecret } from './mounts';
import { numberOr } from './pods';
import { type Setting, always, encoded, file, given, json, list, onlyIf, secret, toggle } from './setting';

type Values = Handles<CoderValues>;

/** What the values tell coderd, by the values that say it; and the host of `evaluationDatabase`, which they do not know. */
export function settings(
  values: Values,
  version: CoderdFacts,
  evaluationHost: Expr<string>,
): Readonly<Record<SettingName, Setting>> {
  return {
    ...databaseSettings(values, version, evaluationHost),
    ...loggingSettings(values, version),
    ...connectionSettings(values, version),
    ...certificateSettings(values),
    ...userSettings(values),
    ...workspaceSettings(values),
    ...goSettings(values),
  };
}

/** None without a host, so that they may all come by `coderd.envFrom`. */
function databaseSettings(values: Values, { evaluation }: CoderdFacts, host: Expr<string>) {
  const { database } = values;
  const { passwordAsFile, tls } = database;
  const { enabled } = values.evaluationDatabase;
  const either = <T extends string | number>(one: Value<T>, other: Value<T>): Expr<T> => ifElse(enabled, one, other);
  const of = (setting: Setting): Setting => onlyIf(or(enabled, isSet(database.host)), setting);
  const ofBoth = (name: string, setting: Setting): Setting => ({
    ...of(setting),
    by: either<string>('evaluationDatabase.enabled', `database.${name}`),
  });
  const password = passwordSecret(values);
  return {
    'database.host': ofBoth('host', always(either(host, database.host))),
    'database.port': ofBoth('port', always(either<number>(evaluation.port, database.port))),
    'database.user': ofBoth('user', given(either<string>(evaluation.account, database.user))),
    'database.name': ofBoth('name', given(either<string>(evaluation.account, database.name))),
    'database.searchPath': of(given(database.searchPath)),
    'database.passwordSecret': ofBoth('passwordSecret', onlyIf(not(passwordAsFile), secret(password))),
    'database.passwordAsFile': of(onlyIf(passwordAsFile, file(passwordFolder(values), password))),
    'database.connector': of(given(database.connector)),
    'database.sslMode': ofBoth('sslMode', always(either<string>('disable', database.sslMode))),
    'database.tls.certSecret': of(file(FOLDERS.databaseCert, tls.certSecret)),
    'database.tls.keySecret': of(file(FOLDERS.databaseKey, tls.keySecret)),
    'database.tls.rootCertSecret': of(file(FOLDERS.databaseRootCert, tls.rootCertSecret)),
    'database.poolSize': of(given(database.poolSize)),
  };
}

function loggingSettings({ logging, telemetry }: Values, { humanLog }: CoderdFacts) {
  const { splunk } = logging;
  return {
    'logging.verbose': toggle(logging.verbose, true),
    'logging.human': given(logging.human, humanLog),
    'logging.json': given(logging.json),
    'logging.stackdriver': given(logging.stackdriver),
    'logging.splunk.url': given(splunk.url),
    'logging.splunk.tokenSecret': secret(splunk.tokenSecret),
    'logging.splunk.channel': given(splunk.channel),
    'telemetry.amplitudeKey': given(telemetry.amplitudeKey),
  };
}

function connectionSettings({ clusterDomain, hosts, proxy, reverseProxy, satellite }: Values, facts: CoderdFacts) {
  const ofSatellite = (setting: Setting): Setting => onlyIf(satellite.enabled, setting);
  const address = (domain: Expr<string> | string): Expr<string> =>
    interpolate`https://kubernetes.default.svc.${domain}:443`;
  return {
    clusterDomain: given(address(clusterDomain), `https://kubernetes.default.svc.${facts.clusterDomain}:443`),
    'hosts.devurls': given(hosts.devurls),
    'hosts.alternates': list(alternatesOf(hosts)),
    'proxy.http': given(proxy.http),
    'proxy.https': given(proxy.https),
    'proxy.exempt': given(proxy.exempt, facts.proxyExempt),
    'reverseProxy.trustIp': toggle(reverseProxy.trustIp, false),
    'reverseProxy.trustedOrigins': list(reverseProxy.trustedOrigins),
    'reverseProxy.trustedHeaders': list(reverseProxy.trustedHeaders),
    'satellite.privateKeySecret': ofSatellite(secret(satellite.privateKeySecret)),
    'satellite.primaryUrl': ofSatellite(given(satellite.primaryUrl)),
    'satellite.accessUrl': ofSatellite(given(satellite.accessUrl)),
  };
}

function certificateSettings({ tls, clientTls }: Values) {
  const isServer = or(isSet(tls.secretName), isSet(tls.devurlsSecretName));
  const both = (name: string): Setting => {
    const [one, other] = [
      optional(isSet(tls.secretName), `${FOLDERS.server}/${name}`),
      optional(isSet(tls.devurlsSecretName), `${FOLDERS.devurls}/${name}`),
    ];
    return onlyIf(isServer, always(join([one, other], ':')));
  };
  const client = (name: string): Setting => onlyIf(isSet(clientTls.secretName), always(`${FOLDERS.client}/${name}`));
  return {
    'tls#certificates': both('tls.crt'),
    'tls#keys': both('tls.key'),
    'clientTls.secretName#certificate': client('tls.crt'),
    'clientTls.secretName#key': client('tls.key'),
  };
}

function userSettings({ oidc, scim, superAdmin, serviceAccount }: Values) {
  return {
    'oidc.enableRefresh': onlyIf(oidc.enableRefresh, always('true')),
    'oidc.redirectOptions': json(oidc.redirectOptions),
    'scim.authSecret': secret(scim.authSecret),
    'superAdmin.passwordSecret': secret(superAdmin.passwordSecret),
    'serviceAccount.migrateBuiltInProvider': toggle(serviceAccount.migrateBuiltInProvider, true),
  };
}

function workspaceSettings({ workspaces, envbox, image }: Values) {
  const usual = interpolate`${image.registry}/${image.envboxRepository}:${image.tag}`;
  return {
    'envbox.image': always(firstNonEmpty(envbox.image, usual), isSet(envbox.image)),
    'workspaces.tolerations': encoded(workspaces.tolerations),
    'workspaces.nodeSelector': encoded(workspaces.nodeSelector),
  };
}

/** Where the limits are set. Nothing is less than one, and Go says KiB for Ki. */
function goSettings({ coderd, goRuntime: { memoryLimitPercentage, maxProcs } }: Values) {
  const { cpu, memory } = coderd.resources.limits;
  const share = divide(multiply(quantityIn(memory, 'Ki'), numberOr(memoryLimitPercentage, 0)), 100);
  const cores = divide(add(quantityIn(cpu, 'm'), 999), 1000);
  return {
    'goRuntime.memoryLimitPercentage': onlyIf(
      and(isSet(memory), isSet(memoryLimitPercentage)),
      always(interpolate`${max(share, 1)}KiB`),
    ),
    'goRuntime.maxProcs': onlyIf(and(isSet(cpu), maxProcs), always(max(cores, 1))),
  };
}
