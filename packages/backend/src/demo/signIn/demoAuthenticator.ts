import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError, NotFoundError } from '@backstage/errors';
import {
  AuthResolverContext,
  createProxyAuthenticator,
  ProfileTransform,
  SignInResolver,
} from '@backstage/plugin-auth-node';

/** The header by which the sign-in page says who was chosen. */
export const DEMO_PERSON_HEADER = 'x-demo-person';

/** The person who was chosen, as a full entity ref. */
export type DemoPerson = { userRef: string };

/** Takes the choice from the request; there is nothing to prove. */
export const demoAuthenticator = createProxyAuthenticator<
  void,
  DemoPerson,
  undefined
>({
  defaultProfileTransform: async () => ({ profile: {} }),
  initialize() {},
  async authenticate({ req }) {
    return { result: { userRef: readUserRef(req.header(DEMO_PERSON_HEADER)) } };
  },
});

/** Name and picture as the catalog knows them. */
export const demoProfileTransform: ProfileTransform<DemoPerson> = async (
  { userRef },
  context,
) => {
  const entity = await findUser(userRef, context);
  const profile = entity.spec?.profile as
    | { displayName?: string; email?: string; picture?: string }
    | undefined;
  return {
    profile: {
      displayName: profile?.displayName ?? entity.metadata.name,
      email: profile?.email,
      picture: profile?.picture,
    },
  };
};

/** Signs in as the chosen User of the catalog, with that User's groups. */
export const demoSignInResolver: SignInResolver<DemoPerson> = (
  { result },
  context,
) => context.signInWithCatalogUser({ entityRef: result.userRef });

function readUserRef(header: string | undefined): string {
  if (!header) {
    throw new InputError(
      `Say who you want to be in the header ${DEMO_PERSON_HEADER}, for example user:default/tomas.reyes`,
    );
  }
  try {
    const ref = parseEntityRef(header, {
      defaultKind: 'User',
      defaultNamespace: 'default',
    });
    if (ref.kind.toLocaleLowerCase('en-US') === 'user') {
      return stringifyEntityRef(ref);
    }
  } catch {
    // told below, together with refs of another kind
  }
  throw new InputError(`"${header}" does not name a User of the catalog`);
}

async function findUser(userRef: string, context: AuthResolverContext) {
  try {
    const { entity } = await context.findCatalogUser({ entityRef: userRef });
    return entity;
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') {
      throw new NotFoundError(
        `${userRef} is not in the catalog. Right after a first start the catalog is still being read: try again in a moment`,
      );
    }
    throw error;
  }
}
