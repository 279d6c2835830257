import { values } from '../../src/engine';

const leafOf = (value: unknown): object => ({ description: 'D.', default: value });

/** Something right for each argument of each declaration of a value. */
export const KINDS: Readonly<Record<string, readonly unknown[]>> = {
  alertLabels: [{ ...leafOf({}), reserved: ['a'] }],
  alertAnnotations: [leafOf({})],
  annotations: [leafOf({})],
  bool: [leafOf(true)],
  choice: [['a', 'b'], leafOf('a')],
  choiceList: [['a', 'b'], leafOf(['a'])],
  int: [{ ...leafOf(1), min: 1, max: 2 }],
  intChoice: [[1, 2], leafOf(1)],
  intOrPercent: [leafOf(1)],
  jsonFiles: [{ ...leafOf({}), taken: ['a.json'], texts: { a: ['b'] } }],
  labels: [leafOf({})],
  manifest: ['k8s.Affinity', leafOf({})],
  manifestList: [
    'k8s.Pod',
    {
      ...leafOf([]),
      fields: {},
      required: ['name'],
      unique: { fields: ['name'], taken: [] },
      variants: [{ field: 'name', default: '', kinds: [] }],
    },
  ],
  manifestMap: [
    'k8s.EnvVar',
    {
      ...leafOf({}),
      names: 'word',
      fields: {},
      exclusive: { of: [], isNeeded: true },
      variants: [{ field: 'name', default: '', kinds: [] }],
      taken: ['a'],
    },
  ],
  number: [{ ...leafOf(1), min: 1, max: 2 }],
  optionalInt: [{ ...leafOf(''), min: 1, max: 2 }],
  sectionList: [
    values.section('S.', { a: values.text({ description: 'D.', default: 'a' }) }),
    { ...leafOf([{}]), uniqueBy: ['a'], min: 1, max: 2 },
  ],
  sectionMap: [values.section('S.', {}), { ...leafOf({ a: {} }), names: 'word', min: 1, max: 2 }],
  section: ['D.', { a: values.bool({ description: 'D.', default: true }) }, 'shared'],
  text: [{ ...leafOf('a'), format: 'word' }],
  textList: [{ ...leafOf(['a']), format: 'word' }],
  textSet: [{ ...leafOf({}), names: 'word' }],
  textListMap: [{ ...leafOf({}), names: 'word', format: 'word' }],
};
