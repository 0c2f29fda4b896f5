import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Fetch the files of a data product',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the files of the data product',
          action: 'data-mesh:product:fetch',
          input: { product: 'dataproduct:default/demand-forecast' },
        },
      ],
    }),
  },
];
