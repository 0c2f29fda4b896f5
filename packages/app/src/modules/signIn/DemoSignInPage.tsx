import { useMemo, useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { IdentityApi } from '@backstage/core-plugin-api';
import { SignInPageProps } from '@backstage/plugin-app-react';
import { PersonChooser } from './PersonChooser';
import { rememberedPerson } from './rememberedPerson';
import { SignInProblem } from './SignInProblem';

/**
 * Signs in as a person of the demo organisation, by choice and without a
 * password. The backend takes that in development only.
 */
export function DemoSignInPage({ onSignInSuccess }: SignInPageProps) {
  const [userRef, setUserRef] = useState(rememberedPerson.get);
  const [attempt, setAttempt] = useState(0);

  const ErrorComponent = useMemo(
    () =>
      ({ error }: { error?: Error }) =>
        (
          <SignInProblem
            error={error}
            onRetry={() => setAttempt(n => n + 1)}
            onChooseAnother={() => {
              rememberedPerson.forget();
              setUserRef(undefined);
            }}
          />
        ),
    [],
  );

  if (!userRef) {
    return <PersonChooser onChoose={setUserRef} />;
  }
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="demo"
      headers={{ 'x-demo-person': userRef }}
      ErrorComponent={ErrorComponent}
      onSignInSuccess={identity => {
        rememberedPerson.set(userRef);
        onSignInSuccess(onSignOut(identity, rememberedPerson.forget));
      }}
    />
  );
}

function onSignOut(identity: IdentityApi, callback: () => void): IdentityApi {
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      callback();
      await identity.signOut();
    },
  };
}
