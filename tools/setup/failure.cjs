// @ts-check
'use strict';

/** A failure that the user can act on: it is shown as one line, without a stack trace. */
class SetUpError extends Error {}

/**
 * Runs the body of a script and turns a failure into one line and exit code 1.
 * @param {() => number | Promise<number>} body returns the exit code
 */
async function runScript(body) {
  try {
    process.exitCode = await body();
  } catch (error) {
    // Only a fault in the scripts themselves deserves a stack trace, and only when asked for.
    const trace = Boolean(process.env['CODER_DEBUG']) && !(error instanceof SetUpError);
    console.error(trace ? error : `error: ${messageOf(error).split('\n', 1)[0]}`);
    process.exitCode = 1;
  }
}

/**
 * What an error says.
 * @param {unknown} error
 */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

module.exports = { SetUpError, messageOf, runScript };
