// The main job, as a trader does it: a day in, a bid in, the auction run, the award and its money seen live.
import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import {
  acknowledgedBid,
  answered,
  assertAccessible,
  base,
  chooseAsset,
  figure,
  launch,
  noBrowser,
  pasteIntoGrid,
  screenshot,
  signIn,
  story,
  useTheme,
  validBid,
  visitor,
} from './browser.mjs';
import { TRADER } from './exchange-api.mjs';

describe('the desk in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  let auctionUrl;
  const test = story('desk', () => page);
  const finished = async (run) => {
    await page
      .getByText(`Run #${run}`, { exact: true })
      .filter({ visible: true })
      .first()
      .waitFor({ timeout: 120_000 });
  };
  const runAuction = async (number_) => {
    await page.getByRole('button', { name: 'Run auction' }).click();
    await page.getByRole('button', { name: 'Close the gate and run' }).click();
    await finished(number_);
    await page.getByTestId('auction-state').filter({ hasText: 'published' }).waitFor({ timeout: 60_000 });
  };

  before(async () => {
    browser = await launch();
    page = await visitor(browser);
  });
  after(() => browser?.close());

  test('refuses a wrong password in plain words', async () => {
    await page.goto(`${base}/imports`);
    await page.getByLabel('E-mail').fill('nobody@demo.optibid.local');
    await page.locator('input[type="password"]').fill('not the password');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
    assert.ok(new URL(page.url()).pathname.startsWith('/sign-in'));
    await screenshot(page, '01-sign-in');
    await assertAccessible(page, 'sign in');
  });

  test('signs in and returns to the page that was asked for', async () => {
    await signIn(page, TRADER, '/imports');
    await page.waitForURL('**/imports');
    await page.getByText('Live', { exact: true }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Imports', level: 1 }).waitFor();
  });

  test('imports the sample day and shows what was read', async () => {
    await page.getByRole('button', { name: 'Use the generated sample day' }).click();
    await page.waitForURL('**/imports/*');
    const open = page.getByRole('link', { name: /Open the auction/ });
    await open.waitFor({ timeout: 180_000 });
    await page.getByRole('rowheader', { name: /^bid-curves/ }).waitFor();
    await screenshot(page, '02-import');
    await open.click();
    await page.getByTestId('auction-state').filter({ hasText: 'open' }).waitFor();
    auctionUrl = page.url();
  });

  test('clears the day without a bid', async () => {
    await runAuction(1);
    assert.ok(Number.isFinite(await figure(page, 'average-price')));
    await page.getByText('Verified').first().waitFor();
  });

  test('shows the server’s errors in the very cells', async () => {
    await page.getByRole('button', { name: 'Reopen' }).click();
    await page.getByTestId('auction-state').filter({ hasText: 'open' }).waitFor();
    await pasteIntoGrid(page, '10\t100\t9\t120\r\n10\t100\t20\t9000\r\n', '4-0');
    await page.locator('[data-cell="4-2"][aria-invalid="true"]').waitFor();
    await page.locator('[data-cell="5-3"][aria-invalid="true"]').waitFor();
    await screenshot(page, '03-errors');
    await page
      .getByRole('region', { name: 'Errors in this bid' })
      .getByRole('button', { name: /Block 6/ })
      .first()
      .click();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-cell')), '5-3');
    await page.keyboard.press('Control+z');
    assert.equal(await page.locator('[data-cell="4-0"]').textContent(), '');
  });

  test('edits by keyboard alone, fills down, copies out', async () => {
    await page.locator('[data-cell="0-0"]').click();
    await page.keyboard.type('42.5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('20');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('data-cell')), '1-1');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    assert.equal(await page.locator('[data-cell="2-1"]').textContent(), '20');
    await page.keyboard.press('Control+c');
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), '42.5\t20\n42.5\t20\n42.5\t20');
    for (let i = 0; i < 3; i++) await page.keyboard.press('Control+z');
    await page.keyboard.press('Delete');
  });

  test('sells 500 MW at the floor in NORD in two keys and submits', async () => {
    await chooseAsset(page, 'Po Valley CCGT');
    await page.getByRole('button', { name: 'Quick fill' }).click();
    await page.getByRole('textbox', { name: 'Quantity, MW' }).fill('500');
    await page.getByRole('button', { name: /^Fill 500\.0 MW at −500/ }).click();
    await validBid(page);
    assert.equal(await page.locator('[data-cell="23-1"]').textContent(), '500');
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await acknowledgedBid(page);
    await page.getByTestId('blotter').getByText('acknowledged').waitFor();
  });

  test('runs again: prices move, the award and its money are there', async () => {
    await runAuction(2);
    await page.getByTestId('price-moved').filter({ hasText: /[1-9]/ }).waitFor();
    assert.ok((await figure(page, 'price-moved')) < 0, 'more supply lowers the average price in NORD');
    await page.getByTestId('award-total').filter({ hasText: /[1-9]/ }).waitFor();
    assert.equal(await figure(page, 'award-total'), 12_000);
    assert.ok((await figure(page, 'earned')) > 0);
    await screenshot(page, '04-auction');
    await page.getByRole('tab', { name: 'Awards & money' }).click();
    await page.getByTestId('awards').getByRole('row').nth(24).waitFor();
    await page.getByTestId('money').getByText('Po Valley CCGT').waitFor();
    await screenshot(page, '05-awards');
    await page.getByRole('tab', { name: 'Flows' }).click();
    await page.getByRole('columnheader', { name: 'At limit' }).waitFor();
    await screenshot(page, '06-flows');
  });

  test('walks the blocks by keyboard in the chart, with the curves following', async () => {
    await page.getByTestId('price-chart').focus();
    await page.keyboard.press('End');
    await page.getByTestId('curve-panel').getByText('Block 24', { exact: false }).first().waitFor();
    await page.keyboard.press('ArrowLeft');
    await page
      .getByTestId('curve-panel')
      .getByRole('img', { name: /in block 23, clearing at/ })
      .waitFor();
  });

  for (const theme of ['dark', 'light'])
    nodeTest(`has no axe violation (${theme})`, async () => {
      await page.goto(auctionUrl);
      await page.getByTestId('price-chart').waitFor();
      await page.getByTestId('blotter').getByText('acknowledged').click();
      await page.getByTestId('bid-state').waitFor();
      await useTheme(page, theme);
      await page.getByRole('img', { name: /Supply and demand/ }).waitFor();
      await assertAccessible(page, `the auction, ${theme}`);
      await screenshot(page, `07-auction-${theme}`);
      for (const [path, heading] of [
        ['auctions', 'Auctions'],
        ['imports', 'Imports'],
        ['assets', 'Assets'],
        ['status', 'Status'],
      ]) {
        await page.goto(`${base}/${path}`);
        await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
        await answered(page);
        await assertAccessible(page, `${path}, ${theme}`);
        await screenshot(page, `08-${path}-${theme}`);
      }
    });

  test('a rival sees nothing of it', async () => {
    const rival = await visitor(browser);
    await signIn(rival, 'trader@rival.optibid.local');
    await rival.getByRole('heading', { name: 'Auctions', level: 1 }).waitFor();
    const id = new URL(auctionUrl).pathname.split('/').at(-1);
    await answered(rival);
    assert.equal(await rival.locator(`a[href="/auctions/${id}"]`).count(), 0);
    await rival.goto(auctionUrl);
    await rival.getByRole('alert').filter({ hasText: /./ }).first().waitFor();
    assert.equal(await rival.getByTestId('blotter').count(), 0);
    await screenshot(rival, '09-rival');
    await rival.context().close();
  });

  test('withdraws the bid, runs again: the price is back, nothing is earned', async () => {
    await page.goto(auctionUrl);
    const moved = await figure(page, 'average-price');
    await page.getByRole('button', { name: 'Reopen' }).click();
    await page.getByTestId('auction-state').filter({ hasText: 'open' }).waitFor();
    await page.getByTestId('blotter').getByText('acknowledged').click();
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
    await page.getByTestId('blotter').getByText('withdrawn').waitFor();
    await runAuction(3);
    await page.getByText('no bid in this run').waitFor();
    assert.ok((await figure(page, 'average-price')) > moved);
  });

  test('signs out, and needs to sign in again', async () => {
    await page.getByRole('button', { name: /^Account of/ }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.waitForURL('**/sign-in**');
    await page.goto(auctionUrl);
    await page.waitForURL('**/sign-in**');
  });

  nodeTest('logged no error', () => assert.deepEqual(page.errors, []));
});
