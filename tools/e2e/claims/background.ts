import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 300;

/**
 * Runs a body again and again beside the claims. A failure is only tried again: the API server may be away for a while. Returns
 * what ends it.
 */
export function inBackground(body: () => Promise<void>): () => Promise<void> {
  let stopped = false;
  const loop = async (): Promise<void> => {
    while (!stopped) {
      await body().catch(() => undefined);
      await sleep(pauseMs, undefined, { ref: false });
    }
  };
  const ended = loop();
  return () => {
    stopped = true;
    return ended;
  };
}
