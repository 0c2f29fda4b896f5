import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  screenshot,
  signInAs,
  test,
  useTheme,
} from './support';

/** As app-config.e2e.yaml names it. */
const REPOSITORIES = join(__dirname, '../../../.data/e2e/repositories');

const CREATE_TABLE = `CREATE TABLE clinic_waits (
  clinic_id VARCHAR(12) NOT NULL,
  week DATE NOT NULL,
  median_days NUMERIC(5, 1),
  PRIMARY KEY (clinic_id, week)
);`;

const git = (name: string, ...args: string[]) =>
  execFileSync('git', ['-C', join(REPOSITORIES, name), ...args], {
    encoding: 'utf8',
  }).trim();

const next = (page: Page) =>
  page.getByRole('button', { name: 'Next', exact: true }).click();

async function choose(page: Page, label: string | RegExp, name: string) {
  const field = page.getByRole('textbox', { name: label });
  await field.click();
  await field.fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** The first page of the form. */
async function giveSixAnswers(
  page: Page,
  answers: { usage: string; purpose: string; name: string },
) {
  await page.getByLabel(/Who will use it/).fill(answers.usage);
  await page.getByLabel(/In one sentence/).fill(answers.purpose);
  await page.getByRole('textbox', { name: /^Name/ }).fill(answers.name);
  await choose(page, /^Domain/, 'Patient services');
  await choose(page, /^Owner team/, 'Patient access');
  await choose(page, /^Product owner/, 'Yusuf Demir');
}

/** Presses create and follows the link to the product once it is there. */
async function create(page: Page, steps: (string | RegExp)[]) {
  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  for (const step of steps) {
    await expect(page.getByText(step).first()).toBeVisible();
  }
  const link = page.getByRole('link', { name: 'Open the data product' });
  await expect(link).toBeVisible({ timeout: 60_000 });
  return link;
}

const STEPS = [
  'Write the catalog file and the contracts',
  'Add README, documentation and settings',
  'Make the repository and wait for its page',
];

test.describe.serial('a new data product', () => {
  // A second attempt finds what the first one made.
  const attempt = () => (test.info().retry ? `-${test.info().retry + 1}` : '');
  const waits = () => `clinic-waits${attempt()}`;
  const slots = () => `free-slots${attempt()}`;

  test('is made of six answers', async ({ page }) => {
    await useTheme(page, 'light');
    await signInAs(page, 'Liam', '/data-mesh/products');
    await page.getByRole('button', { name: 'New data product' }).click();
    await giveSixAnswers(page, {
      usage: 'Clinic managers, to add hours where patients wait longest',
      purpose: 'Median days that patients wait, per clinic and week.',
      name: waits(),
    });
    await expect(page.getByText(`${waits()} is free.`)).toBeVisible();
    await expectAccessible(page, { within: 'form' });
    await screenshot(page, 'new-product-idea-light');
    await next(page);
    await expect(page.getByText('All of this may wait.').first()).toBeVisible();
    await next(page);
    await next(page);
    await expect(page.getByText('catalog-info.yaml').first()).toBeVisible();
    await screenshot(page, 'new-product-review-light');
    const link = await create(page, STEPS);
    await screenshot(page, 'new-product-task-light');
    await link.click();

    const main = page.getByRole('main');
    await expect(
      main.getByRole('heading', { name: waits() }).first(),
    ).toBeVisible();
    await expect(main.getByText('What is next').first()).toBeVisible();
    await expect(main.getByText(/Add an output port/)).toBeVisible();
    await screenshot(page, 'new-product-page-light');

    expect(git(waits(), 'log', '--format=%an')).toBe('Liam Byrne');
    expect(git(waits(), 'status', '--porcelain')).toBe('');
  });

  test('with all sections answered has nothing to mend', async ({ page }) => {
    await useTheme(page, 'dark');
    await signInAs(page, 'Liam', '/data-mesh/products');
    await page.getByRole('button', { name: 'New data product' }).click();
    await giveSixAnswers(page, {
      usage: 'Schedulers, to move bookings to clinics with room',
      purpose: 'Free appointment slots of the coming fortnight, per clinic.',
      name: slots(),
    });
    await next(page);

    await page.getByLabel('Type').click();
    await page.getByRole('option', { name: /^Consumer-aligned/ }).click();
    const finder = page.getByLabel('Find a data product to use');
    await finder.fill(waits());
    await page.getByRole('option', { name: waits() }).first().click();
    await page.getByRole('button', { name: /^Use/ }).first().click();
    await page.getByRole('button', { name: 'Add an output port' }).click();
    const port = page.getByRole('listitem').filter({ hasText: 'Address' });
    await port.getByLabel('Name of the port').fill('slots');
    await port.getByLabel('Type').fill('sql');
    await port.getByLabel('Platform').fill('snowflake');
    await port.getByLabel('Address').fill('ACCESS.FREE_SLOTS');
    await port.getByRole('button', { name: 'Start a contract' }).click();
    await port.getByLabel('Paste it here').fill(CREATE_TABLE);
    await port.getByRole('button', { name: 'Read it' }).click();
    await port
      .getByLabel('What median_days means')
      .fill('Days from asking to the appointment, half wait longer.');
    await expectAccessible(page, { within: 'form' });
    await screenshot(page, 'new-product-ports-dark');
    await next(page);

    await page.getByLabel('Freshness', { exact: true }).fill('4');
    await page.getByLabel('Availability in percent').fill('99.5');
    await page.getByLabel('Data class').click();
    await page.getByRole('option', { name: 'Internal' }).click();
    await page
      .getByLabel('How to ask for access')
      .fill('Ask in the channel; it is given within a day.');
    await choose(page, 'Who decides', 'Yusuf Demir');
    await page.getByRole('button', { name: 'Add a channel' }).click();
    await page
      .getByRole('textbox', { name: 'Channel' })
      .fill('#patient-access');
    await expectAccessible(page, { within: 'form' });
    await screenshot(page, 'new-product-promises-dark');
    await next(page);
    await expect(
      page.getByText('contracts/', { exact: false }).first(),
    ).toBeVisible();
    await expectAccessible(page, { within: 'form' });
    await screenshot(page, 'new-product-files-dark');
    const link = await create(page, STEPS);
    await link.click();

    const main = page.getByRole('main');
    await expect(main.getByText('ACCESS.FREE_SLOTS').first()).toBeVisible();
    await expect(main.getByText('For you who answer for it')).toHaveCount(0);
    await expect(main.getByText(waits()).first()).toBeVisible();
    await screenshot(page, 'new-product-full-dark');

    await page.goto(`/catalog/default/dataproduct/${waits()}`);
    await expect(main.getByText(/only its own team uses it/)).toBeVisible();
    await expect(
      main.getByRole('link', { name: slots() }).first(),
    ).toBeVisible();
    expect(existsSync(join(REPOSITORIES, slots(), 'catalog-info.yaml'))).toBe(
      true,
    );
  });

  test('can be changed, and only what was changed differs', async ({
    page,
  }) => {
    await signInAs(page, 'Liam', `/catalog/default/dataproduct/${slots()}`);
    await page.getByRole('button', { name: 'Change' }).first().click();
    await expect(page.getByText(/Its answers are loaded/)).toBeVisible();
    await next(page);
    await page
      .getByLabel(/In one sentence/)
      .fill('Free appointment slots of the coming month, per clinic.');
    await next(page);
    await next(page);
    await next(page);
    await expect(page.getByText(/coming month/).first()).toBeVisible();
    await screenshot(page, 'change-product-review-light');
    const link = await create(page, ['Commit it to the repository']);
    await link.click();
    await expect(
      page
        .getByRole('main')
        .getByText(/coming month/)
        .first(),
    ).toBeVisible();

    expect(git(slots(), 'log', '--format=%an').split('\n')).toEqual([
      'Liam Byrne',
      'Liam Byrne',
    ]);
    const diff = git(slots(), 'diff', '--numstat', 'HEAD~1', 'HEAD');
    expect(diff).toMatch(/^[12]\t[12]\tcatalog-info\.yaml$/);
    expect(
      readFileSync(join(REPOSITORIES, slots(), 'catalog-info.yaml'), 'utf8'),
    ).toContain('coming month');
  });

  test('cannot take the name of another', async ({ page }) => {
    await signInAs(page, 'Liam', '/create/templates/default/new-data-product');
    await giveSixAnswers(page, {
      usage: 'Planners, to plan',
      purpose: 'All sample orders from clinics to the lab.',
      name: 'lab-orders',
    });
    await expect(page.getByText('This name is taken by')).toBeVisible();
    await expect(page.getByText(/There is something like it/)).toBeVisible();
    await screenshot(page, 'new-product-taken-light');
    await next(page);
    await expect(page.getByText(/Choose another name/).first()).toBeVisible();
  });
});
