import { useState } from 'react';
import Button from '@material-ui/core/Button';
import { DomainRow } from '@backstage-data-mesh/plugin-data-mesh-common';
import type { ProfilePoint } from '../../components/charts/ProfileRadar';
import { EntityToDo } from '../../results';
import { useDataMeshTranslation } from '../../translation';
import { AspirationDialog } from './AspirationDialog';

/** The way to say where the domain wants to be, for those who answer for it. */
export function Aspiration(props: {
  toDo: EntityToDo;
  points: ProfilePoint[];
  levels: readonly string[];
  row: DomainRow;
}) {
  const { toDo, points, levels, row } = props;
  const { t } = useDataMeshTranslation();
  const [isOpen, setOpen] = useState(false);
  // Who may answer the questions of a domain speaks for it.
  const may = toDo.results?.may.answer ?? [];
  const rules = toDo.maturity?.outline.rules ?? [];
  if (!rules.some(({ id }) => may.includes(id))) {
    return null;
  }
  const isSet = points.some(({ want }) => want !== undefined);
  return (
    <>
      <Button
        size="small"
        color="primary"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {t(isSet ? 'domain.aspiration.change' : 'domain.aspiration.set')}
      </Button>
      {isOpen && (
        <AspirationDialog
          domain={row.domain}
          points={points}
          levels={levels}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
