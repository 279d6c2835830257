import * as path from 'node:path';
import { parse } from 'yaml';
import { temporaryDirectory } from '../support/folder';
import { cli, textsIn, valuesFile } from './command';

interface Configuration {
  readonly inhibit_rules: readonly { readonly source_matchers: readonly string[]; readonly equal: readonly string[] }[];
}

interface ConfigObject {
  readonly metadata: object;
  readonly spec: { readonly inhibitRules: readonly { readonly equal: readonly string[] }[] };
}

function written(args: readonly string[] = []): readonly [Configuration, ConfigObject] {
  const out = path.join(temporaryDirectory(), 'am');
  expect(cli(['alertmanager', '--out', out, ...args])).toMatchObject({
    status: 0,
    stdout: `${out}: 2 files, 2 written, 0 removed\n`,
    stderr: '',
  });
  const { 'alertmanager.yaml': file = '', 'AlertmanagerConfig.yaml': object = '' } = textsIn(out);
  return [parse(file) as Configuration, parse(object) as ConfigObject];
}

describe('alertmanager', () => {
  test('writes the same rules for Alertmanager and for the Operator', () => {
    const [{ inhibit_rules: rules }, { metadata, spec }] = written(['--release', 'prod', '-n', 'team-a']);
    expect(rules.length).toBeGreaterThan(10);
    expect(spec.inhibitRules.map(({ equal }) => equal)).toEqual(rules.map(({ equal }) => equal));
    expect(metadata).toEqual({ name: 'prod-coderd-rules', namespace: 'team-a' });
  });

  test('knows which alerts are off, also where the rules are no object', () => {
    const sources = (text: string): readonly string[] =>
      written(['-f', valuesFile(text)])[0].inhibit_rules.flatMap((rule) => rule.source_matchers);
    expect(sources('metrics: {rules: {enabled: false}}\n')).toContain('alertname="CoderdDown"');
    expect(sources('metrics: {alerts: {down: {enabled: false}}}\n')).not.toContain('alertname="CoderdDown"');
  });

  test('compares the label of clusters that it is told', () => {
    const [{ inhibit_rules: rules }] = written(['--cluster-label', 'region']);
    expect(rules.every(({ equal }) => equal.includes('region') && !equal.includes('cluster'))).toBe(true);
  });

  test.each([
    [['--cluster-label', 'a-b'], /^--cluster-label: expected the name of a label \(.*\) that .*, got "a-b"; see/],
    [
      ['-f', valuesFile('metrics: {rules: {enabled: a}}\n')],
      /^values\.metrics\.rules\.enabled: expected .*, got .*"a"/,
    ],
    [['-f', valuesFile('metrics: {monitor: {kind: None}}\n')], /^values\.metrics\.rules\.job: expected the label job/],
  ])('refuses %j in one line', (args, message) => {
    const { status, stdout, stderr } = cli(['alertmanager', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
