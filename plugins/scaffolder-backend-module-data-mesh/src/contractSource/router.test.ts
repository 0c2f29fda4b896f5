import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  ContractSourceClient,
  MAX_CONTRACT_SOURCE_LENGTH,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import request from 'supertest';
import { createContractSourceRouter } from './router';

jest.setTimeout(60_000);

const PATH = '/api/scaffolder/data-mesh/contract-source';

describe('the route for contract sources', () => {
  let backend: TestBackend;

  beforeAll(async () => {
    backend = await startTestBackend({
      features: [
        mockServices.httpAuth.factory({
          defaultCredentials: mockCredentials.none(),
        }),
        createBackendPlugin({
          pluginId: 'scaffolder',
          register(env) {
            env.registerInit({
              deps: {
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
              },
              async init({ httpAuth, httpRouter }) {
                httpRouter.use(createContractSourceRouter({ httpAuth }));
              },
            });
          },
        }),
      ],
    });
  });
  afterAll(() => backend.stop());

  const post = (
    body: string | object | undefined,
    authorization = mockCredentials.user.header(),
  ) =>
    request(backend.server)
      .post(PATH)
      .set('authorization', authorization)
      .set('content-type', 'application/json')
      .send(body);

  it.each([
    ['users', mockCredentials.user.header()],
    ['services', mockCredentials.service.header()],
  ])('reads a text for %s', async (_, authorization) => {
    const { status, body } = await post(
      { format: 'sql', text: 'CREATE TABLE t (id int NOT NULL)' },
      authorization,
    );
    expect(status).toBe(200);
    expect(body).toEqual({
      objects: [
        {
          name: 't',
          physicalType: 'table',
          fields: [
            {
              name: 'id',
              type: 'integer',
              physicalType: 'int',
              required: true,
            },
          ],
        },
      ],
      notRead: [],
      dialect: 'PostgreSQL',
    });
  });

  it('refuses those who are not signed in, before it reads the body', async () => {
    const text = 'x'.repeat(MAX_CONTRACT_SOURCE_LENGTH * 7);
    for (const body of [{ format: 'csv', text: 'a,b' }, text, '{']) {
      const response = await post(body, mockCredentials.none.header());
      expect(response.status).toBe(401);
    }
  });

  it('takes a text of the full length', async () => {
    const text = `größe;\u0001${'x'.repeat(MAX_CONTRACT_SOURCE_LENGTH)}`;
    const { status, body } = await post({
      format: 'csv',
      text: text.slice(0, MAX_CONTRACT_SOURCE_LENGTH),
    });
    expect(status).toBe(200);
    expect(body.objects[0].fields[0].name).toBe('größe');
  });

  const tooLong = `It is longer than ${MAX_CONTRACT_SOURCE_LENGTH} characters. Paste a smaller part`;

  it.each<[string, string | object | undefined, string]>([
    [
      'a text that is too long',
      { format: 'sql', text: 'x'.repeat(MAX_CONTRACT_SOURCE_LENGTH + 1) },
      tooLong,
    ],
    [
      'a body that is too long',
      { format: 'sql', text: 'x'.repeat(MAX_CONTRACT_SOURCE_LENGTH * 7) },
      tooLong,
    ],
    ['a body that is no JSON', '{"format":', 'The body has to be JSON'],
    ['no body', undefined, 'format: '],
    ['an unknown format', { format: 'xml', text: '' }, 'format: '],
    ['no text', { format: 'csv' }, 'text: '],
    ['a text that is none', { format: 'csv', text: [1] }, 'text: '],
    [
      'a dialect that is too long',
      { format: 'sql', text: '', dialect: 'x'.repeat(51) },
      'dialect: ',
    ],
  ])('refuses %s in words', async (_, sent, message) => {
    const { status, body } = await post(sent);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
    expect(body.error.message).toMatch(/^The text cannot be read\. /);
    expect(body.error.message).toContain(message);
  });

  it('serves the client', async () => {
    const client = new ContractSourceClient({
      discoveryApi: {
        getBaseUrl: async id =>
          `http://localhost:${backend.server.port()}/api/${id}`,
      },
    });
    const token = mockCredentials.user.token();
    const reading = await client.read(
      { format: 'csv', text: 'a,b\n1,x' },
      { token },
    );
    expect(reading.objects[0].fields).toEqual([
      { name: 'a', type: 'integer' },
      { name: 'b', type: 'string' },
    ]);
    await expect(
      client.read({ format: 'csv', text: 'x'.repeat(300_000) }, { token }),
    ).rejects.toThrow(tooLong);
    await expect(client.read({ format: 'csv', text: '' })).rejects.toThrow(
      '401',
    );
  });
});
