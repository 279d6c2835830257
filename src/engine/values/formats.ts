import { OR_EMPTY } from './definitions';
import { ANY_TEXT, type JsonSchema } from './schema';

/** A kind of text with a grammar. */
export interface Format {
  /** Regular expression, without anchors; alternatives are in brackets. */
  readonly pattern: string;
  /** Regular expression of it that is too long for a schema: the checks of values and the templates ask for it. */
  readonly exact?: string;
  /** True for a network, which has no bit set after its prefix. */
  readonly network?: boolean;
  /** What a message calls it. */
  readonly title: string;
  /** Least number of characters, where the pattern does not say it. */
  readonly minLength?: number;
  /** Greatest number of characters. */
  readonly maxLength?: number;
}

/** Name of a grammar of texts of Kubernetes, Prometheus or OCI. */
export type FormatName =
  | 'dnsLabel'
  | 'dnsSubdomain'
  | 'portName'
  | 'labelValue'
  | 'labelKey'
  | 'variableName'
  | 'quantity'
  | 'duration'
  | 'jobName'
  | 'word'
  | 'url'
  | 'alertLabelName'
  | 'alertText'
  | 'imageRegistry'
  | 'imageRepository'
  | 'imageTag'
  | 'imageDigest'
  | 'imageReference'
  | 'secretKey'
  | 'hostOrAddress'
  | 'wildcardHost'
  | 'cidr'
  | 'ipAddress';

const LABEL = '[a-z0-9]+(-+[a-z0-9]+)*';
const SUBDOMAIN = '[a-z0-9]+((-+|\\.)[a-z0-9]+)*';
/** Characters of lines, but for the brace that opens a template. */
const PLAIN = '[^\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\uFEFF\uFFFE\uFFFF{]';

/** What Prometheus fills in: a label or the value, through functions of one argument. */
const FILLED_IN =
  '\\{\\{ *\\$(labels\\.[a-zA-Z_][a-zA-Z0-9_]*|value)( *\\| *(humanize(1024|Duration|Percentage)?|title|to(Upp|Low)er|strip(Port|Domain)))* *\\}\\}';

const BYTE = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
const IPV4 = `${BYTE}(\\.${BYTE}){3}`;
const GROUP = '[0-9a-fA-F]{1,4}';
/** Eight groups, of which `::` stands for one or more that are 0. */
const IPV6 = `(${[
  `(${GROUP}:){7}${GROUP}`,
  ...[1, 2, 3, 4, 5, 6].map((before) => `(${GROUP}:){${String(before)}}(:${GROUP}){1,${String(7 - before)}}`),
  `(${GROUP}:){1,7}:`,
  `:((:${GROUP}){1,7}|:)`,
].join('|')})`;

const QUALIFIED = '[A-Za-z0-9]+([-_.]+[A-Za-z0-9]+)*';

/**
 * Formats of Kubernetes, Prometheus and OCI.
 *
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
 * @see https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#syntax-and-character-set
 * @see https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.Duration
 * @see https://prometheus.io/docs/concepts/data_model/#metric-names-and-labels
 * @see https://prometheus.io/docs/prometheus/latest/configuration/template_reference/
 */
export const FORMATS = {
  dnsLabel: { pattern: LABEL, title: 'a DNS label (a-z, 0-9, -)', maxLength: 63 },
  dnsSubdomain: { pattern: SUBDOMAIN, title: 'a DNS name (a-z, 0-9, -, .)', maxLength: 253 },
  portName: { pattern: LABEL, title: 'a port name (a-z, 0-9, -)', maxLength: 15 },
  labelValue: { pattern: `(${QUALIFIED})?`, title: 'a label value (letters, digits, -_.)', maxLength: 63 },
  labelKey: {
    pattern: `(${SUBDOMAIN}/)?([A-Za-z0-9][-\\w.]{0,61})?[A-Za-z0-9]`,
    title: 'a label key, name or prefix/name of letters, digits, -_.',
    maxLength: 317,
  },
  variableName: {
    pattern: '[-._a-zA-Z][-.\\w]*',
    title: 'a variable name (letters, digits, -._)',
    maxLength: 253,
  },
  quantity: {
    // Of an exponent with more digits Kubernetes computes the number, which takes it minutes, and Prometheus refuses it.
    pattern: '([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([numkMGTPE]|[KMGTPE]i|[eE][-+]?[0-9]{1,2})?',
    title: 'a quantity such as "500m" or "1Gi"',
    maxLength: 32,
  },
  duration: {
    // With fewer digits than overflow the 292 years of Go.
    pattern: '(0|([0-9]{1,2}y)?([0-9]{1,3}w)?([0-9]{1,4}d)?([0-9]{1,5}h)?([0-9]{1,7}m)?([0-9]{1,8}s)?([0-9]{1,10}ms)?)',
    title: 'a Prometheus duration such as "30s"',
    minLength: 1,
    maxLength: 32,
  },
  jobName: {
    pattern: '[-\\w.:/]+',
    title: 'a job of Prometheus (letters, digits, -_.:/)',
    maxLength: 253,
  },
  word: { pattern: '[A-Za-z0-9][-\\w.]*', title: 'a word (letters, digits, -_.)', maxLength: 63 },
  url: {
    pattern: "https?://[-A-Za-z0-9.]+(:[0-9]{1,5})?(/[-A-Za-z0-9._~%!$&'()*+,;=:@]+)*",
    title: 'a URL without a slash at its end',
    maxLength: 2000,
  },
  alertLabelName: {
    pattern: '_?[a-zA-Z]\\w*',
    title: 'a label name of Prometheus (letters, digits, _)',
    maxLength: 128,
  },
  alertText: {
    pattern: `(\\{?${PLAIN}|${FILLED_IN})*\\{?`,
    minLength: 1,
    title: 'a text, with braces only as in "{{ $labels.pod }}"',
    maxLength: 4096,
  },
  imageRegistry: {
    pattern: '[A-Za-z0-9][-A-Za-z0-9.]*(:[0-9]+)?(/[-a-z0-9._/]*[a-z0-9])?',
    title: 'a registry host',
    maxLength: 253,
  },
  imageRepository: {
    pattern: '[a-z0-9]+([-._/]+[a-z0-9]+)*',
    title: 'an image repository (a-z, 0-9, -._/)',
    maxLength: 255,
  },
  imageTag: { pattern: QUALIFIED, title: 'an image tag, in quotes', maxLength: 128 },
  imageDigest: { pattern: 'sha256:[a-f0-9]{64}', title: 'a digest "sha256:<64 hex digits>"', maxLength: 71 },
  imageReference: {
    pattern: '[A-Za-z0-9]+([-._:/]+[A-Za-z0-9]+)*(@sha256:[a-f0-9]{64})?',
    title: 'an image such as "docker.io/coderenvs/envbox:1.36.2"',
    maxLength: 512,
  },
  secretKey: { pattern: '[-_A-Za-z0-9][-\\w.]*', title: 'a key of a Secret (letters, digits, -._)', maxLength: 253 },
  hostOrAddress: { pattern: '[\\w:]([-\\w.:]*\\w)?', title: 'a host name or an IP address', maxLength: 253 },
  wildcardHost: {
    pattern: `\\*[-a-z0-9]*(\\.${LABEL})+`,
    title: 'a wildcard host such as "*.dev.example.com"',
    maxLength: 253,
  },
  cidr: {
    pattern: '[0-9a-fA-F.:]+/[0-9]{1,3}',
    exact: `(${IPV4}/([12]?[0-9]|3[0-2])|${IPV6}/([1-9]?[0-9]|1[01][0-9]|12[0-8]))`,
    network: true,
    title: 'a CIDR such as "10.0.0.0/8"',
    maxLength: 49,
  },
  ipAddress: { pattern: '[0-9a-fA-F.:]+', exact: `(${IPV4}|${IPV6})`, title: 'an IP address', maxLength: 45 },
} satisfies Readonly<Record<FormatName, Format>>;

/** Schema of a text of a format; `allowEmpty` lets the empty string mean "not set". */
export function formatSchema(format: Format, allowEmpty = false): JsonSchema {
  const { exact, network } = format;
  const title = format.title + (allowEmpty ? OR_EMPTY : '');
  return {
    type: 'string',
    pattern: whole(format.pattern, allowEmpty),
    title,
    ...(exact === undefined ? {} : { exact: { pattern: whole(exact, allowEmpty), title } }),
    ...(network === undefined ? {} : { network }),
    ...(format.minLength === undefined || allowEmpty ? {} : { minLength: format.minLength }),
    ...(format.maxLength === undefined ? {} : { maxLength: format.maxLength }),
  };
}

function whole(pattern: string, allowEmpty: boolean): string {
  return allowEmpty ? `^(${pattern})?$` : `^${pattern}$`;
}

/** Any text in the schema, and a text of a format in the checks of values and in the templates: for a field in a list, which the schema has in full. */
export function exactly(name: FormatName): JsonSchema {
  const { type: _, ...exact } = formatSchema(FORMATS[name]);
  return { ...ANY_TEXT, exact };
}
