import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  changeDraft,
  readDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { posix } from 'node:path';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { acceptDraft, refusal } from '../product/acceptDraft';
import { CatalogLookup } from '../product/CatalogLookup';
import { changedAnswers } from '../product/changedAnswers';
import {
  neededEntities,
  newContracts,
  otherEntities,
} from '../product/draftRefs';
import { folderOf, locateProduct } from '../product/locateProduct';
import { oneLine } from '../product/oneLine';
import { readProductFiles, writeFiles } from '../product/productFiles';
import { draftInput } from './draftSchema';
import { examples } from './productChange.examples';

/** Changes the fetched files of a data product to new answers. */
export function createProductChangeAction(options: {
  catalog: CatalogService;
  integrations: ScmIntegrations;
  repositories?: LocalRepositories;
}) {
  return createTemplateAction({
    id: 'data-mesh:product:change',
    description:
      'Changes the files of a data product in the workspace to new answers, and touches nothing else in them',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        product: z => z.string().describe('Ref of the data product'),
        draft: z => draftInput(z),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace to which it was fetched; the workspace itself by default',
            ),
      },
      output: {
        entityRef: z => z.string(),
        changedFiles: z =>
          z.array(z.string()).describe('From the folder it was fetched to'),
        summary: z =>
          z.string().describe('What changed, on one line, as for a commit'),
      },
    },
    async handler(ctx) {
      const { namespace, name } = parseEntityRef(ctx.input.product, {
        defaultKind: 'DataProduct',
        defaultNamespace: 'default',
      });
      const entityRef = stringifyEntityRef({
        kind: 'DataProduct',
        namespace,
        name,
      });
      const lookup = new CatalogLookup(
        options.catalog,
        await ctx.getInitiatorCredentials(),
      );
      const entity = await lookup.get(entityRef);
      if (!entity) {
        throw new NotFoundError(`${entityRef} is not in the catalog`);
      }
      const place = locateProduct(entity, options);
      const fetched = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.targetPath ?? '.',
      );
      const way = place.origin === 'local' ? folderOf(place) : '';
      const folder = resolveSafeChildPath(fetched, way || '.');
      const files = await readProductFiles(folder, posix.basename(place.file));
      const of = { name: entity.metadata.name };
      const before = readDraft(files, of);

      const draft = acceptDraft(
        { ...of, ...ctx.input.draft },
        { changing: true },
      );
      if (draft.name !== entity.metadata.name) {
        throw new InputError(
          `A data product keeps its name: ${entityRef} cannot become ${draft.name}. Its title may be changed`,
        );
      }
      await checkWithCatalog(before, draft, lookup, ctx.logger);

      const content = new Map(files.map(file => [file.path, file.content]));
      const changed = changeDraft(files, draft, of).filter(
        file => content.get(file.path) !== file.content,
      );
      await writeFiles(folder, changed);

      const answers = changedAnswers(before, draft);
      const title = oneLine(draft.title ?? draft.name, 80);
      ctx.output('entityRef', entityRef);
      ctx.output(
        'changedFiles',
        changed.map(({ path }) => posix.join(way, path)),
      );
      ctx.output(
        'summary',
        answers.length > 0
          ? `${title}: change ${answers.join(', ')}`
          : `${title}: nothing to change`,
      );
      ctx.logger.info(
        changed.length > 0
          ? `Changed ${changed.map(({ path }) => path).join(', ')}`
          : 'The answers are what the files say already',
      );
    },
  });
}

/** What was not in order before the change does not stand in its way. */
async function checkWithCatalog(
  before: Parameters<typeof neededEntities>[0],
  after: Parameters<typeof neededEntities>[0],
  lookup: CatalogLookup,
  logger: { warn(message: string): void },
) {
  const added = (entitiesOf: typeof neededEntities) => {
    const old = new Set(entitiesOf(before).map(({ ref }) => ref));
    return lookup.split(entitiesOf(after).filter(({ ref }) => !old.has(ref)));
  };
  const needed = await added(neededEntities);
  if (needed.unknown.length > 0) {
    throw refusal(
      needed.unknown.map(
        ({ ref, what }) => `${what} ${ref} is not in the catalog`,
      ),
    );
  }
  const contracts = await added(newContracts);
  if (contracts.known.length > 0) {
    throw new ConflictError(
      contracts.known
        .map(
          ({ ref, what }) =>
            `${what} would be named ${ref}, which is in the catalog already`,
        )
        .join('\n'),
    );
  }
  const others = await added(otherEntities);
  for (const { ref, what } of others.unknown) {
    logger.warn(`${what} ${ref} is not in the catalog`);
  }
}
