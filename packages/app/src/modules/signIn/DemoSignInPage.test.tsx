import { IdentityApi } from '@backstage/core-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { DemoSignInPage } from './DemoSignInPage';
import { people } from './people';

const session = {
  profile: { displayName: 'Tomas Reyes' },
  backstageIdentity: {
    token: 'a.e30.b',
    identity: {
      type: 'user',
      userEntityRef: 'user:default/tomas.reyes',
      ownershipEntityRefs: ['user:default/tomas.reyes'],
    },
  },
};

describe('DemoSignInPage', () => {
  const fetchMock = jest.fn();
  const onSignInSuccess = jest.fn();
  const realFetch = global.fetch;

  beforeEach(() => {
    jest.resetAllMocks();
    window.localStorage.clear();
    global.fetch = fetchMock;
  });
  afterEach(() => {
    global.fetch = realFetch;
  });

  const answer = (status: number, body: object) =>
    fetchMock.mockImplementation(
      async () =>
        new Response(JSON.stringify(body), {
          status,
          headers: { 'content-type': 'application/json' },
        }),
    );
  const show = () =>
    renderInTestApp(<DemoSignInPage onSignInSuccess={onSignInSuccess} />);
  const chosenPerson = () =>
    (fetchMock.mock.lastCall?.[1].headers as Headers)?.get('x-demo-person');

  it('offers every person with role and reason', () => {
    show();

    for (const { name, role, comesFor } of people) {
      expect(
        screen.getByRole('button', {
          name: `Be ${name}, ${role}. ${comesFor}`,
        }),
      ).toBeVisible();
    }
    expect(fetchMock).not.toHaveBeenCalled();
  });

  it('signs in with the keyboard, is remembered, and forgotten on signing out', async () => {
    answer(200, session);
    const { unmount } = show();

    await userEvent.tab();
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(chosenPerson()).toBe('user:default/tomas.reyes');
    const identity: IdentityApi = onSignInSuccess.mock.lastCall[0];
    await expect(identity.getBackstageIdentity()).resolves.toMatchObject({
      userEntityRef: 'user:default/tomas.reyes',
    });

    unmount();
    const reloaded = show();
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(2));
    expect(
      screen.queryByText('Who do you want to be?'),
    ).not.toBeInTheDocument();

    await identity.signOut();
    reloaded.unmount();
    show();
    expect(screen.getByText('Who do you want to be?')).toBeVisible();
  });

  it('passes on what the backend says, and lets one try again', async () => {
    const message = 'user:default/tomas.reyes is not in the catalog.';
    answer(404, {
      error: { name: 'NotFoundError', message },
      response: { statusCode: 404 },
    });
    show();
    await userEvent.click(screen.getByRole('button', { name: /Tomas/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(message);

    answer(200, session);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
  });

  it.each([
    ["Unknown auth provider 'demo'", /works in development only/],
    ["No auth provider registered for 'demo'", /No auth provider registered/],
  ])('explains %s', async (message, text) => {
    answer(404, {
      error: { name: 'NotFoundError', message },
      response: { statusCode: 404 },
    });
    show();
    await userEvent.click(screen.getByRole('button', { name: /Liam/ }));

    expect(await screen.findByRole('alert')).toHaveTextContent(text);
    await userEvent.click(
      screen.getByRole('button', { name: 'Choose somebody else' }),
    );
    expect(screen.getByText('Who do you want to be?')).toBeVisible();
  });

  it('says so when the backend does not answer', async () => {
    fetchMock.mockRejectedValue(new TypeError('Failed to fetch'));
    show();
    await userEvent.click(screen.getByRole('button', { name: /Liam/ }));

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The backend does not answer',
    );
  });
});
