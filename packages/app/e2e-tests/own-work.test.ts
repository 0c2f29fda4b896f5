import { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  screenshot,
  signInAs,
  signOut,
  tab,
  test,
} from './support';

const product = (name: string) => `/catalog/default/dataproduct/${name}`;

test('a product owner shows that the promise is kept, and the level rises', async ({
  page,
}) => {
  await signInAs(page, 'Yusuf', product('no-show-risk'));
  const main = page.getByRole('main');
  await expect(main.getByText(/to reach Trusted, its target/)).toBeVisible();
  await screenshot(page, 'promise-before');

  await main
    .getByRole('button', { name: /I can show it|Answer/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Yes' }).check();
  await dialog
    .getByRole('textbox', { name: 'Link' })
    .fill('https://monitoring.alvenro.example/no-show-risk/06-00');
  await screenshot(page, 'promise-answer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText(/Usable, now Valued/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();

  await expect(main.getByText(/Meets its target \(Trusted\)/)).toBeVisible();
  await tab(page, 'Maturity').click();
  await expect(page.getByText(/Yusuf Demir answered/).first()).toBeVisible();
  await screenshot(page, 'promise-after');
});

test('a product owner asks for an exception and the platform owner approves it', async ({
  page,
}) => {
  await signInAs(page, 'Tomas', `${product('lab-results')}/maturity`);
  await askForException(page);

  // Nobody approves their own.
  await page.goto('/data-mesh/my-work');
  await expect(page.getByText('For Tomas Reyes')).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Approve the exception of Lab results' }),
  ).toHaveCount(0);
  await signOut(page);

  await signInAs(page, 'Jonas', '/data-mesh/my-work');
  const approve = page.getByRole('button', {
    name: 'Approve the exception of Lab results',
  });
  await expect(approve).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'my-work-approval');
  await approve.click();
  await expect(approve).toHaveCount(0);

  await page.goto(`${product('lab-results')}/maturity?show=waived`);
  await expect(page.getByText(/Set aside until/).first()).toBeVisible();
  await screenshot(page, 'exception-granted');
});

async function askForException(page: Page) {
  await page
    .getByRole('button', { name: /Ask for an exception/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('textbox', { name: 'Reason' })
    .fill('The budget round ends in January, until then the project pays.');
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog.getByText(/It is asked for/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).click();
}
