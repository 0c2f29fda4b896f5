import { Choice } from '../components/Choice';
import { useDataMeshTranslation } from '../translation';

/** The three answers to a question that can be answered by yes or no. */
export function YesNoNotYet(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useDataMeshTranslation();
  return (
    <Choice
      {...props}
      options={[
        ['yes', t('myWork.answer.yes')],
        ['no', t('myWork.answer.no')],
        ['not-yet', t('myWork.answer.notYet')],
      ]}
    />
  );
}
