import fc from 'fast-check';
import {
  anything,
  fields,
  flag,
  jsonText,
  listOf,
  mapOf,
  number,
  optional,
  parseJson,
  text,
} from '../../../tools/read';

const pod = fields({ name: text, ready: flag, restarts: optional(number), labels: mapOf(text), ports: listOf(number) });
const right = { name: 'a', ready: true, restarts: 2, labels: { app: 'x' }, ports: [80] };

describe('a reader', () => {
  test('returns what is of its type, without the fields that it does not name', () => {
    expect(pod({ ...right, extra: 1 }, 'pod')).toEqual(right);
  });

  test('takes null and nothing for an optional field', () => {
    const expected = { ...right, restarts: undefined };
    expect(pod({ ...right, restarts: null }, 'pod')).toEqual(expected);
    expect(pod(expected, 'pod')).toEqual(expected);
  });

  test.each([
    [{ name: 1 }, 'pod.name: expected a text, got 1'],
    [{ ready: 'yes' }, 'pod.ready: expected true or false, got "yes"'],
    [{ restarts: '2' }, 'pod.restarts: expected a number, got "2"'],
    [{ labels: ['x'] }, 'pod.labels: expected an object, got ["x"]'],
    [{ labels: { app: null } }, 'pod.labels.app: expected a text, got null'],
    [{ ports: { 0: 80 } }, 'pod.ports: expected a list, got {"0":80}'],
    [{ ports: [80, undefined] }, 'pod.ports[1]: expected a number, got nothing'],
  ])('of something else says the place: %j', (wrong, message) => {
    expect(() => pod({ ...right, ...wrong }, 'pod')).toThrow(message);
  });

  test('reads JSON in a text as what it holds', () => {
    expect(listOf(jsonText(flag))(['true', 'false'], 'data')).toEqual([true, false]);
    expect(() => listOf(jsonText(flag))(['no'], 'data')).toThrow('data[0]: expected JSON, got "no"');
  });

  test('of JSON returns any JSON that it is given', () => {
    fc.assert(
      fc.property(fc.json(), (source) => {
        expect(parseJson(source, anything, 'here')).toEqual(JSON.parse(source));
      }),
    );
  });

  test('says in one line what is wrong, however long it is', () => {
    fc.assert(
      fc.property(fc.string(), (wrong) => {
        expect(() => number(wrong, 'here')).toThrow(/^here: expected a number, got .{2,80}$/);
      }),
    );
  });
});
