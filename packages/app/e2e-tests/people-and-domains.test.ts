import {
  expect,
  expectAccessible,
  screenshot,
  signInAs,
  test,
  useTheme,
} from './support';

for (const theme of ['light', 'dark'] as const) {
  test(`a domain owner sees the products of her domain, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Carla', '/catalog/default/domain/supply-chain');
    const main = page.getByRole('main');
    for (const product of [
      'Shipments',
      'Inventory positions',
      'Demand forecast',
      'Cold-chain excursions',
    ]) {
      await expect(
        main.getByRole('link', { name: product }).first(),
      ).toBeVisible();
    }
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `domain-${theme}`);
  });

  test(`a team sees what it owns and what it uses, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Yusuf', '/catalog/default/group/team-lab-data');
    const main = page.getByRole('main');
    await expect(main.getByText('Data products we own')).toBeVisible();
    await expect(main.getByText('Data products we use')).toBeVisible();
    await expect(
      main.getByRole('link', { name: 'Turnaround time' }).first(),
    ).toBeVisible();
    await expect(
      main.getByRole('link', { name: 'Patient appointments' }).first(),
    ).toBeVisible();
    await screenshot(page, `team-${theme}`);
  });
}

test('a person’s page shows what the person answers for', async ({ page }) => {
  await signInAs(page, 'Jonas', '/catalog/default/user/tomas.reyes');
  const main = page.getByRole('main');
  await expect(main.getByText('Data products I answer for')).toBeVisible();
  await expect(
    main.getByRole('link', { name: 'Lab results' }).first(),
  ).toBeVisible();
  await screenshot(page, 'person');
});

test('a team without data products sees nothing of ours', async ({ page }) => {
  await signInAs(page, 'Jonas', '/catalog/default/group/mesh-enablement');
  await expect(
    page.getByRole('heading', { level: 2, name: 'Mesh enablement' }),
  ).toBeVisible();
  await expect(page.getByText('Data products we own')).toHaveCount(0);
});
