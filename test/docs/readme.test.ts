import { INSTALLATIONS, symbolicCoder } from '../support/law';
import { withMissing } from '../../tools/pages/missing';
import { page } from './markdown';

const { text } = page('README.md');
const KINDS = symbolicCoder().map(({ kind }) => kind);

/** The part of the README under a heading. */
function part(heading: string): string {
  return text.split(/^## /m).find((one) => one.startsWith(`${heading}\n`)) ?? '';
}

describe('what the README says is missing', () => {
  const missing = part('What is missing');
  const [, kinds = ''] = /^- (.+): add \[your own\]/m.exec(missing) ?? [];

  test('of objects, is: the model makes none of that kind', () => {
    const named = kinds.split(', ');
    expect(named).not.toContain('');
    expect(named.filter((kind) => KINDS.includes(kind))).toEqual([]);
    expect(missing).toContain('A database in the chart');
    expect(KINDS).not.toContain('StatefulSet');
  });

  test('goes from the list when the model has it', () => {
    const having = (...made: readonly string[]): string => withMissing(text, () => new Set(made));
    const nothing = having();
    const [, all = ''] = /^- (.+): add \[your own\]/m.exec(nothing) ?? [];
    const [kind = ''] = all.split(', ');
    expect(having(kind)).toBe(nothing.replace(`- ${kind}, `, '- '));
    expect(having(...all.split(', '))).not.toContain('add [your own]');
  });
});

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
