import { Locator, Page } from '@playwright/test';
import {
  expect,
  expectAccessible,
  screenshot,
  signInAs,
  test,
  useTheme,
} from './support';

const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

test('a data lead writes a goal and what leads to it, by keyboard', async ({
  page,
}) => {
  await useTheme(page, 'dark');
  await signInAs(page, 'Yusuf', '/catalog/default/domain/patient-services');
  const card = page.getByRole('main');
  await press(card.getByRole('button', { name: 'Write a goal' }));

  const goal = page.getByRole('dialog', { name: 'Write a goal' });
  await type(
    goal.getByLabel('What gets better, and for whom?'),
    'Patients reach us at the first call',
  );
  await choose(goal.getByRole('textbox', { name: 'Serves' }), 'Care without');
  await press(goal.getByRole('checkbox', { name: /under way already/ }), ' ');
  await type(goal.getByLabel('What is measured'), 'Calls answered at once');
  await select(
    goal.getByRole('button', { name: /Where it is to go/ }),
    'is to rise',
  );
  await type(goal.getByLabel('Unit'), '%');
  await type(goal.getByLabel('Value at the start'), '61');
  await goal.getByLabel('Start', { exact: true }).fill(day(-60));
  await type(goal.getByLabel('Target', { exact: true }), '90');
  await goal.getByLabel('By', { exact: true }).fill(day(120));
  await expectAccessible(page, { within: '[role=dialog]' });
  await screenshot(page, 'goal-form-dark');
  await press(goal.getByRole('button', { name: 'Add', exact: true }));

  const panel = page.getByRole('dialog', { name: /^Goal: Patients reach us/ });
  await expect(panel.getByText(/61 %?.*wants 90/).first()).toBeVisible();
  await press(panel.getByRole('button', { name: 'Add a bet' }));
  const bet = page.getByRole('dialog', { name: 'Add a bet' });
  await type(
    bet.getByLabel('What do you bet on, in one line?'),
    'If calls are spread over the day, fewer go unanswered',
  );
  await type(bet.getByLabel('Stop rule'), 'no gain after 60 days');
  await press(bet.getByRole('button', { name: 'Add', exact: true }));

  const betPanel = page.getByRole('dialog', { name: /^Bet: If calls/ });
  await press(betPanel.getByRole('button', { name: 'Add an initiative' }));
  const initiative = page.getByRole('dialog', { name: 'Add an initiative' });
  await type(
    initiative.getByLabel('What is done, in one line?'),
    'Call-back slots',
  );
  await press(initiative.getByRole('button', { name: 'Add', exact: true }));

  const own = page.getByRole('dialog', { name: /^Initiative: Call-back/ });
  await press(own.getByRole('button', { name: 'Link a data product' }).first());
  const link = page.getByRole('dialog', { name: /Link a data product/ });
  await choose(link.getByRole('textbox').first(), 'Patient appointments');
  await press(link.getByRole('button', { name: 'Link', exact: true }));
  await expect(
    own.getByRole('link', { name: 'Patient appointments' }),
  ).toBeVisible();
  await screenshot(page, 'initiative-dark');

  // Two clicks from the domain's card.
  await page.goto('/catalog/default/domain/patient-services');
  await press(
    page.getByRole('button', { name: /Check in.*Calls answered/ }).first(),
  );
  const checkIn = page.getByRole('dialog', { name: /Calls answered at once/ });
  await type(checkIn.getByLabel(/Value/), '68');
  await press(checkIn.getByRole('button', { name: 'Save' }));
  await expect(page.getByText(/61 to 68 %/)).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'domain-goals-dark');
});

test('an engineer follows a product up to the vision, and may change nothing', async ({
  page,
}) => {
  await signInAs(page, 'Liam', '/catalog/default/dataproduct/demand-forecast');
  const main = page.getByRole('main');
  await expect(main.getByText('What it is for')).toBeVisible();
  await expect(
    main.getByRole('link', { name: /^Every patient gets the right test/ }),
  ).toBeVisible();
  await main
    .getByRole('link', { name: 'Shared reagent forecast', exact: true })
    .click();

  const panel = page.getByRole('dialog', { name: /Shared reagent forecast/ });
  await panel
    .getByRole('link', { name: 'Clinics do not run out of reagents' })
    .click();
  const goal = page.getByRole('dialog', { name: /Clinics do not run out/ });
  await expect(
    goal.getByText(/6.2 to 4.1 days, expected 3.8 by now, wants 2/),
  ).toBeVisible();
  await expect(goal.getByText('A little behind').first()).toBeVisible();
  for (const name of ['Edit', 'Decide', 'Check in', 'Add a bet']) {
    await expect(goal.getByRole('button', { name })).toHaveCount(0);
  }
  await expectAccessible(page, { within: '[role=dialog]' });
  await screenshot(page, 'goal-panel');

  await page.keyboard.press('Escape');
  const tree = page.getByRole('tree');
  await expect(tree.getByRole('treeitem').first()).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'goals');
});

test('a domain owner holds a review that stops a bet with its learning', async ({
  page,
}) => {
  await signInAs(page, 'Carla', '/catalog/default/domain/supply-chain');
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Start a review' }).click();
  await expect(
    page.getByRole('heading', { name: 'Review of Supply chain' }),
  ).toBeVisible();
  const address = page.url();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'review-what-changed');

  await main.getByRole('link', { name: /^Products due/ }).click();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'review-products');

  // Left, and taken up again from the domain's page.
  await page.goto('/catalog/default/domain/supply-chain');
  await main.getByRole('button', { name: /Continue the review/ }).click();
  await expect(page).toHaveURL(address);

  await main.getByRole('link', { name: /^Goals and bets/ }).click();
  await main
    .getByRole('navigation', { name: 'Goals and bets to decide on' })
    .getByRole('link', { name: /^If clinics and depot share/ })
    .click();
  await main.getByRole('button', { name: 'Decide' }).click();
  const decide = page.getByRole('dialog');
  await decide.getByRole('radio', { name: /^Stop/ }).check();
  await decide
    .getByLabel(/^Why/)
    .fill('Two quarters on, clinics still order by hand.');
  await decide
    .getByRole('textbox', { name: 'What was learnt' })
    .fill('A forecast is trusted once clinics may overrule it.');
  await expectAccessible(page, { within: '[role=dialog]' });
  await screenshot(page, 'review-decide');
  await decide.getByRole('button', { name: 'Save the decision' }).click();
  await expect(decide).toBeHidden();

  await main.getByRole('link', { name: 'Minutes' }).click();
  await expect(main.getByText(/clinics may overrule it/)).toBeVisible();
  await main.getByRole('button', { name: 'Close the review' }).click();
  await page
    .getByRole('dialog', { name: 'Close the review?' })
    .getByRole('button', { name: 'Close the review' })
    .click();
  await expect(main.getByText(/^Closed by Carla Mendes/)).toBeVisible();
  await expectAccessible(page, { within: 'main' });
  await screenshot(page, 'review-minutes');

  await page.goto('/data-mesh/goals?domain=domain:default/supply-chain');
  await expect(
    page.getByRole('treeitem', { name: /share one forecast.*Stopped/ }),
  ).toBeVisible();
});

async function press(target: Locator, key: string = 'Enter') {
  await expect(target).toBeEnabled();
  await target.press(key);
}

async function type(target: Locator, text: string) {
  await target.focus();
  await target.pressSequentially(text);
}

/** Chooses from a list that opens where one types. */
async function choose(target: Locator, text: string) {
  await type(target, text);
  const page: Page = target.page();
  const option = page.getByRole('option', { name: text }).first();
  await expect(option).toBeVisible();
  await target.press('ArrowDown');
  await expect(option).toHaveAttribute('data-focus', 'true');
  await target.press('Enter');
}

/** Chooses from the list of a button, whose letters jump to the entries. */
async function select(target: Locator, text: string) {
  await target.press('Enter');
  const options = target.page().getByRole('listbox');
  await expect(options.locator(':focus')).toHaveCount(1);
  await options.pressSequentially(text);
  const option = options.getByRole('option', { name: text });
  await expect(option).toBeFocused();
  await option.press('Enter');
}
