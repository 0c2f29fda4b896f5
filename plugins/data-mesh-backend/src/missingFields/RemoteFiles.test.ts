import { ConfigReader } from '@backstage/config';
import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { RemoteFiles } from './RemoteFiles';

const integrations = ScmIntegrations.fromConfig(
  new ConfigReader({
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
      azure: [{ host: 'dev.azure.com' }],
    },
  }),
);

describe('RemoteFiles', () => {
  const answering = (buffer: () => Promise<Buffer>, timeoutMs?: number) => {
    const reader = mockServices.urlReader.mock({
      readUrl: async () => ({ buffer }),
    });
    return {
      reader,
      files: new RemoteFiles({ reader, integrations, timeoutMs }),
    };
  };

  it.each([
    [
      'https://github.com/acme/orders/blob/main/data/catalog-info.yaml',
      {
        repository: {
          key: 'github.com/acme/orders#main',
          name: 'acme/orders',
          branch: 'main',
          url: 'https://github.com/acme/orders',
        },
        path: 'data/catalog-info.yaml',
      },
    ],
    [
      'https://gitlab.com/acme/data/orders/-/blob/main/catalog-info.yaml',
      {
        repository: {
          key: 'gitlab.com/acme/data/orders#main',
          name: 'acme/data/orders',
          branch: 'main',
          url: 'https://gitlab.com/acme/data/orders',
        },
        path: 'catalog-info.yaml',
      },
    ],
    [
      'https://files.example.com/mesh/orders/catalog-info.yaml',
      {
        repository: {
          key: 'https://files.example.com/mesh/orders',
          name: 'https://files.example.com/mesh/orders',
        },
        path: 'catalog-info.yaml',
      },
    ],
  ])('knows where %s belongs', async (url, place) => {
    const { files, reader } = answering(async () => Buffer.from('a: 1\n'));
    expect(await files.read(url)).toEqual({ ...place, content: 'a: 1\n' });
    expect(reader.readUrl).toHaveBeenCalledWith(url, {
      signal: expect.any(AbortSignal),
    });
  });

  it('knows a file of Azure DevOps by its path', async () => {
    const { files } = answering(async () => Buffer.from('a: 1\n'));
    expect(
      await files.read(
        'https://dev.azure.com/acme/data/_git/orders?path=/x/catalog-info.yaml',
      ),
    ).toMatchObject({ path: 'x/catalog-info.yaml' });
  });

  it('does not wait for a host for ever', async () => {
    const { files } = answering(() => new Promise(() => {}), 20);
    await expect(
      files.read('https://github.com/acme/a/blob/main/catalog-info.yaml'),
    ).rejects.toThrow('its host did not answer in 20 ms');
  });

  it('refuses what is too large', async () => {
    const { files } = answering(async () => Buffer.alloc(1024 * 1024 + 1));
    await expect(
      files.read('https://github.com/acme/a/blob/main/catalog-info.yaml'),
    ).rejects.toThrow(/larger than 1 MiB/);
  });
});
