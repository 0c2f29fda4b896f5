import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

export const examples: TemplateExample[] = [
  {
    description: 'Make a repository of the workspace',
    example: stringify({
      steps: [
        {
          id: 'local',
          name: 'Make the repository and wait for its page',
          action: 'data-mesh:publish:local',
          input: {
            name: '${{ steps.write.output.name }}',
            entityRef: '${{ steps.write.output.entityRef }}',
          },
        },
      ],
    }),
  },
  {
    description: 'Add a commit with what changed in the workspace',
    example: stringify({
      steps: [
        {
          id: 'local',
          name: 'Commit it to the repository',
          action: 'data-mesh:publish:local',
          input: {
            name: '${{ steps.fetch.output.name }}',
            entityRef: '${{ steps.change.output.entityRef }}',
            change: true,
            basedOn: '${{ steps.fetch.output.commit }}',
            commitMessage: 'Name the consumers',
          },
        },
      ],
    }),
  },
];
