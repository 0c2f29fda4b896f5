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
  test(`reads a product and its contract, ${theme}`, async ({ page }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Liam', '/catalog/default/dataproduct/lab-orders');

    const main = page.getByRole('main');
    await expect(main.getByText('Lab data answers for it')).toBeVisible();
    await expect(main.getByText(/3 teams use it/)).toBeVisible();
    await expect(
      main.getByText('Open to everyone: no need to ask'),
    ).toBeVisible();
    await expect(main.getByText('LAB.ORDERS_V2').first()).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `product-${theme}`);

    await page
      .getByRole('button', { name: /Read the contract Lab orders/ })
      .first()
      .click();
    await expect(main.getByText('sample_id').first()).toBeVisible();
    await screenshot(page, `product-contract-${theme}`);

    await page.goto('/catalog/default/api/lab-orders-v2');
    await tab(page, 'Contract').click();
    await expect(
      page.getByRole('cell', { name: /order_id/ }).first(),
    ).toBeVisible();
    await expect(page.getByText('Turnaround time').first()).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `contract-${theme}`);
  });

  test(`is warned off a product nobody answers for, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(
      page,
      'Liam',
      '/catalog/default/dataproduct/regional-sales-extract',
    );
    await expect(
      page.getByText(/No team answers for this.*Do not build on it/).first(),
    ).toBeVisible();
    await screenshot(page, `product-nobody-${theme}`);
  });
}

test('asks for access where that is needed', async ({ page }) => {
  await signInAs(page, 'Liam', '/catalog/default/dataproduct/lab-results');
  await expect(
    page
      .getByRole('main')
      .getByRole('link', { name: 'Ask for access' })
      .first(),
  ).toHaveAttribute('href', /^https:\/\/access\.alvenro\.example\//);
});

test('shows what its catalog file lacks to those who answer for it, and only to them', async ({
  page,
}) => {
  const path = '/catalog/default/dataproduct/analyzer-telemetry/maturity';
  const unfoldAll = async () => {
    await expect(page.getByText('What could be next')).toBeVisible();
    for (const fold of await page
      .getByRole('button', { name: 'Why and how', expanded: false })
      .all()
      .then(folds => folds.reverse())) {
      await fold.click();
    }
  };
  await signInAs(page, 'Tomas', path);
  await unfoldAll();
  await expect(page.getByText('at spec.version')).toBeVisible();
  await screenshot(page, 'product-as-owner');

  await page.evaluate(() => window.localStorage.clear());
  await page.context().clearCookies();
  await signInAs(page, 'Liam', path);
  await unfoldAll();
  await expect(page.getByText('at spec.version')).toHaveCount(0);
});

test('reads a product on a narrow screen', async ({ page }) => {
  await signInAs(page, 'Liam', '/catalog/default/dataproduct/shipments');
  await page.setViewportSize({ width: 420, height: 900 });
  await expect(page.getByText(/3 teams use it/).first()).toBeVisible();
  await screenshot(page, 'product-narrow');
});
