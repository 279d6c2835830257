import { seriesOf } from '../../../src/observability/promql';
import { defaultRules } from '../../../src/observability/mixin';
import { INCIDENTS, type Judgement, NAMES, judge } from '../../../tools/incidents';
import { ALERTS } from '../../support/mixin';

type Incident = Judgement['incident'];
type Firing = Judgement['firings'][number];

/** Minutes from one to another. */
function span(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}

function firing(severity: string, minutes: readonly number[]): Firing {
  return { alert: 'CoderdDown', severity, minutes, parts: [] };
}

function faultsOf(verdict: Incident['verdict'], ...firings: readonly Firing[]): readonly string[] {
  return judge({ kind: 'a', title: 'b', minutes: 200, pods: {}, verdict }, firings).faults;
}

describe('the incidents', () => {
  test('show every metric that an alert reads, so that none is silent for want of it', () => {
    const read = new Set(ALERTS.flatMap((alert) => defaultRules(alert).flatMap(({ query }) => seriesOf(query))));
    expect([...read].filter((name) => name !== 'up' && !NAMES.includes(name))).toEqual([]);
  });

  test('have names of their own', () => {
    const names = INCIDENTS.map(({ kind, title }) => `${kind}: ${title}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test('ask for silence, for notes and for pages', () => {
    const calls = INCIDENTS.map(({ verdict }) => verdict.call);
    for (const call of ['leave', 'tell', 'wake'] as const)
      expect(calls.filter((one) => one === call).length).toBeGreaterThan(20);
  });
});

describe('a judge of alerts', () => {
  const wake = { call: 'wake', from: 100, within: 30 } as const;
  const tell = { call: 'tell', from: 100, within: 30 } as const;

  test.each([
    ['a page in time', wake, [firing('critical', span(110, 200))], []],
    ['a note in time', tell, [firing('warning', span(110, 200))], []],
    ['silence', { call: 'leave' }, [], []],
    ['what is only said', { call: 'leave' }, [firing('info', span(110, 200))], []],
    ['no page', wake, [firing('warning', span(110, 200))], ['nobody called']],
    ['no note', tell, [], ['nobody called']],
    ['a late page', wake, [firing('critical', span(131, 200))], ['called late']],
    ['an early page', wake, [firing('critical', span(99, 200))], ['called early']],
    ['a page instead of a note', tell, [firing('critical', span(110, 200))], ['woken for nothing', 'nobody called']],
    ['a page for nothing', { call: 'leave' }, [firing('critical', [10])], ['woken for nothing']],
    ['a note for nothing', { call: 'leave' }, [firing('warning', [10])], ['called for nothing']],
    ['two pages', wake, [firing('critical', [110, 120])], []],
    ['three pages', wake, [firing('critical', [110, 120, 130])], ['called again and again']],
    ['a note that ends too soon', { ...tell, until: 180 }, [firing('warning', span(110, 150))], ['called over']],
  ] as const)('sees %s', (_, verdict, firings, faults) => {
    expect(faultsOf(verdict, ...firings)).toEqual(faults);
  });
});
