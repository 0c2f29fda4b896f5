import { Entity } from '@backstage/catalog-model';

/**
 * Annotations that Backstage's own modules for GitHub and GitLab write, after
 * the host, such as `github.com/team-slug`.
 */
const HANDLES = /^[^/]+\/(team-slug|team-path|user-login)$/;

/** Teams and people as GitHub and GitLab name them. */
const PLAIN = /^[\w.-]+(\/[\w.-]+)*$/;

/**
 * The handles by which the catalog knows a team or a person on GitHub and
 * GitLab, for a CODEOWNERS file.
 */
export function handlesOf(...entities: (Entity | undefined)[]): string[] {
  const handles = entities.flatMap(entity =>
    Object.entries(entity?.metadata.annotations ?? {})
      .filter(([key, value]) => HANDLES.test(key) && PLAIN.test(value))
      .map(([, value]) => `@${value}`),
  );
  return [...new Set(handles)];
}
