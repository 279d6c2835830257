import { type Dashboard, badFrom, line, row, timeSeries, valueOf } from '../../../../observability/mixin';
import { over, sum } from '../../../../observability/promql';
import { turnChurn, turnShareHigh } from '../alerts/networking';
import { gauge, increase, rate } from '../promql';

const TURN_OPENED = 'coderd_rtc_turn_connections_total';
const WORKSPACES_OPENED = 'coderd_rtc_workspace_connections_total';

const agents = row('Agents and users', [
  timeSeries({
    title: 'Agents connected',
    how: 'Each running workspace has an agent that holds a websocket. A sudden drop is a cut in the network or a restart.',
    width: 12,
    lines: [line(sum(gauge('coderd_rtc_agent_listeners_concurrent'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Clients that connect',
    how: 'Connections of clients opened per second. Many while agents are few: clients try again and again.',
    width: 12,
    lines: [line(sum(rate('coderd_rtc_client_connections_total'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
]);

const workspaces = row('Connections to workspaces', [
  timeSeries({
    title: 'Connections open',
    how: 'Connections between users and workspaces, and those of them that a TURN server relays.',
    lines: [
      line(sum(gauge('coderd_rtc_workspace_connections_current')), 'all'),
      line(sum(gauge('coderd_rtc_turn_connections_concurrent')), 'relayed (TURN)'),
    ],
  }),
  timeSeries({
    title: 'Connections opened',
    how: 'Connections per second.',
    lines: [line(sum(rate(WORKSPACES_OPENED)), 'all'), line(sum(rate(TURN_OPENED)), 'relayed (TURN)')],
  }),
  timeSeries({
    title: 'Part that is relayed',
    how: 'Relayed connections of all that were opened. Near 100 %, direct connections are blocked, which makes them slow. The line is the bound of CoderdTurnShareHigh.',
    lines: [line(over(sum(rate(TURN_OPENED)), sum(rate(WORKSPACES_OPENED))), 'relayed')],
    thresholds: badFrom({ warning: valueOf({ alert: turnShareHigh, name: 'ratio' }) }),
    max: 1,
    interval: '10m',
  }),
]);

const pods = row('Relays by pod', [
  timeSeries({
    title: 'Relayed connections open',
    how: 'TURN connections by pod; the traffic goes through the pod.',
    lines: [line(sum(gauge('coderd_rtc_turn_connections_concurrent'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Workspace connections open',
    how: 'By pod. A pod with none is new, or unreachable.',
    lines: [line(sum(gauge('coderd_rtc_workspace_connections_current'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Relays opened for each that is open',
    how: 'TURN connections opened in 15 minutes, for each that is open. High: they break and are opened anew. The line is the bound of CoderdTurnChurn.',
    lines: [line(over(sum(increase(TURN_OPENED)), sum(gauge('coderd_rtc_turn_connections_concurrent'))), 'opened')],
    unit: 'none',
    interval: '15m',
    thresholds: badFrom({ warning: valueOf({ alert: turnChurn, name: 'factor' }) }),
  }),
]);

/** Whether agents and users reach each other. */
export const NETWORKING: Dashboard = {
  uid: 'coder-networking',
  title: 'Coder / Networking',
  description: 'Are agents connected, and do users reach their workspaces directly?',
  rows: [agents, workspaces, pods],
};
