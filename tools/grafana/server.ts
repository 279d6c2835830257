import fs from 'node:fs';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { messageOf } from '../setup/index.cjs';
import type { Bundle } from './bundle';

const HTML =
  '<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="index.css"><style>body{margin:0}</style><body><div id="styles"></div><div id="root"></div><script src="index.js"></script>';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The fonts that Grafana's server has, out of packages. */
const FONTS: readonly (readonly [RegExp, string])[] = [
  [/^\/public\/fonts\/inter\/Inter-Regular/, '@fontsource/inter/files/inter-latin-400-normal.woff2'],
  [/^\/public\/fonts\/inter\/Inter-Medium/, '@fontsource/inter/files/inter-latin-500-normal.woff2'],
  [/^\/public\/fonts\/roboto\//, '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2'],
];

/** A server of the page, on this machine only. */
export interface PageServer {
  readonly url: string;
  readonly stop: () => void;
}

/** Serves the page, Grafana's icons, and the answers of a Prometheus as if they came from the same place. */
export async function servePage(packages: string, bundle: Bundle, prometheus: string): Promise<PageServer> {
  const server = createServer((request, response) => {
    answer(request, response, { bundle, packages, prometheus }).catch((error: unknown) => {
      response.writeHead(502).end(messageOf(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${port}/`, stop };
}

interface Sources {
  readonly bundle: Bundle;
  readonly packages: string;
  readonly prometheus: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, sources: Sources): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://page');
  if (pathname.startsWith('/api/')) {
    await passOn(request, response, sources.prometheus);
    return;
  }
  const body = pathname === '/' ? HTML : fileOf(pathname, sources);
  const type = TYPES[path.extname(pathname)] ?? 'text/html';
  response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
}

function fileOf(pathname: string, { bundle, packages }: Sources): Uint8Array | undefined {
  const modules = path.join(packages, 'node_modules');
  const font = FONTS.find(([asked]) => asked.test(pathname))?.[1];
  if (font !== undefined) return fs.readFileSync(path.join(modules, font));
  if (!/^\/public\/img\/icons\/[\w/-]+\.svg$/.test(pathname)) return bundle.get(pathname.slice(1));
  const icon = path.join(modules, '@grafana/ui/dist', pathname);
  return fs.existsSync(icon) ? fs.readFileSync(icon) : undefined;
}

async function passOn(request: IncomingMessage, response: ServerResponse, prometheus: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { method = 'GET', url = '' } = request;
  const form = {
    method,
    body: Buffer.concat(chunks),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  };
  const found = await fetch(prometheus + url, form);
  response.writeHead(found.status, { 'content-type': 'application/json' }).end(await found.text());
}
