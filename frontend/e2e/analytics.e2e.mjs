// What an area's prices were like: bands, distribution, what stands out, and how two areas move together.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { assertAccessible, launch, noBrowser, screenshot, signedIn, story, useTheme } from './browser.mjs';
import { TRADER } from './exchange-api.mjs';

describe('analytics in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await signedIn(browser, TRADER, '/analytics');
  });
  after(() => browser?.close());
  const step = story('analytics', () => page);

  step('an area of the simulated exchange has bands, a distribution and its anomalies', async () => {
    await page.getByRole('combobox', { name: 'Area', exact: true }).click();
    await page
      .getByRole('option', { name: /West 2 \(Simulated\)/ })
      .first()
      .click();
    await page.getByTestId('price-bands').locator('canvas').waitFor();
    await page
      .getByTestId('day-blocks')
      .filter({ hasText: /^(96|24)$/ })
      .waitFor();
    await page.getByTestId('day-latest').filter({ hasText: /\d/ }).waitFor();
    const bars = page.getByTestId('price-distribution').getByRole('list');
    await bars.waitFor();
    const [blocks] = (await bars.getAttribute('aria-label')).split(' ');
    const counts = await bars.getByRole('listitem').locator('span:last-child').allTextContents();
    assert.equal(
      counts.reduce((sum, count) => sum + Number(count), 0),
      Number(blocks),
      'every block is in one bin',
    );
    await page
      .getByTestId('price-anomalies')
      .getByText(/Nothing out of the ordinary|When/)
      .waitFor();
  });

  step('anomalies can be those that trend and season do not explain', async () => {
    const asked = page.waitForResponse((r) => /anomalies.*method=stl/.test(r.url()));
    await page.getByRole('combobox', { name: 'Anomalies against' }).click();
    await page.getByRole('option', { name: 'Trend and day (STL)' }).click();
    assert.ok([200, 422].includes((await asked).status()), 'found, or too few days and said so');
    await page
      .getByTestId('price-anomalies')
      .getByText(/Nothing out of the ordinary|When|in a row/)
      .first()
      .waitFor();
  });

  step('two areas are held against each other', async () => {
    await page.getByRole('combobox', { name: 'Other area' }).click();
    await page
      .getByRole('option', { name: /South 1 \(Simulated\)/ })
      .first()
      .click();
    await page.getByRole('img', { name: /^Rolling correlation; .*\d/ }).waitFor();
  });

  for (const theme of ['dark', 'light'])
    step(`analytics have no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await assertAccessible(page, `analytics, ${theme}`);
      await screenshot(page, `64-analytics-${theme}`);
    });
});
