import type { CoderdFacts } from '../versions';
import { bool, choice, int, optionalInt, section, text } from '../../engine/values';
import { secretKey } from './secrets';

const SSL = 'https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-PROTECTION';

/** Where the PostgreSQL of coderd is. */
export function database({ poolSize }: CoderdFacts) {
  return section('The PostgreSQL of coderd. Nothing is set without a host.', {
    host: text({
      description: 'Host name or address; "" if coderd.env or coderd.envFrom says where the database is.',
      default: '',
      format: 'hostOrAddress',
    }),
    port: int({ description: 'Port.', default: 5432, min: 1, max: 65535 }),
    user: text({ description: 'User.', default: '' }),
    name: text({ description: 'Name of the database.', default: '' }),
    searchPath: text({ description: 'Schemas to look in.', default: '' }),
    passwordSecret: secretKey('Where the password is.', 'password'),
    passwordAsFile: bool({
      description: 'Mount the password as a file, so that it is in no environment variable.',
      default: false,
    }),
    connector: choice(['', 'postgres', 'awsiamrds'], {
      description: 'How to log in: with the password, or as the IAM identity of the pod on Amazon RDS.',
      default: '',
    }),
    sslMode: choice(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'], {
      description: 'What coderd asks of the encryption.',
      default: 'require',
      see: SSL,
    }),
    tls: section('Certificates of the connection.', {
      certSecret: secretKey('Certificate of coderd, as client.', 'tls.crt'),
      keySecret: secretKey('Its key.', 'tls.key'),
      rootCertSecret: secretKey('Certificate of the authority of the server.', 'ca.crt'),
    }),
    poolSize: optionalInt({
      description: `Connections of each pod at most; "" leaves it to coderd, which opens up to ${String(poolSize)}.`,
      default: '',
      min: 1,
    }),
    maxConnections: optionalInt({
      description:
        'Connections that the server has for coderd, whose pods may not open more. Rollouts add pods: see coderd.strategy.',
      default: '',
      min: 1,
      see: 'https://www.postgresql.org/docs/current/runtime-config-connection.html',
    }),
  });
}
