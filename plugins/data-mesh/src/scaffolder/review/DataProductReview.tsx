import { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useDataMeshTranslation } from '../../translation';
import { answersIn, checkAnswers } from '../answers';
import { FieldGroup } from '../FieldGroup';
import { idsIn } from '../initiatives/initiativesOf';
import { ChangesToMake } from './ChangesToMake';
import { FilesToMake } from './FilesToMake';
import { InitiativesServed } from './InitiativesServed';
import { ProblemsFirst } from './ProblemsFirst';
import { ReviewOptions } from './ReviewOptions';

/** What comes of the answers: what is wrong with them, else what is made. */
export function DataProductReview(
  props: FieldExtensionComponentProps<unknown, ReviewOptions>,
) {
  const { idSchema, schema, uiSchema } = props;
  const { t } = useDataMeshTranslation();
  const answers = answersIn(props.formContext);
  const { alsoMade, change = false } = uiSchema['ui:options'] ?? {};
  const problems = checkAnswers(answers);
  const served = idsIn(answers.initiatives);

  return (
    <FieldGroup
      id={idSchema.$id}
      title={
        schema.title ??
        t(change ? 'scaffolder.review.changes' : 'scaffolder.review.title')
      }
      text={schema.description}
    >
      {problems.length > 0 && <ProblemsFirst problems={problems} />}
      {served.length > 0 && <InitiativesServed ids={served} />}
      {!problems.length &&
        (change ? (
          <ChangesToMake answers={answers} />
        ) : (
          <FilesToMake answers={answers} alsoMade={alsoMade ?? []} />
        ))}
    </FieldGroup>
  );
}
