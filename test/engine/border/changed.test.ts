import * as fc from 'fast-check';
import { asList, asMap, asNumber, asText } from '../../../src/engine/border';
import { namedTemplate, ref } from '../../../src/engine/expr';
import { count, field, labels, more, topics, word } from './field';

describe('a symbolic value that a construct reads is an error:', () => {
  const changed: Readonly<Record<string, (text: string) => string>> = {
    'in upper case': (text) => text.toUpperCase(),
    'in lower case': (text) => text.toLowerCase(),
    'with another first letter': (text) => text.replace(/[a-z]/i, (letter) => letter.toUpperCase()),
    'without its first character': (text) => text.slice(1),
    'without its last character': (text) => text.slice(0, -1),
  };

  test.each(Object.entries(changed))('a text %s, though the construct also passes it on', (_, change) => {
    const spoil = (): unknown => {
      const text = asText(word);
      return [text, change(text)];
    };
    expect(() => field(spoil)).toThrow(/a construct changed a symbolic value: found ".+" in its manifest/);
  });

  test.each<[string, () => unknown, RegExp]>([
    ['text', () => asText(word), /found it in its manifest/],
    ['text inside another', () => `x ${asText(word)}`, /found it in its manifest/],
    ['number', () => asNumber(count), /found 84\d+ in its manifest/],
  ])('a %s that another synthesis made', (_, make, message) => {
    const kept: unknown[] = [];
    field(() => [asText(word), asNumber(count), (kept[0] = make())]);
    expect(() => field(() => [asNumber(count), kept[0]])).toThrow(message);
  });

  const spoilt: Readonly<Record<string, () => unknown>> = {
    'in base 64': () => Buffer.from(asText(word)).toString('base64'),
    'counted up': () => asNumber(count) + 1,
    doubled: () => asNumber(count) * 2,
    'counted up, in a text': () => `port ${String(asNumber(count) + 1)}`,
    dropped: () => [asText(word)].slice(1),
    'part of a key': () => ({ [`a-${asText(word)}`]: 1 }),
    'items of a list mapped to maps': () => asList(topics).map((name) => ({ name: `${name}!` })),
    'items of a list used one by one': () => asList(topics).map((name) => ({ name })),
    'three maps in one': () => ({ ...asMap(labels), ...asMap(more), ...asMap(labels) }),
  };

  test.each(Object.entries(spoilt))('%s', (_, spoil) => {
    expect(() => field(spoil)).toThrow(/construct|cannot be|spread into one map/);
  });

  test('a number on which small arithmetic is done, though every other number is passed on', () => {
    const change = fc.integer({ min: -1000, max: 1000 }).filter((by) => by !== 0);
    fc.assert(
      fc.property(change, fc.constantFrom(0, 1, 2), (by, which) => {
        const spoil = (): unknown => {
          const numbers = [asNumber(count), asNumber(count), asNumber(count)];
          return [...numbers, (numbers[which] ?? 0) + by];
        };
        expect(() => field(spoil)).toThrow('a construct changed a symbolic value');
      }),
    );
  });

  test('and says which values they were', () => {
    const deep = namedTemplate('name.of.it', ref<string>(['a', 'b'], 'string'));
    const dropped = (): unknown => [asText(word), asText(ref(['a', 'b'], 'string')), asText(deep)].slice(3);
    expect(() => field(dropped)).toThrow('a construct did not pass on values.word, values.a.b, name.of.it: it reads');
    expect(() => field(() => ({ ...asMap(labels), ...asMap(more), ...asMap(labels) }))).toThrow(
      'values.labels, values.more, values.labels are spread into one map, and their order is lost: merge them first',
    );
  });
});
