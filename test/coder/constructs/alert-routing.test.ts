import { Chart, Testing } from 'cdk8s';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { helmTemplate } from '../../support/helm';
import { parseObjects } from '../../support/manifests';

interface Rule {
  readonly alert?: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

interface Made {
  readonly spec: { readonly groups: readonly { readonly rules: readonly Rule[] }[] };
}

function rulesIn(made: Made | undefined): readonly Rule[] {
  return made?.spec.groups.flatMap(({ rules }) => rules) ?? [];
}

/** The rule of the alert CoderdDown. */
function down(metrics: CoderProps['metrics']): Rule {
  const chart = new Chart(Testing.app(), 'test');
  const coder = new Coder(chart, 'coder', { metrics });
  const [found] = rulesIn(coder.rules?.toJson() as Made | undefined).filter(({ alert }) => alert === 'CoderdDown');
  if (found === undefined) throw new Error('there is no CoderdDown');
  return found;
}

describe('an alert is routed as its team does:', () => {
  test('its severity is any word', () => {
    expect(down({ alerts: { down: { severity: 'P1' } } }).labels).toEqual({ severity: 'P1' });
    expect(() => down({ alerts: { down: { severity: 'very bad' } } })).toThrow(
      'values.metrics.alerts.down.severity: expected a word (letters, digits, -_.) of at most 63 characters, got "very bad"',
    );
  });

  test('a label "severity" counts, that of the alert before that of all', () => {
    const rules = { alertLabels: { severity: 'page', team: 'ide' } };
    expect(down({ rules }).labels).toEqual({ severity: 'page', team: 'ide' });
    expect(down({ rules, alerts: { down: { labels: { severity: 'P1' } } } }).labels).toMatchObject({ severity: 'P1' });
  });

  test.each([
    '#coder',
    'team@example.com',
    'a b',
    '{{ $labels.namespace }}',
    'in {{$labels.namespace|toUpper}}',
    '{a}',
    '{',
    'a\nb',
  ])('a label has any value, also one that Prometheus fills in: %s', (value) => {
    expect(down({ rules: { alertLabels: { channel: value } } }).labels['channel']).toBe(value);
  });

  test.each(['{{', '{{ a }}', '{{ $labels.a', '{{{ $labels.a }}', '{{ $labels.a | shell }}', '{{ template "a" }}', ''])(
    'a value that Prometheus could not fill in, or would drop, is refused: %j',
    (value) => {
      expect(() => down({ rules: { alertLabels: { channel: value } } })).toThrow(
        'values.metrics.rules.alertLabels.channel: expected a text, with braces only as in "{{ $labels.pod }}" of 1 to',
      );
    },
  );

  test.each(['app.kubernetes.io/team', 'team.name', '1a', '__name__', ''])(
    'a label has a name that Prometheus 2 takes, not %j',
    (name) => {
      expect(() => down({ alerts: { down: { labels: { [name]: 'a' } } } })).toThrow(
        /^values\.metrics\.alerts\.down\.labels: expected /,
      );
    },
  );
});

describe('a label that would be dropped is refused:', () => {
  const refused = (key: string): string =>
    `expected a key that is none of alertname, long, short, got the key "${key}"`;

  test('alertname, which Prometheus sets, and the windows of a burn rate, in the labels of one alert and of all', () => {
    for (const key of ['alertname', 'long', 'short']) {
      expect(() => down({ rules: { alertLabels: { [key]: 'a' } } })).toThrow(
        `values.metrics.rules.alertLabels: ${refused(key)}`,
      );
      expect(() => down({ alerts: { apiErrorBudgetBurn: { labels: { [key]: 'a' } } } })).toThrow(
        `values.metrics.alerts.apiErrorBudgetBurn.labels: ${refused(key)}`,
      );
    }
  });

  test.each(['helm3', 'helm4'] as const)('by the schema too, with its path, in %s', async (major) => {
    const values = { metrics: { alerts: { down: { labels: { alertname: 'a' } } } } };
    const { code, stderr } = await helmTemplate(major, 'charts/coder', { values });
    expect([code, stderr]).toEqual([1, expect.stringMatching(/metrics[./]alerts[./]down[./]labels[./]alertname/)]);
  });
});

describe('the annotations of an alert are those of its team too:', () => {
  const annotations = { dashboard: 'https://grafana.example.com/?var-pod={{ $labels.pod }}', help: 'a\n{b}\n' };

  test('they are added, whatever their text', () => {
    const texts = down({}).annotations;
    expect(down({ alerts: { down: { annotations } } }).annotations).toEqual({ ...texts, ...annotations });
  });

  test('a summary, a description and a link to a runbook take the place of those of the chart', () => {
    const own = { summary: 'Coder est en panne.', description: '{{ $value }}', runbook_url: 'https://wiki/42' };
    for (const rules of [{}, { runbookUrl: 'https://docs.example.com' }])
      expect(down({ rules, alerts: { down: { annotations: own } } }).annotations).toEqual(own);
    expect(down({ alerts: { down: { annotations: { summary: 'x' } } } }).annotations).toEqual({
      ...down({}).annotations,
      summary: 'x',
    });
  });

  test.each(['helm3', 'helm4'] as const)('and of every window of a burn rate; the same by %s', async (major) => {
    const own = { runbook_url: 'https://wiki/42', summary: '{{ $labels.job }}', z: 'b' };
    const metrics = { alerts: { apiErrorBudgetBurn: { annotations: own }, down: { annotations } } };
    const { stdout } = await helmTemplate(major, 'charts/coder', {
      values: { metrics },
      args: ['--show-only', 'templates/rules.yaml'],
    });
    const made = Object.values(parseObjects(stdout))[0] as unknown as Made;
    const named = (name: string): readonly Rule[] => rulesIn(made).filter(({ alert }) => alert === name);
    expect(named('CoderdApiErrorBudgetBurn').map((rule) => rule.annotations)).toEqual(
      Array.from({ length: 4 }, () => expect.objectContaining(own) as unknown),
    );
    expect(named('CoderdDown')).toEqual([down(metrics)]);
  });

  test.each(['team.name', 'a/b', '1a', ''])('a name that Prometheus 2 refuses is refused: %j', (name) => {
    expect(() => down({ alerts: { down: { annotations: { [name]: 'a' } } } })).toThrow(
      /^values\.metrics\.alerts\.down\.annotations: expected /,
    );
  });

  test.each(['{{', '{{ query "vector(42)" }}', ''])(
    'a text that Prometheus would run or drop is refused: %j',
    (text) => {
      expect(() => down({ alerts: { down: { annotations: { help: text } } } })).toThrow(
        'values.metrics.alerts.down.annotations.help: expected a text, with braces only as in "{{ $labels.pod }}" of 1 to 4096 characters',
      );
    },
  );
});

describe('the annotation runbook_url', () => {
  test('is there when the runbooks are published, and leads to that of the alert', () => {
    expect(down({ rules: { runbookUrl: 'https://docs.example.com/runbooks' } }).annotations['runbook_url']).toBe(
      'https://docs.example.com/runbooks/CoderdDown.md',
    );
  });

  test('is absent otherwise: a link that leads nowhere helps nobody', () => {
    expect(Object.keys(down({}).annotations)).toEqual(['summary', 'description']);
  });

  test.each(['docs/runbooks', 'https://docs.example.com/', 'https://{{ $labels.host }}', 'javascript:alert(1)'])(
    'is never made of what is no URL: %s',
    (runbookUrl) => {
      expect(() => down({ rules: { runbookUrl } })).toThrow('values.metrics.rules.runbookUrl: expected a URL');
    },
  );
});
