import process from 'node:process';

/** A failure that the user can act on: it is shown as one line, without a stack trace. */
export class SetUpError extends Error {}

/** Runs the body of a script and turns a failure into one line and exit code 1. */
export async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    // Only a fault in the scripts themselves deserves a stack trace, and only when asked for.
    const trace = process.env.CODER_DEBUG && !(error instanceof SetUpError);
    console.error(trace ? error : `error: ${firstLine(error)}`);
    process.exitCode = 1;
  }
}

function firstLine(error) {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0];
}
