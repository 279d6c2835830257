import type { Chart } from 'cdk8s';
import { type ChartClass, asBoolean, asList, asMap, asNumber, asText, released } from '../border';
import {
  type Expr,
  HELM_PLACEMENT,
  type Json,
  isExpr,
  requireFunction,
  requireGiven,
  requireMap,
  shown,
} from '../expr';
import type { Files } from '../output';
import {
  type Children,
  type Leaf,
  type Section,
  annotations,
  bool,
  int,
  isMap,
  number,
  section,
  text,
  textList,
} from '../values';
import { renderHelmChart } from './chart';
import type { ChartMetadata } from './metadata';

/** What a prop may be that a value can be given for. */
export type PropValue = string | number | boolean | readonly string[] | Readonly<Record<string, string>>;

/** A declaration of a value for a prop of this type. */
export type PropDeclaration<T> = Section | ([T] extends [readonly (infer I)[]] ? Leaf<readonly I[]> : Leaf<T>);

/**
 * Which props are values: by prop, what it is for, in one sentence; or a function that declares it with the kit, given what the prop is.
 */
export type PropValues<P> = {
  readonly [K in keyof P]?:
    | ((usual: NonNullable<P[K]>) => PropDeclaration<NonNullable<P[K]>>)
    | (NonNullable<P[K]> extends PropValue ? string : never);
};

/** A Helm chart to be made of a chart of a cdk8s app. */
export interface HelmChartOfProps<P> {
  /** What Chart.yaml says. */
  readonly metadata: ChartMetadata;
  /** The props that the app gives the chart: those of values are the defaults. */
  readonly props: P;
  /** Which of them an installer may set. */
  readonly values: PropValues<P>;
  /**
   * Id of the chart in its app, where its constructs read it.
   *
   * @default - the name of the Helm chart
   */
  readonly id?: string;
  /**
   * More files of the Helm chart, by path, such as `README.md`.
   *
   * @default - none
   */
  readonly files?: Files;
  /**
   * True if CustomResourceDefinitions go to the folder `crds` of the Helm chart, as in `HelmChartProps`.
   *
   * @default false
   */
  readonly hasCrdsFolder?: boolean;
}

/**
 * Turns a chart of a cdk8s app into the files of a parameterised Helm chart. Its objects are named after the release; those to which it gives
 * names keep them.
 *
 * @throws Error of one line: for a prop that no value can be declared for, or that a construct computes with.
 */
export function helmChartOf<P extends object>(ChartOfApp: ChartClass<P>, options: HelmChartOfProps<NoInfer<P>>): Files {
  requireFunction('helmChartOf: chart', ChartOfApp);
  requireMap('helmChartOf: props', options);
  requireMap('metadata', options.metadata);
  const { metadata, props, id = metadata.name, files = new Map<string, string>(), hasCrdsFolder = false } = options;
  requireGiven(typeof id === 'string' && id !== '', 'helmChartOf: id', 'a text, or one in metadata.name', id);
  const Released = released(ChartOfApp, HELM_PLACEMENT.releaseName);
  const build = (chart: Chart, handles: object): void => {
    new Released(chart, id, Object.assign({}, props, tokensIn(props, handles)));
  };
  const values = section(`Values of the chart "${metadata.name}".`, declared(props, options.values));
  return renderHelmChart({ metadata, values, build, files, hasCrdsFolder });
}

function declared<P extends object>(props: P, values: PropValues<P>): Children {
  requireMap('props', props);
  requireMap('values', values);
  const entries = Object.entries(values).map(([prop, declaration]) => {
    const usual: unknown = Reflect.get(props, prop);
    return [
      prop,
      typeof declaration === 'function' ? (declaration as Declare)(usual) : usually(prop, declaration, usual),
    ];
  });
  return Object.fromEntries(entries) as Children;
}

type Declare = (usual: unknown) => Leaf | Section;

/** The value of a prop that is described, of the kind that the prop is. */
function usually(prop: string, description: unknown, usual: unknown): Leaf {
  requireGiven(
    typeof description === 'string',
    `values.${prop}`,
    'a description, or a function that declares the value',
    description,
  );
  const about = { description: String(description) };
  if (typeof usual === 'string') return text({ ...about, default: usual });
  if (typeof usual === 'boolean') return bool({ ...about, default: usual });
  if (typeof usual === 'number')
    return Number.isInteger(usual) ? int({ ...about, default: usual }) : number({ ...about, default: usual });
  if (Array.isArray(usual) && usual.every(isText)) return textList({ ...about, default: usual });
  if (isMap(usual) && Object.values(usual).every(isText))
    return annotations({ ...about, default: usual as Record<string, string> });
  throw new Error(
    `props.${prop}: expected a text, a number, true or false, a list or a map of texts, as it is a value, got ${shown(usual)}; declare it with a function, such as () => values.text(...)`,
  );
}

function isText(given: Json): given is string {
  return typeof given === 'string';
}

/** Props for handles: those of a section are put among the props that the app gives there. */
function tokensIn(props: unknown, handles: object): object {
  const entries = Object.entries(handles).map(([key, handle]: [string, unknown]) => {
    const given: unknown =
      isMap(props) || typeof props === 'object' ? Reflect.get(Object(props) as object, key) : undefined;
    return [
      key,
      isExpr(handle) ? tokenOf(handle) : { ...(given as object | undefined), ...tokensIn(given, handle as object) },
    ];
  });
  return Object.fromEntries(entries) as object;
}

function tokenOf(handle: Expr): unknown {
  if (handle.type === 'boolean') return asBoolean(handle as Expr<boolean>);
  if (handle.type === 'map') return asMap(handle as Expr<Record<string, string>>);
  if (handle.type === 'list') return asList(handle as Expr<string[]>);
  return handle.type === 'string' ? asText(handle as Expr<string>) : asNumber(handle as Expr<number>);
}
