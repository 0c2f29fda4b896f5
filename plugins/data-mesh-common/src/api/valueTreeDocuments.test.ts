import { DataMeshClient } from './DataMeshClient';

const PLAN = {
  add: [],
  change: [],
  remove: [],
  notTaken: [],
  problems: [{ message: 'It must be a list.', line: 5, column: 10 }],
  summary: '0 to add, 0 to change, 0 to remove',
};

describe('the client for documents of the value tree', () => {
  const fetch = jest.fn();
  const client = new DataMeshClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend/api/data-mesh' },
    fetchApi: { fetch },
  });
  const answer = (body: string, type: string) =>
    fetch.mockResolvedValueOnce(
      new Response(body, { headers: { 'content-type': type } }),
    );
  const json = (body: object) =>
    answer(JSON.stringify(body), 'application/json; charset=utf-8');

  beforeEach(() => fetch.mockReset());

  it('gets the text of an export', async () => {
    answer('kind: ValueTree\n', 'text/yaml; charset=utf-8');
    await expect(client.exportValueTree({ root: 'DG-1' })).resolves.toBe(
      'kind: ValueTree\n',
    );
    expect(fetch.mock.calls[0][0]).toBe(
      'http://backend/api/data-mesh/value-tree/export?root=DG-1',
    );
  });

  it('sends a text to be planned', async () => {
    json(PLAN);
    await expect(client.planValueTree({ text: 'goals' })).resolves.toEqual(
      PLAN,
    );
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/data-mesh/value-tree/plan',
      expect.objectContaining({ method: 'POST', body: '{"text":"goals"}' }),
    );
  });

  it('gets how documents stand', async () => {
    const items = [
      {
        id: 'a',
        mode: 'managed',
        isConfigured: true,
        problems: [],
        plan: PLAN,
      },
    ];
    json({ items });
    await expect(client.getValueTreeDocuments()).resolves.toEqual({ items });
  });

  it('tells what the backend refused', async () => {
    fetch.mockResolvedValueOnce(
      new Response('{"error":{"name":"NotFoundError","message":"None"}}', {
        status: 404,
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(client.exportValueTree()).rejects.toThrow(/404|None/);
  });
});
