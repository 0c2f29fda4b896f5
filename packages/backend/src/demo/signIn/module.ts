import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import {
  demoAuthenticator,
  demoProfileTransform,
  demoSignInResolver,
} from './demoAuthenticator';
import { whyDemoSignInIsOff } from './whyDemoSignInIsOff';

/**
 * Lets a person choose whom of the demo catalog to be, without a password.
 * Outside development the provider is not even registered, whatever the
 * configuration says.
 */
export const demoSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-provider',
  register(reg) {
    reg.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        const reason = whyDemoSignInIsOff(process.env.NODE_ENV, config);
        if (reason) {
          logger.warn(`The demo sign-in is off: ${reason}`);
          return;
        }
        providers.registerProvider({
          providerId: 'demo',
          factory: createProxyAuthProviderFactory({
            authenticator: demoAuthenticator,
            profileTransform: demoProfileTransform,
            signInResolver: demoSignInResolver,
          }),
        });
      },
    });
  },
});
