import {
  expect,
  expectAccessible,
  FirstName,
  people,
  personNamed,
  screenshot,
  signInAs,
  signOut,
  test,
  useTheme,
} from './support';

const everyone: FirstName[] = ['Liam', 'Tomas', 'Yusuf', 'Carla', 'Jonas'];

for (const theme of ['light', 'dark'] as const) {
  test(`asks whom to be, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await page.goto('/');

    await expect(page).toHaveTitle(
      'Who do you want to be? | Alvenro Health data mesh',
    );
    for (const { name, role, comesFor } of people) {
      await expect(
        page.getByRole('button', { name: `Be ${name}, ${role}. ${comesFor}` }),
      ).toBeVisible();
    }
    await expectAccessible(page);
    await screenshot(page, `sign-in-${theme}`);
  });

  test(`welcomes on the home page, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Tomas');

    await expect(
      page.getByRole('heading', { name: 'Hello, Tomas' }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'All data products' }),
    ).toBeVisible();
    await expectAccessible(page);
    await screenshot(page, `home-${theme}`);
  });
}

for (const firstName of everyone) {
  test(`${firstName} signs in and is known by name`, async ({ page }) => {
    await signInAs(page, firstName, '/settings');

    const { name, userRef } = personNamed(firstName);
    await expect(page.getByText(name).first()).toBeVisible();
    await expect(page.getByText(userRef.split('/')[1]).first()).toBeVisible();
    await expect(page.getByRole('link', { name: 'Unprocessed' })).toHaveCount(
      firstName === 'Jonas' ? 1 : 0,
    );
    await screenshot(page, `settings-${firstName.toLowerCase()}`);
  });
}

test('signs in by keyboard, stays through a reload, and signs out', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^Be Liam/ }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('heading', { name: 'Hello, Tomas' }),
  ).toBeVisible();

  await page.reload();
  await expect(
    page.getByRole('heading', { name: 'Hello, Tomas' }),
  ).toBeVisible();

  await signOut(page);
  await signInAs(page, 'Carla');
  await expect(
    page.getByRole('heading', { name: 'Hello, Carla' }),
  ).toBeVisible();
});
