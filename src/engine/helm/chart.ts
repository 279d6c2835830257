import type { Chart } from 'cdk8s';
import { type CapturedObject, type Model, capture } from '../border';
import {
  type Expr,
  HELM_PLACEMENT,
  type Loop,
  isExpr,
  literalOf,
  requireFunction,
  requireGiven,
  requireMap,
} from '../expr';
import { requireSound, withCulprit } from '../proof';
import { FILE_LIST, type Files, printYaml } from '../output';
import { type Children, type Handles, type Section, requireSection, symbolicHandles, valuesSchema } from '../values';
import { printIf, printMap, printRange } from './block';
import type { GoSyntax, PrintContext } from './context';
import { crdFiles, isDefinition } from './crds';
import { templateFiles } from './file-names';
import { type ChartMetadata, printChartYaml } from './metadata';
import { defaultsTemplate } from './defaults';
import { ChartHelpers, templatePrefix } from './helpers';
import { asIncluded, hoist } from './hoist';
import { printInline } from './inline';
import { type RefusedKeys, refusingKeys } from './refused-keys';
import { printSchema } from './schema-json';
import { openToSubcharts } from './subcharts';
import { GO_SYNTAX } from './syntax';
import { printValuesYaml } from './values-yaml';

/** A Helm chart to be made of a cdk8s model. */
export interface HelmChartProps<C extends Children> extends Model<C> {
  /** What Chart.yaml says. */
  readonly metadata: ChartMetadata;
  /**
   * Text that `helm install` prints at the end.
   *
   * @default - none
   */
  readonly notes?: (values: Handles<Section<C>>) => Expr<string>;
  /**
   * More files of the chart, by path, such as `README.md`.
   *
   * @default - none
   */
  readonly files?: Files;
  /**
   * True if CustomResourceDefinitions go to the folder `crds` of the chart, which can hold no values: Helm makes them before all other objects,
   * and never changes or deletes them.
   *
   * @default false: they are templates, which Helm changes and deletes like any other
   */
  readonly hasCrdsFolder?: boolean;
  /**
   * True where tests compare the model with plain synthesis more thoroughly than is done here.
   *
   * @internal
   */
  readonly isProven?: boolean;
  /**
   * Keys that the chart does not have, by path, each with what Helm says of it.
   *
   * @internal
   */
  readonly refusedKeys?: RefusedKeys;
  /**
   * How Go templates are written.
   *
   * @internal
   */
  readonly syntax?: GoSyntax;
}

/** The objects of a model whose values only Helm knows. */
export function symbolicObjects<C extends Children>(model: Model<C>): readonly CapturedObject[] {
  const values = symbolicHandles(model.values);
  const build = (chart: Chart): void => {
    model.build(chart, values, HELM_PLACEMENT);
  };
  try {
    return capture(build, HELM_PLACEMENT, { hasHooks: true });
  } catch (error) {
    throw withCulprit(model, error);
  }
}

/**
 * Turns a cdk8s model into the files of a parameterised Helm chart.
 *
 * @throws when a construct reads a symbolic value while the chart is generated, or computes with one.
 */
export function renderHelmChart<C extends Children>(props: HelmChartProps<C>): Files {
  checkProps(props);
  const { metadata, values, syntax = GO_SYNTAX, refusedKeys = new Map<string, string>() } = props;
  const prefix = templatePrefix(metadata.name);
  const helpers = new ChartHelpers(metadata.name);
  const context: PrintContext = { syntax, helpers, root: '.', variables: {}, named: asIncluded };
  const objects = symbolicObjects(props);
  if (props.isProven !== true) requireSound(props, objects);
  const definitions = props.hasCrdsFolder === true ? objects.filter(isDefinition) : [];
  const templates = templateFiles(objects.filter((object) => !definitions.includes(object))).map(
    ([file, object]) => [file, printTemplate(object, prefix, context)] as const,
  );
  const notes = props.notes?.(symbolicHandles(values));
  requireGiven(
    notes === undefined || isExpr(notes),
    'notes',
    'a function that returns a value of the algebra',
    props.notes,
  );
  return new Map([
    ['Chart.yaml', printChartYaml(metadata)],
    ['values.yaml', printValuesYaml(values, metadata.version)],
    ['values.schema.json', printSchema(refusingKeys(openToSubcharts(valuesSchema(values), metadata), refusedKeys))],
    ['.helmignore', HELMIGNORE],
    ...crdFiles(definitions),
    ...templates,
    ...(notes === undefined ? [] : [['templates/NOTES.txt', printNotes(notes, prefix, context)] as const]),
    ['templates/_defaults.tpl', defaultsTemplate(prefix, values, context, printYaml)],
    ['templates/_helpers.tpl', helpers.print()],
    ...helpers.files,
    ...(props.files ?? []),
  ]);
}

// Helm 4 keeps a newline at the end of a rendered template and Helm 3 does not, so there is none.
const NO_NEWLINE = '{{- /* end */ -}}';

function printTemplate(object: CapturedObject, prefix: string, context: PrintContext): string {
  const body = printLooped(object, object.loops, context);
  return `${[includeDefaults(prefix), ...body].join('\n')}\n`.replace(/\{\{- end \}\}\n$/, '{{- end -}}\n');
}

/** Each round of a loop makes a document. */
function printLooped(
  object: CapturedObject,
  [loop, ...inner]: readonly Loop[],
  context: PrintContext,
): readonly string[] {
  if (loop === undefined) return printObject(object, context);
  return printRange(loop, 0, context, (inside) => printLooped(object, inner, inside));
}

function printObject({ tree, condition, loops }: CapturedObject, context: PrintContext): readonly string[] {
  const { variables, lines: printed } = hoist((inner) => printMap(tree, 0, inner), context);
  const start = loops.length > 0 ? ['---'] : [];
  const lines = [...start, ...variables.map((variable) => `{{- ${variable} }}`), ...printed];
  if (literalOf(condition) !== true) return printIf(condition, lines, 0, context);
  return loops.length > 0 ? lines : [...lines, NO_NEWLINE];
}

function printNotes(notes: Expr<string>, prefix: string, context: PrintContext): string {
  return `${includeDefaults(prefix)}\n${printInline(notes, context).trimEnd()}\n`;
}

function includeDefaults(prefix: string): string {
  return `{{- include "${prefix}.defaults" . }}`;
}

const HELMIGNORE = `# Not part of a packaged chart.
.git/
.DS_Store
${FILE_LIST}
*.tgz
*.swp
`;

/** What only a program without types gives. */
function checkProps<C extends Children>(props: HelmChartProps<C>): void {
  requireMap('renderHelmChart: props', props);
  requireMap('metadata', props.metadata);
  requireSection('values', props.values);
  requireFunction('build', props.build);
  if (props.notes !== undefined) requireFunction('notes', props.notes);
  const { hasCrdsFolder = false } = props;
  requireGiven(typeof hasCrdsFolder === 'boolean', 'hasCrdsFolder', 'true or false', hasCrdsFolder);
  if (props.files !== undefined) requireGiven(props.files instanceof Map, 'files', 'a Map of texts', props.files);
}
