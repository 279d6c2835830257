import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { kwokStages } from './stages.mjs';

/**
 * Writes what the programs of a cluster read, and returns where it is. One token, of the group that may do all, serves every
 * client. The certificate is made by the API server itself when it starts.
 */
export async function writeClusterFiles({ folder, port }) {
  const token = randomBytes(24).toString('hex');
  const url = `https://127.0.0.1:${port}`;
  const caFile = path.join(folder, 'certificates', 'apiserver.crt');
  const write = (name, text) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  return {
    ...{ url, token, caFile },
    tokenFile: write('token', token),
    tokensFile: write('tokens.csv', `${token},admin,admin,system:masters\n`),
    accountKey: write('service-accounts.key', serviceAccountKey()),
    kubeconfig: write('kubeconfig', JSON.stringify(kubeconfig({ url, caFile, token }))),
    stages: write('kwok.yaml', await kwokStages()),
  };
}

function serviceAccountKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' });
}

function kubeconfig({ url, caFile, token }) {
  const name = 'e2e';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: url, 'certificate-authority': caFile } }],
    users: [{ name, user: { token } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}
