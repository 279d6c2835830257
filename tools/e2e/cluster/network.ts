import { once } from 'node:events';
import net from 'node:net';
import { SetUpError, codeOf } from '../../setup/index.cjs';

const most = 250;
// Nobody else wants it, and it needs no rights.
const lockPort = 2112;

/** The addresses of pods and nodes. */
export interface PodNetwork {
  readonly cidr: string;
  /** Of the node. */
  readonly node: string;
  readonly includes: (address: string) => boolean;
}

/**
 * Takes a range of loopback addresses for the pods of this run: 127.77.N.0/24. The last of them is held open until this
 * process ends, so that two runs at once get different ranges, and a killed one leaves nothing behind.
 */
export async function takePodNetwork(): Promise<PodNetwork> {
  for (let n = 1; n <= most; n += 1) {
    const problem = await hold(`127.77.${n}.254`);
    if (problem === undefined) return podNetwork(`127.77.${n}`);
    if (problem !== 'EADDRINUSE') throw unusable(problem);
  }
  throw new SetUpError(`all of 127.77.1.0/24 to 127.77.${most}.0/24 are in use: end another run`);
}

/** The addresses below three numbers such as "10.77.1". */
export function podNetwork(prefix: string): PodNetwork {
  return { cidr: `${prefix}.0/24`, node: `${prefix}.253`, includes: (address) => address.startsWith(`${prefix}.`) };
}

async function hold(address: string): Promise<string | undefined> {
  const server = net.createServer().listen(lockPort, address);
  try {
    await once(server, 'listening');
    server.unref();
    return undefined;
  } catch (error) {
    return codeOf(error) ?? String(error);
  }
}

function unusable(code: string): Error {
  return new SetUpError(`cannot listen on 127.77.1.254 (${code}): this suite needs Linux, this is ${process.platform}`);
}
