import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  waitingParts,
  writeDraft,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { acceptDraft, refusal } from '../product/acceptDraft';
import { annotate } from '../product/annotate';
import { CatalogLookup } from '../product/CatalogLookup';
import { handlesOf } from '../product/codeowners';
import {
  neededEntities,
  newContracts,
  otherEntities,
  productRefOf,
} from '../product/draftRefs';
import { writeFiles } from '../product/productFiles';
import { locationPath } from '../product/locationPath';
import { oneLine } from '../product/oneLine';
import { draftInput } from './draftSchema';
import { examples } from './productWrite.examples';

/** What a repository's description may hold on GitHub. */
const MAX_DESCRIPTION = 350;

/** Writes the catalog file and the contracts of a new data product. */
export function createProductWriteAction(options: {
  catalog: CatalogService;
  repositories?: LocalRepositories;
}) {
  return createTemplateAction({
    id: 'data-mesh:product:write',
    description:
      'Writes the catalog file of a new data product and a contract for each way in; refuses answers that would not hold',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        draft: z => draftInput(z),
        annotations: z =>
          z
            .record(z.string())
            .optional()
            .describe(
              'For what the template adds, such as backstage.io/techdocs-ref',
            ),
        targetPath: z =>
          z
            .string()
            .optional()
            .describe(
              'Folder in the workspace; the workspace itself by default',
            ),
      },
      output: {
        entityRef: z => z.string().describe('Of the data product'),
        name: z => z.string(),
        title: z => z.string().describe('On one line'),
        description: z =>
          z.string().describe('The purpose, on one line of 350 characters'),
        domain: z => z.string().describe('Ref'),
        owner: z => z.string().describe('Ref'),
        productOwner: z => z.string().describe('Ref'),
        files: z => z.array(z.string()).describe('The paths written'),
        waiting: z =>
          z
            .array(z.string())
            .describe('What was left for later, a sentence each'),
        codeowners: z =>
          z
            .string()
            .optional()
            .describe(
              'The handles of team and product owner on GitHub or GitLab, where the catalog knows them',
            ),
      },
    },
    async handler(ctx) {
      const draft = acceptDraft(ctx.input.draft);
      const entityRef = productRefOf(draft);
      const lookup = new CatalogLookup(
        options.catalog,
        await ctx.getInitiatorCredentials(),
      );

      const present = await lookup.get(entityRef);
      const place = options.repositories?.placeOf(
        (present && locationPath(present)) ?? '',
      );
      const isOwn =
        place &&
        (await options.repositories?.isMadeBy(place.name, ctx.task.id));
      const contracts = await lookup.split(isOwn ? [] : newContracts(draft));
      if (present && !isOwn) {
        throw new ConflictError(
          `The name ${draft.name} is taken: ${entityRef} is in the catalog already. Choose another name, or change that data product`,
        );
      }
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
      const needed = await lookup.split(neededEntities(draft));
      if (needed.unknown.length > 0) {
        throw refusal(
          needed.unknown.map(
            ({ ref, what }) => `${what} ${ref} is not in the catalog`,
          ),
        );
      }
      const others = await lookup.split(otherEntities(draft));
      for (const { ref, what } of others.unknown) {
        ctx.logger.warn(`${what} ${ref} is not in the catalog`);
      }
      const [domain, owner, productOwner] = needed.known.map(({ ref }) => ref);
      if (!(await lookup.isTeamOfDomain(owner, domain))) {
        ctx.logger.warn(
          `The owner team ${owner} does not belong to those who own ${domain}: agree with them on who answers for this data product`,
        );
      }

      const template = ctx.templateInfo?.entityRef;
      const annotations = {
        ...ctx.input.annotations,
        ...(template && { 'backstage.io/source-template': template }),
      };
      const [catalogFile, ...contractFiles] = writeDraft(draft);
      const files = [annotate(catalogFile, annotations), ...contractFiles];
      await writeFiles(
        resolveSafeChildPath(ctx.workspacePath, ctx.input.targetPath ?? '.'),
        files,
      );
      const handles = handlesOf(
        await lookup.get(owner),
        await lookup.get(productOwner),
      );
      ctx.output('entityRef', entityRef);
      ctx.output('name', draft.name);
      ctx.output('title', oneLine(draft.title ?? titleOf(draft.name), 255));
      ctx.output('description', oneLine(draft.purpose, MAX_DESCRIPTION));
      ctx.output('domain', domain);
      ctx.output('owner', owner);
      ctx.output('productOwner', productOwner);
      ctx.output(
        'files',
        files.map(({ path }) => path),
      );
      ctx.output(
        'waiting',
        waitingParts(draft).map(({ message }) => message),
      );
      if (handles.length > 0) {
        ctx.output('codeowners', handles.join(' '));
      }
      ctx.logger.info(`Wrote ${files.map(({ path }) => path).join(', ')}`);
    },
  });
}

/** `lab-orders` in words: `Lab orders`. */
function titleOf(name: string): string {
  const words = name.replace(/-/g, ' ');
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}
