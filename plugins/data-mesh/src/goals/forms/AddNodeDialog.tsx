import { useId, useState } from 'react';
import Checkbox from '@material-ui/core/Checkbox';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import Typography from '@material-ui/core/Typography';
import {
  NodeKind,
  ValueNode,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { useAddValueNode, useValueTree } from '../../api';
import { today } from '../../components/today';
import { useDataMeshTranslation } from '../../translation';
import { shapeOf } from '../tree/shape';
import { FormDialog } from '../../dialogs';
import { MeasureField, measureFieldsOf, newMeasureDraft } from './measureDraft';
import { MeasureInputs } from './MeasureInputs';
import { DraftValue, fieldsOf, NodeDraft, NodeField } from './nodeDraft';
import { NodeInputs } from './NodeInputs';
import { NodePicker } from './NodePicker';
import { mayBeAtTop, parentsToAddTo } from './parents';

/** Adds a vision, goal, bet or initiative, with its first measure. */
export function AddNodeDialog(props: {
  kind: NodeKind;
  /** Below what it is added; to be chosen if absent. */
  parentId?: string;
  /** The domain of a goal, to begin with. */
  domain?: string;
  onClose: (added?: ValueNode) => void;
}) {
  const { kind, onClose } = props;
  const { t } = useDataMeshTranslation();
  const id = useId();
  const tree = useValueTree().data;
  const [parentId, setParentId] = useState(props.parentId);
  const [draft, setDraft] = useState<NodeDraft>(() =>
    props.domain ? { domain: props.domain } : {},
  );
  const [isActive, setActive] = useState(false);
  const mayMeasure = kind !== 'vision';
  // A bet is measured by its goal's measures, unless it has its own.
  const [measures, setMeasures] = useState(kind === 'goal');
  const [measure, setMeasure] = useState(() => newMeasureDraft(today(), true));
  const { send, isSending, error } = useAddValueNode();

  const nodes = tree?.nodes ?? [];
  const parents = parentsToAddTo(nodes, kind);
  const isTopAllowed =
    mayBeAtTop(kind) && (tree?.mayAdd.includes(kind) ?? false);
  const fields = fieldsOf(draft);
  const first = measureFieldsOf(measure);
  const isPlaced = parentId !== undefined || isTopAllowed;
  const canSave =
    fields !== undefined && isPlaced && (!measures || first !== undefined);

  const save = () => {
    if (fields) {
      send({
        kind,
        ...(parentId !== undefined && { parentId }),
        state: isActive ? 'active' : 'proposed',
        fields,
        ...(measures && first && { measures: [first] }),
      })
        .then(onClose)
        // Told in the dialog by `error`.
        .catch(() => {});
    }
  };

  return (
    <FormDialog
      title={t(`goals.add.title.${kind}`)}
      saveLabel={t('goals.add.save')}
      canSave={canSave}
      isSending={isSending}
      error={error}
      onSave={save}
      onClose={() => onClose()}
    >
      {(parents.length > 0 || !mayBeAtTop(kind)) && (
        <NodePicker
          id={`${id}-parent`}
          label={t('goals.add.parent')}
          shape={shapeOf(nodes)}
          options={parents}
          value={parentId}
          required={!isTopAllowed}
          help={t(
            isTopAllowed ? 'goals.add.parentHelp' : 'goals.add.parentNeeded',
          )}
          onChange={setParentId}
        />
      )}
      <NodeInputs
        kind={kind}
        draft={draft}
        without={['learning']}
        onChange={(field: NodeField, value: DraftValue) =>
          setDraft(now => ({ ...now, [field]: value }))
        }
      />
      <FormControlLabel
        control={
          <Checkbox
            color="primary"
            checked={isActive}
            onChange={(_, isOn) => setActive(isOn)}
          />
        }
        label={t('goals.add.isActive')}
      />
      {mayMeasure && (
        <FormControlLabel
          control={
            <Checkbox
              color="primary"
              checked={measures}
              onChange={(_, isOn) => setMeasures(isOn)}
            />
          }
          label={t('goals.add.measure')}
        />
      )}
      {mayMeasure && measures && (
        <section aria-label={t('goals.add.measureTitle')}>
          <Typography variant="subtitle1" component="h3">
            {t('goals.add.measureTitle')}
          </Typography>
          <MeasureInputs
            draft={measure}
            isOnly
            onChange={(field: MeasureField, value: string) =>
              setMeasure(now => ({ ...now, [field]: value }))
            }
          />
        </section>
      )}
    </FormDialog>
  );
}
