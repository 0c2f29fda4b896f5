import {
  CustomFieldValidator,
  FieldExtensionComponentProps,
} from '@backstage/plugin-scaffolder-react';
import { DataProductAnswers } from '@backstage-data-mesh/plugin-data-mesh-common';
import { problemsOf } from './answers';

/** A field of our templates, as both frontend systems take it. */
export type DataMeshField = {
  // The value is whatever the form's state holds; each field says its own type
  component: (
    props: FieldExtensionComponentProps<any, any>,
  ) => JSX.Element | null;
  validation?: CustomFieldValidator<any, any>;
};

/** Refuses an answer for the reasons that the action would refuse it. */
export function checkAnswer(
  key: keyof DataProductAnswers,
): CustomFieldValidator<unknown> {
  return (_value, field, { formData }) => {
    for (const { message } of problemsOf(formData, key)) {
      field.addError(message);
    }
  };
}
