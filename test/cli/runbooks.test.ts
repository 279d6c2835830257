import * as path from 'node:path';
import { temporaryDirectory } from '../support/folder';
import { ALERTS } from '../support/mixin';
import { cli, textsIn, valuesFile } from './command';

describe('runbooks', () => {
  const out = path.join(temporaryDirectory(), 'pages');
  const args = ['runbooks', '--release', 'prod', '--namespace', 'team-a', '--out', out];

  test('writes a page for each alert that the values leave on, with the names of the release', () => {
    const values = valuesFile('metrics: {alerts: {down: {enabled: false}, gcPressure: {ratio: 0.25}}}\n');
    expect(cli([...args, '-f', values])).toMatchObject({ status: 0, stderr: '' });
    const pages = textsIn(out);
    const on = ALERTS.filter(({ name }) => name !== 'CoderdDown').map(({ name }) => `${name}.md`);
    expect(Object.keys(pages).sort()).toEqual([...on, 'README.md'].sort());
    expect(pages['CoderdScrapeDown.md']).toContain('kubectl -n team-a describe pods -l coder.deployment=prod-coderd');
    expect(pages['CoderdGcPressure.md']).toContain('> 0.25\n');
  });

  test('brings them up to date, and refuses what the chart refuses', () => {
    expect(cli(args).stdout).toMatch(/^.*: 37 files, \d+ written, 0 removed\n$/);
    expect(cli(args).stdout).toMatch(/^.*: 37 files, all up to date\n$/);
    expect(cli([...args, '-f', valuesFile('metrics: {alerts: {up: {}}}\n')]).stderr).toMatch(
      /^values\.metrics\.alerts\.up: /,
    );
  });
});

describe('runbook', () => {
  const page = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = cli(['runbook', ...args]);
    expect([status, stderr]).toEqual([0, '']);
    return stdout;
  };

  test('prints one page, with the names of the release', () => {
    const text = page('CoderdScrapeDown', '--release', 'prod', '-n', 'team-a');
    expect(text).toMatch(/^# CoderdScrapeDown\n/);
    expect(text).toContain('kubectl -n team-a describe pods -l coder.deployment=prod-coderd');
  });

  test('knows an alert without the prefix, in any case, and reads the values', () => {
    const values = valuesFile('metrics: {alerts: {gcPressure: {ratio: 0.25}}}\n');
    expect(page('gcpressure', '-f', values)).toContain('> 0.25\n');
    expect(page('CODERDDOWN')).toMatch(/^# CoderdDown\n/);
  });

  test.each([
    [[], /^expected the name of an alert, such as CoderdDown, got nothing; see cdk8s-coder help$/],
    [['a', 'b'], /^expected the name of an alert, such as CoderdDown, got "a b"; see/],
    [['ScrapDown'], /^expected the name of an alert, got "ScrapDown": did you mean CoderdScrapeDown\?; see/],
    [['expires'], /got "expires": did you mean CoderdLicenseExpiresSoon or CoderdLicenseExpiresNow\?; see/],
    [['xyz'], /got "xyz": there are CoderdDown, .*CoderdFdExhaustion/],
    [
      ['Down', '-f', valuesFile('metrics: {alerts: {down: {enabled: false}}}\n')],
      /^expected an alert that the values of the release make, got CoderdDown; see/,
    ],
    [['Down', '-f', valuesFile('metrics: {alerts: {up: {}}}\n')], /^values\.metrics\.alerts\.up: /],
    [['Down', '--out', 'a'], /'--out'.*; see/],
  ])('refuses %j in one line', (args, message) => {
    const { status, stdout, stderr } = cli(['runbook', ...args]);
    expect([status, stdout]).toEqual([1, '']);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr).toMatch(/^[^\n]+\n$/);
  });
});
