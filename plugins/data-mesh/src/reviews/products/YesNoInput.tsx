import { Choice } from '../../components/Choice';
import { useDataMeshTranslation } from '../../translation';
import { YesNo } from './sayingDraft';

/** Yes, no, or nothing said. */
export function YesNoInput(props: {
  label: string;
  value: YesNo;
  help?: string;
  onChange: (value: YesNo) => void;
}) {
  const { t } = useDataMeshTranslation();
  return (
    <Choice<YesNo>
      {...props}
      size="small"
      options={[
        ['yes', t('reviews.products.form.yes')],
        ['no', t('reviews.products.form.no')],
        ['', t('reviews.products.form.notSaid')],
      ]}
    />
  );
}
