import { PermissionsService } from '@backstage/backend-plugin-api';
import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  ConflictError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { catalogEntityDeletePermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { EventsService } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  LOCAL_FOLDER_REFRESH_TOPIC,
  LocalFolderRefreshPayload,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { LocalRepositories } from '../localRepositories/LocalRepositories';
import { locationPath } from '../product/locationPath';
import { ShownVersion } from '../publishLocal/ShownVersion';
import { awaitEntity } from '../publishLocal/awaitEntity';
import { commitAuthor } from '../publishLocal/commitAuthor';
import { FolderReport } from '../publishLocal/FolderReport';
import { examples } from './publishLocal.examples';

const VISIBLE_WITHIN_MS = 60_000;
/** A change that shows later than this is waited for no longer. */
const CHANGE_WITHIN_MS = 15_000;

/** Puts the workspace into a Git repository in a local folder. */
export function createPublishLocalAction(options: {
  catalog: CatalogService;
  config: Config;
  events: EventsService;
  permissions: PermissionsService;
  report: Pick<FolderReport, 'problemsOf'>;
  repositories?: LocalRepositories;
  /** How long to wait for the entity, in milliseconds. */
  visibleWithinMs?: number;
}) {
  const { catalog, config, events, permissions, report } = options;
  const visibleWithinMs = options.visibleWithinMs ?? VISIBLE_WITHIN_MS;

  return createTemplateAction({
    id: 'data-mesh:publish:local',
    description:
      'Commits the workspace to a Git repository in a local folder, and waits until the catalog shows the entity',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z =>
          z
            .string()
            .describe('Of the repository: lower-case words with hyphens'),
        entityRef: z => z.string().describe('The entity to wait for'),
        change: z =>
          z
            .boolean()
            .optional()
            .describe('Add a commit to the repository there is'),
        basedOn: z =>
          z
            .string()
            .optional()
            .describe(
              'With `change`: the commit that the workspace was fetched from',
            ),
        commitMessage: z => z.string().optional(),
      },
      output: {
        entityRef: z => z.string(),
        commit: z => z.string().describe('The id of the commit'),
        path: z => z.string().describe('The folder of the repository'),
        catalogLink: z => z.string().describe("The entity's page"),
        changedFiles: z =>
          z
            .array(z.string())
            .optional()
            .describe('With `change`: the files of the commit; may be none'),
      },
    },
    async handler(ctx) {
      const { name, change, basedOn, commitMessage } = ctx.input;
      const { repositories } = options;
      if (!repositories) {
        throw new InputError(
          'Publishing to a local folder is switched off: scaffolder.dataMesh.publishLocal is not configured',
        );
      }
      const ref = parseEntityRef(ctx.input.entityRef);
      const entityRef = stringifyEntityRef(ref);
      const credentials = await ctx.getInitiatorCredentials();
      const path = repositories.pathOf(name);
      const isMeant = (entity: Entity) =>
        repositories.placeOf(locationPath(entity) ?? '')?.name === name;

      const before = await catalog.getEntityByRef(entityRef, { credentials });
      if (before && !isMeant(before)) {
        throw new ConflictError(
          `${entityRef} is in the catalog already, and not from the repository ${name}`,
        );
      }
      const commit = {
        name,
        source: ctx.workspacePath,
        author: commitAuthor(ctx.user?.entity, config),
        task: ctx.task.id,
      };
      ctx.output('entityRef', entityRef);
      ctx.output('path', path);
      ctx.output('catalogLink', catalogLink(config, ref));

      let shown: ShownVersion | undefined;
      if (change) {
        if (!basedOn) {
          throw new InputError(
            'basedOn is missing: a change needs the commit that it was made from',
          );
        }
        const [{ result }] = await permissions.authorize(
          [
            {
              permission: catalogEntityDeletePermission,
              resourceRef: entityRef,
            },
          ],
          { credentials },
        );
        if (result !== AuthorizeResult.ALLOW) {
          throw new NotAllowedError(
            `You may not change ${entityRef}. Nobody reviews a change in a local folder, so it is left to those who may also remove the entity, such as its owners`,
          );
        }
        if (ctx.isDryRun) {
          ctx.output('commit', basedOn);
          return;
        }
        const isShown =
          before &&
          (await ShownVersion.of(before, entityRef, catalog, credentials));
        const done = await repositories.change({
          ...commit,
          basedOn,
          message: commitMessage || `Change ${name}`,
        });
        ctx.output('commit', done.commit);
        ctx.output('changedFiles', done.changedFiles);
        shown = done.changedFiles.length > 0 ? isShown : undefined;
        ctx.logger.info(
          done.changedFiles.length > 0
            ? `Committed ${done.changedFiles.join(', ')} to ${name}`
            : `Nothing to change in ${name}: no commit was made`,
        );
      } else if (ctx.isDryRun) {
        await repositories.check(commit);
        ctx.output('commit', '0'.repeat(40));
        return;
      } else {
        const id = await repositories.create({
          ...commit,
          message: commitMessage || `Start ${name}`,
        });
        ctx.output('commit', id);
        ctx.logger.info(`Made the repository ${name}, with one commit`);
      }

      const eventPayload: LocalFolderRefreshPayload = { id: repositories.id };
      await events.publish({ topic: LOCAL_FOLDER_REFRESH_TOPIC, eventPayload });
      ctx.logger.info(`Waiting until the catalog shows ${entityRef}`);
      const isVisible = await awaitEntity({
        read: () => catalog.getEntityByRef(entityRef, { credentials }),
        isMeant,
        timeoutMs: visibleWithinMs,
        signal: ctx.signal,
      });
      if (!isVisible) {
        const problems = await report
          .problemsOf(repositories.id, name)
          .catch(error => [
            `what held it back is not known (${error.message})`,
          ]);
        throw new ServiceUnavailableError(
          [
            `The repository ${name} is made, and the catalog does not show ${entityRef} from it within ${
              visibleWithinMs / 1000
            } seconds. Nothing is lost: try this task again.`,
            ...problems,
          ].join('\n'),
        );
      }
      const changeWithinMs = Math.min(visibleWithinMs, CHANGE_WITHIN_MS);
      if (shown && !(await shown.awaitAnother(changeWithinMs, ctx.signal))) {
        ctx.logger.info(
          'The catalog does not show the change yet; the page follows in a moment',
        );
      }
    },
  });
}

function catalogLink(
  config: Config,
  { kind, namespace, name }: { kind: string; namespace: string; name: string },
) {
  const base = config.getOptionalString('app.baseUrl') ?? '';
  return `${base.replace(/\/$/, '')}/catalog/${[namespace, kind, name]
    .map(part => encodeURIComponent(part.toLowerCase()))
    .join('/')}`;
}
