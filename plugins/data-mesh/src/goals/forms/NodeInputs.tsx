import { NodeKind } from '@backstage-data-mesh/plugin-data-mesh-common';
import { Fold } from '../../components/Fold';
import { useFieldStyles } from '../../dialogs';
import { useDataMeshTranslation } from '../../translation';
import {
  DraftValue,
  fieldsToFill,
  NodeDraft,
  NodeField,
  wrongFields,
} from './nodeDraft';
import { NodeFieldInput } from './NodeFieldInput';
import { useWordingHints } from './useWordingHints';

/** The fields of a node: first those that matter, the others on demand. */
export function NodeInputs(props: {
  kind: NodeKind;
  draft: NodeDraft;
  /** Left out where they are asked for elsewhere. */
  without?: readonly NodeField[];
  onChange: (field: NodeField, value: DraftValue) => void;
}) {
  const { kind, draft, without = [], onChange } = props;
  const { t } = useDataMeshTranslation();
  const classes = useFieldStyles();
  const hintsOf = useWordingHints();
  const wrong = wrongFields(draft);
  const { first, more } = fieldsToFill(kind);

  const input = (field: NodeField) =>
    without.includes(field) ? null : (
      <NodeFieldInput
        key={field}
        kind={kind}
        field={field}
        value={draft[field]}
        isWrong={wrong.includes(field)}
        hints={hintsOf(kind, field, draft[field])}
        required={field === 'title'}
        onChange={value => onChange(field, value)}
      />
    );
  return (
    <>
      {first.map(input)}
      <Fold
        label={t('goals.form.more')}
        defaultOpen={more.some(field => wrong.includes(field))}
      >
        <div className={classes.fields}>{more.map(input)}</div>
      </Fold>
    </>
  );
}
