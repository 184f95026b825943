// A day of 96 linear curves pasted and submitted by keyboard, then real time: the default, its override, the award.
import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import {
  acknowledgedBid,
  assertAccessible,
  base,
  chooseAsset,
  noBrowser,
  number,
  pasteIntoGrid,
  screenshot,
  signIn,
  story,
  useTheme,
  validBid,
} from './browser.mjs';
import { TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const ASSET = 'Real-time test solar';

describe('real time in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let exchange;
  let dam;
  const test = story('real-time', () => page);
  const session = (n) => page.locator(`[data-session="${n}"]`);

  before(async () => {
    ({ api, page, exchange } = await desk.open(plant(ASSET, 'solar', 60, 'N2')));
    await exchange.advance();
    dam = await exchange.auction('sim-dam');
    await exchange.chosenBy(page);
  });
  after(() => desk.close());

  test('folds the day’s sessions into one line of the list', async () => {
    await signIn(page, TRADER, '/auctions');
    const list = page.getByTestId('exchange-auctions');
    await list.getByText('48 sessions').waitFor();
    assert.equal(await list.getByRole('row').count(), 5);
    await list.getByRole('link', { name: 'DAM', exact: true }).click();
    await page.waitForURL(`**/auctions/${dam.id}`);
    await page.getByTestId('gate-clock').filter({ hasText: 'Gate closes' }).waitFor();
    assert.equal(await page.getByRole('button', { name: 'Run auction' }).count(), 0);
  });

  test('pastes 96 curves from a spreadsheet and submits them by keyboard', async () => {
    await chooseAsset(page, ASSET);
    const rows = Array.from({ length: 96 }, (_, i) => `1,500\t0\t${3000 + i}\t12.5\t9,000\t30`);
    await pasteIntoGrid(page, rows.join('\r\n'));
    await validBid(page);
    assert.equal(await page.locator('[data-cell="95-2"]').textContent(), '3,095');
    await screenshot(page, '20-dam-grid');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Submit');
    await page.keyboard.press('Enter');
    await acknowledgedBid(page);
    const [bid] = (await api.get(`/bids?auctionId=${dam.id}`)).items;
    assert.equal(bid.blocks.length, 96);
    assert.deepEqual(bid.blocks[95].points[1], { price: 3095, quantity: 12.5 });
  });

  test('sets a standing bid, and says which session it is for', async () => {
    await page.goto(`${base}/rtm`);
    const standing = page.getByTestId('standing');
    await standing.getByText('no bid, so nothing is bought or sold').first().waitFor();
    await standing.getByRole('button', { name: `Set standing bid of ${ASSET}` }).click();
    const form = page.getByRole('dialog');
    await form.getByRole('textbox', { name: 'Point 1 price' }).fill('2000');
    await form.getByRole('textbox', { name: 'Point 1 quantity' }).fill('500');
    await page.keyboard.press('Enter');
    await form.getByText(/at most 60 MW/).waitFor();
    await form.getByRole('textbox', { name: 'Point 1 quantity' }).fill('10');
    await page.keyboard.press('Enter');
    await standing.getByText('standing: sell 10 MW at 2,000').waitFor();
    await standing.getByText(/from session 1 of .* \(gate opens 22:45 IST\)/).waitFor();
  });

  test('shows the session open and the bid placed in it, without being asked', async () => {
    for (let i = 0; i < 4; i++) await exchange.advance();
    await session(1).and(page.locator('[data-state="open"]')).waitFor();
    await session(1).getByText('10.0 MW').waitFor();
    await page
      .getByTestId('rtm-next')
      .filter({ hasText: /^Session 1$/ })
      .waitFor();
    await page
      .getByTestId('rtm-countdown')
      .filter({ hasText: /^15:00$/ })
      .waitFor();
    await screenshot(page, '21-rtm-open');
  });

  test('overrides the open session, and leaves the default as it is', async () => {
    await page.getByRole('button', { name: `Override session 1 for ${ASSET}` }).click();
    const panel = page.getByTestId('session');
    await acknowledgedBid(panel);
    await panel.locator('[data-cell="0-1"]').click();
    await page.keyboard.type('4.5');
    await page.keyboard.press('Enter');
    await page.keyboard.type('4.5');
    await page.keyboard.press('Enter');
    await validBid(panel);
    await panel.getByRole('button', { name: 'Amend and submit' }).click();
    await panel.getByRole('button', { name: 'Submitted' }).waitFor();
    await session(1).getByText('4.5 MW').waitFor();
    const [standing] = (await api.get(`/exchanges/${exchange.id}/standing-bids`)).items;
    assert.deepEqual(standing.points, [{ price: 2000, quantity: 10 }]);
  });

  test('is for reading once the gate is closed, then shows award and price', async () => {
    await exchange.advance();
    await session(1).and(page.locator('[data-state="closed"]')).waitFor();
    await session(1).click();
    await page.getByTestId('session').getByText('The gate is closed').waitFor();
    assert.equal(
      await page.getByTestId('session').getByTestId('bid-grid').getAttribute('aria-readonly'),
      'true',
    );
    await exchange.advance();
    await exchange.advance();
    await session(1).and(page.locator('[data-state="published"]')).waitFor();
    const position = await api.get(`/exchanges/${exchange.id}/days/${exchange.firstDay}/position`);
    const energy = position.blocks
      .slice(0, 2)
      .flatMap((b) => b.markets.filter((m) => m.marketCode === 'sim-rtm'))
      .reduce((n, m) => n + m.energyMwh, 0);
    const shown = page.getByTestId('session').getByText(/own award/);
    await shown.waitFor();
    assert.equal(number((await shown.textContent()).split('MWh')[0]), Number(energy.toFixed(2)));
    await session(2).getByText('10.0 MW').waitFor();
    await screenshot(page, '22-rtm-award');
  });

  test('shows a past day’s limits with how sure we are of them', async () => {
    await page.goto(`${base}/rules`);
    const cap = page.getByTestId('rules').locator('[data-parameter="price_cap"][data-in-force="true"]');
    await cap.getByText('10,000', { exact: true }).waitFor();
    await page.getByLabel('Delivery day').fill('2022-10-18');
    await cap.getByText('12,000', { exact: true }).waitFor();
    await page.getByLabel('Delivery day').fill('2021-10-18');
    await cap.getByText('20,000', { exact: true }).waitFor();
    await cap.getByText('unverified').waitFor();
  });

  for (const theme of ['dark', 'light'])
    nodeTest(`has no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      for (const [path, ready] of [
        ['rtm', () => session(1).waitFor()],
        ['rules', () => page.getByTestId('calendar').waitFor()],
        [`auctions/${dam.id}`, () => page.getByTestId('price-chart').waitFor()],
        ['auctions', () => page.getByTestId('exchange-auctions').getByRole('row').nth(3).waitFor()],
      ]) {
        await page.goto(`${base}/${path}`);
        await ready();
        await assertAccessible(page, `${path}, ${theme}`);
        await screenshot(page, `23-${path.replace(/\/.*/, '-dam')}-${theme}`);
      }
    });

  nodeTest('logged no error', () => assert.deepEqual(page.errors, []));
});
