import fs from 'node:fs';
import path from 'node:path';
import { URLSearchParams } from 'node:url';
import { temporaryFolder } from './folder.mjs';
import { requestJson } from './http.mjs';
import { freePorts } from './ports.mjs';
import { startProcess } from './process.mjs';

/**
 * Starts a Prometheus on a free port of 127.0.0.1 and waits until it is ready.
 * @param {{ binary: string, configText?: string, targets?: string[], ruleFiles?: string[], interval?: string,
 *   dataDir?: string, flags?: string[], name?: string, deadlineMs?: number }} options either configText, a whole
 *   configuration, or what makes one: targets (host:port, all of the job "coderd"), ruleFiles (absolute paths) and interval
 *   (of scrapes and rules, 1s by default); dataDir: the TSDB, a new temporary folder by default
 * @returns {Promise<Prometheus>}
 * @typedef {{ url: string, pid: number, log: string, stop(graceMs?: number): Promise<void>,
 *   api(path: string, form?: object): Promise<any>,
 *   query(expr: string, time?: number): Promise<{ resultType: string, result: any }>,
 *   queryRange(expr: string, range: { start: number, end: number, step: number }): Promise<{ resultType: string, result: any[] }>
 * }} Prometheus times are Unix times in seconds; api asks for a path below /api/v1/ and returns its data
 */
export async function startPrometheus({ binary, dataDir, flags = [], name = 'prometheus', deadlineMs, ...config }) {
  const folder = temporaryFolder(name);
  const file = path.join(folder, 'prometheus.yaml');
  fs.writeFileSync(file, config.configText ?? configOf(config));
  const [port] = await freePorts(1);
  const url = `http://127.0.0.1:${port}`;
  const own = [
    `--config.file=${file}`,
    `--storage.tsdb.path=${dataDir ?? path.join(folder, 'data')}`,
    `--web.listen-address=127.0.0.1:${port}`,
  ];
  const args = [...own, ...flags];
  const started = await startProcess({ name, command: binary, args, ready: `${url}/-/ready`, folder, deadlineMs });
  return { ...started, url, ...clientOf(url) };
}

/** JSON is YAML. */
function configOf({ targets = [], ruleFiles = [], interval = '1s' }) {
  return JSON.stringify({
    global: { scrape_interval: interval, evaluation_interval: interval },
    rule_files: ruleFiles,
    scrape_configs: [{ job_name: 'coderd', static_configs: [{ targets }] }],
  });
}

/** What can be asked of a Prometheus that runs. */
export function clientOf(url) {
  const api = (name, form) => request(`${url}/api/v1/${name}`, form);
  return {
    api,
    query: (query, time) => api('query', time === undefined ? { query } : { query, time }),
    queryRange: (query, range) => api('query_range', { query, ...range }),
  };
}

/** Long expressions do not fit into a URL, hence the form. */
async function request(url, form) {
  const answer = await requestJson(url, form === undefined ? undefined : new URLSearchParams(form));
  if (answer.status === 'success') return answer.data;
  throw new Error(`${url}${form?.query === undefined ? '' : ` of ${form.query}`}: ${answer.error}`);
}
