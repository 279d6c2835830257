import {
  type AskOptions,
  type Client,
  NoDataError,
  QueryError,
  type Question,
  type Table,
  ask as askOf,
  prometheusClient,
  tableJson,
  tableLines,
} from '../../../src/observability/query';
import { METRIC_NAMES, QUESTIONS, SUBJECT, metricOf, questionCalled } from '../../support/mixin';
import { type Fake, ONE, type Reply, type Series, fake, isSearch, refusal, vector, watching } from './fake-prometheus';

function ask(question: Question, client: Client, options?: AskOptions): Promise<Table> {
  return askOf(SUBJECT, question, client, options);
}

function clientOf({ url }: Fake): Client {
  return prometheusClient(url, async (target) => {
    const response = await fetch(target);
    return { status: response.status, body: await response.text() };
  });
}

function question(name: string): Question {
  const found = questionCalled(name);
  if (found === undefined) throw new Error(`no question ${name}`);
  return found;
}

async function answered(name: string, reply: (expression: string) => Reply, options?: AskOptions): Promise<Table> {
  return ask(question(name), clientOf(await watching(reply)), options);
}

/** An answer by what an expression contains; the first that fits. */
function byPart(...parts: readonly (readonly [RegExp, ...(readonly Series[])])[]): (expression: string) => Reply {
  return (expression) => {
    const [, ...series] = parts.find(([part]) => part.test(expression)) ?? [/./];
    return vector(...series);
  };
}

describe('a question about facts', () => {
  test('answers with a line each, in the unit of each, and with the numbers as they are in JSON', async () => {
    const table = await answered(
      'seats',
      byPart([/days/, [{}, '199.96']], [/unix/, [{}, '1812283200']], [/./, [{}, '250']]),
    );
    expect(tableLines(table)).toEqual(
      [
        'used                               250',
        'allowed                            250',
        'available                             250',
        'utilization                       25000 %',
        'license expires in                200.0 d',
        'license expires      2027-06-06 12:00 UTC',
      ].map((line) => expect.stringMatching(new RegExp(line.replace(/ +/g, ' +'))) as string),
    );
    expect(JSON.parse(tableJson(table))).toMatchObject({
      question: 'seats',
      rows: expect.arrayContaining([{ what: 'license expires in', value: 199.96, unit: 'days' }]) as unknown,
    });
  });

  test('has a line for each value of a label, in their order', async () => {
    const table = await answered(
      'errors',
      byPart([/by \(code\)/, [{ code: '500' }, '0.5'], [{ code: '200' }, '24']], [/./, [{}, '1']]),
    );
    expect(tableLines(table).slice(-2)).toEqual(['code 200        24/s', 'code 500       0.5/s']);
  });

  test('shows a dash for what is not there, and for what was not observed', async () => {
    const table = await answered('latency', byPart([/0\.5,/, [{}, 'NaN']], [/0\.95,/], [/./, [{}, '1']]));
    expect(tableLines(table).slice(0, 2)).toEqual([
      expect.stringMatching(/^p50 +-$/),
      expect.stringMatching(/^p95 +-$/),
    ]);
    expect(JSON.parse(tableJson(table))).toMatchObject({
      rows: [{ what: 'p50', value: null }, { value: null }, {}, {}, {}, {}],
    });
  });

  test('says that the other form of histograms may be there, when none of the asked one is', async () => {
    const table = await answered('database', byPart([/latencies/], [/./, [{}, '1']]));
    expect(table.notes).toEqual(['no classic histograms found; try --histograms native']);
  });
});

describe('a question with a list', () => {
  const labels = (path: string): Series[0] => ({ method: 'GET', path });

  test('joins its columns by their labels, the largest first', async () => {
    const reply = byPart(
      [/histogram/, [labels('/b'), '83.1']],
      [/ or /, [labels('/a'), '0'], [labels('/b'), '0.25']],
      [/./, [labels('/a'), '1'], [labels('/b'), '20.5'], [labels(''), 'NaN']],
    );
    expect(tableLines(await answered('routes', reply))).toEqual([
      'METHOD   PATH     REQUESTS    5XX       P95',
      'GET      /b         20.5/s   25 %   83.1 ms',
      'GET      /a            1/s    0 %         -',
      'GET      (none)          -      -         -',
    ]);
  });

  test('says how many lines it leaves out', async () => {
    const many = Array.from({ length: 30 }, (_, i) => [labels(`/${String(i)}`), String(i)] as const);
    const table = await answered('routes', () => vector(...many));
    expect(table.rows).toHaveLength(20);
    expect(table.notes).toEqual(['10 more not shown']);
  });

  test('shows nothing that would move the cursor of a terminal', async () => {
    const table = await answered('routes', () => vector([labels('/\u001b[2J\n/x\u202e'), '1']));
    // eslint-disable-next-line no-control-regex
    expect(tableLines(table).join('')).not.toMatch(/[\u0000-\u001f\u202e]/);
    expect(table.rows[0]?.[1]?.value).toBe('/\u001b[2J\n/x\u202e');
  });
});

describe('the installation', () => {
  test('is found by its own metrics, and every query asks for its job only', async () => {
    const server = await watching(() => vector([{}, '1']));
    await ask(question('health'), clientOf(server));
    const [first = '', ...rest] = server.requests.map(({ parameters }) => parameters.get('query') ?? '');
    expect(isSearch(first)).toBe(true);
    expect(rest.length).toBeGreaterThan(5);
    for (const expression of rest) expect(expression).toContain('{namespace="coder", job="coder/master-monitor"');
  });

  test('is not searched when the job is given; window, time and form of histograms are as told', async () => {
    const server = await watching(() => vector([{}, '1']));
    await ask(question('latency'), clientOf(server), {
      selection: { job: 'x', pod: 'p"' },
      window: '7m',
      time: '1500000000',
      histograms: 'native',
    });
    for (const { parameters } of server.requests.slice(0, -1)) {
      expect(parameters.get('time')).toBe('1500000000');
      expect(parameters.get('query')).toContain('{job="x", pod="p\\""}[7m]');
    }
  });

  test('must be chosen when there are two', async () => {
    const server = await fake(() => vector([ONE, '1'], [{ job: 'coderd' }, '2']));
    await expect(ask(question('health'), clientOf(server))).rejects.toThrow(
      /expected one installation of coderd, got 2: \{job="coderd"\}, \{namespace="coder", job="coder\/master-monitor"\}; choose one with --namespace or --job$/,
    );
  });
});

describe('no data is said in one line that leads to the page about it:', () => {
  test.each(QUESTIONS.map(({ name }) => name))('%s', async (name) => {
    const server = await fake(({ path }) =>
      path.endsWith('/rules') ? { body: '{"status":"success","data":{"groups":[]}}' } : vector(),
    );
    const asked = ask(question(name), clientOf(server), { selection: { namespace: 'nowhere' } });
    await expect(asked).rejects.toThrow(NoDataError);
    await expect(asked).rejects.toThrow(/^[^\n]*expected [^\n]*, got none; [^\n]*docs\/how-to\/no-data\.md[^\n]*$/);
  });

  test.each(QUESTIONS.filter(({ kind }) => kind !== 'alerts').map(({ name }) => name))(
    '%s, of a job that is given',
    async (name) => {
      const server = await fake(() => vector());
      const asked = ask(question(name), clientOf(server), { selection: { job: 'nobody' } });
      await expect(asked).rejects.toThrow(/expected metrics of coderd of \{job="nobody"\}, got none for "\w+"; /);
    },
  );
});

describe('alerts', () => {
  const alert = (name: string, labels: Readonly<Record<string, string>>, state = 'firing'): unknown => ({
    name,
    alerts: [
      {
        labels: { alertname: name, ...labels },
        annotations: { summary: `${name} says so.` },
        state,
        activeAt: '2026-01-31T12:00:00.5Z',
      },
    ],
  });
  const rules = (...all: readonly unknown[]): Reply => ({
    body: JSON.stringify({ status: 'success', data: { groups: [{ rules: all }] } }),
  });
  const active = [
    alert('CoderdScrapeDown', { severity: 'warning', namespace: 'coder', pod: 'coderd-a' }),
    alert('CoderdTargetsAbsent', { severity: 'critical', job: 'coder/master-monitor' }, 'pending'),
    alert('CoderdDown', { severity: 'critical', namespace: 'coder' }),
    alert('CoderdDown', { severity: 'critical', namespace: 'other' }),
    alert('KubePodCrashLooping', { severity: 'critical', namespace: 'coder' }),
  ];

  test('that fire come first, then by severity; those of others are left out', async () => {
    const table = await ask(question('alerts'), clientOf(await fake(() => rules(...active))), {
      selection: { namespace: 'coder' },
    });
    expect(tableLines(table)).toEqual([
      'ALERT                 SEVERITY   STATE     SINCE (UTC)        POD        SUMMARY',
      'CoderdDown            critical   firing    2026-01-31 12:00   -          CoderdDown says so.',
      'CoderdScrapeDown      warning    firing    2026-01-31 12:00   coderd-a   CoderdScrapeDown says so.',
      'CoderdTargetsAbsent   critical   pending   2026-01-31 12:00   -          CoderdTargetsAbsent says so.',
    ]);
  });

  test('that are all silent are told from alerts that are not there', async () => {
    const silent = rules({ name: 'CoderdDown', alerts: [] }, { name: 'CoderdFdExhaustion' });
    const table = await ask(question('alerts'), clientOf(await fake(() => silent)));
    expect(tableLines(table)).toEqual(['none of 2 alerts is firing or pending']);
    await expect(ask(question('alerts'), clientOf(await fake(() => rules())))).rejects.toThrow(
      /expected alerts of coderd/,
    );
  });

  test('cannot be asked about another time', async () => {
    const asked = ask(question('alerts'), clientOf(await fake(() => rules())), { time: '0' });
    await expect(asked).rejects.toThrow(QueryError);
  });
});

describe('metrics', () => {
  /** The series of all metrics but those. */
  const seriesBut = (missing: readonly string[], isNative = false): readonly Series[] =>
    METRIC_NAMES.filter((name) => !missing.includes(name)).flatMap((name) => {
      const isClassic = metricOf(name).type === 'histogram' && !isNative;
      const names = isClassic ? ['_bucket', '_sum', '_count'].map((suffix) => name + suffix) : [name];
      return names.map((one) => [{ __name__: one }, '2'] as const);
    });

  test.each([false, true])('are all there with histograms in native form: %p', async (isNative) => {
    const table = await answered('metrics', () => vector(...seriesBut([], isNative)));
    expect(table.notes).toEqual(['all 91 metrics found']);
    expect(table.rows.map(([name]) => name?.value)).toEqual(METRIC_NAMES);
  });

  test('that are missing are named', async () => {
    const table = await answered('metrics', () => vector(...seriesBut(['go_threads', 'process_max_fds'])));
    expect(table.notes[0]).toBe('89 of 91 metrics found; missing: go_threads, process_max_fds');
    expect(table.rows.filter(([, , series]) => series?.value === null)).toHaveLength(2);
  });
});

describe('a failure is one line that says where and what to do:', () => {
  const FAILURES: readonly (readonly [what: string, reply: Reply, message: RegExp])[] = [
    ['HTTP 401', { status: 401, body: 'Unauthorized' }, /authentication failed with HTTP 401; set --header /],
    ['HTTP 403', { status: 403, body: '' }, /authentication failed with HTTP 403; set --header /],
    ['a web page', { type: 'text/html', body: '<html>Log in</html>' }, /got HTTP 200 and a web page; check --url/],
    ['not found', { status: 404, body: '404 page not found\n' }, /got HTTP 404 and something else; check --url/],
    ['nothing', { status: 502, body: '' }, /got HTTP 502 and nothing; check --url/],
    ['other JSON', { body: '{"status":"ok"}' }, /got HTTP 200 and something else; check --url/],
    ['null', { body: 'null' }, /got HTTP 200 and something else; check --url/],
    [
      'no vector',
      { body: '{"status":"success","data":{"resultType":"matrix","result":[]}}' },
      /got no vector of samples/,
    ],
    ['a refusal', refusal('parse error: unexpected\n <EOF>', 400), /refused the query: parse error: unexpected <EOF>$/],
    ['a time-out of a query', refusal('query timed out in query execution', 503), /refused the query: query timed out/],
  ];

  test.each(FAILURES)('%s', async (_, reply, message) => {
    const server = await fake(() => reply);
    const asked = ask(question('health'), clientOf(server));
    await expect(asked).rejects.toThrow(QueryError);
    await expect(asked).rejects.toThrow(message);
    await expect(asked).rejects.toThrow(new RegExp(`^${server.url}: [^\\n]+$`));
  });
});

describe('how old the data is', () => {
  test.each([
    ['12.4', 'data: 12 s old'],
    ['250', 'data: 4 min 10 s old'],
    ['251', 'data: 4 min 11 s old! No pod has answered a scrape since; what is above was so then, and is not so now'],
  ])('is said, and that it is old: %s s', async (age, line) => {
    const table = await ask(question('queue'), clientOf(await watching(() => vector([{}, '1']), age)));
    expect(tableLines(table).at(-1)).toBe(line);
    expect(JSON.parse(tableJson(table))).toMatchObject({ ageSeconds: Number(age) });
  });

  test('is not said where Prometheus does not know', async () => {
    const table = await answered('queue', () => vector([{}, '1']));
    expect(tableLines(table).join()).not.toContain('data:');
    expect(tableJson(table)).not.toContain('ageSeconds');
  });

  test('is asked of the pods that are asked about, at the time that is asked about', async () => {
    const server = await watching(() => vector([{}, '1']));
    await ask(question('queue'), clientOf(server), { selection: { pod: 'a' }, time: '1500000000' });
    const asked = server.requests.at(-1)?.parameters;
    expect(asked?.get('time')).toBe('1500000000');
    expect(asked?.get('query')).toBe(
      'time() - max(timestamp(P) or max_over_time(timestamp(P)[1h:1m]))'.replaceAll(
        'P',
        'coderd_api_concurrent_requests{namespace="coder", job="coder/master-monitor", pod="a"}',
      ),
    );
  });
});
