import { ruleSetListSchema } from '@backstage-data-mesh/plugin-data-mesh-common';
import { ZodOpenApiPathsObject } from 'zod-openapi';
import { answers, operation } from './operations';

export const ruleSetPaths: ZodOpenApiPathsObject = {
  '/rule-sets': {
    get: operation('getRuleSets', {
      summary: 'The rule sets in force, with their texts',
      description:
        'Why a newer text was not taken is told to those who may manage rule sets.',
      responses: answers(ruleSetListSchema),
    }),
  },
  '/rule-sets/reload': {
    post: operation('reloadRuleSets', {
      summary: 'Loads the rule sets anew, without waiting for the next minute',
      description:
        'A set that is broken stays as it was, with its problems. Each replica of the backend loads its own; those not asked follow within a minute.',
      responses: answers(ruleSetListSchema),
    }),
  },
};
