// From a rule to the bell: a price of a sandbox passes a threshold, and the owner of the rule hears of it.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { assertAccessible, noBrowser, number, screenshot, signIn, story, useTheme } from './browser.mjs';
import { TRADER } from './exchange-api.mjs';
import { SandboxDesk } from './sandbox-desk.mjs';

const name = `Any price ${Date.now()}`;

describe('notifications in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  before(async () => {
    ({ page } = await desk.open());
    await signIn(page, TRADER, '/notifications');
  });
  after(() => desk.close());
  const step = story('notifications', () => page);

  step('a rule with faults shows each at its field', async () => {
    await page.getByRole('button', { name: 'New rule' }).click();
    await page.getByRole('button', { name: 'Save rule' }).click();
    await page.locator('[aria-invalid="true"]').nth(2).waitFor();
    assert.equal(await page.getByLabel('Name').getAttribute('aria-invalid'), 'true');
    await assertAccessible(page, 'the form with faults');
    await screenshot(page, '63-rule-faults');
  });

  step('a rule is made', async () => {
    await page.getByLabel('Name').fill(name);
    await page.getByRole('combobox', { name: 'Area' }).click();
    await page.getByRole('option', { name: 'W2', exact: true }).click();
    await page.getByLabel('Price, per MWh').fill('1');
    await page.getByLabel('By e-mail').check();
    await page.getByRole('button', { name: 'Save rule' }).click();
    const row = page.getByTestId('alert-rules').getByRole('row').filter({ hasText: name });
    await row.getByText('Price in W2 (sim-dam) above 1.00 per MWh').waitFor();
  });

  step('a published price rings the bell without a reload', async () => {
    const before_ = await unread();
    await desk.exchange.advanceUntil('sim-dam', 'published');
    await page
      .waitForFunction(
        (n) => Number(document.querySelector('[data-testid="unread"]')?.textContent ?? 0) > n,
        before_,
        // what a broker loses is sent again after 30 s, and an area waits for those before it
        { timeout: 100_000 },
      )
      .catch(async (e) => {
        const { unread: known } = await desk.api.get('/notifications/unread');
        const deliveries = await desk.api.get('/operations/dead-letters?limit=5').catch((x) => x.message);
        throw new Error(
          `bell ${await unread()} after ${before_}, API ${known}, dead letters ${JSON.stringify(deliveries)}: ${e.message}`,
        );
      });
    await page.getByTestId('bell').click();
    const open = page.getByRole('dialog', { name: /^Notifications, / });
    await open.getByText('Price in W2 above 1 INR/MWh').first().waitFor();
    await assertAccessible(page, 'the open inbox');
    await screenshot(page, '64-bell');
    await page.getByRole('button', { name: 'Mark all as read' }).click();
    await page.getByTestId('unread').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await open.waitFor({ state: 'hidden' });
  });

  step('each delivery is on record, with e-mail off and said so', async () => {
    const deliveries = page.getByTestId('deliveries');
    await deliveries.getByText('Delivered').first().waitFor();
    await deliveries.getByText('E-mail is not switched on here.').first().waitFor();
  });

  step('quiet hours are kept', async () => {
    await page.getByLabel('Quiet from').fill('22:00');
    await page.getByLabel('Until').fill('06:30');
    await page.getByRole('button', { name: 'Save quiet hours' }).click();
    await page.getByText('Quiet hours saved.').waitFor();
    await page.reload();
    await page.getByLabel('Until').waitFor();
    assert.equal(await page.getByLabel('Until').inputValue(), '06:30');
  });

  for (const theme of ['dark', 'light'])
    step(`the page has no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await page.getByTestId('deliveries').getByText('Delivered').first().waitFor();
      await assertAccessible(page, `notifications, ${theme}`);
      await screenshot(page, `65-notifications-${theme}`);
    });

  step('the rule goes', async () => {
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('button', { name: `Delete ${name}` }).waitFor({ state: 'detached' });
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.refused, []);
  });

  async function unread() {
    const badge = page.getByTestId('unread');
    return (await badge.count()) ? number(await badge.textContent()) : 0;
  }
});
