import { parseArgs } from 'node:util';
import { SetUpError, messageOf } from '../../setup/index.cjs';
import type { SimulationOptions } from '../settings';

export const helpText = `npm run simulate -- [OPTION]...

Serves the 91 metrics of coderd 1.36 for simulated pods until Ctrl-C:
  --pods N             number of pods (2); pod i listens on port + i
  --address ADDRESS    where they listen (127.0.0.1)
  --addresses A,B,...  one address for each pod instead, all with the same port
  --port PORT          port of the first pod (2112)
  --control-port PORT  switch faults there, on 127.0.0.1: GET /faults, PUT and DELETE /faults/NAME; GET /targets lists
                       the pods that are there for http_sd_configs (off)

Or writes what Prometheus would have stored until now, for "promtool tsdb create-blocks-from openmetrics":
  --history DURATION   how far back, such as 6h or 30d
  --step DURATION      time between two samples (30s)
  --out FILE           the file to write (history.om)
  --end TIME           end of the history instead of now, Unix time in seconds

Both:
  --seed N             other seeds give other numbers (1)
  --routes N           pairs of method and path that the API has seen, 1 to 300 (20)
  --start TIME         start of the pods, Unix time in seconds (the last Monday 00:00 UTC that is a day ago or more;
                       an hour before a history that begins earlier)
  --fault NAME[=TIME]  a fault that has been on for a time such as 20m (0s; in a history: until its alert fires, and
                       10 minutes); can be repeated
  --job-label NAME     label that holds the type of a background job (job_type)
  --memory-limit MIB   memory limit of the pods (512)
  --list-faults        names the faults
  --help               says this`;

const options = {
  pods: { type: 'string' },
  address: { type: 'string' },
  addresses: { type: 'string' },
  port: { type: 'string', default: '2112' },
  'control-port': { type: 'string' },
  history: { type: 'string' },
  step: { type: 'string', default: '30s' },
  out: { type: 'string', default: 'history.om' },
  end: { type: 'string' },
  seed: { type: 'string', default: '1' },
  routes: { type: 'string', default: '20' },
  start: { type: 'string' },
  fault: { type: 'string', multiple: true, default: [] as string[] },
  'job-label': { type: 'string', default: 'job_type' },
  'memory-limit': { type: 'string', default: '512' },
  'list-faults': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

/** What was asked of `npm run simulate`. Times are Unix times, durations are seconds. */
export interface SimulateOptions {
  readonly help: boolean;
  readonly listFaults: boolean;
  readonly addresses: Addresses;
  readonly port: number;
  readonly controlPort: number | undefined;
  readonly history: number | undefined;
  readonly step: number;
  readonly out: string;
  readonly end: number | undefined;
  readonly start: number | undefined;
  /** `since`: for how long it has been on, if that was asked. */
  readonly faults: readonly { readonly name: string; readonly since: number | undefined }[];
  readonly simulation: Omit<SimulationOptions, 'start' | 'pods' | 'faults'>;
}

/** The address of each pod. */
interface Addresses {
  readonly each: readonly string[];
  /** Whether each pod has a port of its own. */
  readonly countUp: boolean;
}

/** Reads the arguments; throws a SetUpError of one line that names the one that is wrong. */
export function parseOptions(args: readonly string[]): SimulateOptions {
  const given = parse(args);
  return {
    help: given.help,
    listFaults: given['list-faults'],
    addresses: addressesOf(given),
    port: wholeNumber('--port', given.port, 65535),
    controlPort: optional(given['control-port'], (text) => wholeNumber('--control-port', text, 65535)),
    history: optional(given.history, (text) => seconds('--history', text)),
    step: seconds('--step', given.step),
    out: given.out,
    end: optional(given.end, (text) => wholeNumber('--end', text)),
    start: optional(given.start, (text) => wholeNumber('--start', text)),
    faults: given.fault.map(faultOf),
    simulation: {
      seed: wholeNumber('--seed', given.seed),
      routes: wholeNumber('--routes', given.routes),
      jobTypeLabel: given['job-label'],
      memoryLimit: wholeNumber('--memory-limit', given['memory-limit']) * 2 ** 20,
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const said = messageOf(error);
    throw new SetUpError(`${said.split('. ', 1)[0] ?? said}; --help lists the options`);
  }
}

function addressesOf({ pods, address = '127.0.0.1', addresses }: ReturnType<typeof parse>): Addresses {
  if (addresses === undefined) {
    const count = wholeNumber('--pods', pods ?? '2', 100);
    if (count === 0) throw new SetUpError('--pods: 0 given, at least 1 expected');
    return { each: Array.from({ length: count }, () => address), countUp: true };
  }
  const each = addresses.split(',').filter((text) => text !== '');
  if (each.length === 0) throw new SetUpError('--addresses: no address given, such as 127.77.1.1,127.77.1.2');
  if (pods !== undefined && Number(pods) !== each.length) {
    throw new SetUpError(`--addresses: ${each.length} given, as many as --pods (${pods}) expected`);
  }
  return { each, countUp: false };
}

function optional<T>(text: string | undefined, read: (text: string) => T): T | undefined {
  return text === undefined ? undefined : read(text);
}

function wholeNumber(name: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const value = Number(text);
  if (/^\d+$/.test(text) && value <= most) return value;
  const range = most === Number.MAX_SAFE_INTEGER ? '' : ` up to ${most}`;
  throw new SetUpError(`${name}: "${text}" given, a whole number${range} expected`);
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400, w: 604800 };

function seconds(name: string, text: string): number {
  const [, count = '', unit = ''] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  const value = Number(count) * (unitSeconds[unit] ?? 0);
  if (value > 0) return value;
  throw new SetUpError(`${name}: "${text}" given, a duration such as 30s, 20m, 6h or 30d expected`);
}

function faultOf(text: string): SimulateOptions['faults'][number] {
  const [name = '', since] = text.split('=', 2);
  return { name, since: since === undefined ? undefined : seconds(`--fault ${name}`, since) };
}
