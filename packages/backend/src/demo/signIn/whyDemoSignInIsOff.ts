import { RootConfigService } from '@backstage/backend-plugin-api';

/**
 * Says why nobody may choose whom to be, or nothing where that is fine.
 */
export function whyDemoSignInIsOff(
  nodeEnv: string | undefined,
  config: RootConfigService,
): string | undefined {
  if (nodeEnv !== 'development') {
    return `it needs NODE_ENV=development, and NODE_ENV is ${
      nodeEnv ? `"${nodeEnv}"` : 'not set'
    }. Configure a real auth provider instead`;
  }
  const environment = config.getOptionalString('auth.environment');
  if (environment === 'production') {
    return 'auth.environment is "production". Configure a real auth provider instead';
  }
  return undefined;
}
