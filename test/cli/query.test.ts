import { execFile } from 'node:child_process';
import * as net from 'node:net';
import * as path from 'node:path';
import { runAny } from '../../src/cli';
import { QUESTIONS } from '../support/mixin';
import { type Fake, fake, refusal, vector, watching } from '../observability/query/fake-prometheus';
import { ROOT, type Run } from './command';

/** Runs a command as `main.ts` does. */
async function query(...args: readonly string[]): Promise<Run> {
  const said = { log: jest.spyOn(console, 'log'), error: jest.spyOn(console, 'error') };
  const lines = { log: '', error: '' };
  for (const stream of ['log', 'error'] as const)
    said[stream].mockImplementation((line: unknown) => {
      lines[stream] += `${String(line)}\n`;
    });
  try {
    return { status: await runAny(['query', ...args]), stdout: lines.log, stderr: lines.error };
  } finally {
    jest.restoreAllMocks();
  }
}

/** Runs the compiled command line as people do; a server of this process can answer it. */
function cli(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Run> {
  return new Promise((resolve) => {
    const options = { encoding: 'utf8', env: { ...process.env, ...env } } as const;
    const child = execFile(
      process.execPath,
      [path.join(ROOT, 'lib/cli/main.js'), ...args],
      options,
      (_, stdout, stderr) => {
        resolve({ status: child.exitCode, stdout, stderr });
      },
    );
  });
}

function healthy(): Promise<Fake> {
  return watching((expression) => vector([expression.includes('by (version)') ? { version: 'go1.18' } : {}, '1']));
}

function expectOneLine(run: Run, message: RegExp): void {
  expect(run).toMatchObject({ status: 1, stdout: '' });
  expect(run.stderr).toMatch(/^[^\n]+\n$/);
  expect(run.stderr.trimEnd()).toMatch(message);
}

describe('query', () => {
  test('prints a table, and exits with 0, as the compiled command line does', async () => {
    const { url } = await healthy();
    const run = await query('health', '--url', url);
    expect(run).toMatchObject({ status: 0, stderr: '' });
    expect(run.stdout).toMatch(/^pods up +1\n[^]*pods with go1\.18 +1\n[^]*availability in the last hour +100 %\n$/);
    expect(await cli(['query', 'health'], { PROMETHEUS_URL: url })).toEqual(run);
  });

  test('prints JSON that a program can read', async () => {
    const { url } = await healthy();
    const { stdout } = await query('latency', '--url', `${url}/`, '--output', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      question: 'latency',
      rows: [{ what: 'p50', value: 1, unit: 'milliseconds' }, {}, {}, {}, {}, {}],
    });
  });

  test('lists the questions when none is given', async () => {
    const { status, stdout } = await query();
    expect(status).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(QUESTIONS.map(({ name }) => name));
    expect(JSON.parse((await query('--output', 'json')).stdout)).toHaveLength(QUESTIONS.length);
  });

  test.each([['--help'], ['-h'], ['health', '--help']])('with %j says what its options are', async (...args) => {
    const { status, stdout } = await query(...args);
    expect(status).toBe(0);
    const names = ['url', 'namespace', 'job', 'pod', 'window', 'at', 'histograms', 'output', 'header'];
    for (const name of names) expect(stdout).toMatch(new RegExp(`--${name} `));
  });

  test('sends the headers, and the path before the API', async () => {
    const server = await fake(() => vector());
    const headers = ['--header', 'Authorization: Bearer t0ken', '--header', 'X-Scope-OrgID: team: a'];
    expectOneLine(await query('health', '--url', `${server.url}/select/0/`, ...headers), /got none; /);
    expect(server.requests[0]).toMatchObject({
      path: '/select/0/api/v1/query',
      headers: { authorization: 'Bearer t0ken', 'x-scope-orgid': 'team: a' },
    });
  });

  test('sends the password of a URL, and never prints it', async () => {
    const server = await fake(() => refusal('no'));
    const run = await query('health', '--url', server.url.replace('//', '//me:s%40cret@'));
    expectOneLine(run, /^http:\/\/127\.0\.0\.1:\d+: Prometheus refused the query: no$/);
    expect(server.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from('me:s@cret').toString('base64')}`);
  });
});

describe('a question that cannot be asked is one line and exit code 1:', () => {
  const MISTAKES: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [['helth'], /^expected a question \(health, .*, metrics\), got "helth"; see cdk8s-coder help$/],
    [['health', 'errors'], /^expected one question, got "health errors"; /],
    [['health', '--window', '5'], /^--window: expected a duration such as 5m or 1h30m, got "5"; /],
    [['health', '--window', '0m'], /^--window: expected a duration/],
    [['health', '--window', ''], /^--window: expected a duration/],
    [['health', '--at', 'yesterday'], /^--at: expected a time such as .*, got "yesterday"; /],
    [['health', '--histograms', 'both'], /^--histograms: expected classic or native, got "both"; /],
    [['health', '--output', 'yaml'], /^--output: expected table or json, got "yaml"; /],
    [
      ['health', '--url', 'localhost:9090'],
      /^--url: expected http:\/\/HOST:PORT or https:\/\/HOST, got "localhost:9090"; /,
    ],
    [['health', '--url', ''], /^--url: expected .*, got ""; /],
    [['health', '--urls', 'x'], /--urls/],
    [['alerts', '--at', '0'], /^--at: alerts are those of now; leave it out$/],
  ];

  test.each(MISTAKES)('%j', async (args, message) => {
    expectOneLine(await query(...args), message);
  });

  test.each(['Bearer s3cret', 'Authorization: s3cret\nX: y', 'A b: s3cret', ': s3cret', 'A: s3cret\u0001'])(
    'a header %j, whose value is not repeated',
    async (header) => {
      const run = await query('health', '--header', header);
      expectOneLine(run, /^--header: expected 'NAME: VALUE' in one line, got something else; /);
      expect(run.stderr).not.toContain('s3cret');
    },
  );

  test.each(['ftp://me:s3cret@host', 'http://me:s3cret@', 'me:s3cret@host:9090', 'http://me:s3cret%@host'])(
    'a URL %j, whose password is not repeated',
    async (url) => {
      const run = await query('health', '--url', url);
      expectOneLine(run, /^--url: expected http/);
      expect(run.stderr).not.toContain('s3cret');
    },
  );

  test('nobody listens', async () => {
    const port = await freePort();
    const run = await query('health', '--url', `http://127.0.0.1:${String(port)}`);
    expectOneLine(
      run,
      /^http:\/\/127\.0\.0\.1:\d+: cannot reach Prometheus: no answer \(ECONNREFUSED\); check --url and the network$/,
    );
    expect(await cli(['query', 'health', '--url', `http://127.0.0.1:${String(port)}`])).toEqual(run);
  });

  test('the name of the host is unknown', async () => {
    expectOneLine(
      await query('health', '--url', 'http://nowhere.invalid:9090'),
      /Prometheus: no answer \((ENOTFOUND|EAI_AGAIN)\); /,
    );
  });

  test('the connection breaks', async () => {
    const server = net.createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    expectOneLine(await query('health', '--url', `http://127.0.0.1:${String(port)}`), /Prometheus: no answer \(.+\); /);
    server.close();
  });

  test('the answer does not end in time', async () => {
    jest
      .spyOn(AbortSignal, 'timeout')
      .mockImplementation(() => AbortSignal.abort(new DOMException('', 'TimeoutError')));
    const { url } = await fake(() => ({ body: '{', isStuck: true }));
    expectOneLine(await query('health', '--url', url), /Prometheus: no answer within 30 s; /);
  });
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
