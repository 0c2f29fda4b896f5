import { OutlineRule } from '@backstage-data-mesh/plugin-data-mesh-common';

/**
 * A request that a pipeline can send to show that a rule is met, for a shell.
 *
 * @param baseUrl - of the data mesh backend
 * @returns undefined when no evidence makes the rule pass
 */
export function requestOf(
  rule: Pick<OutlineRule, 'needs' | 'examples'>,
  entityRef: string,
  baseUrl: string,
  day: string,
): string | undefined {
  const { needs, examples = {} } = rule;
  const items = needs
    .filter(key => Object.hasOwn(examples, key))
    .map(key => ({
      entityRef,
      key,
      value: examples[key],
      observedAt: day,
      source: 'name-of-the-pipeline',
    }));
  if (!items.length) {
    return undefined;
  }
  const body = JSON.stringify({ items }, null, 2).replaceAll("'", "'\\''");
  return [
    `curl --fail --request PUT '${baseUrl}/evidence' \\`,
    `  --header "Authorization: Bearer $BACKSTAGE_TOKEN" \\`,
    `  --header 'Content-Type: application/json' \\`,
    `  --data '${body}'`,
  ].join('\n');
}
