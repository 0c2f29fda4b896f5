import {
  expect,
  expectAccessible,
  screenshot,
  signInAs,
  tab,
  test,
  useTheme,
} from './support';

for (const theme of ['light', 'dark'] as const) {
  test(`an engineer sees what a product lacks, and what fixing it would do, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Liam', '/catalog/default/dataproduct/trial-sites');
    const main = page.getByRole('main');
    await expect(main.getByText('Maturity', { exact: true })).toBeVisible();
    await expect(main.getByText(/to reach Trusted, its target/)).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `maturity-card-${theme}`);

    await tab(page, 'Maturity').click();
    await expect(page.getByText('To do first')).toBeVisible();
    await page.getByRole('button', { name: 'If you fix these …' }).click();
    await expect(page.getByText('Now Usable.')).toBeVisible();
    await page
      .getByRole('button', { name: 'Tick what the target needs' })
      .click();
    await expect(page.getByText('Now Usable, then Trusted.')).toBeVisible();
    await expect(page).toHaveURL(/fix/);
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `maturity-tab-${theme}`);
  });

  test(`a domain shows its profile and what is next, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Yusuf', '/catalog/default/domain/patient-services');
    const main = page.getByRole('main');
    await expect(main.getByText('Maturity', { exact: true })).toBeVisible();
    await expect(main.getByText(/Ownership/).first()).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `domain-profile-${theme}`);
  });

  test(`the platform owner sees all domains, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Jonas', '/data-mesh/domains');
    await expect(page.getByText('6 of 7 domains take part')).toBeVisible();
    await expect(
      page.getByRole('link', { name: 'Commercial' }).first(),
    ).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `domains-${theme}`);
  });

  test(`the platform owner sees the rules in force, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Jonas', '/data-mesh/set-up');
    await expect(
      page.getByText('Maturity of a data product').first(),
    ).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `set-up-${theme}`);
  });
}

test('a level is explained rule by rule', async ({ page }) => {
  await signInAs(
    page,
    'Liam',
    '/catalog/default/dataproduct/customer-accounts/maturity?show=all',
  );
  await expect(
    page.getByRole('heading', { name: 'Trusted' }).first(),
  ).toBeVisible();
  await screenshot(page, 'maturity-all-rules');
});

test('a domain of software sees nothing of the mesh', async ({ page }) => {
  await signInAs(page, 'Jonas', '/catalog/default/domain/digital-workplace');
  await expect(page.getByText('Digital workplace').first()).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'Intranet' }).first(),
  ).toBeVisible();
  const main = page.getByRole('main');
  for (const word of ['Maturity', 'Ownership', 'Data products']) {
    await expect(main.getByText(word, { exact: true })).toHaveCount(0);
  }
  await expect(tab(page, 'Maturity')).toHaveCount(0);
});

test('fills what many catalog files lack', async ({ page }) => {
  await signInAs(page, 'Jonas', '/data-mesh/missing-fields');
  await expect(
    page.getByRole('link', { name: 'Regional sales extract' }).first(),
  ).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'missing-fields');
});

test('an organisation without data products sees where to start', async ({
  page,
}) => {
  // The demo has products: what the portal would answer without them.
  const blank = (path: string, none: object) =>
    page.route(`**/api/data-mesh/${path}`, async route => {
      const response = await route.fetch();
      await route.fulfill({
        response,
        json: { ...(await response.json()), ...none },
      });
    });
  await blank('products?*', { items: [], total: 0, all: 0 });
  await blank('products', { items: [], total: 0, all: 0 });
  await blank('domains', { items: [], notTakingPart: 7 });
  await blank('my-work', {
    roles: [],
    approvals: [],
    exceptions: [],
    questions: [],
    fixes: [],
    checkIns: [],
    bets: [],
    reviews: [],
    helpWanted: [],
    next: null,
    counts: {
      approvals: 0,
      questions: 0,
      entities: 0,
      checkIns: 0,
      bets: 0,
      reviews: 0,
      helpWanted: 0,
    },
  });

  await signInAs(page, 'Liam', '/data-mesh/my-work');
  await expect(
    page.getByText('There are no data products yet').first(),
  ).toBeVisible();
  await screenshot(page, 'nothing-yet-my-work');
  await page.goto('/data-mesh/products');
  await expect(
    page.getByText('There are no data products yet').first(),
  ).toBeVisible();
  await page.goto('/data-mesh/domains');
  await expect(page.getByText('No domain takes part yet')).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'nothing-yet-domains');
});
