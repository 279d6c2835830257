import type { Chart } from 'cdk8s';
import { type Expr, type Placement, requireFunction, requireMap } from '../expr';
import type { Files } from '../output';
import {
  type Children,
  type Handles,
  type Section,
  type ValuesFile,
  handlesIn,
  narrow,
  requireSection,
  withRules,
} from '../values';
import type { HelmChartProps } from './chart';
import type { ChartMetadata } from './metadata';

/** What a chart of one's own makes of a larger one. */
export interface DerivedChartProps<C extends Children, O extends Children> {
  /** What its Chart.yaml says. */
  readonly metadata: ChartMetadata;
  /**
   * Values of the larger chart that nobody can set any more, as in a values file.
   *
   * @default - none
   */
  readonly fixed?: object;
  /**
   * Paths of the values, or sections of values, that can still be set, such as `coderd.replicas`. All others are fixed, to their defaults if
   * `fixed` does not say otherwise.
   *
   * @default - all that `fixed` does not name
   */
  readonly open?: readonly string[];
  /**
   * Values of its own, beside those of the larger chart.
   *
   * @default - none
   */
  readonly values?: Section<O>;
  /**
   * Makes objects of its own, beside those of the larger chart.
   *
   * @param own the handles of its own values
   * @param base the handles of all values of the larger chart; those that are fixed are known
   * @default - none
   */
  readonly add?: (
    chart: Chart,
    own: Handles<Section<O>>,
    base: Handles<Section<C>>,
    placement: Placement<Expr<string>>,
  ) => void;
  /**
   * More files, such as `README.md`.
   *
   * @default - none: those of the larger chart speak of all its values
   */
  readonly files?: Files;
  /**
   * True if CustomResourceDefinitions go to the folder `crds` of the chart, as in `HelmChartProps`.
   *
   * @default - as in the larger chart
   */
  readonly hasCrdsFolder?: boolean;
}

/**
 * A smaller chart out of a larger one: some values are fixed, and what depends on them alone is decided. Its other values, their rules and
 * the notes stay. `renderHelmChart` and `renderManifests` take it like any other.
 *
 * @throws ValuesError when a fixed value is refused, or `open` names no value, or one that is fixed.
 * @throws Error when a value of its own is called like one of the larger chart.
 */
export function deriveChart<C extends Children, O extends Children = Children>(
  base: HelmChartProps<C>,
  props: DerivedChartProps<C, O>,
): HelmChartProps<Children> {
  requireMap('deriveChart: base', base);
  requireMap('deriveChart: props', props);
  const { metadata, fixed = {}, open, add, files, values: own } = props;
  requireMap('metadata', metadata);
  requireSection('base.values', base.values);
  if (add !== undefined) requireFunction('add', add);
  const { values: left, handles } = narrow(base.values, fixed as ValuesFile, open);
  const { notes, hasCrdsFolder = false } = base;
  return {
    metadata,
    values: { ...withOwn(left, own), description: `Values of the chart "${metadata.name}".` },
    build: (chart, given, placement) => {
      const all = handles(given);
      base.build(chart, all, placement);
      add?.(chart, (own === undefined ? {} : handlesIn(own, given)) as Handles<Section<O>>, all, placement);
    },
    ...(notes === undefined ? {} : { notes: (given) => notes(handles(given)) }),
    ...(files === undefined ? {} : { files }),
    hasCrdsFolder: props.hasCrdsFolder ?? hasCrdsFolder,
  };
}

/** The values of a chart and its own, with the rules of both. */
function withOwn(left: Section, own: Section | undefined): Section {
  if (own === undefined) return left;
  requireSection('values', own);
  const twice = Object.keys(own.children).find((key) => Object.hasOwn(left.children, key));
  if (twice !== undefined)
    throw new Error(`values.${twice}: expected another name, since the larger chart has such a value`);
  const both: Section = { ...left, children: { ...left.children, ...own.children } };
  return withRules(both, (given) => [...(left.rules?.(given) ?? []), ...(own.rules?.(given) ?? [])]);
}
