import * as fc from 'fast-check';
import { parse } from 'yaml';
import {
  type Json,
  type Tree,
  evaluate,
  interpolate,
  literal,
  ref,
  sha256,
  toIni,
  toJson,
  toYaml,
} from '../../../src/engine/expr';
import { HOSTILE } from '../../support/arbitraries';

const texts = fc.oneof(
  fc.constantFrom(...HOSTILE, '","admin":true,"x":"', 'a\nadmin = true', 'a\n"admin": true'),
  fc.string(),
);
const data = fc.letrec<{ readonly tree: Json }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    texts,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(texts, tie('tree'), { maxKeys: 3 }),
  ),
})).tree;

/** What a tree is for a value. */
function meaning(tree: Tree, value: Json): unknown {
  return evaluate(tree, { values: { value }, builtins: { releaseName: 'r', namespace: 'n' } });
}

const value = ref<string>(['value'], 'string');

describe('a document says the data that it is made of, whatever is in them:', () => {
  test.each<[string, (tree: Tree) => Tree, (text: string) => unknown]>([
    ['JSON', toJson, (text) => JSON.parse(text) as unknown],
    ['YAML', toYaml, (text) => parse(text, { maxAliasCount: 0, uniqueKeys: true }) as unknown],
  ])('%s', (_, print, read) => {
    fc.assert(
      fc.property(data, texts, (known, hostile) => {
        const text = meaning(print(literal({ admin: false, known, user: value })), hostile) as string;
        expect(read(text)).toEqual({ admin: false, known, user: hostile });
      }),
    );
  });

  test('INI, where a line end is written as such', () => {
    fc.assert(
      fc.property(texts, (hostile) => {
        const text = meaning(toIni({ '': { user: value }, auth: { admin: false, again: value } }), hostile) as string;
        const shown = hostile.replace(/\r/g, '\\r').replace(/\n/g, '\\n');
        expect(text.split(/[\r\n]/)).toEqual([`user = ${shown}`, '[auth]', 'admin = false', `again = ${shown}`, '']);
      }),
    );
  });
});

test('a checksum is another where anything in the data is', () => {
  const sum = sha256(toJson({ deep: [{ text: interpolate`${value}!` }], port: 1 }));
  const sums = ['', 'a', 'b', 'a"', 'a\n'].map((text) => meaning(sum, text));
  expect(new Set(sums).size).toBe(sums.length);
});
