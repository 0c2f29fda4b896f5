import { Navigate } from 'react-router-dom';
import { Progress } from '@backstage/core-components';
import { useMyWork } from '../api';

/**
 * The page without a tab in its address: My work when something waits there,
 * else the data products.
 *
 * @param props.paths - of the tabs that this app has
 */
export function WhereToBegin(props: { paths: readonly string[] }) {
  const { paths } = props;
  const { data, isPending } = useMyWork({ enabled: paths.includes('my-work') });
  if (isPending && paths.includes('my-work')) {
    return <Progress />;
  }
  const waiting = Object.values(data?.counts ?? {});
  const wanted = waiting.some(count => count > 0) ? 'my-work' : 'products';
  return (
    <Navigate to={paths.includes(wanted) ? wanted : paths[0] ?? '/'} replace />
  );
}
