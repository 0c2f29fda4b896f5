import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { DirectoryPreparer } from '@backstage/plugin-techdocs-node';
import { FolderPreparer } from './FolderPreparer';

describe('FolderPreparer', () => {
  const directory = createMockDirectory();
  const preparer = new FolderPreparer(
    DirectoryPreparer.fromConfig(mockServices.rootConfig(), {
      logger: mockServices.logger.mock(),
      reader: mockServices.urlReader.mock(),
    }),
  );
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'orders',
      annotations: {
        'backstage.io/techdocs-ref': 'dir:.',
        'backstage.io/managed-by-location': `file:${directory.resolve(
          'catalog-info.yaml',
        )}`,
      },
    },
  };

  it('prepares anew only what changed', async () => {
    directory.setContent({ docs: { 'index.md': 'one' }, 'other.txt': 'a' });
    const { preparedDir, etag } = await preparer.prepare(entity);
    expect(preparedDir).toBe(directory.path);

    directory.addContent({ 'other.txt': 'b' });
    await expect(preparer.prepare(entity, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });

    directory.addContent({ 'docs/index.md': 'two' });
    const changed = await preparer.prepare(entity, { etag });
    expect(changed.etag).not.toBe(etag);

    directory.addContent({ 'docs/more.md': '' });
    const added = await preparer.prepare(entity, { etag: changed.etag });
    expect(added.etag).not.toBe(changed.etag);
  });
});
