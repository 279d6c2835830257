import type { Chart } from 'cdk8s';
import { type CapturedObject, capture } from '../border';
import { type Expr, HELM_PLACEMENT, literalOf } from '../expr';
import { type Children, type Handles, type Section, defaultsOf, symbolicHandles, valuesSchema } from '../values';
import { printIf, printMap } from './block';
import type { PrintContext } from './expression';
import { templateFiles } from './file-names';
import { ChartHelpers, defaultsTemplate } from './helpers';
import { printInline } from './inline';
import { printSchema } from './schema-json';
import { GO_SYNTAX, type GoSyntax } from './syntax';
import { printValuesYaml, printYaml } from './values-yaml';

/** A file's path in the chart, and its text. */
export type ChartFiles = ReadonlyMap<string, string>;

/** What a Helm chart says of itself; see https://helm.sh/docs/topics/charts/#the-chartyaml-file. */
export interface ChartMetadata {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly appVersion?: string;
  readonly kubeVersion?: string;
  readonly home?: string;
  readonly sources?: readonly string[];
  readonly keywords?: readonly string[];
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Helm chart to be made of a cdk8s model. */
export interface HelmChartProps<C extends Children> {
  readonly metadata: ChartMetadata;
  /** The values that an installer may set. */
  readonly values: Section<C>;
  /** Builds the model; `values` are expressions, or tokens of them for constructs that take plain props. */
  readonly build: (chart: Chart, values: Handles<Section<C>>) => void;
  /** Text that `helm install` prints at the end. */
  readonly notes?: (values: Handles<Section<C>>) => Expr<string>;
  /** More files, such as a README. */
  readonly files?: ChartFiles;
  /** How Go templates are written. */
  readonly syntax?: GoSyntax;
}

/** The objects of a model whose values only Helm knows. */
export function symbolicObjects<C extends Children>(
  props: Pick<HelmChartProps<C>, 'values' | 'build'>,
): readonly CapturedObject[] {
  const values = symbolicHandles(props.values);
  return capture((chart) => {
    props.build(chart, values);
  }, HELM_PLACEMENT);
}

/**
 * Turns a cdk8s model into the files of a parameterised Helm chart.
 *
 * @throws when a construct reads a symbolic value while the chart is generated.
 */
export function renderHelmChart<C extends Children>(props: HelmChartProps<C>): ChartFiles {
  const { metadata, values, syntax = GO_SYNTAX } = props;
  const helpers = new ChartHelpers(metadata.name);
  const context: PrintContext = { syntax, helpers, root: '.', variables: {} };
  const objects = symbolicObjects(props);
  const templates = templateFiles(objects).map(
    ([file, object]) => [file, printTemplate(object, metadata.name, context)] as const,
  );
  const notes = props.notes?.(symbolicHandles(values));
  return new Map([
    ['Chart.yaml', printChartYaml(metadata)],
    ['values.yaml', printValuesYaml(values)],
    ['values.schema.json', printSchema(valuesSchema(values))],
    ['.helmignore', HELMIGNORE],
    ...templates,
    ...(notes === undefined ? [] : [['templates/NOTES.txt', printNotes(notes, metadata.name, context)] as const]),
    ['templates/_defaults.tpl', defaultsTemplate(metadata.name, defaultsOf(values), printYaml)],
    ['templates/_helpers.tpl', helpers.print()],
    ...helpers.files,
    ...(props.files ?? []),
  ]);
}

// Helm 4 keeps a newline at the end of a rendered template and Helm 3 does not, so there is none.
const NO_NEWLINE = '{{- /* end */ -}}';

function printTemplate(object: CapturedObject, chart: string, context: PrintContext): string {
  const lines = printMap(object.tree, 0, context);
  const isAlways = literalOf(object.condition) === true;
  const body = isAlways ? [...lines, NO_NEWLINE] : printIf(object.condition, lines, 0, context);
  return `${[includeDefaults(chart), ...body].join('\n')}\n`.replace(/\{\{- end \}\}\n$/, '{{- end -}}\n');
}

function printNotes(notes: Expr<string>, chart: string, context: PrintContext): string {
  return `${includeDefaults(chart)}\n${printInline(notes, context).trimEnd()}\n`;
}

function includeDefaults(chart: string): string {
  return `{{- include "${chart}.defaults" . }}`;
}

function printChartYaml(metadata: ChartMetadata): string {
  const { name, version, description, ...rest } = metadata;
  return printYaml({ apiVersion: 'v2', name, description, type: 'application', version, ...rest });
}

const HELMIGNORE = `# Not part of a packaged chart.
.git/
.DS_Store
*.tgz
*.swp
`;
