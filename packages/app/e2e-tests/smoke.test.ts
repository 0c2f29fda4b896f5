import { expect, test } from '@playwright/test';

test('the portal asks who you are', async ({ page }) => {
  await page.goto('/');

  await expect(page).toHaveTitle(/Data Mesh/);
  await expect(
    page.getByRole('button', { name: /sign in|enter|continue/i }).first(),
  ).toBeVisible();
});
