import { makeStyles } from '@material-ui/core/styles';
import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { DataProductDraft } from '@backstage-data-mesh/plugin-data-mesh-common';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, problemAt, problemsOf } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { AmountInput } from './AmountInput';
import { LinesInput } from './LinesInput';
import { NumberInput } from './NumberInput';

type Promises = NonNullable<DataProductDraft['promises']>;

const freshnessUnits = ['min', 'h', 'd'] as const;
const retentionUnits = ['d', 'm', 'y'] as const;

const useStyles = makeStyles(theme => ({
  numbers: {
    display: 'grid',
    gap: theme.spacing(0, 2),
    gridTemplateColumns: 'repeat(auto-fit, minmax(15rem, 1fr))',
  },
}));

/** What consumers may rely on: freshness, availability, retention, quality. */
export function DataProductPromises(
  props: FieldExtensionComponentProps<Promises>,
) {
  const { formData: promises = {}, onChange, idSchema, schema } = props;
  const { t } = useDataMeshTranslation();
  const classes = useStyles();
  const id = idSchema.$id;
  const problems = props.rawErrors.length
    ? problemsOf(answersIn(props.formContext), 'promises')
    : [];
  const change = (changed: Promises) => onChange({ ...promises, ...changed });

  return (
    <FieldGroup
      id={id}
      title={schema.title ?? t('scaffolder.promises.title')}
      text={schema.description}
    >
      <div className={classes.numbers}>
        <AmountInput
          id={`${id}-freshness`}
          label={t('scaffolder.promises.freshness')}
          hint={t('scaffolder.promises.freshnessHint')}
          value={promises.freshness}
          units={freshnessUnits}
          unitLabel={unit => t(`scaffolder.promises.freshnessUnits.${unit}`)}
          defaultUnit="h"
          problem={problemAt(problems, 'freshness')}
          onChange={freshness => change({ freshness })}
        />
        <NumberInput
          id={`${id}-availability`}
          label={t('scaffolder.promises.availability')}
          hint={t('scaffolder.promises.availabilityHint')}
          value={promises.availability}
          problem={problemAt(problems, 'availability')}
          onChange={availability => change({ availability })}
        />
        <AmountInput
          id={`${id}-retention`}
          label={t('scaffolder.promises.retention')}
          hint={t('scaffolder.promises.retentionHint')}
          value={promises.retention}
          units={retentionUnits}
          unitLabel={unit => t(`scaffolder.promises.retentionUnits.${unit}`)}
          defaultUnit="y"
          problem={problemAt(problems, 'retention')}
          onChange={retention => change({ retention })}
        />
      </div>
      <LinesInput
        id={`${id}-quality`}
        label={t('scaffolder.promises.quality')}
        hint={t('scaffolder.promises.qualityHint')}
        placeholder={t('scaffolder.promises.qualityExample')}
        value={promises.quality}
        problem={problemAt(problems, 'quality')}
        onChange={quality => change({ quality })}
      />
    </FieldGroup>
  );
}
