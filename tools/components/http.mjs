import { setTimeout as sleep } from 'node:timers/promises';

const { AbortSignal, fetch } = globalThis;
const pauseMs = 50;
const requestMs = 5_000;

/**
 * Waits until a URL answers 200, or a function returns undefined instead of why it is too early. Returns undefined then,
 * else why it gave up: `hasEnded` returned a reason, or the deadline passed.
 */
export async function waitForReady(ready, { deadlineMs, hasEnded }) {
  const probe = typeof ready === 'function' ? ready : () => problemAt(ready);
  const deadline = Date.now() + deadlineMs;
  let last = 'no answer';
  while (Date.now() < deadline) {
    const ended = hasEnded();
    if (ended !== undefined) return ended;
    last = await probe();
    if (last === undefined) return undefined;
    await sleep(pauseMs);
  }
  return `not ready after ${deadlineMs / 1000} s (${last})`;
}

async function problemAt(url) {
  const status = await statusOf(url);
  return status === '200' ? undefined : `${url}: ${status}`;
}

async function statusOf(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(requestMs) });
    await response.arrayBuffer();
    return String(response.status);
  } catch (error) {
    return error.cause?.code ?? error.name;
  }
}

/** Asks a URL for JSON, by POST if there is a form; throws an error of one line if none comes. */
export async function requestJson(url, form) {
  const { status, text } = await request(url, form);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${url}: expected JSON, got ${status} ${text.split('\n', 1)[0]}`, { cause: error });
  }
}

async function request(url, form) {
  try {
    const response = await fetch(url, form === undefined ? {} : { method: 'POST', body: form });
    return { status: response.status, text: await response.text() };
  } catch (error) {
    throw new Error(`${url}: no answer: ${error.cause?.code ?? error.message}`, { cause: error });
  }
}
