import * as fc from 'fast-check';
import { type Json, type TreeMap, evaluate, literal } from '../../../src/engine/expr';
import { PRESETS, type Preset, type RuleSettings } from '../../../src/observability/mixin';
import {
  type Leaf,
  choice,
  optionalInt,
  defaultsOf,
  fillDefaults,
  labels,
  leavesOf,
  section,
  symbolicHandles,
  text,
  concreteHandles,
} from '../../../src/engine/values';
import { once } from '../../support/arbitraries';
import { syntaxErrors } from '../../support/promql';
import { ALERTS, LEAN, METRICS, MIXIN } from '../../support/mixin';
import { EVERY_RULE, type LocatedRule, rulesOf, selectedBy } from './rules-support';
import { count } from '../../support/share';

function without(rules: readonly LocatedRule[], holds: (rule: LocatedRule) => boolean): readonly string[] {
  return rules.filter((rule) => !holds(rule)).map(({ where, expr }) => `${where}: ${expr}`);
}

/** Series that a histogram has in classic form. */
const HISTOGRAM_SERIES = Object.entries(METRICS)
  .filter(([, { type }]) => type === 'histogram')
  .flatMap(([name]) => ['_bucket', '_sum', '_count'].map((suffix) => name + suffix));

describe('every rule', () => {
  test('has an expression that parses', () => {
    expect(EVERY_RULE.flatMap(({ where, expr }) => syntaxErrors(expr).map((error) => `${where}: ${error}`))).toEqual(
      [],
    );
  });

  test('reads only metrics of coderd, of its scrape, or that another rule of the preset records', () => {
    const known = new Set([...Object.keys(METRICS), ...HISTOGRAM_SERIES]);
    const recorded = once((preset: Preset) => new Set(rulesOf(preset).map(({ record }) => record)));
    const isKnown = (preset: Preset, name: string): boolean => known.has(name) || recorded(preset).has(name);
    expect(without(EVERY_RULE, ({ expr, preset }) => selectedBy(expr).every((name) => isKnown(preset, name)))).toEqual(
      [],
    );
  });

  test('reads what is scraped over two hours at most, and longer windows from recorded series', () => {
    const minutes = { m: 1, h: 60, d: 1440 };
    const rawMinutes = ({ expr }: LocatedRule): readonly number[] =>
      [...expr.matchAll(/\b([\w:]+)(?:\{[^}]*\})?\[(\d+)([mhd])\]/g)]
        .filter(([, name = '']) => !name.includes(':'))
        .map(([, , length, unit]) => Number(length) * minutes[unit as keyof typeof minutes]);
    expect(without(EVERY_RULE, (rule) => rawMinutes(rule).every((length) => length <= 120))).toEqual([]);
    expect(EVERY_RULE.flatMap(rawMinutes).length).toBeGreaterThan(100);
  });

  test('sums up records only of a group that says how often it is evaluated', () => {
    const intervals = new Map(MIXIN.profile.groups.map((group) => [group.name, 'interval' in group]));
    const summed = EVERY_RULE.flatMap(({ expr }) =>
      [...expr.matchAll(/sum_over_time\(([\w:]+)/g)].map(([, name]) => name),
    );
    const groups = EVERY_RULE.filter(({ record }) => summed.includes(record)).map(({ group }) => group);
    const own = new Set(groups.map((name) => name.replace(`${MIXIN.profile.groupPrefix}-`, '')));
    expect([...own].map((name) => [name, intervals.get(name)])).toEqual([['slo', true]]);
  });

  test('selects this installation wherever it reads a series', () => {
    const selectors = ({ expr }: LocatedRule): number => expr.split('{job="coder/master-monitor"').length - 1;
    expect(without(EVERY_RULE, (rule) => selectors(rule) === selectedBy(rule.expr).length)).toEqual([]);
  });

  test('comes after what it reads, if both are of one group', () => {
    const late = PRESETS.flatMap((preset) => {
      const rules = rulesOf(preset);
      const place = (name: string, group: string): number =>
        rules.findIndex((rule) => rule.record === name && rule.group === group);
      return rules.filter(({ expr, group }, i) => selectedBy(expr).some((name) => place(name, group) > i));
    });
    expect(late.map(({ where }) => where)).toEqual([]);
  });

  test('is named in a group of its own once', () => {
    for (const preset of PRESETS) {
      const names = rulesOf(preset).map(({ record, alert, labels: own }) => JSON.stringify([record, alert, own]));
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe('a recording rule', () => {
  test('has a name of the form level:metric:operation, whose level are the labels that it keeps', () => {
    const levelOf = ({ expr }: LocatedRule): string => (/by \(([^)]*)\)/.exec(expr)?.[1] ?? '').replaceAll(', ', '_');
    const rules = rulesOf('full').filter(({ record }) => record !== undefined);
    const wrong = rules.filter((rule) => {
      const [level = '', metric, operation] = rule.record?.split(':') ?? [];
      const kept = levelOf(rule).split('_').sort().join();
      const isLevel = kept === '' || kept === level.split('_').sort().join();
      return !isLevel || metric === undefined || operation === undefined;
    });
    expect(wrong.map(({ where }) => where)).toEqual([]);
    expect(rules).toHaveLength(MIXIN.recordings.length);
  });

  test('of the requests that fail falls back on 0 where nothing ever failed', () => {
    const [rule] = rulesOf('full').filter(({ record }) => record?.endsWith(':failed_rate5m') === true);
    expect(rule?.expr).toMatch(
      /^sum by .*code=~"5\.\."\}\[5m\]\)\) or \(0 \* namespace_job:coderd_api_requests:rate5m/,
    );
  });

  test('of a fixed bucket matches both ways to write its bound', () => {
    const rules = ['full', 'lean'].flatMap((preset) => rulesOf(preset as Preset));
    const fixed = rules.filter(({ expr }) => /\ble=/.test(expr));
    expect(fixed).toHaveLength(2);
    expect(without(fixed, ({ expr }) => expr.includes('le=~"500([.]0)?"'))).toEqual([]);
  });
});

describe('a preset', () => {
  test('"lean" reads no metric that it drops', () => {
    const dropped = new Set<string>(LEAN.metrics.flatMap((name) => [name, `${name}_bucket`, `${name}_count`]));
    expect(without(rulesOf('lean'), ({ expr }) => !selectedBy(expr).some((name) => dropped.has(name)))).toEqual([]);
  });

  test('"lean" keeps the bucket of every latency that may be promised', () => {
    const dropped = LEAN.buckets.flatMap(({ bounds }) => bounds);
    expect(LATENCY_BOUNDS.filter((bound) => dropped.includes(bound))).toEqual([]);
    expect(LATENCY_BOUNDS).toEqual([10, 25, 100, 500, 1000, 10000, 30000]);
  });

  test('"native" reads no series of a classic histogram', () => {
    const classic = new Set(HISTOGRAM_SERIES);
    expect(without(rulesOf('native'), ({ expr }) => !selectedBy(expr).some((name) => classic.has(name)))).toEqual([]);
    expect(rulesOf('native').filter(({ record }) => record?.includes('_bucket') === true)).toEqual([]);
  });

  test('has every alert, but "native" no recorded buckets', () => {
    for (const preset of PRESETS) {
      const names = new Set(rulesOf(preset).flatMap(({ alert }) => alert ?? []));
      expect(ALERTS.filter(({ name }) => !names.has(name))).toEqual([]);
    }
  });
});

const LATENCY_BOUNDS = (MIXIN.profile.objectives['latencyMilliseconds']?.schema.enum ?? []) as readonly number[];

/** All settings of the rules, as they are among the values of the chart. */
const SETTINGS = section('Settings.', {
  preset: choice(PRESETS, { description: 'Preset.', default: 'full' }),
  slo: section('Objectives.', MIXIN.profile.objectives),
  alerts: section('Alerts.', MIXIN.alertSections),
  labels: labels({ description: 'Labels.', default: {} }),
  selector: text({ description: 'Matchers.', default: 'job="coder/master-monitor"' }),
  replicas: optionalInt({ description: 'Pods.', default: 2 }),
  memoryLimit: text({ description: 'Memory.', default: '512 * 1024^2' }),
});

function settingsFrom(handles: ReturnType<typeof symbolicHandles<typeof SETTINGS.children>>): RuleSettings {
  const { preset, slo, alerts, selector, replicas, memoryLimit } = handles;
  return {
    preset,
    slo,
    alerts,
    labels: handles.labels,
    runbookUrl: literal('https://runbooks.example/coder'),
    installation: { selector, replicas, memoryLimit, isModelled: literal<boolean>(true) },
  };
}

type Groups = readonly { readonly rules?: readonly { readonly alert?: string; readonly expr: string }[] }[];

function meaningOf(settings: RuleSettings, values: Json): Groups {
  const builtins = { releaseName: '', namespace: '' };
  return evaluate([...MIXIN.ruleGroups(settings)], { values, builtins }) as Groups;
}

/** Any value that the schema allows for a number; odd ones more often. */
const numbers = fc.oneof(
  fc.constantFrom(0, 1, 1e-7, 0.1, 99999.5, 2147483647, 1000000),
  fc.double({ min: 0, max: 1e9, noNaN: true, noDefaultInfinity: true }),
);

function isAllowed({ type, schema }: Leaf, value: number): boolean {
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return (type === 'number' || Number.isInteger(value)) && value >= minimum && value <= maximum;
}

const inputs = fc.record(
  {
    preset: fc.constantFrom(...PRESETS),
    slo: fc.record({
      availability: fc.double({ min: 0.5, max: 0.99999, noNaN: true }),
      latencyMilliseconds: fc.constantFrom(...LATENCY_BOUNDS),
    }),
    alerts: fc.constantFrom(...leavesOf(SETTINGS.children.alerts)).chain(({ path: [alert = '', name = ''], leaf }) =>
      (leaf.type === 'number' || leaf.type === 'integer'
        ? numbers.filter((value) => isAllowed(leaf, value))
        : fc.constant(leaf.default)
      ).map((value) => ({
        [alert]: { [name]: value },
      })),
    ),
    selector: fc.constantFrom('job="a"', 'job="coder/x", namespace="coder"', 'job="a.b:c-d_e/0"'),
    replicas: fc.constantFrom<number | ''>('', 1, 100),
    memoryLimit: fc.constantFrom(
      '',
      '1 * 1024^3',
      '1.5 * 1024^3',
      '.5 * 1024^4',
      '134217728',
      '128e6',
      '1e+9',
      '4e11 / 1e3',
    ),
  },
  { requiredKeys: [] },
);

describe('settings that only Helm knows', () => {
  test('mean the same as settings that are known, and make expressions that parse', () => {
    const later = settingsFrom(symbolicHandles(SETTINGS));
    fc.assert(
      fc.property(inputs, (input) => {
        const groups = meaningOf(later, fillDefaults(SETTINGS, input));
        expect(groups).toEqual(meaningOf(settingsFrom(concreteHandles(SETTINGS, input)), {}));
        const expressions = groups.flatMap(({ rules = [] }) => rules.map(({ expr }) => expr));
        expect(expressions.flatMap(syntaxErrors)).toEqual([]);
      }),
      { numRuns: count({ few: 15, many: 200 }) },
    );
  });

  test('take alerts away that cannot be asked or are switched off', () => {
    const namesWith = (input: object): readonly string[] =>
      meaningOf(settingsFrom(symbolicHandles(SETTINGS)), fillDefaults(SETTINGS, input as TreeMap)).flatMap(
        ({ rules = [] }) => rules.flatMap(({ alert }) => alert ?? []),
      );
    expect(namesWith({})).toEqual(expect.arrayContaining(['CoderdReplicasBelowDesired', 'CoderdMemoryNearLimit']));
    expect(namesWith({ replicas: '' })).not.toContain('CoderdReplicasBelowDesired');
    expect(namesWith({ memoryLimit: '' })).not.toContain('CoderdMemoryNearLimit');
    expect(namesWith({ alerts: { scrapeSlow: { enabled: false } } })).not.toContain('CoderdScrapeSlow');
  });

  test('are missing where only the monitoring is installed', () => {
    const installation = {
      selector: literal('job="a"'),
      replicas: literal<number | ''>(3),
      memoryLimit: literal('1e9'),
      isModelled: literal<boolean>(false),
    };
    const names = MIXIN.ruleFile('full', { installation }).groups.flatMap(({ rules = [] }) =>
      rules.map(({ alert }) => alert),
    );
    expect(names).not.toContain('CoderdReplicasBelowDesired');
    expect(names).not.toContain('CoderdMemoryNearLimit');
    expect(names).toContain('CoderdScrapeDown');
  });

  test('change severity, duration and labels of an alert with one rule', () => {
    const alerts = { scrapeSlow: { severity: 'info', for: '1h', labels: { team: 'a', severity: 'b' } } };
    const groups = meaningOf(
      settingsFrom(symbolicHandles(SETTINGS)),
      fillDefaults(SETTINGS, { alerts, labels: { site: 'x' } }),
    );
    const rule = groups.flatMap(({ rules = [] }) => rules).find(({ alert }) => alert === 'CoderdScrapeSlow');
    expect(rule).toMatchObject({ for: '1h', labels: { severity: 'b', site: 'x', team: 'a' } });
  });

  test('cannot change severity and duration of a burn rate, which belong to its windows', () => {
    const { alerts } = defaultsOf(SETTINGS) as { readonly alerts: Readonly<Record<string, object>> };
    expect(Object.keys(alerts['apiErrorBudgetBurn'] ?? {})).toEqual([
      'enabled',
      'labels',
      'annotations',
      'badRequests',
    ]);
    expect(Object.keys(alerts['scrapeSlow'] ?? {})).toEqual([
      'enabled',
      'severity',
      'for',
      'labels',
      'annotations',
      'seconds',
    ]);
  });

  test('choose the bucket and the objective of the burn rates', () => {
    const slo = { availability: 0.9, latency: 0.98, latencyMilliseconds: 1000 };
    const groups = meaningOf(settingsFrom(symbolicHandles(SETTINGS)), fillDefaults(SETTINGS, { slo }));
    const all = JSON.stringify(groups);
    expect(all).toContain('le=~\\"1000([.]0)?\\"');
    expect(all).toContain('(14.4 * (1 - 0.98))');
    // No ratio is 14.4 times what an objective of 0.9 allows.
    expect(all).toContain('> (0.5)');
    expect(all).not.toContain('(14.4 * (1 - 0.9))');
    expect(all).toContain('The objective is {{ humanizePercentage 0.9 }}. More than half of the requests is too many');
    expect(all).toContain('The objective is {{ humanizePercentage 0.98 }}. At this burn rate (14.4 or more)');
    expect(all).toContain('(1 * (1 - 0.9))');
    expect(all).not.toContain('500([.]0)?');
  });
});

describe('rules that tell clusters apart', () => {
  /** All but the alert that asks for what is absent: of clusters it asks otherwise. */
  const textOf = ({ groups }: ReturnType<typeof MIXIN.ruleFile>): string =>
    JSON.stringify(groups.flatMap(({ rules = [] }) => rules).filter(({ alert }) => alert !== 'CoderdTargetsAbsent'));

  test.each(PRESETS)('do so in each grouping and in each summary of %s, and are else the same', (preset) => {
    const file = MIXIN.ruleFile(preset, { clusterLabel: 'region' });
    const alone = MIXIN.ruleFile(preset);
    const rules = file.groups.flatMap((group) => group.rules ?? []);
    const groupings = rules.flatMap(({ expr }) => expr.match(/(?:by|on) \([^)]*\)/g) ?? []);
    expect(groupings.filter((one) => !/^(by|on) \(region, /.test(one))).toEqual([]);
    const summaries = rules.flatMap(({ annotations = {} }) => annotations['summary'] ?? []);
    expect(summaries.filter((one) => !one.startsWith('{{ with $labels.region }}{{ . }}: {{ end }}'))).toEqual([]);
    expect(rules.flatMap(({ expr }) => syntaxErrors(expr))).toEqual([]);
    const plain = textOf(file).replaceAll('region, ', '').replaceAll('{{ with $labels.region }}{{ . }}: {{ end }}', '');
    expect(plain).toBe(textOf(alone));
  });

  test('have no aggregation without a grouping, in which clusters would be one', () => {
    const rules = MIXIN.ruleFile('full').groups.flatMap((group) => group.rules ?? []);
    const bare = rules.filter(({ expr }) => /\b(sum|min|max|avg|count|group|topk)\(/.test(expr));
    expect(bare.map(({ alert, record }) => alert ?? record)).toEqual([]);
  });
});
