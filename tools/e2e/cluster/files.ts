import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { type Server, kubeconfigOf } from '../kubernetes';
import { kwokStages } from './stages';

/** What the programs of a cluster, and its clients, read: where it is. */
export interface ClusterFiles extends Server {
  readonly tokenFile: string;
  readonly tokensFile: string;
  readonly accountKey: string;
  readonly kubeconfig: string;
  readonly stages: string;
}

/**
 * Writes them. One token, of the group that may do all, serves every client. The certificate is made by the API server
 * itself when it starts.
 */
export async function writeClusterFiles(folder: string, port: number): Promise<ClusterFiles> {
  const token = randomBytes(24).toString('hex');
  const url = `https://127.0.0.1:${port}`;
  const caFile = path.join(folder, 'certificates', 'apiserver.crt');
  const cluster = { server: url, 'certificate-authority': caFile };
  const write = (name: string, content: string): string => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  return {
    ...{ url, token, caFile },
    tokenFile: write('token', token),
    tokensFile: write('tokens.csv', `${token},admin,admin,system:masters\n`),
    accountKey: write('service-accounts.key', serviceAccountKey()),
    kubeconfig: write('kubeconfig', JSON.stringify(kubeconfigOf({ name: 'e2e', cluster, user: { token } }))),
    stages: write('kwok.yaml', await kwokStages()),
  };
}

function serviceAccountKey(): string {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
}
