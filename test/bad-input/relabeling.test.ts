import { CODER_VALUES } from '../../src/coder/values';
import { type Json } from '../../src/engine/expr';
import { ValuesError, checkValues } from '../../src/engine/values';
import { chartWith, dotted, refusals, template } from '../support/bad-helm';
import { type Path, put, shown } from '../support/bad-spots';
import { SPOTS } from '../support/bad-values';
import { inParallel } from '../support/helm';
import { helmsAt } from '../support/share';

const HELMS = helmsAt(0);

/** Items that have to have something when one of their fields has one of some values. */
const CONDITIONAL = SPOTS.filter(({ schema }) => schema.if !== undefined);

interface Rule {
  readonly path: Path;
  readonly item: Readonly<Record<string, Json>>;
  readonly isAllowed: boolean;
}

/** Every action without a regex, with an empty one and with one. */
const RULES: readonly Rule[] = CONDITIONAL.flatMap(({ path, schema }) => {
  const all = schema.properties?.['action']?.enum ?? [];
  const selecting = schema.if?.properties?.['action']?.enum ?? [];
  return all.flatMap((action) => [
    { path, item: { action }, isAllowed: !selecting.includes(action) },
    { path, item: { action, regex: '' }, isAllowed: false },
    { path, item: { action, regex: '.+' }, isAllowed: true },
  ]);
});

function messageOf(values: Json): string {
  try {
    checkValues(CODER_VALUES, values);
    return '';
  } catch (error) {
    if (error instanceof ValuesError) return error.message;
    throw error;
  }
}

/** All rules of a list at once, each at a place of its own. */
const LISTS = CONDITIONAL.map(({ path }) => ({
  path: path.slice(0, -1),
  rules: RULES.filter((rule) => rule.path === path),
}));

describe('a relabeling that selects needs a regex', () => {
  test('in both lists, for every way to write drop, keep, labeldrop, labelkeep and labelmap', () => {
    expect(CONDITIONAL).toHaveLength(2);
    expect(RULES.filter(({ isAllowed, item }) => !isAllowed && !('regex' in item))).toHaveLength(2 * 2 * 5);
  });

  test('for TypeScript', () => {
    for (const { path, item, isAllowed } of RULES) {
      const expected = isAllowed
        ? /^$/
        : new RegExp(`^values${shown([...path, 'regex']).replace(/[.[\]]/g, '\\$&')}: expected .+, got (nothing|"")$`);
      expect(messageOf(put({}, path, item))).toMatch(expected);
    }
  });

  test.each(HELMS)('for %s', async (major) => {
    const chart = chartWith();
    await inParallel(LISTS, async ({ path, rules }) => {
      const said = refusals(
        major,
        await template(major, chart, {
          values: put(
            {},
            path,
            rules.map(({ item }) => item),
          ),
        }),
      );
      const isRefused = (place: number): boolean =>
        [...said.keys()].some((at) => `${at}.`.startsWith(`${dotted([...path, place])}.`));
      expect(rules.map((_, place) => isRefused(place))).toEqual(rules.map(({ isAllowed }) => !isAllowed));
    });
  });
});
