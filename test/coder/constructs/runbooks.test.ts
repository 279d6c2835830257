import { Chart, Testing } from 'cdk8s';
import { CODERD_1_36, Coder, CoderObservability, type CoderProps } from '../../../src';
import { CODER_VALUES } from '../../support/coder-values';
import { HELM_PLACEMENT } from '../../../src/engine/expr';
import { symbolicObjects } from '../../../src/engine/helm';

function pagesOf(props: CoderProps): ReadonlyMap<string, string> {
  return new Coder(new Chart(Testing.app(), 'test'), 'coder', props).runbookPages();
}

/** The words of all commands in pages, each once. */
function wordsIn(pages: ReadonlyMap<string, string>): readonly string[] {
  const commands = [...pages.values()].flatMap((text) => text.match(/`(?:kubectl|helm) [^`]*`/g) ?? []);
  return [...new Set(commands.flatMap((command) => command.slice(1, -1).split(/[ =,]/)))];
}

const PROD = pagesOf({ releaseName: 'prod', namespace: 'team-a' });
const NAMES = ['prod-coderd', 'deployment/prod-coderd', 'podmonitor/prod-master-monitor', 'team-a', 'prod'];

describe('the runbooks of an installation', () => {
  test('have commands with its own names, and none of another', () => {
    expect(wordsIn(PROD)).toEqual(expect.arrayContaining(NAMES));
    const foreign = ['coder', 'deployment/coderd', 'podmonitor/master-monitor'];
    expect(wordsIn(PROD).filter((word) => foreign.includes(word))).toEqual([]);
  });

  test('ask Prometheus for its own metrics, and leave no place for a name empty', () => {
    const text = [...PROD.values()].join('');
    expect(text).toContain('up{job="team-a/prod-master-monitor"}');
    expect(text).toContain('for a release `prod` in the namespace `team-a`');
    expect(text.match(/@\{|coder\/master-monitor|namespace="coder"/g)).toBeNull();
  });

  test('show what is installed: thresholds, severities and texts of the values, and no alert that is off', () => {
    const pages = pagesOf({
      metrics: {
        alerts: {
          scrapeDown: { enabled: false },
          down: { severity: 'P1', for: '7m', annotations: { summary: 'Aus.' } },
        },
      },
    });
    expect([...pages.keys()]).not.toContain('CoderdScrapeDown.md');
    expect([...pages.values()].filter((text) => text.includes('(CoderdScrapeDown.md)'))).toEqual([]);
    expect(pages.get('CoderdDown.md')).toContain('# CoderdDown\n\nAus.\n\nSeverity: P1. Fires after: 7m.');
  });

  test('of a monitoring alone look for the pods of others as its monitor does', () => {
    const chart = new Chart(Testing.app(), 'test', { namespace: 'watch' });
    const target = { matchLabels: { app: 'coder', tier: 'a' } };
    const of = (monitor: object, id: string): string =>
      [...new CoderObservability(chart, id, { monitor, releaseName: id }).runbookPages().values()].join('');
    expect(of({ namespaceSelector: { matchNames: ['ide'] } }, 'a')).toContain(
      'kubectl -n ide get pods -l app.kubernetes.io/component=coderd ',
    );
    expect(of({ namespaceSelector: { any: true }, target }, 'b')).toContain(
      'kubectl -n watch get pods -l app=coder,tier=a ',
    );
  });

  test('name the ServiceMonitor where it is one', () => {
    expect(wordsIn(pagesOf({ metrics: { monitor: { kind: 'ServiceMonitor' } } }))).toContain(
      'servicemonitor/master-monitor',
    );
  });

  test('are those of the alerts that were added too', () => {
    const observability = CODERD_1_36.mixin.without('CoderdDown');
    expect([...pagesOf({ observability }).keys()]).not.toContain('CoderdDown.md');
  });

  test('cannot be made of values that only Helm knows', () => {
    const build = (chart: Chart, values: CoderProps): void => {
      new Coder(chart, 'coder', { ...values, ...HELM_PLACEMENT }).runbookPages();
    };
    expect(() => symbolicObjects({ values: CODER_VALUES, build })).toThrow(
      /^runbooks: expected an installation of which all is known/,
    );
  });
});
