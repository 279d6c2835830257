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
