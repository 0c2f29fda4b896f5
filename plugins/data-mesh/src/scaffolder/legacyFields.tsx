import { ComponentType, lazy, Suspense } from 'react';
import { Progress } from '@backstage/core-components';
import {
  createScaffolderFieldExtension,
  FieldExtensionComponentProps,
  FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import { DataMeshField } from './field';
import { fields } from './fields';

/** The fields of our templates as the old frontend system takes them. */
export const legacyFields = Object.entries(fields).map(([name, load]) =>
  createScaffolderFieldExtension(lazyField(name, load)),
);

/**
 * A field that loads itself when it is first shown. The old system asks for its
 * parts at once, and a validator may be called before the component is there.
 */
export function lazyField(
  name: string,
  load: () => Promise<DataMeshField>,
): FieldExtensionOptions<any, any> {
  const Field: ComponentType<FieldExtensionComponentProps<any, any>> = lazy(
    async () => ({ default: (await load()).component }),
  );
  return {
    name,
    component: props => (
      <Suspense fallback={<Progress />}>
        <Field {...props} />
      </Suspense>
    ),
    validation: async (...args) => (await load()).validation?.(...args),
  };
}
