import * as fs from 'node:fs';
import * as path from 'node:path';
import { CODER_VALUES } from '../support/coder-values';
import { chartFile, chartWith, output } from '../support/bad-helm';
import { inParallel } from '../support/helm';
import { cases } from '../support/law';
import { count, seedAt, helmsAt } from '../support/share';

const HELMS = helmsAt(0);

const CHART = chartWith();
const CASES = [
  { release: 'coder', namespace: 'coder', values: {} },
  ...cases(CODER_VALUES, count({ few: 1, many: 20 }), { seed: seedAt(21), presence: 0.15 }),
  ...cases(CODER_VALUES, count({ few: 2, many: 20 }), { seed: seedAt(22), presence: 0.6 }),
];

/** Functions that do not give the same for the same values, and facts that are not the same everywhere; values are none of them. */
const UNSTABLE =
  /(?<!\.)\b(lookup|now|date\w*|ago|unixEpoch|rand\w*|shuffle|uuidv4|gen[A-Z]\w*|derivePassword|htpasswd|bcrypt|encryptAES|env|expandenv|getHostByName|tpl)\b|\.Capabilities|\.Release\.(Revision|IsInstall|IsUpgrade|Service)|\.Chart\.(?!Name)|\.Files\.(?!Get\b)|\.Template\b|helm\.sh\//;

/** The actions of a template: what is between the braces. */
function actionsOf(text: string): readonly string[] {
  return text.match(/{{[^]*?}}/g) ?? [];
}

describe('the chart', () => {
  const directory = path.join(CHART, 'templates');
  const templates = fs
    .readdirSync(directory)
    .map((name) => ({ name, text: fs.readFileSync(path.join(directory, name), 'utf8') }));

  test('uses nothing random, nothing of the cluster, of the time or of its own version, and no hook', () => {
    expect(templates.length).toBeGreaterThan(10);
    const found = templates.flatMap(({ name, text }) =>
      actionsOf(text.replace(/{{-? \/\*[^]*?\*\/ -?}}/g, ''))
        .filter((action) => UNSTABLE.test(action.replace(/"[^"]*"/g, '""')))
        .map((action) => `${name}: ${action}`),
    );
    expect(found).toEqual([]);
    expect(templates.filter(({ text }) => text.includes('helm.sh/'))).toEqual([]);
  });

  test.each([
    '{{ lookup "v1" "Secret" "a" "b" }}',
    '{{- now | date "2006" }}',
    '{{ .Chart.Version }}',
    '{{ genCA "a" 1 }}',
    '{{ randAlphaNum 5 }}',
    '{{ if .Capabilities.APIVersions.Has "a" }}',
  ])('would be caught with %s', (action) => {
    expect(actionsOf(`a: ${action}`).filter((one) => UNSTABLE.test(one))).toHaveLength(1);
  });

  test('gives the same bytes each time, in Helm 3 and Helm 4, for the default and other installations', async () => {
    await inParallel(CASES, async (one) => {
      const texts = await Promise.all(
        (['helm3', 'helm4', HELMS[0] ?? 'helm3'] as const).map((major) => output(major, CHART, one)),
      );
      expect(new Set(texts).size).toBe(1);
    });
    expect(await output('helm3', CHART)).toContain('kind: Deployment');
  });

  test('gives the same bytes in its next version', async () => {
    const metadata = chartFile('Chart.yaml');
    const next = chartWith({ 'Chart.yaml': metadata.replace(/^version: .*$/m, 'version: 9.8.7+build.6') });
    expect(fs.readFileSync(path.join(next, 'Chart.yaml'), 'utf8')).toContain('\nversion: 9.8.7+build.6\n');
    await inParallel(CASES.slice(0, count({ few: 3, many: 20 })), async (one) => {
      for (const major of HELMS) expect(await output(major, next, one)).toBe(await output(major, CHART, one));
    });
  });
});
