import { parse } from 'yaml';
import { CODER_VALUES } from '../support/coder-values';
import { bool, section } from '../../src/engine/values';
import { chartFile } from '../support/bad-helm';
import { SPOTS } from '../support/bad-values';

/** Every key that the declaration, or a closed item of a list, gives a name. */
const KEYS = SPOTS.flatMap(({ path }) => path).filter((key) => typeof key === 'string');

const UNUSABLE = ['on', 'off', 'yes', 'no', 'y', 'n', 'true', 'false', 'null', '~', 'global'];
const inAnyCase = (key: string): readonly string[] => [
  key,
  key.toUpperCase(),
  key.charAt(0).toUpperCase() + key.slice(1),
];

describe('a key that YAML 1.1 or Helm reads as something else', () => {
  test('is no key of the values', () => {
    expect(KEYS.length).toBeGreaterThan(300);
    expect(KEYS.filter((key) => UNUSABLE.includes(key.toLowerCase()))).toEqual([]);
    expect(Object.keys(CODER_VALUES.children)).toContain('coderd');
  });

  test.each(UNUSABLE.flatMap(inAnyCase))('cannot be declared: %s', (key) => {
    const child = bool({ description: 'A switch.', default: true });
    expect(() => section('A section.', { [key]: child })).toThrow(`a value cannot be called "${key}"`);
    expect(() => section('A section.', { inner: section('Another.', { a: child }), [key]: child })).toThrow(key);
  });

  test('is no key of values.yaml for a reader of YAML 1.1, nor one of YAML 1.2', () => {
    const text = chartFile('values.yaml');
    expect(parse(text, { version: '1.1' })).toEqual(parse(text, { version: '1.2' }));
  });
});
