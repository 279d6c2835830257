import { ApiObject, type ApiObjectProps, type Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import * as fc from 'fast-check';
import { asBoolean, asList, asMap, asNumber, asText, capture, forEach, forEachEntry } from '../../../src/engine/border';
import { symbolicObjects } from '../../../src/engine/helm';
import { requireSound } from '../../../src/engine/proof';
import {
  type Handles,
  type Section,
  bool,
  choice,
  concreteHandles,
  fillDefaults,
  int,
  labels,
  section,
  sectionList,
  sectionMap,
  text,
  textList,
} from '../../../src/engine/values';
import { partialValues } from '../../support/arbitraries';
import { isAllowed } from '../../support/drawn-sections';
import { canonical, interpret } from '../../support/manifests';
import { PROPERTIES, count as runs } from '../../support/share';

const VALUES = section('Values.', {
  name: text({ description: 'Name.', default: 'web' }),
  level: choice(['info', 'debug', 'error'], { description: 'Level.', default: 'info' }),
  count: int({ description: 'Count.', default: 2, min: 0 }),
  debug: bool({ description: 'Debug.', default: false }),
  tls: bool({ description: 'TLS.', default: true }),
  labels: labels({ description: 'Labels.', default: {} }),
  topics: textList({ description: 'Topics.', default: [] }),
});
type Values = Handles<typeof VALUES>;

function propsOf(values: Values) {
  return {
    ...{ name: asText(values.name), level: asText(values.level), count: asNumber(values.count) },
    ...{ debug: asBoolean(values.debug), tls: asBoolean(values.tls) },
    ...{ labels: asMap(values.labels), topics: asList(values.topics) },
  };
}
type Props = ReturnType<typeof propsOf>;

/** What a construct does with its props: a piece of a manifest. */
type Make = (props: Props) => unknown;

const KEYS = ['name', 'level', 'count', 'debug', 'tls', 'labels', 'topics'] as const;
const passed = fc.constantFrom(...KEYS).map(
  (key): Make =>
    (props) =>
      props[key],
);

/** Texts with props in them, as constructs build images and addresses. */
const template = fc
  .array(
    fc.constantFrom<Make>(
      ({ name }) => name,
      ({ level }) => level,
      ({ count }) => count,
      () => '-',
      () => ':',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(
    (parts): Make =>
      (props) =>
        parts.map((part) => String(part(props))).join(''),
  );

/** Whatever JavaScript does to a value. */
const computed = fc.constantFrom<Make>(
  ({ name }) => name.length,
  ({ name }) => name.toUpperCase(),
  ({ name }) => name.slice(0, 30),
  ({ name }) => name.split('.'),
  ({ name }) => name.trim(),
  ({ name }) => JSON.stringify({ name }),
  ({ name }) => encodeURIComponent(name),
  ({ name }) => Buffer.from(name).toString('base64'),
  ({ name }) => (name === '' ? 'none' : name),
  ({ name }) => name.length > 20,
  ({ level }) => level === 'debug',
  ({ level }) => ['info', 'debug', 'error'].indexOf(level),
  ({ count }) => count + 1,
  ({ count }) => count * 1000,
  ({ count }) => count / 3,
  ({ count }) => count > 2,
  ({ count }) => count.toString(16),
  ({ count }) => count % 2,
  ({ count }) => Array.from({ length: Math.min(count, 3) }, (_, i) => i),
  ({ debug }) => !debug,
  ({ debug }) => Number(debug),
  ({ debug, tls }) => debug && tls,
  ({ debug, tls }) => debug !== tls,
  ({ labels: of }) => Object.keys(of),
  ({ labels: of }) => Object.entries(of).map(([key, value]) => `${key}=${value}`),
  ({ labels: of }) => ({ ...of, count: Object.keys(of).length }),
  ({ topics }) => topics.length,
  ({ topics }) => topics.map((topic) => `${topic}!`),
  ({ topics }) => topics.join(' '),
  ({ topics }) => [...topics].reverse(),
  ({ topics }) => topics.at(0),
);

/** Constructs decide on values to build something else. */
const decided = (make: fc.Arbitrary<Make>): fc.Arbitrary<Make> =>
  fc
    .tuple(
      fc.constantFrom<(props: Props) => boolean>(
        ({ debug }) => debug,
        ({ debug, tls }) => debug && !tls,
        ({ level }) => level === 'error',
        ({ count }) => count === 0,
        ({ topics }) => topics.length > 1,
        ({ labels: of }) => Object.keys(of).length === 0,
      ),
      make,
      make,
    )
    .map(
      ([condition, yes, no]) =>
        (props) =>
          condition(props) ? yes(props) : no(props),
    );

const construct = fc.letrec<{ make: Make }>((tie) => ({
  make: fc.oneof(
    { maxDepth: 3 },
    { weight: 4, arbitrary: passed },
    { weight: 2, arbitrary: template },
    { weight: 1, arbitrary: computed },
    { weight: 1, arbitrary: decided(fc.oneof(passed, template)) },
    {
      weight: 2,
      arbitrary: fc.tuple(tie('make'), tie('make')).map(([a, b]): Make => (props) => ({ a: a(props), b: b(props) })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(tie('make'), tie('make')).map(([a, b]): Make => (props) => [a(props), 'own', b(props)]),
    },
    { weight: 1, arbitrary: tie('make').map((a): Make => (props) => ({ ...props.labels, own: 'a', more: a(props) })) },
  ),
})).make;

/** Objects in which every value is passed on too, as in most. */
function objectsOf(scope: Construct, make: Make, values: Values, name: (kind: string) => object = () => ({})): void {
  const props = propsOf(values);
  const objectWith = (kind: string, data: object): ApiObjectProps =>
    Object.assign({ data }, { apiVersion: 'example.com/v1', kind }, name(kind));
  new ApiObject(scope, 'passed', objectWith('Passed', props));
  new ApiObject(scope, 'made', objectWith('Made', { made: make(props) }));
}

/** A model that a construct is put into. */
interface Model {
  readonly values: Section;
  readonly build: (chart: Chart, values: object) => void;
}

const SETS = section('Values.', {
  sets: sectionMap(VALUES, { description: 'Sets.', default: { a: {} }, names: 'dnsLabel' }),
});
const LISTED = section('Values.', {
  list: sectionList(
    section('A set.', { ...VALUES.children, id: text({ description: 'Id.', default: 'a', format: 'dnsLabel' }) }),
    {
      description: 'Sets.',
      default: [{}],
      uniqueBy: ['id'],
    },
  ),
});

/** Where a construct gets its values. */
const MODELS: Readonly<Record<string, (make: Make) => Model>> = {
  'of the chart': (make) => ({
    values: VALUES,
    build: (chart, values) => {
      objectsOf(chart, make, values as Values);
    },
  }),
  'of each entry of a map of sections': (make) => ({
    values: SETS,
    build: (chart, values) => {
      const { sets } = values as Handles<typeof SETS>;
      forEachEntry(chart, 'Sets', sets, (inner, key, one) => {
        objectsOf(inner, make, one, () => ({ metadata: { name: asText(key) } }));
      });
    },
  }),
  'of each item of a list of sections': (make) => ({
    values: LISTED,
    build: (chart, values) => {
      const { list } = values as Handles<typeof LISTED>;
      forEach(chart, 'List', list, (inner, { id, ...one }) => {
        objectsOf(inner, make, one, () => ({ metadata: { name: asText(id) } }));
      });
    },
  }),
};

const PLACE = { releaseName: 'r', namespace: 'n' };

/** Why a model is refused, if it is. */
function refusalOf(model: Model): string | undefined {
  try {
    requireSound(model, symbolicObjects(model));
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const NAMES_IT =
  /values\.(name|level|count|debug|tls|labels|topics|sets|list)\b|changed a symbolic value|is a (map|list)|cannot be|items one by one/;

test.each(Object.entries(MODELS))(
  'a random construct that gets values %s gives the same chart and plain synthesis, or is refused in one line',
  (_, modelOf) => {
    const seen = { equal: 0, refused: 0 };
    const { values: declared } = modelOf(() => ({}));
    const values = partialValues(declared, 0.7).filter((given) => isAllowed(declared, given));
    fc.assert(
      fc.property(construct, fc.array(values, { minLength: 5, maxLength: 5 }), (make, drawn) => {
        const model = modelOf(make);
        const refusal = refusalOf(model);
        if (refusal !== undefined) {
          seen.refused++;
          expect(refusal).toMatch(NAMES_IT);
          expect(refusal).not.toContain('\n');
          return;
        }
        seen.equal++;
        const symbolic = symbolicObjects(model);
        for (const given of drawn) {
          const environment = { values: fillDefaults(declared, given), builtins: PLACE };
          const plain = capture((chart) => {
            model.build(chart, concreteHandles(declared, given));
          }, PLACE);
          expect(canonical(interpret(plain, environment))).toBe(canonical(interpret(symbolic, environment)));
        }
      }),
      { ...PROPERTIES, numRuns: runs({ few: 40, many: 1000 }) },
    );
    expect(seen.equal).toBeGreaterThan(seen.refused / 8);
    expect(seen.refused).toBeGreaterThan(seen.equal / 8);
  },
);
