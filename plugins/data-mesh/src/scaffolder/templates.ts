import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { dataMeshQueryApiRef } from '../api/dataMeshQueryApiRef';
import { templateRouteRef } from '../routes';
import { findEntity } from './findEntity';

const namespace = 'default';

/** The templates of the suite, by the names that they are registered under. */
export type DataMeshTemplate = 'new-data-product' | 'change-data-product';

/**
 * The address of a template's form; undefined where there is no scaffolder, or
 * where the template is not in the catalog.
 *
 * @param answers - what the form starts with
 */
export function useTemplateLink(
  templateName: DataMeshTemplate,
  answers?: Record<string, string>,
): string | undefined {
  const route = useOptionalTemplateRoute();
  const catalogApi = useApi(catalogApiRef);
  const client = useApi(dataMeshQueryApiRef);
  const ref = `template:${namespace}/${templateName}`;
  const { data: isThere } = useQuery<boolean, Error>(
    {
      queryKey: ['data-mesh', 'template', ref],
      enabled: Boolean(route),
      staleTime: 5 * 60_000,
      queryFn: async () => Boolean(await findEntity(catalogApi, ref)),
    },
    client,
  );
  if (!route || !isThere) {
    return undefined;
  }
  const query = answers
    ? `?${new URLSearchParams({ formData: JSON.stringify(answers) })}`
    : '';
  return `${route({ namespace, templateName })}${query}`;
}

/** The cards also stand in portals that have them without our plugin. */
function useOptionalTemplateRoute() {
  try {
    return useRouteRef(templateRouteRef);
  } catch {
    return undefined;
  }
}
