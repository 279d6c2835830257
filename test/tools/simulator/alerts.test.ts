import {
  FAULTS,
  FAULT_NAMES,
  type FaultName,
  type Simulation,
  createSimulation,
  exposition,
  podOf,
  withFaults,
} from '../../../tools/simulator';
import { ALERTS } from '../../support/mixin';

const start = 1_700_000_000;
const from = start + 6 * 3600;
const healthy = createSimulation({ start, routes: 5 });

/** What Prometheus gets from the pods at a time: whether they are there, how they answer, and what. */
function seen(simulation: Simulation, time: number): readonly string[] {
  return [...simulation.pods.keys()].map((pod) => {
    const presence = podOf(simulation, pod).presenceAt(time);
    return presence === 'answers' ? exposition(simulation, pod, time) : presence;
  });
}

/** Whether a fault shows while it has to last until its alert fires. */
function shows(fault: FaultName): boolean {
  const sick = withFaults(healthy, [{ fault, from }]);
  const times = [0, 0.25, 0.5, 0.75, 1].map((part) => from + Math.floor(part * (FAULTS[fault].lasts - 1)));
  return times.some((time) => seen(sick, time).join('\n') !== seen(healthy, time).join('\n'));
}

describe('the simulator', () => {
  test('has a fault for every alert, and none for an alert that is not there', () => {
    const faulty = FAULT_NAMES.map((name): string => FAULTS[name].alert);
    expect(faulty.toSorted()).toEqual(ALERTS.map(({ name }): string => name).toSorted());
  });

  // A fault that is declared but not modelled would only be noticed by the suite with Prometheus.
  test('changes what it serves under every fault, before its alert has to fire', () => {
    expect(FAULT_NAMES.filter((name) => !shows(name))).toEqual([]);
  });
});
