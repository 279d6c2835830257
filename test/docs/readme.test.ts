import { symbolicCoder } from '../support/law';
import { leavesOf } from '../../src/engine/values';
import { CODER_VALUES } from '../../src/coder/values';
import { page } from './markdown';

const { text } = page('README.md');
const KINDS = symbolicCoder().map(({ kind }) => kind);
const ALL_VALUES = leavesOf(CODER_VALUES).map(({ path }) => path.join('.'));
const VALUES = ALL_VALUES.filter((value) => !value.startsWith('metrics.alerts.'));

/** The part of the README under a heading. */
function part(heading: string): string {
  return text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
}

describe('what the README says is missing', () => {
  const missing = part('What is missing');

  test.each([
    ['Ingress', 'Ingress'],
    ['NetworkPolicy', 'NetworkPolicy'],
    ['PodDisruptionBudget', 'PodDisruptionBudget'],
    ['HorizontalPodAutoscaler', 'HorizontalPodAutoscaler'],
    ['A database in the chart', 'StatefulSet'],
  ])('%s, is: no %s is in the model', (words, kind) => {
    expect(missing).toContain(words);
    expect(KINDS).not.toContain(kind);
  });

  test.each([
    ['the database', /postgres|database/i],
    ['logins', /oidc|scim|superAdmin/i],
    ['proxies', /proxy/i],
    ['logs', /logging|\blog/i],
    ['TLS settings', /^(coderd|service)\..*(tls|certificate)/i],
  ])('typed settings of %s, are: no value is called like that', (words, name) => {
    expect(missing).toContain(words);
    expect(VALUES.filter((value) => name.test(value))).toEqual([]);
  });
});

describe('what the README says is proven', () => {
  const proven = part('What is proven');

  test('counts the installations as the test of the law does', () => {
    const law = page('test/law/coder.test.ts').text;
    const [, three = '', four = ''] =
      /For (\d+) random installations with Helm 3 and (\d+) with Helm 4/.exec(proven) ?? [];
    expect(law).toContain(`for ${three} installations with Helm 3`);
    expect(law).toContain(`for ${four} installations with Helm 4`);
  });

  test('is there for foreign constructs on two releases of cdk8s-plus', () => {
    expect(proven).toContain('two releases of cdk8s-plus');
    expect(page('test/support/foreign.ts').text.match(/^ {2}'cdk8s-plus-\d+':/gm)).toHaveLength(2);
  });
});
