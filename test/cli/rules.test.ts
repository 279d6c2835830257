import { parse } from 'yaml';
import type { RuleFile } from '../../src/observability/mixin';
import { MIXIN } from '../support/mixin';
import { cli, synth, valuesFile } from './command';
import { at } from '../../src/engine/values';
import { objectsIn } from './command';

interface Printed extends RuleFile {
  readonly namespace?: string;
}

function printed(...args: readonly string[]): Printed {
  const { status, stdout, stderr } = cli(['rules', ...args]);
  expect([status, stderr]).toEqual([0, '']);
  return parse(stdout) as Printed;
}

describe('rules', () => {
  test('prints those of the object of the release', () => {
    const object = objectsIn(synth([]).out)['PrometheusRule/coderd-rules'];
    expect(printed().groups).toEqual(at(object, ['spec', 'groups']));
  });

  test('prints them for a namespace of Mimir', () => {
    const { namespace, groups } = printed('--for', 'mimir', '--release', 'prod', '-n', 'team-a');
    expect(namespace).toBe('prod-coderd-rules');
    expect(JSON.stringify(groups)).toContain('job=\\"team-a/prod-master-monitor\\"');
    expect(printed()).not.toHaveProperty('namespace');
  });

  test('tells clusters apart by a label', () => {
    const text = JSON.stringify(printed('--cluster-label', 'cluster'));
    expect(text).toContain('max by (cluster, namespace, job) (up{');
    expect(JSON.stringify(printed())).not.toContain('cluster');
  });

  test('prints them where they are no object, with the groups of the user', () => {
    const values = valuesFile(
      'metrics: {rules: {enabled: false, extraGroups: [{name: mine, rules: [{record: a, expr: up}]}]}}\n',
    );
    const { groups } = printed('-f', values);
    expect(groups.map(({ name }) => name)).toEqual([...MIXIN.ruleFile('full').groups.map(({ name }) => name), 'mine']);
  });

  test.each([
    [['--for', 'a'], /^--for: expected prometheus, mimir, grafana, got "a"; see cdk8s-coder help$/],
    [
      ['--cluster-label', 'job'],
      /^--cluster-label: expected the name of a label .* do not use themselves, got "job"; see/,
    ],
    [['--cluster-label', ''], /^--cluster-label: expected .*, got ""; see/],
    [['-f', valuesFile('metrics: {rules: {enabled: 1}}\n')], /^values\.metrics\.rules\.enabled: expected boolean/],
    [['-f', valuesFile('metrics: {monitor: {kind: None}}\n')], /^values\.metrics\.rules\.job: expected the label job/],
    [['extra'], /extra.*; see/],
  ])('refuses %j in one line', (args, message) => {
    const { status, stdout, stderr } = cli(['rules', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
