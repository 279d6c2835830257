import fs from 'node:fs';
import path from 'node:path';
import { type Started, freePort, requestJson, startProcess, temporaryFolder } from '../process';

/** A value with its time, as Prometheus writes it: Unix seconds, and the number as text. */
export type SampleJson = readonly [seconds: number, value: string];

/** A series of an answer: `value` of an instant, `values` of a range, `histogram` instead if it is a native histogram. */
export interface SeriesJson {
  readonly metric: Readonly<Record<string, string>>;
  readonly value?: SampleJson;
  readonly values?: readonly SampleJson[];
  readonly histogram?: unknown;
}

/** The answer to a query. */
export type AnswerJson =
  | { readonly resultType: 'scalar'; readonly result: SampleJson }
  | { readonly resultType: 'vector' | 'matrix'; readonly result: readonly SeriesJson[] };

/** The answer to a query over a time. */
export interface RangeJson {
  readonly result: readonly (SeriesJson & { readonly values: readonly SampleJson[] })[];
}

/** What can be asked of a Prometheus that runs. Times are Unix times in seconds. */
export interface PrometheusClient {
  /** Asks for a path below /api/v1/ and returns its data. */
  api(path: string, form?: Readonly<Record<string, string>>): Promise<unknown>;
  query(expr: string, time?: number): Promise<AnswerJson>;
  /** A query whose answer has series. */
  series(expr: string, time?: number): Promise<readonly SeriesJson[]>;
  queryRange(expr: string, range: TimeRange): Promise<RangeJson>;
}

/** The times of a query over a time. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
  readonly step: number;
}

/** What makes a configuration. */
interface ScrapeOptions {
  /** host:port, all of the job "coderd". */
  readonly targets?: readonly string[];
  /** Absolute paths. */
  readonly ruleFiles?: readonly string[];
  /** Of scrapes and rules; 1s by default. */
  readonly interval?: string;
}

/** How a Prometheus is started. */
export interface PrometheusOptions extends ScrapeOptions {
  readonly binary: string;
  /** A whole configuration, instead of what makes one. */
  readonly configText?: string;
  /** The TSDB; a new temporary folder by default. */
  readonly dataDir?: string;
  readonly flags?: readonly string[];
  readonly name?: string;
  readonly deadlineMs?: number;
}

/** A Prometheus that runs. */
export interface Prometheus extends Started, PrometheusClient {
  readonly url: string;
}

/** Starts a Prometheus on a free port of 127.0.0.1 and waits until it is ready. */
export async function startPrometheus(options: PrometheusOptions): Promise<Prometheus> {
  const { binary, flags = [], name = 'prometheus', deadlineMs } = options;
  const folder = temporaryFolder(name);
  const file = path.join(folder, 'prometheus.yaml');
  fs.writeFileSync(file, options.configText ?? configOf(options));
  const address = `127.0.0.1:${await freePort()}`;
  const url = `http://${address}`;
  const own = [
    `--config.file=${file}`,
    `--storage.tsdb.path=${options.dataDir ?? path.join(folder, 'data')}`,
    `--web.listen-address=${address}`,
  ];
  const limit = deadlineMs === undefined ? {} : { deadlineMs };
  const args = [...own, ...flags];
  const started = await startProcess({ name, command: binary, args, ready: `${url}/-/ready`, folder, ...limit });
  return { ...started, url, ...clientOf(url) };
}

/** JSON is YAML. */
function configOf({ targets = [], ruleFiles = [], interval = '1s' }: ScrapeOptions): string {
  return JSON.stringify({
    global: { scrape_interval: interval, evaluation_interval: interval },
    rule_files: ruleFiles,
    scrape_configs: [{ job_name: 'coderd', static_configs: [{ targets }] }],
  });
}

/** What can be asked of the Prometheus at a URL. */
export function clientOf(url: string): PrometheusClient {
  const api = (name: string, form?: Readonly<Record<string, string>>): Promise<unknown> =>
    request(`${url}/api/v1/${name}`, form);
  const query = async (expr: string, time?: number): Promise<AnswerJson> =>
    (await api('query', { query: expr, ...(time === undefined ? {} : { time: String(time) }) })) as AnswerJson;
  const series = async (expr: string, time?: number): Promise<readonly SeriesJson[]> => {
    const answer = await query(expr, time);
    if (answer.resultType === 'scalar') throw new Error(`${url} of ${expr}: expected series, got a scalar`);
    return answer.result;
  };
  const queryRange = async (expr: string, { start, end, step }: TimeRange): Promise<RangeJson> => {
    const times = { start: String(start), end: String(end), step: String(step) };
    return (await api('query_range', { query: expr, ...times })) as RangeJson;
  };
  return { api, query, series, queryRange };
}

/** Long expressions do not fit into a URL, hence the form. */
async function request(url: string, form: Readonly<Record<string, string>> | undefined): Promise<unknown> {
  const answer = (await requestJson(url, form === undefined ? undefined : new URLSearchParams(form))) as ApiAnswer;
  if (answer.status === 'success') return answer.data;
  const query = form?.['query'];
  throw new Error(`${url}${query === undefined ? '' : ` of ${query}`}: ${answer.error ?? ''}`);
}

interface ApiAnswer {
  readonly status: string;
  readonly data?: unknown;
  readonly error?: string;
}
