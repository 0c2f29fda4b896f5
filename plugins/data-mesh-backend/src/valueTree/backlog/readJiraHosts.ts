import { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  BacklogHost,
  parseBacklogRef,
} from '@backstage-data-mesh/plugin-data-mesh-common';

const KEY = 'dataMesh.backlog.jiraUrl';

/** @throws InputError when it is no address */
export function readJiraHosts(config: RootConfigService): BacklogHost[] {
  const baseUrl = config.getOptionalString(KEY);
  if (baseUrl && !parseBacklogRef(baseUrl, { provider: 'url' })) {
    throw new InputError(
      `${KEY} is “${baseUrl}”; it has to be an address such as https://jira.example.com`,
    );
  }
  return baseUrl ? [{ provider: 'jira', baseUrl }] : [];
}
