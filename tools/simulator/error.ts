/** What was asked of the simulator cannot be: one line that says what was given and what is allowed. */
export class SimulationError extends Error {
  override readonly name = 'SimulationError';
}
