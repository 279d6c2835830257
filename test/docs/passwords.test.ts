import * as fs from 'node:fs';
import * as path from 'node:path';
import { coderChartFiles } from '../../src/cli';
import { valuesFiles } from '../../tools/examples';
import { ROOT, pages } from './markdown';

/** A password in a command line, where the shell keeps it, or as the text of a variable, where the Deployment shows it. */
const PLAIN = [
  /--from-literal=\w*(PASSWORD|TOKEN|SECRET)/,
  /--set(-string)?[ =]\S*(PASSWORD|TOKEN|SECRET)\S*\.value=/i,
  /(PASSWORD|TOKEN|SECRET)['"]?: *\{? *\n? *value:/,
  /name: \w*(PASSWORD|TOKEN|SECRET),? *\n? *value:/,
];

const TEXTS: readonly (readonly [string, string])[] = [
  ...pages().map(({ file, text }) => [file, text] as const),
  ...valuesFiles.map((file) => [file, fs.readFileSync(path.join(ROOT, 'examples', file), 'utf8')] as const),
  ...[...coderChartFiles()].filter(([file]) => /README|NOTES|values\.yaml/.test(file)),
];

function offersPlain(text: string): boolean {
  return PLAIN.some((pattern) => pattern.test(text));
}

describe('no password is shown as a plain text', () => {
  test.each(TEXTS)('in %s', (_, text) => {
    expect(offersPlain(text)).toBe(false);
  });

  test('which would be noticed', () => {
    for (const text of [
      'kubectl create secret generic a --from-literal=DB_PASSWORD=b',
      'helm install a b --set coderd.env.DB_PASSWORD.value=c',
      'DB_PASSWORD: { value: a }',
      'DB_PASSWORD:\n  value: a',
      '- name: DB_PASSWORD\n  value: a',
    ])
      expect(offersPlain(text)).toBe(true);
    expect(offersPlain('DB_PASSWORD: { valueFrom: {} }')).toBe(false);
  });
});
