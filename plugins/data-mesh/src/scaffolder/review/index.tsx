import { lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { checkAnswers } from '../answers';
import { DataMeshField } from '../field';
import { ReviewOptions } from './ReviewOptions';

// Writing YAML is not needed before the last page
const DataProductReview = lazy(() =>
  import('./DataProductReview').then(m => ({ default: m.DataProductReview })),
);

function Review(props: FieldExtensionComponentProps<unknown, ReviewOptions>) {
  return (
    <Suspense fallback={<Progress />}>
      <DataProductReview {...props} />
    </Suspense>
  );
}

/** Nothing is made from answers that the action would refuse. */
const checkAll: CustomFieldValidator<unknown> = (_value, field, context) => {
  for (const { message } of checkAnswers(context.formData)) {
    field.addError(message);
  }
};

export const reviewField: DataMeshField = {
  component: Review,
  validation: checkAll,
};
