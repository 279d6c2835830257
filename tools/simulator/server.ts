import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { SimulationError } from './error';
import { exposition } from './exposition';
import { SLOW_ANSWER } from './pod';
import { type Simulation, podOf } from './simulation';

/** Text format 0.0.4. */
const contentType = 'text/plain; version=0.0.4; charset=utf-8';

/** Where a server listens. Port 0 takes a free one. */
export interface Listen {
  readonly address: string;
  readonly port: number;
}

/** A server that listens. */
export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What the metrics endpoint of a pod needs of the world. */
export interface PodServerOptions {
  readonly pod: string;
  readonly simulation: () => Simulation;
  /** Unix time in seconds. */
  readonly clock: () => number;
  readonly sleep: (seconds: number) => Promise<void>;
}

/** Serves the metrics of a pod. */
export function servePod(options: PodServerOptions, where: Listen): Promise<Listening> {
  return listen(
    createServer((request, response) => {
      // The pod may have gone while the answer was prepared.
      answer(options, request, response).catch(() => request.socket.destroy());
    }),
    where,
  );
}

/** Starts a server. Rejects with a SimulationError if the address or the port is not to be had. */
export function listen(server: Server, { address, port }: Listen): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new SimulationError(`cannot listen on ${address}:${port}: ${error.code ?? error.message}; name another`));
    });
    server.listen(port, address, () => {
      resolve({ url: urlOf(server, address), stop: () => stop(server) });
    });
  });
}

function urlOf(server: Server, address: string): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
  return `http://${address.includes(':') ? `[${address}]` : address}:${port}`;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    // A scrape that waits for a slow answer must not hold up the end.
    server.closeAllConnections();
  });
}

/** Answers with one line of plain text. */
export function line(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${text}\n`);
}

async function answer(options: PodServerOptions, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pod, simulation, clock, sleep } = options;
  const presence = podOf(simulation(), pod).presenceAt(clock());
  if (presence === 'gone' || presence === 'down') {
    request.socket.destroy();
    return;
  }
  if (pathOf(request) !== '/metrics' || !isRead(request)) {
    line(response, 404, 'not found: metrics are at GET /metrics');
    return;
  }
  if (presence === 'slow') await sleep(SLOW_ANSWER);
  sendMetrics(request, response, exposition(simulation(), pod, clock()));
}

function sendMetrics(request: IncomingMessage, response: ServerResponse, text: string): void {
  const zipped = acceptsGzip(request);
  const encoding = zipped ? { 'Content-Encoding': 'gzip' } : {};
  response.writeHead(200, { 'Content-Type': contentType, ...encoding }).end(zipped ? gzipSync(text) : text);
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = headers['accept-encoding'] ?? '';
  const codings = (Array.isArray(accepted) ? accepted : [accepted]).join(',').split(',');
  return codings.some((coding) => /^\s*gzip\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/.test(coding));
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** The path of a request without its query. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  return url.split('?', 1)[0] ?? '/';
}
