import { INSTALLATIONS } from '../support/law';
import { valuesFiles } from '../../tools/examples';
import { linksOf, page } from './markdown';

const { text } = page('README.md');

/** The part of the README under a heading. */
function part(heading: string): string {
  return text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
}

describe('what the README says is proven', () => {
  const proven = part('What is proven');

  test('counts the installations as the test of the law does', () => {
    const { helm3, helm4 } = INSTALLATIONS;
    expect(proven).toContain(`\`npm run test:all\` draws ${String(helm3.many)} and ${String(helm4.many)} more`);
  });

  test('is there for foreign constructs on two releases of cdk8s-plus', () => {
    expect(proven).toContain('two releases of cdk8s-plus');
    expect(page('test/support/foreign.ts').text.match(/^ {2}'cdk8s-plus-\d+':/gm)).toHaveLength(2);
  });
});

test('the page about the examples names every one.', () => {
  const named = linksOf(page('examples/README.md')).filter((link) => link.endsWith('.yaml'));
  expect(named.sort()).toEqual([...valuesFiles].sort());
});
