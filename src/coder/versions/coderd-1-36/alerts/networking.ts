import { interpolate } from '../../../../engine/expr';
import { int, number } from '../../../../engine/values';
import { INSTALLATION, alert } from '../../../../observability/mixin';
import { above, and, over, sum, times } from '../../../../observability/promql';
import { gauge, increase, rate, series } from '../promql';
import { AGENTS, AGENTS_LOST, stillLost } from '../connections';
import { LAST_CHANGE, LIST_PODS, READ_LOGS } from './commands';

const SECOND_POD = { pod: 'coderd-b' };

const agentListenersDropped = alert({
  name: 'CoderdAgentListenersDropped',
  group: 'networking',
  saidBy: ['CoderdDown', 'CoderdCrashLooping', 'CoderdTrafficGone'],
  thresholds: {
    ratio: number({
      description: 'Ratio of the agents that are lost within 15 minutes.',
      default: 0.5,
      min: 0.01,
      max: 0.99,
    }),
    agents: int({
      description: 'Minimum number of agents.',
      default: 10,
      min: 0,
    }),
  },
  rules: ({ ratio, agents }) => [
    {
      severity: 'warning',
      for: '5m',
      query: stillLost({ now: AGENTS, lost: AGENTS_LOST }, { ratio, least: agents, since: '3h' }),
    },
  ],
  summary: ({ label }) => `Many workspace agents lost their connection in ${label('namespace')}.`,
  description: ({ value, bound, lasting }, { ratio }) =>
    interpolate`${value('whole')} workspace agents are connected. Within the last 3 hours, more than ${bound(ratio, 'percent')} of them were lost within 15 minutes, and for ${lasting} they have not come back. Developers cannot open terminals or ports in these workspaces.`,
  runbook: {
    meaning:
      'More than half of the agents were lost within 15 minutes, and they have not come back. The alert lasts until they do, 3 hours at most.',
    impact: 'Developers cannot connect to workspaces whose agents are disconnected.',
    diagnosis: [
      {
        text: 'How many are connected to each pod?',
        query: sum(gauge('coderd_rtc_agent_listeners_concurrent'), ['pod']),
      },
      'Did many workspaces stop on purpose, by a schedule or a drained node? `kubectl get pods -A -l com.coder.resource=true` and `kubectl get nodes`.',
      LIST_PODS,
      'Did the ingress or load balancer in front of coderd restart, or get a shorter websocket timeout?',
      READ_LOGS,
      LAST_CHANGE,
    ],
    mitigation: [
      'Revert the change to the ingress, load balancer, certificate or NetworkPolicy. Agents reconnect by themselves.',
      'If agents stay disconnected, rebuild one workspace and check whether it connects.',
    ],
  },
  scenarios: [
    {
      title: 'when 7 of 12 agents disconnect',
      series: [series('coderd_rtc_agent_listeners_concurrent', '12x30 5x30')],
      minute: 38,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'when 40 of 100 agents disconnect',
      series: [series('coderd_rtc_agent_listeners_concurrent', '100x30 60x30')],
      minute: 38,
      fires: [],
    },
    {
      title: 'while a rolling update moves all agents to a new pod within 3 minutes',
      series: [
        series('coderd_rtc_agent_listeners_concurrent', '100x30 stale'),
        series('coderd_rtc_agent_listeners_concurrent', '_x30 10x2 98x30', SECOND_POD),
      ],
      minute: 32,
      fires: [],
    },
    {
      title: 'when 7 of 12 agents have been disconnected for 2 hours',
      series: [series('coderd_rtc_agent_listeners_concurrent', '12x30 5x150')],
      minute: 155,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'when they are back',
      series: [series('coderd_rtc_agent_listeners_concurrent', '12x30 5x30 12x30')],
      minute: 65,
      fires: [],
    },
    {
      title: 'when everybody goes home within 3 hours',
      series: [series('coderd_rtc_agent_listeners_concurrent', '180x30 180-1x175 4x60')],
      minute: 220,
      fires: [],
    },
    {
      title: 'when 9 of 10 agents disconnect',
      series: [series('coderd_rtc_agent_listeners_concurrent', '10x30 1x30')],
      minute: 38,
      fires: [],
    },
  ],
});

/** Many workspace connections go through a relay. */
export const turnShareHigh = alert({
  name: 'CoderdTurnShareHigh',
  group: 'networking',
  thresholds: {
    ratio: number({ description: 'Maximum ratio of relayed connections.', default: 0.8, min: 0 }),
    connections: int({
      description: 'Minimum number of connections within an hour.',
      default: 10,
      min: 0,
    }),
  },
  rules: ({ ratio, connections }) => {
    const relayed = sum(increase('coderd_rtc_turn_connections_total', { window: '1h' }), INSTALLATION);
    const all = sum(increase('coderd_rtc_workspace_connections_total', { window: '1h' }), INSTALLATION);
    return [{ severity: 'info', for: '1h', query: and(above(over(relayed, all), ratio), above(all, connections)) }];
  },
  summary: ({ label }) => `Almost all workspace connections are relayed in ${label('namespace')}.`,
  description: ({ value, bound }, { ratio }) =>
    interpolate`In the last hour, ${value('percent')} of the workspace connections were relayed by TURN (threshold: ${bound(ratio, 'percent')}). They go through coderd instead of directly, which is slower and uses its bandwidth.`,
  runbook: {
    meaning: 'Direct connections to workspaces hardly ever succeed: TURN relays almost all of them.',
    impact: 'Terminals and ports are slower for developers, and their traffic goes through coderd.',
    diagnosis: [
      {
        text: 'How many relayed connections are open?',
        query: sum(gauge('coderd_rtc_turn_connections_concurrent'), ['pod']),
      },
      {
        text: 'How many workspace connections are open?',
        query: sum(gauge('coderd_rtc_workspace_connections_current'), ['pod']),
      },
      'Does a firewall or NetworkPolicy between developers and workspaces block UDP?',
    ],
    mitigation: [
      'Allow UDP between developers and workspaces if your policy permits.',
      'If direct connections are not wanted, set `metrics.alerts.turnShareHigh.enabled: false`.',
    ],
  },
  scenarios: [
    {
      title: 'when 9 of 10 connections are relayed',
      series: [
        series('coderd_rtc_turn_connections_total', '0+0.18x150'),
        series('coderd_rtc_workspace_connections_total', '0+0.2x150'),
      ],
      minute: 130,
      fires: [{ namespace: 'coder', severity: 'info' }],
    },
    {
      title: 'while 9 of 10 connections have been relayed for less than an hour',
      series: [
        series('coderd_rtc_turn_connections_total', '0+0.18x150'),
        series('coderd_rtc_workspace_connections_total', '0+0.2x150'),
      ],
      minute: 100,
      fires: [],
    },
    {
      title: 'while 7 of 10 connections are relayed',
      series: [
        series('coderd_rtc_turn_connections_total', '0+0.7x150'),
        series('coderd_rtc_workspace_connections_total', '0+1x150'),
      ],
      minute: 130,
      fires: [],
    },
    {
      title: 'at night, when all of 8 connections are relayed',
      series: [
        series('coderd_rtc_turn_connections_total', '0+0.14x150'),
        series('coderd_rtc_workspace_connections_total', '0+0.14x150'),
      ],
      minute: 130,
      fires: [],
    },
  ],
});

/** Relayed connections end and begin again. */
export const turnChurn = alert({
  name: 'CoderdTurnChurn',
  group: 'networking',
  thresholds: {
    factor: number({ description: 'New TURN connections within 15 minutes per open one.', default: 10, min: 1 }),
    connections: int({
      description: 'Minimum number of new TURN connections within 15 minutes.',
      default: 50,
      min: 0,
    }),
  },
  rules: ({ factor, connections }) => {
    const opened = sum(increase('coderd_rtc_turn_connections_total', { window: '15m' }), INSTALLATION);
    const open = sum(gauge('coderd_rtc_turn_connections_concurrent'), INSTALLATION);
    const query = and(above(opened, times(factor, open)), above(opened, connections));
    return [{ severity: 'warning', for: '15m', query }];
  },
  summary: ({ label }) => `TURN connections are flapping in ${label('namespace')}.`,
  description: ({ value, lasting }, { factor }) =>
    interpolate`${value('whole')} TURN connections were opened within 15 minutes; for ${lasting} it has been more than ${factor} per open connection. Developers' terminals and ports are interrupted.`,
  runbook: {
    meaning: 'Far more relayed connections are opened than stay open: clients connect, lose the connection, and retry.',
    impact: 'Terminals and forwarded ports keep getting interrupted.',
    diagnosis: [
      {
        text: 'How many are opened per second, by pod?',
        query: sum(rate('coderd_rtc_turn_connections_total'), ['pod']),
      },
      { text: 'How many are open?', query: sum(gauge('coderd_rtc_turn_connections_concurrent'), ['pod']) },
      {
        text: 'Do clients connect more often than usual?',
        query: sum(rate('coderd_rtc_client_connections_total'), ['pod']),
      },
      'Is there a short idle timeout in the ingress or load balancer in front of coderd?',
      READ_LOGS,
    ],
    mitigation: [
      'Raise the websocket idle timeout of the ingress and load balancer.',
      'If pods restart, see the runbook of CoderdCrashLooping.',
    ],
  },
  scenarios: [
    {
      title: 'when 4 connections a minute are opened and 5 stay open',
      series: [
        series('coderd_rtc_turn_connections_total', '0+4x60'),
        series('coderd_rtc_turn_connections_concurrent', '5x60'),
      ],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 10 connections a minute are opened and 20 stay open',
      series: [
        series('coderd_rtc_turn_connections_total', '0+10x60'),
        series('coderd_rtc_turn_connections_concurrent', '20x60'),
      ],
      minute: 40,
      fires: [],
    },
    {
      title: 'while connections have been breaking for 10 minutes',
      series: [
        series('coderd_rtc_turn_connections_total', '0+10x60'),
        series('coderd_rtc_turn_connections_concurrent', '2x60'),
      ],
      minute: 16,
      fires: [],
    },
    {
      title: 'while 3 connections a minute are opened and closed',
      series: [
        series('coderd_rtc_turn_connections_total', '0+3x60'),
        series('coderd_rtc_turn_connections_concurrent', '0x60'),
      ],
      minute: 40,
      fires: [],
    },
  ],
});

/** Whether developers reach their workspaces. */
export const NETWORKING_ALERTS = [agentListenersDropped, turnShareHigh, turnChurn];
