import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  evidenceItemSchema,
  evidenceRequestSchema,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { execFile } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { templatesFolder } from './__testUtils__/startPortal';

jest.setTimeout(60_000);

const script = readFileSync(
  join(templatesFolder, 'new-data-product/skeleton/checks/tell-portal.sh'),
  'utf8',
).replace('${{ values.product.entityRef }}', 'dataproduct:default/orders');

describe('tell-portal.sh', () => {
  const directory = createMockDirectory();
  const received: { path?: string; token?: string; body: unknown }[] = [];
  let answer: { status: number; body: string };
  let server: Server;

  beforeAll(async () => {
    server = createServer(async (req, res) => {
      let text = '';
      for await (const part of req) {
        text += part;
      }
      received.push({
        path: `${req.method} ${req.url}`,
        token: req.headers.authorization,
        body: JSON.parse(text),
      });
      res.writeHead(answer.status, { 'Content-Type': 'application/json' });
      res.end(answer.body);
    });
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  });
  afterAll(async () => {
    await new Promise(done => server.close(done));
  });

  beforeEach(() => {
    received.length = 0;
    answer = { status: 200, body: '{"items":[{"status":"stored"}]}' };
  });

  /** Runs it with programs that end with these numbers. */
  async function run(
    programs: { quality?: number; promises?: number },
    options: { mode?: number; link?: string } = {},
  ) {
    directory.setContent({
      'checks/tell-portal.sh': script,
      ...Object.fromEntries(
        Object.entries(programs).map(([name, code]) => [
          `checks/${name}`,
          `#!/bin/sh\nexit ${code}\n`,
        ]),
      ),
    });
    Object.keys(programs).forEach(name =>
      chmodSync(directory.resolve('checks', name), options.mode ?? 0o755),
    );
    const { port } = server.address() as AddressInfo;
    return new Promise<{ code: number; output: string }>(resolve => {
      const child = execFile(
        'sh',
        ['checks/tell-portal.sh'],
        {
          cwd: directory.path,
          env: {
            PATH: process.env.PATH,
            NODE_ENV: 'test',
            DATA_MESH_URL: `http://127.0.0.1:${port}/api/data-mesh`,
            DATA_MESH_TOKEN: 'secret',
            ...(options.link && { RUN_URL: options.link }),
          },
        },
        (_, stdout, stderr) =>
          resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
      );
    });
  }

  it('names the product where the template writes it', () => {
    expect(script).toContain("product='dataproduct:default/orders'");
    expect(script).not.toContain('${{');
  });

  it('tells what passed and what did not', async () => {
    const link = 'https://ci.example/runs/1?a=b&c';
    expect(await run({ quality: 0, promises: 1 }, { link })).toMatchObject({
      code: 0,
    });
    expect(received).toMatchObject([
      { path: 'PUT /api/data-mesh/evidence', token: 'Bearer secret' },
    ]);
    const { items } = evidenceRequestSchema.parse(received[0].body);
    expect(items.map(item => evidenceItemSchema.parse(item))).toMatchObject([
      { key: 'quality.passed', value: true, link },
      {
        entityRef: 'dataproduct:default/orders',
        key: 'promises.kept',
        value: false,
        source: 'ci',
        link,
      },
    ]);
  });

  it('tells nothing of what there is no program for', async () => {
    expect(await run({ promises: 0 })).toMatchObject({ code: 0 });
    const { items } = evidenceRequestSchema.parse(received[0].body);
    expect(items).toHaveLength(1);
    expect(items[0]).not.toHaveProperty('link');

    expect(await run({})).toMatchObject({
      code: 0,
      output: expect.stringContaining('there is no checks/quality'),
    });
    expect(received).toHaveLength(1);
  });

  it('fails when a program cannot be run', async () => {
    expect(await run({ quality: 0 }, { mode: 0o644 })).toEqual({
      code: 1,
      output: expect.stringContaining('make it executable'),
    });
    expect(received).toEqual([]);
  });

  it.each([
    [200, '{"items":[{"status":"refused","problem":"no such entity"}]}'],
    [403, '{"error":{"message":"not allowed"}}'],
  ])('fails with what the portal answers: %d', async (status, body) => {
    answer = { status, body };
    expect(await run({ quality: 0 })).toEqual({
      code: 1,
      output: expect.stringContaining(body),
    });
  });
});
