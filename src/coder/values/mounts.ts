import { type Expr, and, interpolate, isSet } from '../../engine/expr';
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

/** The folder of the password of the database. */
export function passwordFolder({ passwordSecret }: Values['database']): Expr<string> {
  return interpolate`/run/secrets/${passwordSecret.name}`;
}

/** The Secrets of the values, in the order of Coder's own chart. */
export function secretMounts({ database, tls, clientTls, trustedCertificate }: Values): readonly SecretMount[] {
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
    passwordMount(database),
  ];
}

function mount(name: string, by: string, secretName: Expr<string>): Omit<SecretMount, 'mountPath'> {
  return { name, by, secretName, isThere: isSet(secretName) };
}

function passwordMount(database: Values['database']): SecretMount {
  const { passwordSecret, passwordAsFile } = database;
  return {
    ...mount('pgpassword', 'database.passwordAsFile', passwordSecret.name),
    isThere: and(isSet(database.host), passwordAsFile, isSet(passwordSecret.name)),
    mountPath: passwordFolder(database),
  };
}
