import { type Expr, and, ifElse, interpolate, isSet, or } from '../../engine/expr';
import type { Handles } from '../../engine/values';
import type { CoderValues } from './declaration';

type Values = Handles<CoderValues>;

/** A Secret of the values that coderd and its migrations read as files. */
export interface SecretMount {
  /** Name of the volume. */
  readonly name: string;
  /** Whether the values ask for it. */
  readonly isThere: Expr<boolean>;
  /** Name of the Secret. */
  readonly secretName: Expr<string>;
  /** The folder; for a `subPath`, the file. */
  readonly mountPath: Expr<string> | string;
  /** The one key to mount. */
  readonly subPath?: Expr<string>;
  /** The value that asks for it. */
  readonly by: string;
}

const CERTIFICATES = '/etc/ssl/certs';

/** Folders of the Secrets of the values. */
export const FOLDERS = {
  server: `${CERTIFICATES}/host`,
  devurls: `${CERTIFICATES}/devurls`,
  client: `${CERTIFICATES}/client`,
  databaseCert: `${CERTIFICATES}/pg/cert`,
  databaseKey: `${CERTIFICATES}/pg/key`,
  databaseRootCert: `${CERTIFICATES}/pg/rootcert`,
} as const;

/** A key of a Secret. */
interface SecretKey {
  readonly name: Expr<string>;
  readonly key: Expr<string>;
}

/** Where the password of the database is. */
export function passwordSecret({ database, evaluationDatabase }: Values): SecretKey {
  const { enabled, passwordSecret: trial } = evaluationDatabase;
  const { passwordSecret: own } = database;
  return { name: ifElse(enabled, trial.name, own.name), key: ifElse(enabled, trial.key, own.key) };
}

/** The folder of that password, where it is a file. */
export function passwordFolder(values: Values): Expr<string> {
  return interpolate`/run/secrets/${passwordSecret(values).name}`;
}

/** The Secrets of the values, in the order of Coder's own chart. */
export function secretMounts(values: Values): readonly SecretMount[] {
  const { database, tls, clientTls, trustedCertificate } = values;
  const { certSecret, keySecret, rootCertSecret } = database.tls;
  const trusted = trustedCertificate.key;
  return [
    {
      ...mount('trusted-certificate', 'trustedCertificate.name', trustedCertificate.name),
      mountPath: interpolate`${CERTIFICATES}/${trusted}`,
      subPath: trusted,
    },
    { ...mount('tls', 'tls.secretName', tls.secretName), mountPath: FOLDERS.server },
    { ...mount('devurltls', 'tls.devurlsSecretName', tls.devurlsSecretName), mountPath: FOLDERS.devurls },
    { ...mount('pgcert', 'database.tls.certSecret', certSecret.name), mountPath: FOLDERS.databaseCert },
    { ...mount('pgkey', 'database.tls.keySecret', keySecret.name), mountPath: FOLDERS.databaseKey },
    { ...mount('pgrootcert', 'database.tls.rootCertSecret', rootCertSecret.name), mountPath: FOLDERS.databaseRootCert },
    { ...mount('clientcert', 'clientTls.secretName', clientTls.secretName), mountPath: FOLDERS.client },
    passwordMount(values),
  ];
}

function mount(name: string, by: string, secretName: Expr<string>): Omit<SecretMount, 'mountPath'> {
  return { name, by, secretName, isThere: isSet(secretName) };
}

function passwordMount(values: Values): SecretMount {
  const { database, evaluationDatabase } = values;
  const { name } = passwordSecret(values);
  return {
    ...mount('pgpassword', 'database.passwordAsFile', name),
    isThere: and(or(isSet(database.host), evaluationDatabase.enabled), database.passwordAsFile, isSet(name)),
    mountPath: passwordFolder(values),
  };
}
