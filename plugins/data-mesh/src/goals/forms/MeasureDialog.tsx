import { useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { Measure } from '@backstage-data-mesh/plugin-data-mesh-common';
import { dataMeshApiRef, useAddMeasure, useChangeMeasure } from '../../api';
import { nameOf } from '../../products/useFacetTitle';
import { today } from '../../components/today';
import { useDataMeshTranslation } from '../../translation';
import { Clashes } from './Clashes';
import { FormDialog } from '../../dialogs';
import {
  MeasureDraft,
  measureDraftOf,
  MeasureField,
  measureChangesOf,
  measureFieldsOf,
  newMeasureDraft,
} from './measureDraft';
import { MeasureInputs } from './MeasureInputs';
import { newestMeasure } from './newest';
import { useDraft } from './useDraft';

/** Adds a measure of success to a node. */
export function AddMeasureDialog(props: {
  node: { id: string; title: string };
  /** Whether it is the first one of the node. */
  isFirst: boolean;
  onClose: () => void;
}) {
  const { node, isFirst, onClose } = props;
  const { t } = useDataMeshTranslation();
  const [draft, setDraft] = useState<MeasureDraft>(() =>
    newMeasureDraft(today(), isFirst),
  );
  const { send, isSending, error } = useAddMeasure();
  const measure = measureFieldsOf(draft);
  return (
    <FormDialog
      title={t('goals.measure.add', { node: node.title })}
      canSave={measure !== undefined}
      isSending={isSending}
      error={error}
      onSave={() => {
        if (measure) {
          // Told in the dialog by `error`.
          send({ nodeId: node.id, measure }).then(onClose, () => {});
        }
      }}
      onClose={onClose}
    >
      <MeasureInputs
        draft={draft}
        isOnly={isFirst}
        onChange={(field, value) =>
          setDraft(now => ({ ...now, [field]: value }))
        }
      />
    </FormDialog>
  );
}

/** Changes what is measured, and where it is to be. */
export function EditMeasureDialog(props: {
  measure: Measure;
  onClose: () => void;
}) {
  const { measure, onClose } = props;
  const { id, nodeId } = measure;
  const { t } = useDataMeshTranslation();
  const api = useApi(dataMeshApiRef);
  const editing = useDraft<MeasureField, string>(() => editable(measure));
  const [isStale, setStale] = useState(false);
  const { send, isSending, error } = useChangeMeasure();
  const { draft, base, version, clashes } = editing;
  const changes = measureChangesOf(base, draft);

  const save = () => {
    if (!changes) {
      return;
    }
    if (Object.keys(changes).length === 0) {
      onClose();
      return;
    }
    setStale(false);
    send({ id, version, ...changes }).then(
      () => onClose(),
      async failure => {
        const read = { id, nodeId, version };
        const now = await newestMeasure(api, failure, read).catch(
          // What went wrong at first is told below.
          () => undefined,
        );
        if (now) {
          setStale(true);
          editing.meet(editable(now));
        }
      },
    );
  };

  const wordsOf = (value: string | undefined, field: MeasureField) => {
    if (field === 'primary') {
      return t(value === 'yes' ? 'goals.form.yes' : 'goals.form.no');
    }
    return field === 'owner' && value ? nameOf(value) : value;
  };
  return (
    <FormDialog
      title={t('goals.measure.edit')}
      canSave={changes !== undefined}
      isSending={isSending}
      error={isStale ? undefined : error}
      onSave={save}
      onClose={onClose}
    >
      {isStale && (
        <Clashes
          clashes={clashes}
          labelOf={field => t(`goals.measure.${field}`)}
          wordsOf={wordsOf}
          chosen={field => draft[field]}
          onChoose={editing.set}
        />
      )}
      <MeasureInputs
        draft={draft}
        isPrimary={base.primary === 'yes'}
        onChange={editing.set}
      />
    </FormDialog>
  );
}

function editable(measure: Measure) {
  return { fields: measureDraftOf(measure), version: measure.version };
}
