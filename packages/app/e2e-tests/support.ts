import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, Page, test as base } from '@playwright/test';
import { people } from '../src/modules/signIn/people';
import { isKnownMessage } from './consoleBaseline';

export { expect } from '@playwright/test';
export { people } from '../src/modules/signIn/people';

const SCREENSHOTS = join(__dirname, '../../../e2e-artifacts/screenshots');

/** First names of the people of the demo. */
export type FirstName = 'Liam' | 'Tomas' | 'Yusuf' | 'Carla' | 'Jonas';

/**
 * Playwright's test, which also fails on warnings and errors of the browser's
 * console that are not in the baseline of the stock pages.
 */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ page }, use) => {
      const messages: string[] = [];
      page.on('console', message => {
        if (['warning', 'error'].includes(message.type())) {
          messages.push(
            `${message.type()}: ${message.text()} (${message.location().url})`,
          );
        }
      });
      page.on('pageerror', error => messages.push(`uncaught: ${error}`));

      await use();

      expect(
        messages.filter(message => !isKnownMessage(message)),
        'messages on the console beyond the baseline',
      ).toEqual([]);
    },
    { auto: true },
  ],
});

/**
 * Opens a page as one of the demo's people. Right after a start the catalog
 * may not know them yet; then it tries again, as a person would.
 */
export async function signInAs(
  page: Page,
  firstName: FirstName,
  path: string = '/',
) {
  await page.goto(path);
  await page
    .getByRole('heading', { name: personNamed(firstName).name })
    .click();

  const retry = page.getByRole('button', { name: 'Try again' });
  const sidebar = page
    .getByTestId('sidebar-root')
    .getByRole('link', { name: 'Settings' });
  await expect(async () => {
    await expect(sidebar.or(retry)).toBeVisible();
    if (await retry.isVisible()) {
      await retry.click();
    }
    await expect(sidebar).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** Signs out by the settings page, back to the choice of people. */
export async function signOut(page: Page) {
  await page.goto('/settings');
  await page.getByTestId('user-settings-menu').click();
  await page.getByTestId('sign-out').click();
  await expect(
    page.getByRole('heading', { name: 'Who do you want to be?' }),
  ).toBeVisible();
}

/** A tab of an entity's page. */
export function tab(page: Page, name: string) {
  return page
    .getByRole('navigation', { name: 'Content navigation' })
    .getByRole('link', { name });
}

/** Chooses the theme; call it before the first page is opened. */
export async function useTheme(page: Page, theme: 'light' | 'dark') {
  await page.addInitScript(
    id => window.localStorage.setItem('theme', id),
    theme,
  );
}

/** Keeps a picture of the page among the artefacts. */
export async function screenshot(page: Page, name: string) {
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: join(SCREENSHOTS, `${name}.png`),
    fullPage: true,
    animations: 'disabled',
  });
}

/**
 * Expects that axe finds nothing against WCAG 2.1 A and AA.
 *
 * @param options - `within`: look only there, for pages that are partly stock
 */
export async function expectAccessible(
  page: Page,
  options: { within?: string } = {},
) {
  // Stock cards that still load show a progress without a name.
  await expect(page.locator('main').getByRole('progressbar')).toHaveCount(0);
  const axe = new AxeBuilder({ page }).withTags([
    'wcag2a',
    'wcag2aa',
    'wcag21a',
    'wcag21aa',
  ]);
  const { violations } = await (options.within
    ? axe.include(options.within)
    : axe
  ).analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(node => node.target.join(' ')),
    })),
  ).toEqual([]);
}

/** The person with that first name. */
export function personNamed(firstName: FirstName) {
  return people.find(({ name }) => name.startsWith(`${firstName} `))!;
}
