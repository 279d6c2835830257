import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import type { Server } from './api';
import { kubeconfigOf } from './kubeconfig';

/** Stands between a client and the API server and notes what the client wants changed. */
export interface Recorder {
  /** Of the client. */
  readonly kubeconfig: string;
  /** Method and path of every request since the last call that does not only read. */
  readonly take: () => readonly string[];
  readonly stop: () => void;
}

/** Starts one; its kubeconfig lies in the folder. */
export async function startRecorder(folder: string, apiServer: Server): Promise<Recorder> {
  let changes: string[] = [];
  const server = http.createServer((request, response) => {
    const { method = 'GET', url = '/' } = request;
    if (method !== 'GET') changes.push(`${method} ${url.split('?', 1)[0] ?? ''}`);
    passOn(apiServer, request, response);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const kubeconfig = path.join(folder, 'recorded');
  const cluster = { server: urlOf(server) };
  fs.writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf({ name: 'recorded', cluster, user: {} })), { mode: 0o600 });
  const take = (): readonly string[] => {
    const taken = changes;
    changes = [];
    return taken;
  };
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { kubeconfig, take, stop };
}

function passOn({ url, caFile, token }: Server, request: http.IncomingMessage, response: http.ServerResponse): void {
  const headers = { ...request.headers, authorization: `Bearer ${token}`, host: new URL(url).host };
  const options = { method: request.method, headers, ca: fs.readFileSync(caFile) };
  const onward = https.request(`${url}${request.url ?? ''}`, options, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  onward.on('error', () => response.destroy());
  request.pipe(onward);
}

function urlOf(server: http.Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the recorder has no port');
  return `http://127.0.0.1:${address.port}`;
}
