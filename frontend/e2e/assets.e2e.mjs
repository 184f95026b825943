// Assets as their owner sees them: every type with its limits, and a day of the meter on the shared exchange.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { assertAccessible, launch, noBrowser, screenshot, signedIn, useTheme } from './browser.mjs';
import { TRADER } from './exchange-api.mjs';

describe('assets in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await signedIn(browser, TRADER, '/assets');
    await page.getByRole('link', { name: 'Narmada Battery' }).waitFor();
  });
  after(() => browser?.close());

  test('the form asks for the limits of the type and shows each fault at its field', async () => {
    await page.getByRole('button', { name: 'Change Narmada Battery' }).click();
    const lowest = page.getByLabel('Lowest state of charge, 0–1');
    await lowest.fill('0.7');
    await page.getByLabel('Charge efficiency, 0–1', { exact: true }).fill('1.2');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('[aria-invalid="true"]').nth(1).waitFor();
    for (const label of ['Lowest state of charge, 0–1', 'Charge efficiency, 0–1'])
      assert.equal(await page.getByLabel(label, { exact: true }).getAttribute('aria-invalid'), 'true', label);
    await screenshot(page, '20-asset-form');
    await page.getByRole('button', { name: 'Close' }).last().click();
  });

  test('a day of a solar park shows its meter, block by block, by mouse and by key', async () => {
    await page.getByRole('link', { name: 'Thar Solar' }).click();
    await page.getByRole('heading', { name: 'Thar Solar', level: 1 }).waitFor();
    await page.getByTestId('asset-limits').getByText('Available capacity, MW').waitFor();
    const chart = page.getByTestId('deviation-chart');
    await chart.waitFor();
    await page.getByTestId('metered-total').filter({ hasText: /\d/ }).waitFor();
    const before_ = Number(await chart.getAttribute('aria-valuenow'));
    await chart.press('ArrowRight');
    assert.equal(Number(await chart.getAttribute('aria-valuenow')), before_ + 1);
    await chart.press('Home');
    assert.match(await chart.getAttribute('aria-valuetext'), /Block 1, 00:00: scheduled .* metered 0\.000/);
  });

  for (const theme of ['dark', 'light'])
    test(`the page has no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await assertAccessible(page, `the asset, ${theme}`);
      await screenshot(page, `21-asset-${theme}`);
    });
});
