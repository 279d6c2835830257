const everyMs = 30_000;

/** Says what begins, and while the body runs every 30 s how long it has taken: nobody kills a build that talks. */
export async function withProgress<T>(label: string, body: () => Promise<T>): Promise<T> {
  const start = Date.now();
  console.error(label);
  const timer = setInterval(() => {
    console.error(`${label}: ${Math.round((Date.now() - start) / 1000)} s`);
  }, everyMs);
  try {
    return await body();
  } finally {
    clearInterval(timer);
  }
}
