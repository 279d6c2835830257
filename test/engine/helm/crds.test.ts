import { ApiObject, type Chart } from 'cdk8s';
import { Manifest, asText, forEach, helmHook, when } from '../../../src/engine/border';
import { interpolate, type Tree } from '../../../src/engine/expr';
import { type HelmChartProps, deriveChart, renderHelmChart } from '../../../src/engine/helm';
import { renderManifests } from '../../../src/engine/synth';
import { type Handles, bool, section, text, textList } from '../../../src/engine/values';
import { HOSTILE } from '../../support/arbitraries';
import { type HelmMajor, helm, helmTemplate, writeChart } from '../../support/helm';
import { differences, parseObjects } from '../../support/manifests';
import { LEAST } from './charts';

const VALUES = section('Values.', {
  image: text({ description: 'Image.', default: 'busybox' }),
  enabled: bool({ description: 'Switch.', default: true }),
  groups: textList({ description: 'Groups.', default: ['a'], format: 'dnsLabel', isSet: true }),
});
type Values = Handles<typeof VALUES>;
type Model = HelmChartProps<(typeof VALUES)['children']>;

const type = { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' };
const version = { name: 'v1', served: true, storage: true };

function define(chart: ConstructorParameters<typeof Manifest>[0], id: string, name: Tree, more: Tree = 'none'): void {
  const spec = { group: 'example.com', scope: 'Namespaced', versions: [version], more };
  new Manifest(chart, id, { ...type, metadata: { name }, spec });
}

function modelOf(build: (chart: Chart, values: Values) => void): Model {
  return { metadata: LEAST, values: VALUES, build, hasCrdsFolder: true };
}

const MODEL = modelOf((chart, { image, enabled }) => {
  define(chart, 'Widgets', 'widgets.example.com', HOSTILE);
  when(chart, 'Known', true, (scope) => {
    new ApiObject(scope, 'Gadgets', { ...type, metadata: { name: 'gadgets.example.com' } });
  });
  when(chart, 'Some', enabled, (scope) => {
    new Manifest(scope, 'Widget', { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' }, image });
  });
  helmHook(chart, 'Hook', { on: ['pre-install'] }, (inner) => {
    define(inner, 'Hooked', 'hooked.example.com', image);
  });
});

function installed(values: object): string {
  const files = [...renderManifests(MODEL, { releaseName: 'r', namespace: 'n' }, values)];
  return files.flatMap(([file, one]) => (file === 'kustomization.yaml' ? [] : [one])).join('---\n');
}

describe('definitions in the folder crds', () => {
  const files = renderHelmChart(MODEL);

  test('are files of their names there, and no templates', () => {
    const names = [...files.keys()].filter((file) => /\/[^_]*\.yaml$/.test(file));
    expect(names).toEqual([
      'crds/widgets.example.com.yaml',
      'crds/gadgets.example.com.yaml',
      'templates/widget.yaml',
      'templates/hooked.yaml',
    ]);
  });

  test.each<HelmMajor>(['helm3', 'helm4'])('are what plain YAML has, with %s', async (major) => {
    const chart = writeChart(files);
    for (const values of [{}, { enabled: false, image: '{{ fail }}' }]) {
      const args = ['--include-crds', '--no-hooks'];
      const { stdout, stderr } = await helmTemplate(major, chart, { release: 'r', namespace: 'n', values, args });
      expect(stderr).toBe('');
      expect(differences(parseObjects(installed(values)), parseObjects(stdout))).toEqual([]);
    }
    expect(await helm(major, ['lint', '--strict', chart])).toMatchObject({ code: 0 });
  });

  test('are there in a derived chart too, unless it says otherwise', () => {
    const filesOf = (props: object): readonly string[] => [
      ...renderHelmChart(deriveChart(MODEL, { metadata: LEAST, ...props })).keys(),
    ];
    expect(filesOf({})).toContain('crds/widgets.example.com.yaml');
    expect(filesOf({ hasCrdsFolder: false })).toContain('templates/widgets.yaml');
  });

  test('may depend on a value that a derived chart fixes', () => {
    const open = modelOf((chart, { image }) => {
      define(chart, 'Widgets', 'widgets.example.com', image);
    });
    const fixed = renderHelmChart(deriveChart(open, { metadata: LEAST, fixed: { image: 'known' } }));
    expect(fixed.get('crds/widgets.example.com.yaml')).toContain('more: known');
  });
});

test('are templates where nobody says otherwise', () => {
  const { hasCrdsFolder: _, ...usual } = MODEL;
  const names = [...renderHelmChart(usual).keys()];
  expect(names).toContain('templates/widgets.yaml');
  expect(names.filter((file) => file.startsWith('crds'))).toEqual([]);
});

describe('a definition of which only Helm knows something is refused:', () => {
  const folder = 'as Helm fills in nothing in the folder crds';
  const message = (got: string): string =>
    `: expected a CustomResourceDefinition that depends on no value, ${folder}, got ${got}; leave out hasCrdsFolder, or use known values`;

  test.each<readonly [message: string, build: (chart: Chart, values: Values) => void]>([
    [
      `Widgets${message('values.image')}`,
      (chart, { image }) => {
        define(chart, 'Widgets', 'widgets.example.com', interpolate`a ${image}`);
      },
    ],
    [
      `Widgets${message('values.image')}`,
      (chart, { image }) => {
        new ApiObject(chart, 'Widgets', { ...type, metadata: { name: `${asText(image)}.example.com` } });
      },
    ],
    [
      `Widgets${message('the name or namespace of the release')}`,
      (chart) => {
        new ApiObject(chart, 'Widgets', type);
      },
    ],
    [
      `If/Widgets${message('values.enabled')}`,
      (chart, { enabled }) => {
        when(chart, 'If', enabled, (scope) => {
          define(scope, 'Widgets', 'widgets.example.com');
        });
      },
    ],
    [
      `Each/Widgets${message('values.groups')}`,
      (chart, { groups }) => {
        forEach(chart, 'Each', { items: groups, type: 'string' }, (scope, group) => {
          define(scope, 'Widgets', interpolate`widgets.${group}.com`);
        });
      },
    ],
    [
      'two objects would be written to crds/widgets.example.com.yaml: give one of them another name',
      (chart) => {
        define(chart, 'One', 'widgets.example.com');
        define(chart, 'Two', 'widgets.example.com');
      },
    ],
  ])('%s', (words, build) => {
    expect(() => renderHelmChart(modelOf(build))).toThrow(new Error(words));
  });
});
