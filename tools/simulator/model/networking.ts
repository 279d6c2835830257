import type { Active } from '../active';
import type { Moment } from '../moment';
import type { Family, Kit } from './kit';

const listeners = 200;
const workspaceConnections = 120;
/** Opened a second and pod. */
const usualOpens = 0.4;
const churnOpens = 8;
const clientsPerOpen = 1.25;

/** Agents and connections to workspaces. */
export function networkFamilies(
  kit: Kit,
): Record<
  | 'coderd_rtc_agent_listeners_concurrent'
  | 'coderd_rtc_client_connections_total'
  | 'coderd_rtc_turn_connections_concurrent'
  | 'coderd_rtc_turn_connections_total'
  | 'coderd_rtc_workspace_connections_current'
  | 'coderd_rtc_workspace_connections_total',
  Family
> {
  const opened = kit.flows.own('network', (on) => (on.has('turn-churn') ? churnOpens : usualOpens));
  const relayed = kit.flows.part(opened, relayedShare);
  const [level, drift] = [kit.level('network'), kit.drift('agent listeners', 0.01)];
  const current = (m: Moment): number => Math.round(workspaceConnections * level(m));
  const agents = (m: Moment): number => listeners * drift(m) * (m.on.has('agent-listeners-dropped') ? 0.2 : 1);
  return {
    coderd_rtc_agent_listeners_concurrent: kit.gauge((m) => Math.round(agents(m))),
    coderd_rtc_client_connections_total: kit.counter(kit.flows.part(opened, () => clientsPerOpen)),
    coderd_rtc_turn_connections_concurrent: kit.gauge((m) => Math.round(relayedShare(m.on) * current(m))),
    coderd_rtc_turn_connections_total: kit.counter(relayed),
    coderd_rtc_workspace_connections_current: kit.gauge(current),
    coderd_rtc_workspace_connections_total: kit.counter(opened),
  };
}

function relayedShare(on: Active): number {
  return on.has('turn-share-high') ? 0.95 : 0.2;
}
