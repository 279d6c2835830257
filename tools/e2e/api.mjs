import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import https from 'node:https';

const requestMs = 30_000;

/**
 * A client of an API server. `get` and the others return the object that is answered, and throw an error with the
 * server's message and `status` unless that is 2xx.
 * @param {{ url: string, caFile: string, token: string }} server caFile: may appear after the client was made
 */
export function apiClient({ url, caFile, token }) {
  const call = async (method, path, body, type = 'application/json') => {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json', 'Content-Type': type };
    const answer = await send(`${url}${path}`, { method, headers, ca: fs.readFileSync(caFile) }, body);
    if (answer.status >= 200 && answer.status < 300) return answer.content;
    throw Object.assign(new Error(`${method} ${path}: ${messageOf(answer)}`), { status: answer.status });
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body) => call('POST', path, body),
    remove: (path) => call('DELETE', path),
    /** A JSON merge patch. */
    merge: (path, body) => call('PATCH', path, body, 'application/merge-patch+json'),
    /** The items of a list, with an empty one where there is none. */
    list: async (path) => (await call('GET', path)).items ?? [],
    /** The object, or undefined if there is none. */
    find: (path) => call('GET', path).catch(undefinedIfMissing),
  };
}

function undefinedIfMissing(error) {
  if (error.status === 404) return undefined;
  throw error;
}

function messageOf({ status, content }) {
  return `${status} ${content?.message ?? String(content).split('\n', 1)[0]}`;
}

function send(url, options, body) {
  return new Promise((resolve, reject) => {
    const request = https.request(url, { ...options, timeout: requestMs }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode, content: parse(Buffer.concat(chunks)) }));
    });
    request.on('timeout', () => request.destroy(new Error(`${url}: no answer after ${requestMs / 1000} s`)));
    request.on('error', reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

function parse(bytes) {
  const text = bytes.toString();
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
