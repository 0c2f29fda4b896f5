import { createFrontendModule } from '@backstage/frontend-plugin-api';
import {
  createFormField,
  FormFieldBlueprint,
} from '@backstage/plugin-scaffolder-react/alpha';
import { fields } from './fields';

/**
 * The fields of our templates. A portal without the scaffolder passes over it.
 */
export const scaffolderModule = createFrontendModule({
  pluginId: 'scaffolder',
  extensions: Object.entries(fields).map(([name, load]) =>
    FormFieldBlueprint.make({
      name: kebab(name),
      params: {
        field: async () => createFormField({ name, ...(await load()) }),
      },
    }),
  ),
});

function kebab(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, '-$&').toLocaleLowerCase('en-US');
}
