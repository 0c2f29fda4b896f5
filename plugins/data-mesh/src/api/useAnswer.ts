import {
  AnswerRequest,
  AnswerResponse,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import { hangsOnResults, sameRef } from './keys';
import { Sending, useDataMeshMutation } from './useDataMeshMutation';

/**
 * Answers a question in the name of the signed-in person. The results that
 * come back are shown at once or, when that is put off, with `settle`: what
 * asked for the answer may be gone then.
 */
export function useAnswer(
  options: { isPutOff?: boolean } = {},
): Sending<AnswerRequest, AnswerResponse> {
  return useDataMeshMutation({
    ...options,
    send: (api, request: AnswerRequest) => api.answer(request),
    known: ({ results }) => [
      [['results', sameRef(results.entity.ref)], results],
    ],
    hanging: ({ results }) => [
      ['evidence', sameRef(results.entity.ref)],
      ...hangsOnResults.map(key => [key]),
    ],
  });
}
