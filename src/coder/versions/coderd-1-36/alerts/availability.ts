import { interpolate } from '../../../../engine/expr';
import { alert } from '../../../../observability/mixin';
import { recorded, sum } from '../../../../observability/promql';
import { rate } from '../promql';
import { API_RATE_BY_CODE, apiErrorRatio, apiFailedRequests } from '../recordings';
import { SLO_VALUES } from '../slo';
import { BAD_REQUESTS, type BurnQueries, burnRules, burnText, requests } from './burn-rate';
import { BUSY_QUERIES, LAST_CHANGE, LIST_PODS, READ_LOGS, RESTART, ROLL_BACK } from './commands';

const QUERIES: BurnQueries = {
  ratio: (window) => recorded(apiErrorRatio(window)),
  broken: (window) => recorded(apiFailedRequests(window)),
};

const CRITICAL_1H = { severity: 'critical', long: '1h', short: '5m' };
const CRITICAL_6H = { severity: 'critical', long: '6h', short: '30m' };
const WARNING_1D = { severity: 'warning', long: '1d', short: '2h' };
const WARNING_3D = { severity: 'warning', long: '3d', short: '6h' };

const apiErrorBudgetBurn = alert({
  name: 'CoderdApiErrorBudgetBurn',
  group: 'slo',
  thresholds: {
    badRequests: BAD_REQUESTS,
  },
  objectives: { availability: SLO_VALUES.availability },
  rules: ({ slo, badRequests }) => burnRules(QUERIES, { objective: slo.availability, least: badRequests }),
  summary: ({ label }) => `Too many failing API requests in ${label('namespace')}.`,
  description: (firing, { slo: { availability } }) =>
    interpolate`${firing.value('percent')} of the API requests in the last ${firing.own('long')} failed with a 5xx status, and requests still fail. Users see errors. ${burnText(firing, availability)}`,
  runbook: {
    meaning:
      'API requests that fail with a 5xx status consume the 30-day error budget too fast, over a long window and still over a short one (labels `long` and `short`).',
    impact: 'Users see errors in the dashboard and the command line; builds and connections to workspaces may fail.',
    diagnosis: [
      { text: 'Which status?', query: recorded(API_RATE_BY_CODE) },
      {
        text: 'Which routes fail?',
        query: sum(rate('coderd_api_requests_processed_total', { where: { code: { matches: '5..' } } }), [
          'method',
          'path',
        ]),
      },
      {
        text: 'One pod or all?',
        query: sum(rate('coderd_api_requests_processed_total', { where: { code: { matches: '5..' } } }), ['pod']),
      },
      { text: 'Does the database respond?', query: sum(rate('coderd_db_sql_queries_executed_total'), ['pod']) },
      READ_LOGS,
      LIST_PODS,
      LAST_CHANGE,
    ],
    mitigation: [
      'A single pod: delete it (`kubectl -n @{namespace} delete pod POD`).',
      `The database: see the runbooks of CoderdDatabaseStalled and CoderdDatabaseSlow. ${BUSY_QUERIES}`,
      ROLL_BACK,
      RESTART,
    ],
  },
  scenarios: [
    {
      title: 'by the fast windows when 5 % of the requests fail',
      series: [requests('200', '0+95x120'), requests('500', '0x60 0+5x59')],
      minute: 90,
      fires: [CRITICAL_1H, CRITICAL_6H],
    },
    {
      title: 'by the fastest windows when 1.6 % of the requests fail for 10 minutes',
      series: [requests('200', '0+984x20'), requests('500', '0+16x20')],
      minute: 10,
      fires: [CRITICAL_1H],
    },
    {
      title: 'by the windows of 6 hours and 30 minutes when 0.7 % of the requests fail for 40 minutes',
      series: [requests('200', '0+993x50'), requests('500', '0+7x50')],
      minute: 40,
      fires: [CRITICAL_6H],
    },
    {
      title: 'while 1.3 % of the requests have failed for 10 minutes',
      series: [requests('200', '0+987x20'), requests('500', '0+13x20')],
      minute: 10,
      fires: [],
    },
    {
      title: 'while 0.5 % of the requests have failed for 50 minutes',
      series: [requests('200', '0+995x60'), requests('500', '0+5x60')],
      minute: 50,
      fires: [],
    },
    {
      title: 'while 0.25 % of the requests have failed for 2 hours',
      series: [requests('200', '0+9975x130'), requests('500', '0+25x130')],
      minute: 120,
      fires: [],
    },
    {
      title: 'by the slow window when 0.4 % of the requests of a new installation fail for 2 hours',
      series: [requests('200', '0+996x250'), requests('500', '0+4x250')],
      minute: 120,
      fires: [WARNING_1D],
    },
    {
      title: 'by the slowest window when 0.12 % of the requests fail for 4 hours',
      series: [requests('200', '0+9988x250'), requests('500', '0+12x250')],
      minute: 240,
      fires: [{ namespace: 'coder', job: 'coder/master-monitor', ...WARNING_3D }],
      says: {
        summary: 'Too many failing API requests in coder.',
        description:
          '0.12% of the API requests in the last 3d failed with a 5xx status, and requests still fail. Users see errors. The objective is 99.9%. At this burn rate (1 or more), the 30-day error budget is used up within 30 days.',
      },
    },
    {
      title: 'while 0.09 % of the requests fail, which the objective allows',
      series: [requests('200', '0+9991x250'), requests('500', '0+9x250')],
      minute: 240,
      fires: [],
    },
    {
      title: 'when the errors ended half an hour ago',
      series: [requests('200', '0+95x120'), requests('500', '0+5x20 100x100')],
      minute: 55,
      fires: [],
    },
    {
      title: 'at night, when 9 of 50 requests fail',
      series: [requests('200', '0+0.8x60'), requests('500', '0x5 0+0.2x55')],
      minute: 50,
      fires: [],
    },
    {
      title: 'at night, when all of 50 requests fail',
      series: [requests('200', '0x60'), requests('500', '0+1x60')],
      minute: 50,
      fires: [CRITICAL_1H, CRITICAL_6H],
    },
    { title: 'without requests', series: [requests('200', '5x60'), requests('500', '5x60')], minute: 60, fires: [] },
    { title: 'when nothing ever failed', series: [requests('200', '0+100x60')], minute: 60, fires: [] },
  ],
});

/** Whether requests succeed. */
export const AVAILABILITY_ALERTS = [apiErrorBudgetBurn];
