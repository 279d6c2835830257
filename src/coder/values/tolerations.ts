import { type JsonSchema, type Variants, exactly } from '../../engine/values';

/** Fields of a toleration. */
export const TOLERATION_FIELDS: Readonly<Record<string, JsonSchema>> = {
  key: exactly('labelKey'),
  operator: { type: 'string', enum: ['Exists', 'Equal'], title: 'one of "Exists", "Equal"' },
  value: exactly('labelValue'),
  effect: {
    type: 'string',
    enum: ['NoSchedule', 'PreferNoSchedule', 'NoExecute'],
    title: 'one of "NoSchedule", "PreferNoSchedule", "NoExecute"',
  },
  tolerationSeconds: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER, title: 'an integer >= 0' },
};

/**
 * What the API server asks of a toleration.
 *
 * @see https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/
 */
export const TOLERATIONS: readonly Variants[] = [
  {
    field: 'operator',
    default: 'equal',
    kinds: [
      { of: ['equal'], required: ['key'] },
      { of: ['exists'], refused: ['value'] },
    ],
  },
  {
    field: 'effect',
    default: '',
    kinds: [{ of: ['noschedule', 'prefernoschedule', ''], refused: ['tolerationSeconds'] }],
  },
];
