import fs from 'node:fs';
import https from 'node:https';
import { type Reader, anything, fields, listOf, optional, text } from '../../read';

const requestMs = 30_000;
const mergePatch = 'application/merge-patch+json';

/** Where an API server is, and who asks. */
export interface Server {
  readonly url: string;
  /** Of its certificate; may appear after the client was made. */
  readonly caFile: string;
  readonly token: string;
}

/** A client of an API server. Its functions throw what the server says unless the answer is 2xx. */
export interface Api {
  readonly get: <T>(path: string, reader: Reader<T>) => Promise<T>;
  /** The items of a list. */
  readonly list: <T>(path: string, item: Reader<T>) => Promise<readonly T[]>;
  /** Whether there is an object. */
  readonly has: (path: string) => Promise<boolean>;
  readonly post: (path: string, body: object) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  /** A JSON merge patch. */
  readonly merge: (path: string, body: object) => Promise<void>;
}

/** What an API server refused, in its own words. */
class ApiError extends Error {
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

interface Answer {
  readonly status: number;
  /** Parsed, if it is JSON. */
  readonly content: unknown;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
  readonly type?: string;
}

export function apiClient(server: Server): Api {
  const get = (path: string): Promise<unknown> => call(server, { method: 'GET', path });
  const change = async (request: Call): Promise<void> => void (await call(server, request));
  return {
    get: async (path, reader) => reader(await get(path), path),
    list: async (path, item) => fields({ items: optional(listOf(item)) })(await get(path), path).items ?? [],
    has: (path) => get(path).then(() => true, falseIfMissing),
    post: (path, body) => change({ method: 'POST', path, body }),
    remove: (path) => change({ method: 'DELETE', path }),
    merge: (path, body) => change({ method: 'PATCH', path, body, type: mergePatch }),
  };
}

async function call({ url, caFile, token }: Server, request: Call): Promise<unknown> {
  const { method, path, body, type = 'application/json' } = request;
  const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json', 'Content-Type': type };
  const answer = await send(`${url}${path}`, { method, headers, ca: fs.readFileSync(caFile) }, body);
  if (answer.status >= 200 && answer.status < 300) return answer.content;
  throw new ApiError(`${method} ${path}: ${answer.status} ${messageIn(answer.content)}`, answer.status);
}

function falseIfMissing(error: unknown): false {
  if (error instanceof ApiError && error.status === 404) return false;
  throw error;
}

function messageIn(content: unknown): string {
  if (typeof content === 'string') return content.split('\n', 1)[0] ?? '';
  return fields({ message: optional(text) })(content, 'answer').message ?? '';
}

function send(url: string, options: https.RequestOptions, body: object | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { ...options, timeout: requestMs }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, content: parsed(Buffer.concat(chunks)) });
      });
    });
    request.on('timeout', () => request.destroy(new Error(`${url}: no answer after ${requestMs / 1000} s`)));
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parsed(bytes: Buffer): unknown {
  const answer = bytes.toString();
  try {
    return anything(JSON.parse(answer), 'answer');
  } catch {
    return answer;
  }
}
