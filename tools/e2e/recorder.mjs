import fs from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import path from 'node:path';
import { once } from 'node:events';

/**
 * Stands between a client and the API server and notes what the client wants changed.
 * @returns {Promise<{ kubeconfig: string, changes: string[], stop(): void }>} changes: method and path of every request
 *   that does not only read
 */
export async function startRecorder({ folder, url, token, caFile }) {
  const changes = [];
  const server = http.createServer((request, response) => {
    if (request.method !== 'GET') changes.push(`${request.method} ${request.url.split('?')[0]}`);
    const headers = { ...request.headers, authorization: `Bearer ${token}`, host: new URL(url).host };
    const options = { method: request.method, headers, ca: fs.readFileSync(caFile) };
    const onward = https.request(`${url}${request.url}`, options, (answer) => {
      response.writeHead(answer.statusCode, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const kubeconfig = path.join(folder, 'recorded');
  fs.writeFileSync(kubeconfig, JSON.stringify(kubeconfigOf(server.address().port)), { mode: 0o600 });
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { kubeconfig, changes, stop };
}

function kubeconfigOf(port) {
  const name = 'recorded';
  return {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: `http://127.0.0.1:${port}` } }],
    users: [{ name, user: {} }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  };
}
