import { Chart, type ChartProps } from 'cdk8s';
import { Pod } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type HelmHook, Manifest, asBoolean, asText, forEach, helmHook, when } from '../../../src/engine/border';
import { HELM_PLACEMENT, interpolate, not } from '../../../src/engine/expr';
import { type HelmChartProps, deriveChart, helmChartOf, renderHelmChart } from '../../../src/engine/helm';
import { renderManifests } from '../../../src/engine/synth';
import { type Handles, bool, section, text, textList } from '../../../src/engine/values';
import { LEAST } from './charts';

const VALUES = section('Values.', {
  image: text({ description: 'Image.', default: 'busybox' }),
  debug: bool({ description: 'Debug.', default: false }),
  names: textList({ description: 'Names.', default: ['one', 'two'], format: 'dnsLabel', isSet: true }),
});
type Build = (chart: Construct, values: Handles<typeof VALUES>) => void;

function modelOf(build: Build): HelmChartProps<(typeof VALUES)['children']> {
  return { metadata: LEAST, values: VALUES, build };
}

function made(build: Build): () => unknown {
  return () => renderHelmChart(modelOf(build));
}

const TEST: HelmHook = { on: ['test'] };
const job = { apiVersion: 'batch/v1', kind: 'Job' };

describe('a hook is refused in one line:', () => {
  const events =
    'pre-install, post-install, pre-upgrade, post-upgrade, pre-rollback, post-rollback, pre-delete, post-delete, test';
  const policies = 'before-hook-creation, hook-succeeded, hook-failed';
  test.each<readonly [message: string, hook: unknown]>([
    [`helmHook Hook: on: expected at least one of ${events}, got none`, { on: [] }],
    [`helmHook Hook: on: expected a list of at least one of ${events}, got "test"`, { on: 'test' }],
    [`helmHook Hook: on: expected a list of at least one of ${events}, got undefined`, {}],
    [`helmHook Hook: on[1]: expected one of ${events}, got "before"`, { on: ['test', 'before'] }],
    ['helmHook Hook: weight: expected a whole number, got 1.5', { ...TEST, weight: 1.5 }],
    ['helmHook Hook: weight: expected a whole number, got "1"', { ...TEST, weight: '1' }],
    [`helmHook Hook: deletePolicies: expected at least one of ${policies}, got none`, { ...TEST, deletePolicies: [] }],
    [`helmHook Hook: deletePolicies[0]: expected one of ${policies}, got "now"`, { ...TEST, deletePolicies: ['now'] }],
  ])('%s', (message, hook) => {
    const build: Build = (chart) => {
      helmHook(chart, 'Hook', hook as HelmHook, () => undefined);
    };
    expect(made(build)).toThrow(new Error(message));
    expect(() => renderManifests(modelOf(build), { releaseName: 'r', namespace: 'n' })).toThrow(new Error(message));
  });

  test('one within another', () => {
    const nested = made((chart) => {
      helmHook(chart, 'Outer', TEST, (outer) => {
        when(outer, 'If', true, (inner) => {
          helmHook(inner, 'Inner', TEST, () => undefined);
        });
      });
    });
    expect(nested).toThrow('helmHook Inner: expected a scope outside of other hooks, got one in a hook');
  });

  test('one that computes with a value', () => {
    const computed = made((chart, { debug }) => {
      const flag = asBoolean(debug);
      helmHook(chart, 'Hook', flag ? TEST : { on: ['pre-install'] }, (inner) => {
        new Manifest(inner, 'Job', { ...job, metadata: { name: 'a' }, flag });
      });
    });
    expect(computed).toThrow(
      /^values\.debug: a construct computes with it while the chart is generated: Job a, metadata\.annotations\.helm\.sh\/hook is "test" in the chart and "pre-install" in plain synthesis/,
    );
  });

  test('one whose constructs compute with a value', () => {
    const computed = made((chart, { image }) => {
      helmHook(chart, 'Hook', TEST, (inner) => {
        const passed = asText(image);
        new Manifest(inner, 'Job', { ...job, metadata: { name: 'a' }, passed, size: passed.length });
      });
    });
    expect(computed).toThrow(/^values\.image: a construct computes with it/);
  });
});

/** An object that is installed, and a hook, each with a name or names. */
function both(hook: (scope: Construct, values: Handles<typeof VALUES>) => void): () => unknown {
  return made((chart, values) => {
    when(chart, 'On', values.debug, (scope) => {
      new Manifest(scope, 'Installed', { ...job, metadata: { name: interpolate`${HELM_PLACEMENT.releaseName}-a` } });
    });
    forEach(chart, 'Each', { items: values.names, type: 'string' }, (scope, name) => {
      new Manifest(scope, 'Installed', { ...job, metadata: { name } });
    });
    hook(chart, values);
  });
}

function hooked(
  scope: Construct,
  metadata: { readonly name: unknown; readonly namespace?: string },
  kind = 'Job',
): void {
  helmHook(scope, 'Hook', { on: ['pre-upgrade'] }, (inner) => {
    new Manifest(inner, 'Own', { ...job, kind, metadata: metadata as never });
  });
}

describe('a hook with the name of an object that is installed', () => {
  const own = interpolate`${HELM_PLACEMENT.releaseName}-a`;
  const message = (installed: string): string =>
    `Hook/Own: expected a name of its own, since it is a hook, got the name of ${installed}, which is installed`;

  test.each<readonly [what: string, message: string, hook: Parameters<typeof both>[0]]>([
    [
      'even if a value decides on that',
      message('On/Installed'),
      (chart) => {
        hooked(chart, { name: own });
      },
    ],
    [
      'of one item',
      message('Each/Installed'),
      (chart, { names }) => {
        forEach(chart, 'Loop', { items: names, type: 'string' }, (scope, name) => {
          hooked(scope, { name });
        });
      },
    ],
  ])('is refused: %s', (_, words, hook) => {
    expect(both(hook)).toThrow(words);
  });

  test.each<readonly [what: string, hook: Parameters<typeof both>[0]]>([
    [
      'where never both exist',
      (chart, { debug }) => {
        when(chart, 'Off', not(debug), (scope) => {
          hooked(scope, { name: own });
        });
      },
    ],
    [
      'in another namespace',
      (chart) => {
        hooked(chart, { name: own, namespace: 'other' });
      },
    ],
    [
      'of another kind',
      (chart) => {
        hooked(chart, { name: own }, 'CronJob');
      },
    ],
    [
      'for some values only',
      (chart, { image }) => {
        hooked(chart, { name: image });
      },
    ],
  ])('is allowed %s', (_, hook) => {
    expect(both(hook)).not.toThrow();
  });
});

interface TestedProps extends ChartProps {
  readonly image: string;
}

class Tested extends Chart {
  constructor(scope: Construct, id: string, props: TestedProps) {
    super(scope, id, props);
    helmHook(this, 'smoke', { on: ['test'], deletePolicies: ['hook-succeeded'] }, (inner) => {
      new Pod(inner, 'test', { containers: [{ image: props.image }] });
    });
  }
}

test('the hooks of an app are in its chart, the tests in their folder', () => {
  const files = helmChartOf(Tested, { metadata: LEAST, props: { image: 'a' }, values: { image: 'Image.' } });
  expect([...files.keys()].filter((file) => file.endsWith('.yaml') && file.startsWith('templates'))).toEqual([
    'templates/tests/test.yaml',
  ]);
  const template = files.get('templates/tests/test.yaml') ?? '';
  for (const line of [
    'helm.sh/hook: test',
    'helm.sh/hook-delete-policy: hook-succeeded',
    'image: {{ .Values.image | quote }}',
  ])
    expect(template).toContain(line);
});

test('a derived chart keeps the hooks of the larger one and adds its own, with what is fixed decided', () => {
  const larger = modelOf((chart, { image, debug }) => {
    when(chart, 'Debug', debug, (scope) => {
      helmHook(scope, 'Migrate', { on: ['pre-upgrade'], weight: 2 }, (inner) => {
        new Manifest(inner, 'Job', { ...job, metadata: { name: 'migrate' }, image });
      });
    });
  });
  const derived = deriveChart(larger, {
    metadata: LEAST,
    fixed: { image: 'own', debug: true },
    add: (chart) => {
      helmHook(chart, 'Own', TEST, (inner) => {
        new Manifest(inner, 'Pod', { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'own' } });
      });
    },
  });
  const files = renderHelmChart(derived);
  const template = files.get('templates/job.yaml') ?? '';
  expect(template).not.toContain('.Values');
  for (const line of ['helm.sh/hook: pre-upgrade', 'helm.sh/hook-weight: "2"', 'image: own'])
    expect(template).toContain(line);
  expect(files.has('templates/tests/pod.yaml')).toBe(true);
  expect([...renderManifests(derived, { releaseName: 'r', namespace: 'n' }).keys()]).toEqual(['kustomization.yaml']);
});
