import { setTimeout as sleep } from 'node:timers/promises';
import { codeOf, messageOf } from '../setup/index.cjs';

const pauseMs = 50;
const requestMs = 5_000;

/** What tells that a program is ready: a URL that answers 200 then, or a function that returns why it is too early. */
export type Ready = string | (() => Promise<string | undefined>);

/** How long to wait; `hasEnded` returns a reason to give up at once. */
export interface Patience {
  readonly deadlineMs: number;
  readonly hasEnded: () => string | undefined;
}

/** Waits until a program is ready. Returns undefined then, else why it gave up. */
export async function waitForReady(ready: Ready, { deadlineMs, hasEnded }: Patience): Promise<string | undefined> {
  const probe = typeof ready === 'function' ? ready : () => problemAt(ready);
  const deadline = Date.now() + deadlineMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    const ended = hasEnded();
    if (ended !== undefined) return ended;
    const problem = await probe();
    if (problem === undefined) return undefined;
    last = problem;
    await sleep(pauseMs);
  }
  return `not ready after ${deadlineMs / 1000} s (${last})`;
}

async function problemAt(url: string): Promise<string | undefined> {
  const status = await statusOf(url);
  return status === '200' ? undefined : `${url}: ${status}`;
}

async function statusOf(url: string): Promise<string> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(requestMs) });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return causeOf(error) ?? (error instanceof Error ? error.name : String(error));
  }
}

/** Asks a URL for JSON, by POST if there is a form; throws an error of one line if none comes. */
export async function requestJson(url: string, form?: URLSearchParams): Promise<unknown> {
  const { status, text } = await request(url, form);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${url}: expected JSON, got ${status} ${text.split('\n', 1)[0] ?? ''}`, { cause: error });
  }
}

async function request(url: string, form: URLSearchParams | undefined): Promise<{ status: number; text: string }> {
  try {
    const response = await fetch(url, form === undefined ? {} : { method: 'POST', body: form });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    const reason = causeOf(error) ?? messageOf(error);
    throw new Error(`${url}: no answer: ${reason}`, { cause: error });
  }
}

/** fetch hides the error of the system. */
function causeOf(error: unknown): string | undefined {
  return error instanceof Error ? codeOf(error.cause) : undefined;
}
