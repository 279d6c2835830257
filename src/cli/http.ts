import { type Get, TIMEOUT_SECONDS } from '../observability/query';
import { UsageError } from './arguments';

/** A server as an option names it. */
export interface Server {
  /** Without a password, so that messages can say it. */
  readonly url: string;
  /** Asks it. */
  readonly get: Get;
}

/**
 * The server at a URL, to which every request carries the headers.
 *
 * @param headers such as `Authorization: Bearer ...`; what they say is never printed.
 * @throws UsageError when the URL or a header is none.
 */
export function serverAt(address: string, headers: readonly string[]): Server {
  const { url, authorization } = urlOf(address);
  const sent = [...authorization, ...headers.map(headerOf)];
  return {
    url,
    get: async (target) => {
      const signal = AbortSignal.timeout(TIMEOUT_SECONDS * 1000);
      const response = await fetch(target, { headers: Object.fromEntries(sent), signal });
      return { status: response.status, body: await response.text() };
    },
  };
}

type Header = readonly [name: string, value: string];

/** `fetch` takes no URL with a password. */
function urlOf(address: string): { readonly url: string; readonly authorization: readonly Header[] } {
  try {
    const { protocol, username, password, origin, pathname } = new URL(address);
    if (!/^https?:$/.test(protocol)) throw new TypeError(protocol);
    const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    const basic: Header = ['authorization', `Basic ${Buffer.from(login).toString('base64')}`];
    return { url: origin + pathname.replace(/\/+$/, ''), authorization: login === ':' ? [] : [basic] };
  } catch {
    throw new UsageError(`--url: expected http://HOST:PORT or https://HOST, got ${JSON.stringify(hidden(address))}`);
  }
}

function hidden(address: string): string {
  return address.replace(/[^/@]*@/, '***@');
}

/** What `fetch` says of a header that it refuses repeats the header. */
function headerOf(given: string): Header {
  const [, name, value] = /^([-!#$%&'*+.^_`|~0-9A-Za-z]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)$/.exec(given) ?? [];
  if (name === undefined || value === undefined)
    throw new UsageError("--header: expected 'NAME: VALUE' in one line, got something else");
  return [name.toLowerCase(), value];
}
