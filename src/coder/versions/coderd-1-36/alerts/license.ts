import { type Expr, interpolate } from '../../../../engine/expr';
import { int } from '../../../../engine/values';
import { INSTALLATION, type InstallationLabel, POD, alert } from '../../../../observability/mixin';
import {
  type Query,
  above,
  and,
  below,
  equalTo,
  max,
  min,
  time,
  unequalTo,
  unless,
} from '../../../../observability/promql';
import { gauge, series } from '../promql';
import { READ_LOGS, RESTART } from './commands';

const SECOND_POD = { pod: 'coderd-b' };
const DAYS_LEFT = min(gauge('coderd_license_time_until_expires_days'), INSTALLATION);
const EXPIRES_AT = max(gauge('coderd_license_expires_at_unix'), INSTALLATION);

/** Without a license there is no date to come: another alert says so. */
function expiresWithin(days: Expr<number>): Query<InstallationLabel> {
  return and(below(DAYS_LEFT, days), above(EXPIRES_AT, 0));
}

const diagnosis = [
  { text: 'How many days remain?', query: DAYS_LEFT },
  { text: 'Do all pods report the same?', query: max(gauge('coderd_license_expires_at_unix'), POD) },
];

const mitigation = [
  'Ask Coder for a new license, and mention that you run coderd 1.36.',
  'Upload it in the admin pages of the Coder dashboard.',
];

/** Days before the license expires: time to order. */
export const expiresSoon = alert({
  name: 'CoderdLicenseExpiresSoon',
  group: 'license',
  saidBy: ['CoderdLicenseExpired', 'CoderdLicenseExpiresNow'],
  thresholds: { days: int({ description: 'Days before the license expires.', default: 30, min: 1 }) },
  rules: ({ days }) => [{ severity: 'warning', for: '1h', query: expiresWithin(days) }],
  summary: ({ label }) => `The Coder license in ${label('namespace')} expires soon.`,
  description: ({ value }, { days }) =>
    interpolate`Days remaining: ${value('number')} (threshold: ${days}). Order a new license now: when it expires, users may be locked out.`,
  runbook: {
    meaning: 'The license reported by coderd expires within the threshold, 30 days by default.',
    impact: 'None yet. Ordering a new license may take days.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when 29 days are left',
      series: [
        series('coderd_license_time_until_expires_days', '29x90'),
        series('coderd_license_expires_at_unix', '2e9x90'),
      ],
      minute: 70,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', severity: 'warning' }],
      says: {
        summary: 'The Coder license in coder expires soon.',
        description:
          'Days remaining: 29 (threshold: 30). Order a new license now: when it expires, users may be locked out.',
      },
    },
    {
      title: 'while less than 30 days have been left for 50 minutes',
      series: [
        series('coderd_license_time_until_expires_days', '29x90'),
        series('coderd_license_expires_at_unix', '2e9x90'),
      ],
      minute: 50,
      fires: [],
    },
    {
      title: 'while 30 days are left',
      series: [
        series('coderd_license_time_until_expires_days', '30x90'),
        series('coderd_license_expires_at_unix', '2e9x90'),
      ],
      minute: 70,
      fires: [],
    },
    {
      title: 'while there is no license',
      series: [
        series('coderd_license_time_until_expires_days', '0x90'),
        series('coderd_license_expires_at_unix', '0x90'),
      ],
      minute: 70,
      fires: [],
    },
  ],
});

/** The same, when it is urgent. */
export const expiresNow = alert({
  name: 'CoderdLicenseExpiresNow',
  group: 'license',
  saidBy: ['CoderdLicenseExpired'],
  thresholds: { days: int({ description: 'Days before the license expires.', default: 7, min: 1 }) },
  // By night nobody can buy one.
  rules: ({ days }) => [{ severity: 'warning', for: '5m', query: expiresWithin(days) }],
  summary: ({ label }) => `The Coder license in ${label('namespace')} is about to expire.`,
  description: ({ value }, { days }) =>
    interpolate`Days remaining: ${value('number')} (threshold: ${days}; below 0 it has expired). Without a valid license, users may be locked out.`,
  runbook: {
    meaning: 'The license reported by coderd expires within the threshold, 7 days by default, or has expired.',
    impact: 'When it expires, users may no longer create or open workspaces.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when 6 days are left',
      series: [
        series('coderd_license_time_until_expires_days', '6x20'),
        series('coderd_license_expires_at_unix', '2e9x20'),
      ],
      minute: 10,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'when the license has expired',
      series: [
        series('coderd_license_time_until_expires_days', '0x10'),
        series('coderd_license_expires_at_unix', '2e9x20'),
      ],
      minute: 10,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while less than 7 days have been left for 4 minutes',
      series: [
        series('coderd_license_time_until_expires_days', '7x10 6x10'),
        series('coderd_license_expires_at_unix', '2e9x20'),
      ],
      minute: 15,
      fires: [],
    },
    {
      title: 'while 7 days are left',
      series: [
        series('coderd_license_time_until_expires_days', '7x20'),
        series('coderd_license_expires_at_unix', '2e9x20'),
      ],
      minute: 10,
      fires: [],
    },
  ],
});

/** The license has ended: now somebody must be woken. */
const expired = alert({
  name: 'CoderdLicenseExpired',
  group: 'license',
  thresholds: {},
  rules: () => [{ severity: 'critical', for: '5m', query: and(below(EXPIRES_AT, time()), above(EXPIRES_AT, 0)) }],
  summary: ({ label }) => `The Coder license in ${label('namespace')} has expired.`,
  description: ({ lasting }) =>
    interpolate`The license expired at least ${lasting} ago. Users may be locked out until there is a new one.`,
  runbook: {
    meaning: 'The expiry date of the newest license that coderd reports has passed.',
    impact: 'Users may no longer create or open workspaces.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when the license ended 10 minutes ago',
      series: [series('coderd_license_expires_at_unix', '600x30')],
      minute: 20,
      fires: [{ namespace: 'coder', severity: 'critical' }],
    },
    {
      title: 'when one pod has kept the old license',
      series: [
        series('coderd_license_expires_at_unix', '600x30'),
        series('coderd_license_expires_at_unix', '2e9x30', SECOND_POD),
      ],
      minute: 20,
      fires: [],
    },
    { title: 'without a license', series: [series('coderd_license_expires_at_unix', '0x30')], minute: 20, fires: [] },
    { title: 'before it ends', series: [series('coderd_license_expires_at_unix', '3600x30')], minute: 20, fires: [] },
  ],
});

const viewsDiffer = alert({
  name: 'CoderdLicenseViewsDiffer',
  group: 'license',
  thresholds: {},
  rules: () => [
    {
      severity: 'warning',
      for: '30m',
      query: unequalTo(EXPIRES_AT, min(gauge('coderd_license_expires_at_unix'), INSTALLATION)),
    },
  ],
  summary: ({ label }) => `The coderd pods in ${label('namespace')} report different licenses.`,
  description: ({ lasting }) =>
    interpolate`For ${lasting}, coderd pods have reported different expiry dates of the license: at least one has not loaded the newest. Users may be locked out on one pod but not on another.`,
  runbook: {
    meaning: 'coderd_license_expires_at_unix differs between pods.',
    impact: 'The limits of the old license apply to users served by a stale pod.',
    diagnosis: [
      { text: 'Which pod reports which expiry date?', query: max(gauge('coderd_license_expires_at_unix'), POD) },
      { text: 'When was each one issued?', query: max(gauge('coderd_license_issued_at_unix'), POD) },
      READ_LOGS,
    ],
    mitigation: [RESTART],
  },
  scenarios: [
    {
      title: 'when a pod has kept the old license',
      series: [
        series('coderd_license_expires_at_unix', '1700000000x60'),
        series('coderd_license_expires_at_unix', '1730000000x60', SECOND_POD),
      ],
      minute: 40,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while a new license reaches the pods one by one',
      series: [
        series('coderd_license_expires_at_unix', '1700000000x10 1730000000x50'),
        series('coderd_license_expires_at_unix', '1700000000x35 1730000000x25', SECOND_POD),
      ],
      minute: 35,
      fires: [],
    },
    {
      title: 'with a single pod',
      series: [series('coderd_license_expires_at_unix', '1700000000x60')],
      minute: 40,
      fires: [],
    },
  ],
});

const unknown = alert({
  name: 'CoderdLicenseUnknown',
  group: 'license',
  thresholds: {},
  rules: () => [
    {
      severity: 'info',
      for: '1h',
      query: unless(equalTo(max(gauge('up'), INSTALLATION), 1), above(EXPIRES_AT, 0)),
    },
  ],
  summary: ({ label }) => `coderd in ${label('namespace')} reports no license.`,
  description: ({ lasting }) =>
    interpolate`For ${lasting}, coderd has exposed no expiry date of its license. Either it has no license, or the metric is missing. The other license alerts cannot fire.`,
  runbook: {
    meaning: 'coderd runs, but coderd_license_expires_at_unix is 0 or missing.',
    impact: 'None at first. Nobody is alerted when the license expires or seats run out.',
    diagnosis: [
      'Check in the admin pages of the Coder dashboard whether there is a license.',
      'Check whether coderd exposes the metric: `kubectl -n @{namespace} port-forward deployment/@{workload} 2112`, then `curl -s http://localhost:2112/metrics | grep ^coderd_license`.',
      { text: 'Which pods expose it?', query: max(gauge('coderd_license_expires_at_unix'), POD) },
    ],
    mitigation: [
      'Upload a license.',
      'If this installation needs none, set `metrics.alerts.licenseUnknown.enabled: false`.',
    ],
  },
  scenarios: [
    {
      title: 'when no pod has the metric',
      series: [series('up', '1x90')],
      minute: 70,
      fires: [{ namespace: 'coder', severity: 'info' }],
    },
    {
      title: 'when the date is 0',
      series: [series('up', '1x90'), series('coderd_license_expires_at_unix', '0x90')],
      minute: 70,
      fires: [{ namespace: 'coder', severity: 'info' }],
    },
    {
      title: 'when the license is uploaded within half an hour',
      series: [series('up', '1x90'), series('coderd_license_expires_at_unix', '0x30 1730000000x60')],
      minute: 30,
      fires: [],
    },
  ],
});

/** Whether the license lasts. */
export const LICENSE_ALERTS = [expiresSoon, expiresNow, expired, viewsDiffer, unknown];
