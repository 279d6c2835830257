import { once } from 'node:events';
import net from 'node:net';

/** Returns as many different free ports on 127.0.0.1 as asked for. They stay free unless somebody else is quick. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, listen));
  const ports = servers.map(portOf);
  for (const server of servers) server.close();
  return ports;
}

/** Returns one free port on 127.0.0.1. */
export async function freePort(): Promise<number> {
  const server = await listen();
  const port = portOf(server);
  server.close();
  return port;
}

async function listen(): Promise<net.Server> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

function portOf(server: net.Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}
