/** Where the binaries are that the tests run. */
export type ToolPaths = Readonly<Record<'helm3' | 'helm4' | 'kubectl', string>>;

/** Returns where each binary is; throws if one is missing. */
export function toolPaths(): ToolPaths;

/** Unpacks the binaries that are not there yet, and checks those that the environment names. */
export function installTools(): void;
