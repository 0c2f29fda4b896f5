import { useLocation, useSearchParams } from 'react-router-dom';
import { readView, writeView } from './view';

/** The address of this page with the panel of a node. */
export function useNodeLink(): (id: string) => string {
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  return id =>
    `${pathname}?${writeView({ ...readView(search), node: id }, search)}`;
}
