import * as fs from 'node:fs';
import * as path from 'node:path';
import { ValuesFileError, readValuesFiles } from '../../../src/engine/values-file';
import { temporaryDirectory } from '../../support/folder';

/** Writes values files with these texts. */
function filesWith(...texts: readonly (string | Uint8Array)[]): readonly string[] {
  const directory = temporaryDirectory();
  return texts.map((text, i) => {
    const file = path.join(directory, `${String(i)}.yaml`);
    fs.writeFileSync(file, text);
    return file;
  });
}

describe('values files', () => {
  test.each([
    ['none', [], {}],
    ['empty ones', ['', '# nothing\n', 'null\n', '---\n', '{}\n'], {}],
    ['one', ['a: {b: [1, on]}\n'], { a: { b: [1, true] } }],
    [
      'several, whose maps are merged',
      ['a: {b: 1, c: {d: 1}}\n', 'a: {c: {e: 2}}\nf: 3\n'],
      { a: { b: 1, c: { d: 1, e: 2 } }, f: 3 },
    ],
    ['several, of which the last says what a scalar is', ['a: 1\nb: 1\n', 'a: 2\n', 'a: 3\n'], { a: 3, b: 1 }],
    ['several, whose lists are replaced', ['a: [1, 2]\n', 'a: [3]\n'], { a: [3] }],
    [
      'a map after something else',
      ['a: 1\nb: [1]\nc: null\n', 'a: {x: 1}\nb: {x: 1}\nc: {x: 1}\n'],
      { a: { x: 1 }, b: { x: 1 }, c: { x: 1 } },
    ],
    ['something else after a map', ['a: {x: 1}\nb: {x: 1}\n', 'a: null\nb: [1]\n'], { a: null, b: [1] }],
    ['a byte order mark', ['\ufeffa: 1\n'], { a: 1 }],
  ])('%s', (_, texts, values) => {
    expect(readValuesFiles(filesWith(...texts))).toEqual(values);
  });
});

test.each([
  ['- a\n', 'expected a map of values, got a list; start it with a key'],
  ['text\n', 'expected a map of values, got a string; start it with a key'],
  ['1\n', 'expected a map of values, got a number; start it with a key'],
  ['a: @b\n', 'expected YAML, got an error: '],
  ['a: b\u0007\n', 'expected printable text, got the character \\u0007 at line 1; write "\\u0007", in double quotes'],
  [Uint8Array.of(0x61, 0x3a, 0xff), 'expected UTF-8 text, got other bytes; save it as UTF-8'],
])('a file with %j is refused, by its name', (text, message) => {
  const [file = ''] = filesWith(text);
  const read = (): unknown => readValuesFiles([file]);
  expect(read).toThrow(ValuesFileError);
  expect(read).toThrow(`${file}: ${message}`);
  expect(read).not.toThrow('\n');
});

test.each([
  ['that is a directory', '', 'a directory'],
  ['that is not there', 'none.yaml', 'nothing'],
  ['below a file', 'file/values.yaml', 'nothing'],
])('a path %s is refused', (_, name, got) => {
  const directory = temporaryDirectory();
  fs.writeFileSync(path.join(directory, 'file'), '');
  const file = path.join(directory, name);
  expect(() => readValuesFiles([file])).toThrow(
    new ValuesFileError(`${file}: expected a values file, got ${got}; check the path`),
  );
});

test('a path at the end of a circle of links is refused as the system says it', () => {
  const file = path.join(temporaryDirectory(), 'circle.yaml');
  fs.symlinkSync(file, file);
  expect(() => readValuesFiles([file])).toThrow(/circle\.yaml: expected a values file, got ELOOP: .*; check the path$/);
});
