import { packagedChart } from '../../chart';
import type { Suite } from '../../claims';
import { outagesOf, startStack } from '../../cluster';
import { helmNames } from '../../kubernetes';
import { besideClaims } from './beside';
import { missingDefinitions } from './missing-definitions';
import { outageClaims } from './outage';
import { refusedValues } from './refused';
import { watchedFaultClaims } from './watched';

const monitors = ['podmonitors', 'servicemonitors', 'prometheusrules'].map((name) => `${name}.monitoring.coreos.com`);

/** What goes wrong around the chart. It kills programs and removes definitions, so it has a cluster of its own. */
export const faultsSuite: Suite = {
  title: 'Faults',
  claims: 23,
  run: async (claim) => {
    const cluster = await startStack();
    try {
      const chart = await packagedChart(cluster);
      const stack = { cluster, chart, outages: outagesOf(cluster) };
      await refusedValues(claim, stack);
      await besideClaims(claim, stack);
      await watchedFaultClaims(claim, stack);
      for (const helm of helmNames) await outageClaims(claim, stack, helm);
      await chart.kubectl(['delete', 'customresourcedefinitions', ...monitors]);
      for (const helm of helmNames) await missingDefinitions(claim, stack, helm);
    } finally {
      await cluster.stop();
    }
  },
};
