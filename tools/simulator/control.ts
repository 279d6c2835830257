import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { FAULTS, FAULT_NAMES, type FaultName, isFaultName } from './faults';
import { targetLabels } from './history';
import { type Listen, type Listening, line, listen, pathOf } from './server';

/** What can be asked for while the simulator runs. */
export interface Controls {
  readonly setFault: (name: FaultName, on: boolean) => void;
  readonly isOn: (name: FaultName) => boolean;
  /** The pods that are there, with the address that Prometheus scrapes. */
  readonly targets: () => readonly { readonly pod: string; readonly address: string }[];
}

/**
 * Serves the faults: `GET /faults` lists them, `PUT /faults/<name>` switches one on and `DELETE /faults/<name>` off.
 * `GET /targets` answers Prometheus' HTTP service discovery, so that pods that are gone are no targets.
 *
 * @see https://prometheus.io/docs/prometheus/latest/http_sd/
 */
export function serveControls(controls: Controls, where: Listen): Promise<Listening> {
  const server = createServer((request, response) => {
    answer(controls, request, response);
  });
  return listen(server, where);
}

function answer(controls: Controls, request: IncomingMessage, response: ServerResponse): void {
  const [, room = '', name, ...rest] = pathOf(request).split('/');
  const asked = `${request.method ?? 'GET'} /${room}`;
  if (name !== undefined && rest.length === 0 && room === 'faults') switchFault(controls, name, request, response);
  else if (name === undefined && asked === 'GET /faults') json(response, faultList(controls));
  else if (name === undefined && asked === 'GET /targets') json(response, targetList(controls));
  else line(response, 404, 'not found: there are GET /faults, PUT and DELETE /faults/<name>, GET /targets');
}

function switchFault(controls: Controls, name: string, { method }: IncomingMessage, response: ServerResponse): void {
  if (!isFaultName(name)) line(response, 404, `no fault "${name}": there are ${FAULT_NAMES.join(', ')}`);
  else if (method !== 'PUT' && method !== 'DELETE') line(response, 405, 'PUT switches a fault on, DELETE off');
  else {
    controls.setFault(name, method === 'PUT');
    response.writeHead(204).end();
  }
}

function json(response: ServerResponse, content: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(content)}\n`);
}

function faultList({ isOn }: Controls): unknown {
  return FAULT_NAMES.map((name) => ({ name, on: isOn(name), ...FAULTS[name] }));
}

function targetList({ targets }: Controls): unknown {
  return targets().map(({ pod, address }) => {
    const { namespace, container, endpoint } = targetLabels(pod);
    return { targets: [address], labels: { namespace, pod, container, endpoint } };
  });
}
