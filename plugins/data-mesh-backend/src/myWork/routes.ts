import { HttpAuthService } from '@backstage/backend-plugin-api';
import { Router } from 'express';
import { VisibilityResolver } from '../visibility/VisibilityResolver';
import { MyWorkService } from './MyWorkService';

export function addMyWorkRoutes(
  router: Router,
  options: {
    httpAuth: HttpAuthService;
    visibility: VisibilityResolver;
    myWork: MyWorkService;
  },
): void {
  const { httpAuth, visibility, myWork } = options;

  router.get('/my-work', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user'] });
    const visible = await visibility.resolve(credentials);
    res.json(await myWork.getMyWork(credentials, visible));
  });
}
