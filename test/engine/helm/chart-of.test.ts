import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import process from 'node:process';
import { ApiObject, App, Chart, type ChartProps, Size, Testing } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { PROPS } from '../../../examples/cdk8s-app/props';
import { WebChart, type WebChartProps } from '../../../examples/cdk8s-app/web-chart';
import { helmChartOf } from '../../../src/engine/helm';
import { ANY_TEXT, int, labels, section, text } from '../../../src/engine/values';
import { ROOT } from '../../docs/markdown';
import { HOSTILE } from '../../support/arbitraries';
import { temporaryDirectory } from '../../support/folder';
import { helm, helmTemplate, inParallel, writeChart } from '../../support/helm';
import { type Objects, byKey, differences, parseObjects } from '../../support/manifests';
import { count, helmsAt, seedAt } from '../../support/share';

const METADATA = { name: 'web', version: '1.0.0', description: 'A web server' };
const HELMS = ['helm3', 'helm4'] as const;

/** The chart that the program of the example writes; its tsconfig.json has the package where it is built from. */
function exampleChart(): string {
  const cwd = temporaryDirectory();
  const program = path.join(ROOT, 'examples/cdk8s-app/helm.ts');
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, '--tsconfig', path.join(ROOT, 'tsconfig.json'), program], { cwd });
  return path.join(cwd, 'charts', 'web');
}
let chart = '';
beforeAll(() => {
  chart = exampleChart();
});

const texts = fc.constantFrom(...HOSTILE.filter((one) => new RegExp(ANY_TEXT.pattern ?? '').test(one)));
const given = fc.record(
  {
    image: texts,
    replicas: fc.nat({ max: 100 }),
    port: fc.integer({ min: 1, max: 65535 }),
    greeting: texts,
    readOnly: fc.boolean(),
    annotations: fc.dictionary(fc.constantFrom('a', 'example.com/b'), texts, { maxKeys: 2 }),
    hosts: fc.array(texts, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** Names as `cdk8s synth` gives them have a hash; pods are selected by a label that names the release. */
function comparable(json: unknown): Objects {
  const plain = JSON.stringify(json).replace(/("web-(?:chart-web-)?[a-z-]+)-c8[0-9a-f]{6}"/g, '$1"');
  return JSON.parse(plain.replaceAll('"web-chart-web-', '"web-').replaceAll(',"namespace":"apps"', '')) as Objects;
}

describe('the example', () => {
  test('gives the objects that cdk8s synth writes, but for the hashes in names, with Helm 3 and 4', async () => {
    const found: string[] = [];
    await inParallel(
      fc.sample(given, { seed: seedAt(41), numRuns: count({ few: 4, many: 25 }) }),
      async (values, i) => {
        const written = new WebChart(new App(), 'web', { ...PROPS, ...(values as Partial<WebChartProps>) });
        for (const major of helmsAt(i)) {
          const { stdout } = await helmTemplate(major, chart, { release: 'web', namespace: 'apps', values });
          const rendered = comparable(Object.values(parseObjects(stdout)));
          found.push(
            ...differences(byKey(Object.values(comparable(Testing.synth(written)))), byKey(Object.values(rendered))),
          );
        }
      },
    );
    expect(found.slice(0, 5)).toEqual([]);
  });

  test.each(HELMS)('passes helm lint --strict of %s', async (major) => {
    expect(await helm(major, ['lint', '--strict', chart])).toMatchObject({ code: 0 });
  });

  test('has a values.yaml with the props of the app as defaults, and says what each is for', () => {
    const values = fs.readFileSync(path.join(chart, 'values.yaml'), 'utf8');
    for (const line of ['# -- Number of pods.', 'replicas: 2', 'readOnly: true', 'greeting: world', 'annotations: {}'])
      expect(values).toContain(line);
  });
});

interface SizedProps extends ChartProps {
  readonly name: string;
  readonly gibibytes: number;
  readonly limits?: { readonly cpu: string; readonly memory: string };
}

class Sized extends Chart {
  constructor(scope: Construct, id: string, props: SizedProps) {
    super(scope, id, props);
    const { name, gibibytes, limits } = props;
    const data = { id, name, limits, size: Size.gibibytes(gibibytes).toMebibytes() };
    new ApiObject(this, 'sized', Object.assign({ data }, { apiVersion: 'example.com/v1', kind: 'Sized' }));
  }
}

const SIZED: SizedProps = { name: 'a', gibibytes: 1, limits: { cpu: '1', memory: '1Gi' } };
const options = { metadata: METADATA, props: SIZED };

test('a prop that a construct computes with is named', () => {
  expect(() => helmChartOf(Sized, { ...options, values: { gibibytes: 'Size, in GiB.' } })).toThrow(
    /^values\.gibibytes: a construct computes with it while the chart is generated: /,
  );
});

test('a part of a prop is a value, the rest of it stays, and so does the id that constructs read', () => {
  const cpu = text({ description: 'CPU.', default: '2', format: 'quantity' });
  const files = helmChartOf(Sized, { ...options, id: 'own', values: { limits: () => section('Limits.', { cpu }) } });
  const template = files.get('templates/sized.yaml') ?? '';
  for (const line of ['cpu: {{ .Values.limits.cpu | quote }}', 'memory: "1Gi"', 'id: own'])
    expect(template).toContain(line);
  expect(template).toContain('name: {{ printf "%s-sized" .Release.Name | quote }}');
});

test('objects of a chart that names them itself keep their names', async () => {
  class Named extends Sized {
    override generateObjectName(): string {
      return 'fixed';
    }
  }
  const files = helmChartOf(Named, { ...options, values: { name: 'Name.' } });
  const { stdout } = await helmTemplate('helm4', writeChart(files), { release: 'r', namespace: 'n' });
  expect(Object.keys(parseObjects(stdout))).toEqual(['Sized/fixed']);
});

test('a chart that takes its labels from props has them as values', () => {
  const own = { ...options, props: { ...SIZED, labels: { team: 'a' } } };
  const files = helmChartOf(Sized, {
    ...own,
    values: { labels: (usual) => labels({ description: 'Labels.', default: usual }) },
  });
  expect(files.get('templates/sized.yaml')).toContain('.Values.labels');
});

describe('what is refused', () => {
  test('a prop of no kind', () => {
    const values = { limits: 'Limits.', name: 'Name.', more: 'More.' } as object;
    expect(() => helmChartOf(Sized, { ...options, values: { ...values, limits: 3 } as object })).toThrow(
      'values.limits: expected a description, or a function that declares the value, got 3',
    );
    expect(() => helmChartOf(Sized, { ...options, values: { more: 'More.' } as object })).toThrow(
      'props.more: expected a text, a number, true or false, a list or a map of texts, as it is a value, got undefined; declare it with a function, such as () => values.text(...)',
    );
  });

  test('by its type, what is no prop, or is of another type', () => {
    const wrong = (): void => {
      // @ts-expect-error: no such prop
      helmChartOf(Sized, { ...options, values: { more: 'More.' } });
      // @ts-expect-error: a number is not declared as a text
      helmChartOf(Sized, { ...options, values: { gibibytes: () => text({ description: 'Size.', default: '' }) } });
      helmChartOf(Sized, {
        ...options,
        values: { gibibytes: (usual) => int({ description: 'Size.', default: usual }) },
      });
    };
    expect(wrong).toBeInstanceOf(Function);
  });
});
