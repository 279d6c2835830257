import { interpolate } from '../../../../engine/expr';
import { number } from '../../../../engine/values';
import { INSTALLATION, POD, alert } from '../../../../observability/mixin';
import { above, atLeast, max, over } from '../../../../observability/promql';
import { gauge, series } from '../promql';

const USERS = max(gauge('coderd_license_user_count'), INSTALLATION);
/** Absent where the license has no limit, which is 0 or less. */
const SEATS = above(max(gauge('coderd_license_user_limit'), INSTALLATION), 0);

const diagnosis = [
  { text: 'How many users are active?', query: USERS },
  { text: 'How many does the license allow?', query: SEATS },
  { text: 'Do all pods report the same?', query: max(gauge('coderd_license_user_count'), POD) },
  'Check the list of users in the Coder dashboard: who has not logged in for a long time?',
];

const mitigation = [
  'Remove or deactivate users who have left. Only active (non-dormant) users count.',
  'Order more seats, and upload the new license.',
];

/** Few seats of the license are left. */
export const seatsAlmostUsed = alert({
  name: 'CoderdLicenseSeatsAlmostUsed',
  group: 'license',
  saidBy: ['CoderdLicenseSeatsExhausted'],
  thresholds: { ratio: number({ description: 'Ratio of used seats.', default: 0.9, min: 0.01, max: 0.99 }) },
  rules: ({ ratio }) => [{ severity: 'warning', for: '1h', query: above(over(USERS, SEATS), ratio) }],
  summary: ({ label }) => `Almost all Coder seats in ${label('namespace')} are used.`,
  description: ({ value, bound }, { ratio }) =>
    interpolate`${value('percent')} of the license seats are used (threshold: ${bound(ratio, 'percent')}). Soon, new users may be refused.`,
  runbook: {
    meaning: 'The number of active users is close to the license limit.',
    impact: 'None yet. When all seats are used, new users may be refused.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when 91 of 100 seats are used',
      series: [series('coderd_license_user_count', '91x90'), series('coderd_license_user_limit', '100x90')],
      minute: 70,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', severity: 'warning' }],
      says: {
        summary: 'Almost all Coder seats in coder are used.',
        description: '91% of the license seats are used (threshold: 90%). Soon, new users may be refused.',
      },
    },
    {
      title: 'while 91 of 100 seats have been used for 50 minutes',
      series: [series('coderd_license_user_count', '91x90'), series('coderd_license_user_limit', '100x90')],
      minute: 50,
      fires: [],
    },
    {
      title: 'while 90 of 100 seats are used',
      series: [series('coderd_license_user_count', '90x90'), series('coderd_license_user_limit', '100x90')],
      minute: 70,
      fires: [],
    },
    {
      title: 'without a limit',
      series: [series('coderd_license_user_count', '500x90'), series('coderd_license_user_limit', '0x90')],
      minute: 70,
      fires: [],
    },
  ],
});

const seatsExhausted = alert({
  name: 'CoderdLicenseSeatsExhausted',
  group: 'license',
  thresholds: {},
  // Whoever has a seat keeps it, and by night nobody can buy more.
  rules: () => [{ severity: 'warning', for: '15m', query: atLeast(USERS, SEATS) }],
  summary: ({ label }) => `All Coder seats in ${label('namespace')} are used.`,
  description: ({ value }) =>
    interpolate`${value('whole')} users are active, which is the license limit or more. New users may be refused.`,
  runbook: {
    meaning: 'The number of active users has reached the license limit.',
    impact: 'New users and returning dormant users may be refused.',
    diagnosis,
    mitigation,
  },
  scenarios: [
    {
      title: 'when 100 of 100 seats are used',
      series: [series('coderd_license_user_count', '100x30'), series('coderd_license_user_limit', '100x30')],
      minute: 20,
      fires: [{ namespace: 'coder', severity: 'warning' }],
    },
    {
      title: 'while 100 of 100 seats have been used for 10 minutes',
      series: [series('coderd_license_user_count', '99x9 100x20'), series('coderd_license_user_limit', '100x30')],
      minute: 20,
      fires: [],
    },
    {
      title: 'while 99 of 100 seats are used',
      series: [series('coderd_license_user_count', '99x30'), series('coderd_license_user_limit', '100x30')],
      minute: 20,
      fires: [],
    },
    {
      title: 'without a limit',
      series: [series('coderd_license_user_count', '500x30'), series('coderd_license_user_limit', '0x30')],
      minute: 20,
      fires: [],
    },
  ],
});

/** Whether the license has seats left. */
export const SEAT_ALERTS = [seatsAlmostUsed, seatsExhausted];
