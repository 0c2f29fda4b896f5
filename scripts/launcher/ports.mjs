import { connect, createServer } from 'node:net';
import { Problem } from './problem.mjs';

const LOOPBACK = ['127.0.0.1', '::1'];

/** Whether some program answers on this port of the own machine. */
export async function isPortInUse(port) {
  const answers = await Promise.all(
    LOOPBACK.map(host => answersOn(host, port)),
  );
  return answers.includes(true);
}

/** Fails with one sentence when a port that we are going to need is taken. */
export async function assertPortsFree(needs) {
  for (const { port, what, hint } of needs) {
    if (await isPortInUse(port)) {
      throw new Problem(
        `Port ${port}, which ${what} needs, is already in use on this machine: ${hint}`,
      );
    }
  }
}

/** A port that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function answersOn(host, port) {
  return new Promise(resolve => {
    const socket = connect({ host, port, timeout: 1_000 });
    const finish = answer => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => finish(true));
    socket.once('timeout', () => finish(false));
    socket.once('error', () => finish(false));
  });
}
