import { ANY_TEXT, NON_EMPTY, type JsonSchema, type Leaf, type Variants, manifestList } from '../../engine/values';

const ACTIONS = [
  'Replace',
  'HashMod',
  'Lowercase',
  'Uppercase',
  'KeepEqual',
  'DropEqual',
  'Drop',
  'Keep',
  'LabelDrop',
  'LabelKeep',
  'LabelMap',
].flatMap((name) => [name.toLowerCase(), name]);

/** Prometheus puts groups of the regular expression in place of `$1` and `${name}`. */
const WITH_GROUPS = {
  pattern: '^([a-zA-Z_]|\\$(\\{\\w+\\}|\\w))(\\w|\\$(\\{\\w+\\}|\\w))*$',
  title: 'a label name, also with groups such as $1,',
};

/**
 * What the Operator and Prometheus ask of each action. They take those that select without a regex too; it then matches everything, and
 * drops every target.
 *
 * @see https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config
 */
const VARIANTS: Variants = {
  field: 'action',
  default: 'replace',
  kinds: [
    { of: ['replace'], required: ['targetLabel'] },
    { of: ['hashmod'], required: ['targetLabel', 'modulus'] },
    { of: ['lowercase', 'uppercase'], required: ['targetLabel'], refused: ['replacement'] },
    {
      of: ['keepequal', 'dropequal'],
      required: ['targetLabel'],
      refused: ['regex', 'modulus', 'separator', 'replacement'],
    },
    { of: ['keep', 'drop'], required: ['regex'] },
    {
      of: ['labelkeep', 'labeldrop'],
      required: ['regex'],
      refused: ['sourceLabels', 'targetLabel', 'modulus', 'separator', 'replacement'],
    },
    { of: ['labelmap'], required: ['regex'], formats: { replacement: WITH_GROUPS } },
  ],
};

const LABEL: JsonSchema = {
  definition: 'labelName',
  type: 'string',
  pattern: '^[a-zA-Z_]\\w*$',
  title: 'a label name (letters, digits, _)',
};

const RELABELING: Readonly<Record<string, JsonSchema>> = {
  sourceLabels: { type: 'array', title: 'a list of label names', items: LABEL },
  separator: ANY_TEXT,
  targetLabel: LABEL,
  regex: { ...NON_EMPTY, re2: true },
  modulus: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER, title: 'an integer >= 1' },
  replacement: ANY_TEXT,
  action: { type: 'string', enum: ACTIONS, title: `one of ${ACTIONS.join(', ')}` },
};

/** Declares a list of relabelings. */
export function relabelings(what: string): Leaf<readonly never[]> {
  return manifestList<never>('operator.Relabeling', {
    description: what,
    default: [],
    fields: RELABELING,
    variants: [VARIANTS],
    see: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/#relabel_config',
  });
}
