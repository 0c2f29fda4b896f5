import { ContractSourceClient } from './ContractSourceClient';

const READING = {
  objects: [{ name: 't', fields: [{ name: 'a', type: 'integer' }] }],
  notRead: [{ message: 'x', line: 2 }],
  dialect: 'PostgreSQL',
};

const clientOf = (fetchMock: typeof fetch) =>
  new ContractSourceClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetchMock },
  });

const source = { format: 'sql' as const, text: 'CREATE TABLE t (a int)' };

it('asks the template backend', async () => {
  const fetchMock = jest.fn<Promise<Response>, Parameters<typeof fetch>>(
    async () => Response.json(READING),
  );
  expect(await clientOf(fetchMock).read(source, { token: 'secret' })).toEqual(
    READING,
  );
  expect(fetchMock).toHaveBeenCalledTimes(1);
  expect(fetchMock).toHaveBeenCalledWith(
    'http://portal/api/scaffolder/data-mesh/contract-source',
    {
      method: 'POST',
      headers: {
        authorization: 'Bearer secret',
        'content-type': 'application/json',
      },
      body: JSON.stringify(source),
      signal: undefined,
    },
  );
});

it.each<[string, () => Promise<Response>, string]>([
  [
    'the module is not installed',
    async () => new Response('Not found', { status: 404 }),
    'Tables cannot be read in this portal: its template backend lacks the module for data products.',
  ],
  [
    'the portal cannot be reached',
    async () => {
      throw new TypeError('Failed to fetch');
    },
    'The portal cannot be reached; caused by TypeError: Failed to fetch',
  ],
  [
    'the text is refused',
    async () =>
      Response.json(
        {
          error: { name: 'InputError', message: 'The text cannot be read' },
          response: { statusCode: 400 },
        },
        { status: 400 },
      ),
    'The text cannot be read',
  ],
  [
    'the answer has another shape',
    async () => Response.json({ objects: 1 }),
    'expected array',
  ],
])('says that %s', async (_, answer, message) => {
  await expect(clientOf(answer).read(source)).rejects.toThrow(message);
});
