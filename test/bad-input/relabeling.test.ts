import * as fc from 'fast-check';
import { CODER_VALUES } from '../support/coder-values';
import { type Json } from '../../src/engine/expr';
import { problemsOf as problemsIn } from '../engine/values/witness';
import { chartWith, template } from '../support/bad-helm';
import { put, shown } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { inParallel } from '../support/helm';
import { count, helmsAt, seedAt } from '../support/share';

const HELMS = helmsAt(0);

/** Maps of which one field says what the others must be: the items of both lists of relabelings. */
const VARIED = SPOTS.filter(({ schema }) => schema.variants?.[0]?.field === 'action');

const FIELDS = ['sourceLabels', 'separator', 'targetLabel', 'modulus', 'replacement', 'regex'];
const ACTIONS = (VARIED[0]?.schema.properties?.['action']?.enum ?? []) as readonly string[];

/** Relabelings with any fields, and the first line of what is wrong with them, if anything is. */
const ITEMS: readonly Json[] = fc.sample(
  fc.record(
    {
      action: fc.constantFrom(...ACTIONS),
      sourceLabels: fc.constantFrom(['a'], []),
      separator: fc.constant(';'),
      targetLabel: fc.constantFrom('b', 'job'),
      modulus: fc.constant(7),
      replacement: fc.constantFrom('$1', '${1}_a', 'b', 'a b', '$'),
      regex: fc.constantFrom('(.*)', '(', 'a)|(b', '|*', '\\', '(?=a)', '(?i)a', 'null', '~', '\\Qa', '{{ .x }}'),
    },
    { requiredKeys: [] },
  ),
  { seed: seedAt(71), numRuns: count({ few: 8, many: 120 }) },
);

const problemsOf = (values: Json): readonly string[] => problemsIn(CODER_VALUES, values);

describe('what a relabeling must have depends on its action', () => {
  test('in both lists, and each field is asked for or refused by some action', () => {
    expect(VARIED).toHaveLength(2);
    for (const { schema } of VARIED) {
      const kinds = schema.variants?.[0]?.kinds ?? [];
      const named = new Set(kinds.flatMap(({ required = [], refused = [] }) => [...required, ...refused]));
      expect([...named].sort()).toEqual([...FIELDS].sort());
      const actions = kinds.flatMap(({ of }) => of);
      expect([...new Set(ACTIONS.map((action) => action.toLowerCase()))].sort()).toEqual(actions.toSorted());
    }
  });

  test.each(HELMS)('the checks of values and %s refuse the same ones, in the same words', async (major) => {
    const chart = chartWith();
    const cases = VARIED.flatMap(({ path }) => ITEMS.map((item) => put({}, path, item)));
    const said = cases.map(problemsOf);
    expect(said.some(({ length }) => length === 0)).toBe(true);
    await inParallel(cases, async (values, i) => {
      const { code, stderr } = await template(major, chart, { values });
      const [first] = said[i] ?? [];
      expect([code, stderr]).toEqual(first === undefined ? [0, ''] : [1, expect.stringContaining(`: ${first}\n`)]);
    });
  });

  test('a message names the place, the action and what it asks for', () => {
    const [list] = VARIED;
    const at = (item: Json): readonly string[] => problemsOf(put({}, list?.path ?? [], item));
    const where = `values${shown(list?.path ?? [])}`;
    expect(at({ action: 'HashMod', targetLabel: 'a' })).toEqual([
      `${where}.modulus: expected a value where action is hashmod, got nothing`,
    ]);
    expect(at({ action: 'labeldrop', regex: 'a', separator: ';' })).toEqual([
      `${where}.separator: expected nothing where action is labeldrop, got a value`,
    ]);
    expect(at({ targetLabel: 'a', regex: '(' })).toEqual([
      `${where}.regex: expected a regular expression of RE2 (null and ~ in brackets, groups named by (?P<name>...)), got "("`,
    ]);
  });
});
