import { ResponseError } from '@backstage/errors';
import { z } from 'zod';
import { DataMeshRequestOptions } from './DataMeshApi';

/** How a plugin's backend is found and called. */
export type Connection = {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi?: { fetch: typeof fetch };
};

/**
 * Calls a plugin's backend and checks what it answers.
 *
 * @param request.body - sent as JSON, by POST unless said otherwise; without
 * it, it is a GET unless said otherwise
 * @throws ResponseError when the backend refuses
 */
export async function request<TSchema extends z.ZodType>(
  { discoveryApi, fetchApi }: Connection,
  {
    plugin,
    path,
    body,
    method = body === undefined ? 'GET' : 'POST',
  }: {
    plugin: string;
    path: string;
    body?: unknown;
    method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  },
  schema: TSchema,
  options?: DataMeshRequestOptions,
): Promise<z.output<TSchema>> {
  const baseUrl = await discoveryApi.getBaseUrl(plugin);
  const callFetch = fetchApi?.fetch ?? fetch;
  const headers = {
    ...(options?.token
      ? { authorization: `Bearer ${options.token}` }
      : undefined),
    ...(body === undefined
      ? undefined
      : { 'content-type': 'application/json' }),
  };
  const response = await callFetch(`${baseUrl}${path}`, {
    signal: options?.signal,
    headers: Object.keys(headers).length > 0 ? headers : undefined,
    ...(method === 'GET' ? undefined : { method }),
    ...(body === undefined ? undefined : { body: JSON.stringify(body) }),
  });
  if (!response.ok) {
    throw await ResponseError.fromResponse(response);
  }
  return schema.parse(await readBody(response));
}

async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) {
    return undefined;
  }
  const isYaml = response.headers?.get('content-type')?.includes('yaml');
  return isYaml ? response.text() : response.json();
}
