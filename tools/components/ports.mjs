import { once } from 'node:events';
import net from 'node:net';

/** Returns as many different free ports on 127.0.0.1 as asked for. They stay free unless somebody else is quick. */
export async function freePorts(count) {
  const servers = [];
  try {
    for (let i = 0; i < count; i += 1) servers.push(await listen());
    return servers.map((server) => server.address().port);
  } finally {
    for (const server of servers) server.close();
  }
}

async function listen() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
