import { expect, Page, test as plain } from '@playwright/test';
import {
  expectAccessible,
  screenshot,
  signInAs,
  test,
  useTheme,
} from './support';

const list = (page: Page) => page.getByRole('list', { name: 'Data products' });
const rows = (page: Page) => list(page).locator('> li');

for (const theme of ['light', 'dark'] as const) {
  test(`finds a product by the name of a column, ${theme}`, async ({
    page,
  }) => {
    await useTheme(page, theme);
    await signInAs(page, 'Liam', '/data-mesh/products');
    await expect(page.getByText('19 data products')).toBeVisible();
    await expectAccessible(page, { within: 'main' });
    await screenshot(page, `products-${theme}`);

    await page
      .getByRole('searchbox', { name: 'Search data products' })
      .fill('temperature_class');
    await expect(page.getByText(/1 of 19 data products match/)).toBeVisible();
    await expect(page).toHaveURL(/text=temperature_class/);
    await expect(rows(page)).toHaveCount(1);
    await expect(rows(page)).toContainText('Field temperature_class');
    await expect(rows(page)).toContainText('shipments-v2');
    await screenshot(page, `products-by-column-${theme}`);

    await rows(page).getByRole('link', { name: 'Shipments' }).click();
    await expect(
      page.getByRole('heading', { level: 2, name: 'Shipments' }),
    ).toBeVisible();
  });
}

test('filters, shares the link, and goes back', async ({ page }) => {
  await signInAs(page, 'Liam', '/data-mesh/products');
  await expect(page.getByText('19 data products')).toBeVisible();

  await page.getByRole('textbox', { name: 'Domain' }).click();
  await page.getByRole('option', { name: 'Commercial (3)' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('3 of 19 data products match')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(
    rows(page).filter({ hasText: 'Regional sales extract' }),
  ).toContainText('No team answers for it');
  await screenshot(page, 'products-filtered');

  const shared = page.url();
  await page.goBack();
  await expect(page.getByText('19 data products')).toBeVisible();
  await page.goto(shared);
  await expect(page.getByText('3 of 19 data products match')).toBeVisible();
});

test('says what was searched when nothing matches', async ({ page }) => {
  await signInAs(page, 'Carla', '/data-mesh/products?text=zebra');
  await expect(page.getByText('Nothing matches')).toBeVisible();
  await expect(page.getByText(/zebra/).first()).toBeVisible();
  await screenshot(page, 'products-nothing-matches');
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(page.getByText('19 data products')).toBeVisible();
});

test('reads on a narrow screen', async ({ page }) => {
  await signInAs(page, 'Yusuf', '/data-mesh/products');
  await page.setViewportSize({ width: 420, height: 900 });
  await expect(page.getByText('19 data products')).toBeVisible();
  const overflow = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await screenshot(page, 'products-narrow');
});

// Its own test without the console check: the browser itself reports the
// refused request as an error.
plain('says so when the server fails, and tries again', async ({ page }) => {
  await signInAs(page, 'Liam', '/');
  await page.route('**/api/data-mesh/products**', route =>
    route.fulfill({
      status: 503,
      json: {
        error: {
          name: 'ServiceUnavailableError',
          message: 'Down for a moment',
        },
      },
    }),
  );
  await page.getByRole('link', { name: 'Data mesh' }).click();
  await page.getByRole('tab', { name: 'Data products' }).click();
  await expect(page.getByText(/Down for a moment/).first()).toBeVisible({
    timeout: 30_000,
  });
  await screenshot(page, 'products-error');
  await page.unroute('**/api/data-mesh/products**');
  await page.getByRole('button', { name: /try again/i }).click();
  await expect(page.getByText('19 data products')).toBeVisible();
});
