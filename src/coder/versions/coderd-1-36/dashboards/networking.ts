import { type Dashboard, badFrom, line, row, timeSeries, valueOf } from '../../../../observability/mixin';
import { over, sum } from '../../../../observability/promql';
import { turnChurn, turnShareHigh } from '../alerts/networking';
import { gauge, increase, rate } from '../promql';

const TURN_OPENED = 'coderd_rtc_turn_connections_total';
const WORKSPACES_OPENED = 'coderd_rtc_workspace_connections_total';

const agents = row('Agents and users', [
  timeSeries({
    title: 'Connected agents',
    how: 'Each running workspace has an agent with an open websocket. A sudden drop is a network failure or a restart.',
    width: 12,
    lines: [line(sum(gauge('coderd_rtc_agent_listeners_concurrent'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Client connection rate',
    how: 'Client connections opened per second. Many connections with few agents mean that clients keep retrying.',
    width: 12,
    lines: [line(sum(rate('coderd_rtc_client_connections_total'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
]);

const workspaces = row('Connections to workspaces', [
  timeSeries({
    title: 'Open connections',
    how: 'Connections between users and workspaces, and how many of them a TURN server relays.',
    lines: [
      line(sum(gauge('coderd_rtc_workspace_connections_current')), 'all'),
      line(sum(gauge('coderd_rtc_turn_connections_concurrent')), 'relayed (TURN)'),
    ],
  }),
  timeSeries({
    title: 'New connections',
    how: 'Connections per second.',
    lines: [line(sum(rate(WORKSPACES_OPENED)), 'all'), line(sum(rate(TURN_OPENED)), 'relayed (TURN)')],
  }),
  timeSeries({
    title: 'TURN relay ratio',
    how: 'Ratio of new connections that are relayed. Near 100 %, direct connections are blocked, and relayed ones are slow. The line is the threshold of CoderdTurnShareHigh.',
    lines: [line(over(sum(rate(TURN_OPENED)), sum(rate(WORKSPACES_OPENED))), 'relayed')],
    thresholds: badFrom({ warning: valueOf({ alert: turnShareHigh, name: 'ratio' }) }),
    max: 1,
    interval: '10m',
  }),
]);

const pods = row('Relays by pod', [
  timeSeries({
    title: 'Open relayed connections',
    how: 'TURN connections by pod. Their traffic goes through the pod.',
    lines: [line(sum(gauge('coderd_rtc_turn_connections_concurrent'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'Open workspace connections',
    how: 'By pod. A pod without connections is new or unreachable.',
    lines: [line(sum(gauge('coderd_rtc_workspace_connections_current'), ['pod']), (label) => label('pod'))],
    isStacked: true,
  }),
  timeSeries({
    title: 'TURN connection churn',
    how: 'TURN connections opened in 15 minutes per open one. High: they break and are reopened. The line is the threshold of CoderdTurnChurn.',
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
