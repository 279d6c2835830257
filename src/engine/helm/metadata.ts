import type { Json } from '../expr';
import { printYaml } from '../output';
import { ValuesError } from '../values';

/**
 * What Chart.yaml says of a chart.
 *
 * @see https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export interface ChartMetadata {
  /** Name of the chart, in lower case, such as `my-chart`. Its named templates begin with it. */
  readonly name: string;
  /** Version of the chart, as SemVer 2 has it, such as `1.2.3`. */
  readonly version: string;
  /** What the chart installs, in one sentence. */
  readonly description: string;
  /**
   * Version of what is installed, in any form.
   *
   * @default - not said
   */
  readonly appVersion?: string;
  /**
   * Releases of Kubernetes that it installs on, as a range of SemVer, such as `>=1.28.0-0`.
   *
   * @default - any
   */
  readonly kubeVersion?: string;
  /**
   * URL of the project's page.
   *
   * @default - not said
   */
  readonly home?: string;
  /**
   * URL of an SVG or PNG picture.
   *
   * @default - none
   */
  readonly icon?: string;
  /**
   * URLs of the source code.
   *
   * @default - none
   */
  readonly sources?: readonly string[];
  /**
   * Words by which it is found.
   *
   * @default - none
   */
  readonly keywords?: readonly string[];
  /**
   * Who looks after it.
   *
   * @default - nobody is named
   */
  readonly maintainers?: readonly ChartMaintainer[];
  /**
   * Charts that are installed with it. Their values are accepted under their name or alias, and checked by themselves.
   *
   * @default - none
   */
  readonly dependencies?: readonly ChartDependency[];
  /**
   * Annotations for other tools, such as `artifacthub.io/changes`.
   *
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** Somebody who looks after a chart. */
export interface ChartMaintainer {
  /** Name of a person or an organization. */
  readonly name: string;
  /**
   * Address of mail.
   *
   * @default - not said
   */
  readonly email?: string;
  /**
   * URL of a page.
   *
   * @default - not said
   */
  readonly url?: string;
}

/**
 * A chart that is installed with another. `helm dependency update` gets it; without that, Helm refuses to install.
 *
 * @see https://helm.sh/docs/topics/charts/#chart-dependencies
 */
export interface ChartDependency {
  /** Name of the chart. */
  readonly name: string;
  /** Version of the chart, or a range of SemVer such as `^1.2.0`. */
  readonly version: string;
  /**
   * Where the chart is: `https://...`, `oci://...`, `file://...`, or a repository of `helm repo` as `@name`.
   *
   * @default - in the folder `charts` of this chart
   */
  readonly repository?: string;
  /**
   * Key of its values, instead of its name; needed where one chart is a dependency twice.
   *
   * @default - its name
   */
  readonly alias?: string;
  /**
   * Path of a value that switches it off, such as `database.enabled`.
   *
   * @default - always installed
   */
  readonly condition?: string;
  /**
   * Tags by which `tags` in the values switches several at once.
   *
   * @default - none
   */
  readonly tags?: readonly string[];
}

/** https://helm.sh/docs/chart_best_practices/conventions/#chart-names */
const NAME = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** https://semver.org/spec/v2.0.0.html#backusnaur-form-grammar-for-valid-semver-versions */
const SEMVER =
  /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*)(\.(0|[1-9]\d*|\d*[A-Za-z-][\dA-Za-z-]*))*)?(\+[\dA-Za-z-]+(\.[\dA-Za-z-]+)*)?$/;

/**
 * The text of Chart.yaml.
 *
 * @throws ValuesError when Helm would refuse the name or the version.
 */
export function printChartYaml(metadata: ChartMetadata): string {
  requireText('name', metadata.name, NAME, 'lower case letters, digits and -, such as "my-chart"');
  requireText('version', metadata.version, SEMVER, 'a version of SemVer 2 such as "1.2.3"');
  const { name, description, version, appVersion, kubeVersion } = metadata;
  const { home, icon, sources, keywords, maintainers, dependencies, annotations } = metadata;
  const fields = {
    apiVersion: 'v2',
    name,
    description,
    type: 'application',
    version,
    appVersion,
    kubeVersion,
    home,
    icon,
    sources,
    keywords,
    maintainers: maintainers?.map((one) => given({ name: one.name, email: one.email, url: one.url })),
    dependencies: dependencies?.map(printDependency),
    annotations,
  };
  return printYaml(given(fields));
}

function requireText(field: string, text: string, allowed: RegExp, expected: string): void {
  if (!allowed.test(text)) throw new ValuesError([{ path: `metadata.${field}`, expected, got: JSON.stringify(text) }]);
}

function printDependency({ name, version, repository, alias, condition, tags }: ChartDependency): Json {
  return given({ name, version, repository, alias, condition, tags });
}

function given(fields: Readonly<Record<string, Json | undefined>>): Json {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, Json] => entry[1] !== undefined));
}
