import {
  resolveSafeChildPath,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  createTemplateAction,
  fetchContents,
} from '@backstage/plugin-scaffolder-node';
import { mkdir } from 'node:fs/promises';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { folderOf, locateProduct } from '../product/locateProduct';
import { examples } from './productFetch.examples';

/** Brings the files of a data product there is into the workspace. */
export function createProductFetchAction(options: {
  catalog: CatalogService;
  integrations: ScmIntegrations;
  reader: UrlReaderService;
  repositories?: LocalRepositories;
}) {
  const { catalog, integrations, reader, repositories } = options;
  return createTemplateAction({
    id: 'data-mesh:product:fetch',
    description:
      'Brings the folder of a data product there is into the workspace, from where the catalog has read it',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        product: z => z.string().describe('Ref of the data product'),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace; the workspace itself by default',
            ),
      },
      output: {
        origin: z => z.enum(['local', 'github', 'gitlab', 'other']),
        name: z => z.string().describe('Of the repository'),
        sourcePath: z =>
          z
            .string()
            .describe(
              'Where the files belong in the repository; empty for its root',
            ),
        repoUrl: z =>
          z
            .string()
            .optional()
            .describe('Of the repository, as the stock actions take it'),
        branch: z => z.string().optional().describe('The one that was read'),
        commit: z =>
          z.string().optional().describe('Of a local repository: the one read'),
      },
    },
    async handler(ctx) {
      const ref = stringifyEntityRef(
        parseEntityRef(ctx.input.product, {
          defaultKind: 'DataProduct',
          defaultNamespace: 'default',
        }),
      );
      const entity = await catalog.getEntityByRef(ref, {
        credentials: await ctx.getInitiatorCredentials(),
      });
      if (!entity) {
        throw new NotFoundError(`${ref} is not in the catalog`);
      }
      if (entity.kind !== 'DataProduct') {
        throw new InputError(`${ref} is not a data product`);
      }
      const place = locateProduct(entity, { integrations, repositories });
      const target = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      await mkdir(target, { recursive: true });
      ctx.output('origin', place.origin);
      ctx.output('name', place.name);
      if (place.origin === 'local') {
        // A commit is made of a whole repository.
        ctx.output('sourcePath', '');
        ctx.output('commit', await repositories!.fetch(place.name, target));
        return;
      }
      await fetchContents({
        reader,
        integrations,
        fetchUrl: integrations.resolveUrl({ url: '.', base: place.url }),
        outputPath: target,
      });
      ctx.output('sourcePath', folderOf(place));
      ctx.output('repoUrl', place.repoUrl);
      if (place.branch) {
        ctx.output('branch', place.branch);
      }
    },
  });
}
