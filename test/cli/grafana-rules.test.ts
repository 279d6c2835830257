import { parse } from 'yaml';
import type { Rule } from '@grafana/grafana-foundation-sdk/alerting';
import type { GrafanaFile, GrafanaRule } from '../../src/cli/grafana-rules';
import { ALERTS, MIXIN } from '../support/mixin';
import { cli, valuesFile } from './command';

function printed(...args: readonly string[]): GrafanaFile {
  const { status, stdout, stderr } = cli(['rules', '--for', 'grafana', ...args]);
  expect([status, stderr]).toEqual([0, '']);
  return parse(stdout) as GrafanaFile;
}

function rulesIn({ groups }: GrafanaFile): readonly GrafanaRule[] {
  return groups.flatMap(({ rules }) => rules);
}

/** As the types of Grafana have it; its files say where a rule is by the group around it. */
function typed(rule: GrafanaRule): Rule {
  const { missing_series_evals_to_resolve: missingSeriesEvalsToResolve, data, record, ...fields } = rule;
  return {
    ...{ execErrState: 'Error', noDataState: 'OK', for: '0s' },
    ...fields,
    ...(record === undefined ? {} : { record }),
    ...(missingSeriesEvalsToResolve === undefined ? {} : { missingSeriesEvalsToResolve }),
    data: data.map(({ refId, datasourceUid, relativeTimeRange }) => ({ refId, datasourceUid, relativeTimeRange })),
    folderUID: '',
    orgID: 1,
    ruleGroup: '',
  };
}

describe('rules --for grafana', () => {
  const file = printed();
  const rules = rulesIn(file);

  test('prints each rule, of the fields that the types of Grafana know', () => {
    const plain = MIXIN.ruleFile('full').groups.flatMap((group) => group.rules ?? []);
    expect(rules).toHaveLength(plain.length);
    expect(rules.map((rule) => rule.data[0]?.model['expr']).length).toBe(plain.length);
    expect(
      rules.map(typed).filter(({ title, condition, data }) => title === '' || condition === '' || data.length === 0),
    ).toEqual([]);
    expect(rules.filter(({ record }) => record === undefined).map(({ title }) => title.split(' ')[0])).toEqual(
      plain.flatMap(({ alert = [] }) => alert),
    );
  });

  test('has names of its own for each rule, of at most 40 characters, and in each release others', () => {
    const uids = [
      rules,
      rulesIn(printed('--release', 'b', '-n', 'a-c')),
      rulesIn(printed('--release', 'c-b', '-n', 'a')),
    ];
    const all = uids.flatMap((some) => some.map(({ uid }) => uid));
    expect(new Set(all).size).toBe(3 * rules.length);
    expect(all.filter((uid) => !/^[a-z0-9_-]{1,40}$/.test(uid))).toEqual([]);
    expect(new Set(rules.map(({ title }) => title)).size).toBe(rules.length);
    expect(new Set(file.groups.map(({ name }) => name)).size).toBe(file.groups.length);
    expect(file.groups.filter(({ interval }) => !/^\d+m$/.test(interval))).toEqual([]);
  });

  test('asks the data source that it is told, and whether the condition has a series of any value', () => {
    const [rule] = rulesIn(printed('--datasource', 'mimir-1'));
    expect(rule?.data.map(({ datasourceUid, refId }) => [refId, datasourceUid])).toEqual([
      ['A', 'mimir-1'],
      ['B', '__expr__'],
    ]);
    expect(rule?.data[1]?.model['expression']).toBe('is_number($A) || is_nan($A) || is_inf($A)');
    expect(rule?.condition).toBe('B');
  });

  test('reads the value as Grafana calls it, and keeps labels in labels from being variables of the environment', () => {
    const values = valuesFile(
      'metrics: {rules: {alertLabels: {team: "{{ $labels.namespace }}", measured: "{{ $value }}"}}}\n',
    );
    const [rule] = rulesIn(printed('-f', values));
    expect(rule?.labels).toMatchObject({ team: '{{ $$labels.namespace }}', measured: '{{ $$values.A.Value }}' });
    const texts = rules.flatMap(({ annotations = {} }) => Object.values(annotations));
    expect(texts.filter((text) => /\$value\b/.test(text))).toEqual([]);
    expect(texts.filter((text) => text.includes('{{ humanizePercentage $values.A.Value }}')).length).toBeGreaterThan(3);
    expect(texts.filter((text) => text.includes('$$'))).toEqual([]);
    expect(ALERTS.length).toBeGreaterThan(30);
  });
});
