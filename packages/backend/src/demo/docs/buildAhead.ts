import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ResponseError, toError } from '@backstage/errors';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';

/**
 * Has TechDocs build the documentation of every entity once, as if somebody
 * opened it: so that nobody has to wait, and the search knows what is in it.
 * After that, TechDocs itself sees to changes when somebody reads.
 *
 * @param options - `built`: refs of what is done; added to
 */
export async function buildAhead(options: {
  built: Set<string>;
  auth: AuthService;
  catalog: CatalogService;
  discovery: DiscoveryService;
  logger: LoggerService;
}): Promise<void> {
  const { auth, built, catalog, discovery, logger } = options;
  const credentials = await auth.getOwnServiceCredentials();
  const { token } = await auth.getPluginRequestToken({
    onBehalfOf: credentials,
    targetPluginId: 'techdocs',
  });
  const baseUrl = await discovery.getBaseUrl('techdocs');
  const documented = await catalog.queryEntities(
    {
      filter: {
        'metadata.annotations.backstage.io/techdocs-ref': CATALOG_FILTER_EXISTS,
      },
      fields: ['kind', 'metadata.namespace', 'metadata.name'],
      limit: 1000,
    },
    { credentials },
  );
  for (const entity of documented.items) {
    const ref = stringifyEntityRef(entity);
    if (built.has(ref)) {
      continue;
    }
    try {
      await build(`${baseUrl}/sync/${path(entity)}`, token);
      built.add(ref);
    } catch (error) {
      logger.warn(
        `The documentation of ${ref} was not built: ${toError(error).message}`,
      );
    }
  }
}

async function build(url: string, token: string) {
  const response = await fetch(url, {
    headers: {
      authorization: `Bearer ${token}`,
      // TechDocs listens on the socket anew with each request
      connection: 'close',
    },
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  // An event stream that ends once the documentation is there, or not
  const events = await response.text();
  const [, failure] = /^event: error\ndata: (.*)$/m.exec(events) ?? [];
  if (failure) {
    throw new Error(JSON.parse(failure));
  }
}

function path({ kind, metadata: { namespace = 'default', name } }: Entity) {
  return [namespace, kind, name].map(encodeURIComponent).join('/');
}
