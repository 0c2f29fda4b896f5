import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { WhereToBegin } from './WhereToBegin';

/**
 * The page by what follows in its address: nothing, the sheet of missing
 * fields, which is no tab, or one of the tabs.
 */
export function PageParts(props: {
  tabs: ReactNode;
  /** Of the tabs that this app has. */
  paths: readonly string[];
  sheet: ReactNode;
}) {
  const rest = useParams()['*'] ?? '';
  switch (rest.split('/')[0]) {
    case '':
      return <WhereToBegin paths={props.paths} />;
    case 'missing-fields':
      return <>{props.sheet}</>;
    default:
      return <>{props.tabs}</>;
  }
}
