import {
  ANY_TEXT,
  type JsonSchema,
  type Leaf,
  NON_EMPTY,
  intSchema,
  manifestList,
  ofFormat,
  textMapSchema,
} from '../../engine/values';

const TEXTS: JsonSchema = {
  definition: 'ruleTexts',
  ...textMapSchema(ofFormat('alertLabelName'), ANY_TEXT),
};

const RULE: JsonSchema = {
  type: 'object',
  title: 'a map',
  properties: {
    record: { type: 'string', pattern: '^[a-zA-Z_:][\\w:]*$', title: 'a metric name (letters, digits, _:)' },
    alert: NON_EMPTY,
    expr: NON_EMPTY,
    for: ofFormat('duration'),
    keep_firing_for: ofFormat('duration'),
    labels: TEXTS,
    annotations: TEXTS,
  },
  additionalProperties: false,
  required: ['expr'],
};

/** Declares groups of rules of a user, as a PrometheusRule has them. Their PromQL and their templates are Prometheus' to check. */
export function ruleGroups(description: string): Leaf<readonly never[]> {
  return manifestList<never>('operator.RuleGroup', {
    description,
    default: [],
    fields: {
      name: NON_EMPTY,
      interval: ofFormat('duration'),
      limit: intSchema({ min: 0 }),
      rules: { type: 'array', title: 'a list', items: RULE },
    },
    required: ['name', 'rules'],
    unique: { fields: ['name'], taken: [] },
    see: 'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.RuleGroup',
  });
}
