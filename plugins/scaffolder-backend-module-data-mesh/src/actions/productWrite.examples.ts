import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Write what the form asked for; its keys are those of a draft',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the catalog file and the contracts',
          action: 'data-mesh:product:write',
          input: { draft: '${{ parameters }}' },
        },
      ],
    }),
  },
  {
    description: 'Write a data product of six answers into a folder',
    example: stringify({
      steps: [
        {
          id: 'write',
          name: 'Write the catalog file',
          action: 'data-mesh:product:write',
          input: {
            draft: {
              usage: 'Planners in clinics, to order reagents a week ahead',
              purpose: 'Forecast reagent demand per clinic and week.',
              name: 'demand-forecast',
              domain: 'domain:default/supply-chain',
              owner: 'group:default/team-logistics-data',
              productOwner: 'user:default/oskar.nyberg',
            },
            targetPath: './product',
          },
        },
      ],
    }),
  },
];
