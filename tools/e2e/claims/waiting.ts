import process from 'node:process';

const everyMs = 30_000;

/** Says what is waited for, then how many seconds it took, on one line; every 30 s that it still waits. */
export async function waiting<T>(label: string, body: () => Promise<T>): Promise<T> {
  const start = Date.now();
  const seconds = (digits: number): string => `${((Date.now() - start) / 1000).toFixed(digits)} s`;
  process.stderr.write(`waiting for ${label}: `);
  const timer = setInterval(() => process.stderr.write(`${seconds(0)} ... `), everyMs);
  try {
    const result = await body();
    process.stderr.write(`${seconds(1)}\n`);
    return result;
  } catch (error) {
    process.stderr.write(`failed after ${seconds(1)}\n`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
