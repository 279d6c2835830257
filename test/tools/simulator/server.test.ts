import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { FAULT_NAMES, type Simulator, exposition, startSimulator } from '../../../tools/simulator';

const start = 1_700_000_000;
const address = '127.0.0.1';

let now = start + 5000.25;
const slept: number[] = [];
let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({
    ...{ start, seed: 7, routes: 3 },
    pods: ['a', 'b'].map((name) => ({ name, address, port: 0 })),
    control: { address, port: 0 },
    clock: () => now,
    sleep: (seconds) => {
      slept.push(seconds);
      return Promise.resolve();
    },
  });
});

afterAll(async () => {
  await simulator.stop();
});

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: Buffer;
}

function ask(url: string, method = 'GET', headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) });
      });
    });
    asked.on('error', reject).end();
  });
}

function control(path: string, method = 'GET'): Promise<Answer> {
  return ask(`${String(simulator.controlUrl)}${path}`, method);
}

const [a, b] = [(): string => simulator.urls[0]!, (): string => simulator.urls[1]!];

describe('the metrics port', () => {
  test('serves each pod in the text format 0.0.4', async () => {
    for (const [url, pod] of [
      [a(), 'a'],
      [b(), 'b'],
    ] as const) {
      const { status, headers, body } = await ask(url);
      expect([status, headers['content-type']]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
      expect(body.toString()).toBe(exposition(simulator.simulation(), pod, now));
    }
  });

  test.each(['gzip', 'deflate, gzip;q=0.5'])('zips if asked: %s', async (accepted) => {
    const { headers, body } = await ask(a(), 'GET', { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).toString()).toBe(exposition(simulator.simulation(), 'a', now));
  });

  test.each(['gzip;q=0', 'identity'])('does not zip if not asked: %s', async (accepted) => {
    expect((await ask(a(), 'GET', { 'Accept-Encoding': accepted })).headers['content-encoding']).toBeUndefined();
  });

  test.each(['/', '/faults', '/faults/api-slow', '/targets', '/metrics/x'])('serves nothing else: %s', async (path) => {
    for (const method of ['GET', 'PUT']) {
      const { status, body } = await ask(new URL(path, a()).href, method);
      expect([status, body.toString()]).toEqual([404, 'not found: metrics are at GET /metrics\n']);
    }
  });
});

describe('the control port', () => {
  afterEach(() => {
    for (const name of FAULT_NAMES) simulator.setFault(name, false);
  });

  test('lists the faults, switches them on from now, and off', async () => {
    const isOn = async (): Promise<boolean> => {
      const list = JSON.parse((await control('/faults')).body.toString()) as { name: string; on: boolean }[];
      expect(list.map(({ name }) => name)).toEqual(FAULT_NAMES);
      return list.find(({ name }) => name === 'license-seats-exhausted')!.on;
    };
    const users = async (): Promise<string> =>
      /^coderd_license_user_count (\d+)$/m.exec((await ask(a())).body.toString())![1]!;
    expect([await isOn(), await users()]).toEqual([false, '250']);
    expect((await control('/faults/license-seats-exhausted', 'PUT')).status).toBe(204);
    expect([await isOn(), await users()]).toEqual([true, '500']);
    now += 60;
    expect((await control('/faults/license-seats-exhausted', 'DELETE')).status).toBe(204);
    expect([await isOn(), await users()]).toEqual([false, '250']);
  });

  test.each([
    ['/faults/flood', 'PUT', 404, /^no fault "flood": there are api-errors, .+\n$/],
    ['/faults/toString', 'PUT', 404, /^no fault "toString": there are /],
    ['/faults/api-slow', 'POST', 405, /^PUT switches a fault on, DELETE off\n$/],
    ['/faults/api-slow/x', 'PUT', 404, /^not found: /],
    ['/metrics', 'GET', 404, /^not found: /],
  ])('answers %s %s with %d and one line', async (path, method, status, text) => {
    const answer = await control(path, method);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toMatch(text);
  });

  test('lists the pods that are there as targets, with the labels that a PodMonitor gives', async () => {
    const labels = { namespace: 'coder', container: 'coderd', endpoint: 'prom-coderd' };
    const targets = async (): Promise<readonly unknown[]> =>
      JSON.parse((await control('/targets')).body.toString()) as unknown[];
    expect(await targets()).toEqual(
      [a(), b()].map((url, i) => ({ targets: [new URL(url).host], labels: { ...labels, pod: 'ab'[i] } })),
    );
    simulator.setFault('replica-gone', true);
    expect(await targets()).toEqual([{ targets: [new URL(a()).host], labels: { ...labels, pod: 'a' } }]);
  });
});

describe('faults of the endpoint', () => {
  afterEach(() => {
    for (const name of FAULT_NAMES) simulator.setFault(name, false);
  });

  test.each(['scrape-down', 'replica-gone'] as const)(
    '%s: the last pod does not answer, the other does',
    async (name) => {
      simulator.setFault(name, true);
      await expect(ask(b())).rejects.toThrow(/socket hang up|ECONNRESET/);
      expect((await ask(a())).status).toBe(200);
      simulator.setFault(name, false);
      expect((await ask(b())).status).toBe(200);
    },
  );

  test('scrape-slow: the answer takes 9 s', async () => {
    simulator.setFault('scrape-slow', true);
    expect((await ask(a())).status).toBe(200);
    expect(slept).toEqual([9]);
  });
});

describe('a simulator that cannot listen', () => {
  test('says so in one line', async () => {
    const taken = Number(new URL(a()).port);
    const options = { start, clock: () => now, sleep: () => Promise.resolve() };
    const pods = [
      { name: 'c', address, port: 0 },
      { name: 'd', address, port: taken },
    ];
    await expect(startSimulator({ ...options, pods })).rejects.toThrow(
      `cannot listen on 127.0.0.1:${taken}: EADDRINUSE; name another`,
    );
  });
});
