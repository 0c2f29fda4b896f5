import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Change the fetched files to what the form says',
    example: stringify({
      steps: [
        {
          id: 'fetch',
          name: 'Fetch the files of the data product',
          action: 'data-mesh:product:fetch',
          input: { product: '${{ parameters.product }}' },
        },
        {
          id: 'change',
          name: 'Write what changed',
          action: 'data-mesh:product:change',
          input: {
            product: '${{ parameters.product }}',
            draft: '${{ parameters }}',
          },
        },
      ],
    }),
  },
];
