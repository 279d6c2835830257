import type { Moment } from '../moment';
import { type Family, type Kit, part } from './kit';
import { type MemoryClasses, totalMemory } from './go-memory';

type ProcessName =
  | `process_${'cpu_seconds_total' | 'max_fds' | 'open_fds' | 'start_time_seconds'}`
  | `process_${'resident' | 'virtual'}_memory_bytes`
  | 'process_virtual_memory_max_bytes'
  | `promhttp_metric_handler_requests_${'in_flight' | 'total'}`;

const mebibyte = 2 ** 20;
const page = 4096;
const cpuPerSecond = 0.35;
const cpuForCollector = 0.2;
const unlimited = 1.8446744073709552e19;
/** Seconds until memory has climbed. */
const climb = 60;
const nearLimit = 0.9375;

/** The process and its metrics endpoint. */
export function processFamilies(kit: Kit, classes: MemoryClasses): Record<ProcessName, Family> {
  const { maxFds } = kit.settings;
  const cpu = kit.flows.own('api', (on) => cpuPerSecond + (on.has('gc-pressure') ? cpuForCollector : 0));
  const resident = residentMemory(kit, classes);
  const sockets = kit.level('network');
  return {
    process_cpu_seconds_total: kit.counter(cpu, (seconds) => Math.floor(seconds * 100) / 100),
    process_max_fds: kit.gauge(() => maxFds),
    process_open_fds: kit.gauge((m) => Math.round(m.on.has('fd-exhaustion') ? 0.9 * maxFds : 80 + 120 * sockets(m))),
    process_resident_memory_bytes: kit.gauge(resident),
    process_start_time_seconds: kit.gauge((m) => Math.round(m.start * 100) / 100),
    process_virtual_memory_bytes: kit.gauge((m) => resident(m) + 900 * mebibyte),
    process_virtual_memory_max_bytes: kit.gauge(() => unlimited),
    promhttp_metric_handler_requests_in_flight: kit.gauge(() => 1),
    promhttp_metric_handler_requests_total: scrapes(kit),
  };
}

/** What the Go runtime has not given back, and the program itself; a fault adds memory outside the runtime's reach. */
function residentMemory(kit: Kit, classes: MemoryClasses): (moment: Moment) => number {
  const { memoryLimit } = kit.settings;
  const [total, drift] = [totalMemory(classes), kit.drift('resident memory', 0.004)];
  return (m) => {
    const mapped = total(m) - classes.go_memory_classes_heap_released_bytes(m) + 0.14 * memoryLimit;
    const begun = m.on.get('memory-near-limit');
    const climbed = begun === undefined ? 0 : Math.min(1, (m.time - Math.max(begun, m.start)) / climb);
    const usual = mapped * drift(m);
    return page * Math.round((usual + climbed * Math.max(0, nearLimit * memoryLimit - usual)) / page);
  };
}

function scrapes(kit: Kit): Family {
  const perSecond = 1 / kit.settings.scrapeInterval;
  const answered = (code: string, share: (failing: boolean) => number): Family[number] => {
    const flow = kit.flows.own('time', (on) => perSecond * share(on.has('scrape-errors')));
    return part('', [['code', code]], kit.rounded(flow));
  };
  return [
    answered('200', (failing) => (failing ? 0.5 : 1)),
    answered('500', (failing) => (failing ? 0.5 : 0)),
    answered('503', () => 0),
  ];
}
