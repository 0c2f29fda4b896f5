import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';

export type FakeAnswer = {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
};

/** A host on this machine that answers as it is told, and notes requests. */
export class FakeHost {
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[] =
    [];
  /** By path with query; what is not there is answered with 404. */
  answer: (path: string) => FakeAnswer | 'never' = () => ({ status: 404 });
  readonly #server = createServer((request, response) =>
    this.#respond(request, response),
  );

  async start(): Promise<this> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    return this;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  get paths(): string[] {
    return this.requests.map(({ path }) => path);
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #respond(request: IncomingMessage, response: ServerResponse): void {
    const path = decodeURI(request.url ?? '');
    this.requests.push({ path, headers: request.headers });
    const answer = this.answer(path);
    if (answer !== 'never') {
      const { status = 200, body, headers } = answer;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...headers,
      });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }
  }
}
