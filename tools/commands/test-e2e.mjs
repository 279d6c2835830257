// npm run test:e2e: the chart and the manifests on a real control plane, scraped by the real Prometheus. Arguments: names of suites, as
// in docs/testing.md, instead of all.
import process from 'node:process';
import { claimBook } from '../e2e/claims.mjs';
import { startStack } from '../e2e/stack.mjs';
import { setUp } from '../setup/index.mjs';
import { SetUpError, runScript } from '../setup/failure.mjs';

await runScript(async () => {
  const asked = process.argv.slice(2);
  await setUp({ tools: true });
  // Loaded late: they read packages that have just been installed.
  const { suites } = await import('../e2e/suites/index.mjs');
  const chosen = choose(suites, asked);
  const book = claimBook();
  await runSuites(book, chosen);
  return book.summary();
});

function choose(suites, asked) {
  const unknown = asked.find((name) => !Object.hasOwn(suites, name));
  if (unknown === undefined) return asked.length === 0 ? Object.values(suites) : asked.map((name) => suites[name]);
  throw new SetUpError(`no suite "${unknown}": expected some of ${Object.keys(suites).join(', ')}`);
}

async function runSuites(book, chosen) {
  if (chosen.some(({ shared }) => shared))
    await runShared(
      book,
      chosen.filter(({ shared }) => shared),
    );
  for (const { title, run } of chosen.filter(({ shared }) => !shared)) await book.suite(title, () => run(book));
}

async function runShared(book, chosen) {
  const cluster = await startStack({ more: ['registry'] });
  try {
    for (const { title, run } of chosen) await book.suite(title, () => run(book, cluster));
  } finally {
    await cluster.stop();
  }
}
