import { HttpAuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  contractSourceSchema,
  MAX_CONTRACT_SOURCE_LENGTH,
} from '@backstage-data-mesh/plugin-data-mesh-common';
import express, { ErrorRequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { readContractSource } from './readContractSource';

/** In bytes. JSON writes a character with up to six of them. */
const MAX_BODY = MAX_CONTRACT_SOURCE_LENGTH * 6 + 1000;

/** The errors of the body's reader are worded for developers. */
const inWords: ErrorRequestHandler = (error, _req, _res, next) => {
  switch (error?.type) {
    case 'entity.too.large':
      return next(
        new InputError(
          `The text cannot be read. It is longer than ${MAX_CONTRACT_SOURCE_LENGTH} characters. Paste a smaller part`,
        ),
      );
    case 'entity.parse.failed':
      return next(
        new InputError('The text cannot be read. The body has to be JSON'),
      );
    default:
      return next(error);
  }
};

/** Reads for the form of a template what a contract can be started from. */
export function createContractSourceRouter(options: {
  httpAuth: HttpAuthService;
}): Router {
  const router = PromiseRouter();
  router.post(
    '/data-mesh/contract-source',
    // Nobody's text is taken in before it is known who sends it.
    async (req, _res, next) => {
      await options.httpAuth.credentials(req, { allow: ['user', 'service'] });
      next();
    },
    express.json({ limit: MAX_BODY }),
    async (req, res) => {
      const source = contractSourceSchema.safeParse(req.body ?? {});
      if (!source.success) {
        const problems = source.error.issues.map(({ code, path, message }) =>
          code === 'too_big' && path[0] === 'text'
            ? `text: It is longer than ${MAX_CONTRACT_SOURCE_LENGTH} characters. Paste a smaller part`
            : [...path, message].join(': '),
        );
        throw new InputError(`The text cannot be read. ${problems.join('; ')}`);
      }
      res.json(await readContractSource(source.data));
    },
  );
  router.use('/data-mesh/contract-source', inWords);
  return router;
}
