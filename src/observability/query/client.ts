import { QueryError, printable } from './errors';

/** What a server answered. */
export interface Answer {
  /** Status of HTTP. */
  readonly status: number;
  /** Text, whatever its type. */
  readonly body: string;
}

/** How long to wait for an answer. */
export const TIMEOUT_SECONDS = 30;

/** Gets a URL. Handed in: this room itself reaches no network. Rejects when there is no answer, with a TimeoutError when it is late. */
export type Get = (url: string) => Promise<Answer>;

/** One series of an answer, with its value. */
export interface Sample {
  /** Labels that the query kept. */
  readonly labels: Readonly<Record<string, string>>;
  /** NaN and infinities are possible. */
  readonly value: number;
}

/** Where questions go. */
export interface Client {
  /** Where it is, as messages say it. */
  readonly url: string;
  /**
   * The value of an expression at a time, by default now.
   *
   * @throws QueryError with one line.
   */
  readonly query: (expression: string, time?: string) => Promise<readonly Sample[]>;
  /**
   * What is at a path below `/api/v1/`.
   *
   * @throws QueryError with one line.
   */
  readonly data: (path: string) => Promise<unknown>;
}

/**
 * A client for the HTTP API of Prometheus.
 *
 * @param url of Prometheus, with the prefix of its path if it has one.
 * @see https://prometheus.io/docs/prometheus/latest/querying/api/
 */
export function prometheusClient(url: string, get: Get): Client {
  const base = url.replace(/\/+$/, '');
  const data = async (path: string): Promise<unknown> => dataOf(base, await answer(base, path, get));
  return {
    url: base,
    data,
    query: async (expression, time) => {
      const parameters = new URLSearchParams({ query: expression, ...(time === undefined ? {} : { time }) });
      return samplesOf(base, await data(`query?${parameters.toString()}`));
    },
  };
}

async function answer(base: string, path: string, get: Get): Promise<Answer> {
  try {
    return await get(`${base}/api/v1/${path}`);
  } catch (error) {
    throw new QueryError(`${base}: cannot reach Prometheus: ${reasonOf(error)}; check --url and the network`);
  }
}

interface Failure {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string | number;
  readonly cause?: Failure;
}

/** `fetch` says why in the cause of its error. */
function reasonOf(error: unknown): string {
  const failure = (error ?? {}) as Failure;
  if (failure.name === 'TimeoutError') return `no answer within ${String(TIMEOUT_SECONDS)} s`;
  const { code, message = 'for no known reason' } = failure.cause ?? failure;
  return `no answer (${printable(String(code ?? message))})`;
}

interface Envelope {
  readonly status: 'success' | 'error';
  readonly data?: unknown;
  readonly error?: string;
}

function dataOf(base: string, { status, body }: Answer): unknown {
  if (status === 401 || status === 403)
    throw new QueryError(
      `${base}: authentication failed with HTTP ${String(status)}; set --header 'Authorization: Bearer <token>'`,
    );
  const envelope = parse(body);
  if (envelope?.status === 'success' && status < 300) return envelope.data;
  if (envelope?.status === 'error')
    throw new QueryError(`${base}: Prometheus refused the query: ${printable(envelope.error ?? 'no reason given')}`);
  throw notPrometheus(base, `HTTP ${String(status)} and ${kindOf(body)}`);
}

function notPrometheus(base: string, got: string): QueryError {
  return new QueryError(
    `${base}: expected the HTTP API of Prometheus, got ${got}; check --url, with the path before /api/v1 if there is one`,
  );
}

function kindOf(body: string): string {
  if (body.trim() === '') return 'nothing';
  return body.trimStart().startsWith('<') ? 'a web page' : 'something else';
}

function parse(body: string): Envelope | undefined {
  try {
    const parsed = JSON.parse(body) as Partial<Envelope> | null;
    return parsed?.status === 'success' || parsed?.status === 'error' ? (parsed as Envelope) : undefined;
  } catch {
    return undefined;
  }
}

interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

function samplesOf(base: string, data: unknown): readonly Sample[] {
  const { resultType, result } = (data ?? {}) as { readonly resultType?: unknown; readonly result?: unknown };
  if (resultType !== 'vector' || !Array.isArray(result)) throw notPrometheus(base, 'no vector of samples');
  return (result as readonly Series[]).map(({ metric, value }) => ({ labels: metric, value: numberOf(value[1]) }));
}

/** Go writes `+Inf` where JavaScript reads `Infinity`. */
function numberOf(text: string): number {
  return Number(text.replace('Inf', 'Infinity'));
}
