import { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import { WhereToBegin } from './WhereToBegin';

/**
 * The page by what follows in its address: nothing, the sheet of missing
 * fields or a review, which are no tabs, or one of the tabs.
 */
export function PageParts(props: {
  tabs: ReactNode;
  /** Of the tabs that this app has. */
  paths: readonly string[];
  sheet: ReactNode;
  reviews: ReactNode;
}) {
  const rest = useParams()['*'] ?? '';
  switch (rest.split('/')[0]) {
    case '':
      return <WhereToBegin paths={props.paths} />;
    case 'missing-fields':
      return <>{props.sheet}</>;
    case 'reviews':
      return <>{props.reviews}</>;
    default:
      return <>{props.tabs}</>;
  }
}
