import { type Chart } from 'cdk8s';
import { asBoolean, asList, asMap, asNumber, asText } from '../../src/engine/border';
import { type Expr, toExpr } from '../../src/engine/expr';
import { renderHelmChart } from '../../src/engine/helm';
import { renderManifests } from '../../src/engine/synth';
import { type Leaf, annotations, bool, concreteHandles, int, section, text, textList } from '../../src/engine/values';
import type { Exports, Kind, Trial } from './trials';

/** A prop that was given a value of a chart: the chart, and the plain manifests for a value; or why there is no chart. */
export type Verdict =
  | { readonly refusal: string }
  | {
      readonly chart: ReadonlyMap<string, string>;
      readonly manifests: ReadonlyMap<string, string>;
      readonly given: object;
    };

const description = 'A value.';

/** A declaration, a value that is not its default, and how a construct takes it. */
const KINDS: Readonly<
  Record<Kind, { readonly leaf: Leaf; readonly given: unknown; readonly take: (value: Expr) => unknown }>
> = {
  text: {
    leaf: text({ description, default: 'usual' }),
    given: ' "odd": {{ .value }} #1',
    take: (value) => asText(value as Expr<string>),
  },
  name: {
    leaf: text({ description, default: 'usual', format: 'dnsLabel' }),
    given: '0x10',
    take: (value) => asText(value as Expr<string>),
  },
  number: {
    leaf: int({ description, default: 2, min: 1, max: 60000 }),
    given: 7,
    take: (value) => asNumber(value as Expr<number>),
  },
  flag: {
    leaf: bool({ description, default: false }),
    given: true,
    take: (value) => asBoolean(value as Expr<boolean>),
  },
  map: {
    leaf: annotations({ description, default: {} }),
    given: { 'example.com/odd': 'a: {{ b }}' },
    take: (value) => asMap(value as Expr<Record<string, string>>),
  },
  list: {
    leaf: textList({ description, default: [] }),
    given: ['a: b', '{{ c }}'],
    take: (value) => asList(value as Expr<string[]>),
  },
};

/** The one value of the chart of a prop. */
export const VALUE = 'prop';

/** Gives a prop of a construct a value that only Helm knows, and the same value plainly. */
export function judge({ make }: Trial, prop: string, kind: Kind, exports: Exports): Verdict {
  const { leaf, given, take } = KINDS[kind];
  const values = section('Values.', { [VALUE]: leaf });
  const build = (chart: Chart, handles: object): void => {
    make(exports, chart, prop, take(toExpr(Reflect.get(handles, VALUE) as Expr)));
  };
  try {
    const metadata = { name: 'sample', version: '0.1.0', description: 'A sample' };
    const chart = renderHelmChart({ metadata, values, build });
    const known = concreteHandles(values, { [VALUE]: given });
    const manifests = renderManifests(
      (chart_) => {
        build(chart_, known);
      },
      { releaseName: 'sample', namespace: 'sample' },
    );
    return { chart, manifests, given: { [VALUE]: given } };
  } catch (error) {
    return { refusal: (error as Error).message };
  }
}
