import { ReactNode } from 'react';
import { Link } from '@backstage/core-components';
import { safeUrl } from './safeUrl';

/**
 * A link to an address that somebody wrote into a file: only web and mail
 * addresses become links, all else stays text.
 */
export function SafeLink(props: {
  url: string | undefined;
  children?: ReactNode;
}) {
  const { url, children = props.url } = props;
  const to = safeUrl(url);
  // Underlined, as it mostly stands amid other text
  return to ? (
    <Link to={to} underline="always">
      {children}
    </Link>
  ) : (
    <span>{children}</span>
  );
}
