import { App, Chart } from 'cdk8s';
import { coderChartFiles, compiledCoder } from '../../../src/cli';
import { Coder, type CoderProps } from '../../../src/coder/constructs';
import { installed } from '../../../src/engine/compiled';
import { stepsOf } from '../../support/steps';

const map = (count: number, value: unknown): unknown =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`k${String(i)}`, value]));
const list = (count: number, item: (name: string) => unknown): readonly unknown[] =>
  Array.from({ length: count }, (_, i) => item(`a${String(i)}`));

/** Values with a number of entries, of each kind that has entries. */
const MANY: Readonly<Record<string, (count: number) => unknown>> = {
  'labels of all objects': (count) => ({ commonLabels: map(count, 'a') }),
  'variables by name': (count) => ({ coderd: { env: map(count, { value: 'a' }) } }),
  'variables in a list': (count) => ({ coderd: { extraEnv: list(count, (name) => ({ name, value: 'a' })) } }),
  volumes: (count) => ({ coderd: { extraVolumes: list(count, (name) => ({ name, emptyDir: {} })) } }),
  'names of Secrets': (count) => ({ image: { pullSecrets: list(count, (name) => name) } }),
  'data that is passed on': (count) => ({ coderd: { affinity: { nodeAffinity: map(count, 'a') } } }),
  relabelings: (count) => ({ metrics: { monitor: { relabelings: list(count, (targetLabel) => ({ targetLabel })) } } }),
  'labels of all alerts': (count) => ({ metrics: { rules: { alertLabels: map(count, 'a') } } }),
  'groups of rules': (count) => ({
    metrics: { rules: { extraGroups: list(count, (name) => ({ name, rules: [{ record: 'a', expr: '1' }] })) } },
  }),
};

const MODEL = compiledCoder();
const PLACE = { releaseName: 'coder', namespace: 'coder' };

/** What is done with values. */
const TASKS: Readonly<Record<string, (values: object) => void>> = {
  synth: (values) => void installed(MODEL, values as CoderProps as Readonly<Record<string, unknown>>, PLACE),
  'an app of cdk8s': (values) => {
    const app = new App();
    app.node.setContext('cdk8s-coder/warnings', false);
    new Coder(new Chart(app, 'chart'), 'coder', values);
    app.synthYaml();
  },
};

/** How much more steps four times the entries take, beside what none takes. */
function growth(task: (values: object) => void, values: (count: number) => unknown): number {
  // The first time, more is done, which is kept.
  task(values(1) as object);
  const [none, few, many] = [1, 50, 200].map((count) => {
    return stepsOf(() => {
      task(values(count) as object);
    });
  });
  return ((many ?? 0) - (none ?? 0)) / ((few ?? 0) - (none ?? 0));
}

describe.each(Object.entries(TASKS))('the steps of %s grow as the entries do:', (_, task) => {
  test.each(Object.entries(MANY))('%s', (__, values) => {
    expect(growth(task, values)).toBeLessThan(5);
  });
});

test('a task that looks at each pair of items would be noticed, by a method or by a loop of its own', () => {
  const items = (count: unknown): readonly number[] => Array.from({ length: count as number }, (_, i) => i);
  const methods = (values: object): void => void items(values).filter((one, i, all) => all.indexOf(one) === i);
  const loops = (values: object): void => void items(values).map((one) => items(values).filter((other) => other < one));
  for (const task of [methods, loops]) expect(growth(task, (count) => count)).toBeGreaterThan(10);
});

test('no template adds to a list item by item: `append` of Helm copies the list each time', () => {
  const growing = /(\$\w+) = (append|prepend|concat) \1\b/;
  const templates = [...coderChartFiles()].filter(([file]) => file.startsWith('templates/'));
  expect(templates.length).toBeGreaterThan(5);
  expect(templates.filter(([, text]) => growing.test(text)).map(([file]) => file)).toEqual([]);
  expect(growing.test('{{- $lines = append $lines "a" }}')).toBe(true);
});
