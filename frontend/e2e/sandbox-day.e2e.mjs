// A whole day in a sandbox as its trader lives it: a day-ahead bid in the grid, a standing real-time bid, then
// event by event to the last real-time award, and the money counted again from awards and prices.
import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import {
  acknowledgedBid,
  answered,
  assertAccessible,
  base,
  chooseAsset,
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
import { Api, paise, roundedProduct, TRADER } from './exchange-api.mjs';
import { plant } from './sandbox-desk.mjs';

const AREA = 'W2';
/** 96 blocks of a linear sale: nothing at 2,000 ₹/MWh, 150.1 MW at 2,500, 250 MW at 4,500. */
const SALE = Array.from({ length: 96 }, () => '2000\t0\t2500\t150.1\t4500\t250').join('\r\n');
const MOST_PRESSES = 400;

describe('a day in a sandbox', { skip: noBrowser }, () => {
  let browser;
  let page;
  let api;
  let asset;
  let sandbox;
  let day;
  let auctions;
  const test = story('sandbox-day', () => page);

  before(async () => {
    browser = await launch();
    page = await visitor(browser);
    api = await Api.as(TRADER);
    await api.endSandboxes();
    asset = await api.create('/assets', plant(`Dhule CCGT ${Date.now() % 100_000}`, 'thermal', 400, AREA));
  });
  after(async () => {
    await api?.endSandboxes();
    await browser?.close();
  });

  /** One press, by key or by button; answers what the exchange shows when its work is done. */
  const advance = async (byKey) => {
    const answered = page.waitForResponse(
      (r) => r.url().endsWith('/advance') && r.request().method() === 'POST',
    );
    if (byKey) await page.keyboard.press('Alt+n');
    else await page.getByTestId('advance').click();
    const response = await answered;
    assert.equal(response.status(), 200, await response.text());
    const exchange = await response.json();
    await page.locator('[data-testid="advance"][aria-busy="false"]').waitFor();
    return exchange;
  };

  test('signs in to the desk, whose clock is the exchange’s', async () => {
    await signIn(page, TRADER, '/');
    await page.waitForURL('**/desk');
    await page.getByRole('heading', { name: 'Desk', level: 1 }).waitFor();
    await page.getByTestId('clock-mode').filter({ hasText: 'real time' }).waitFor();
    assert.equal(await page.getByTestId('advance').count(), 0, 'nobody moves the shared clock');
  });

  test('makes a sandbox that stands on the morning before', async () => {
    await page.getByRole('button', { name: 'Make a sandbox' }).click();
    await page.getByRole('button', { name: 'Make the sandbox' }).click();
    await page.getByTestId('clock-mode').filter({ hasText: 'paused' }).waitFor();
    await page.getByTestId('exchange-clock').filter({ hasText: '09:30:00' }).waitFor();
    await page
      .getByTestId('next-event')
      .filter({ hasText: /Open gate · (DAM|GDAM|HP-DAM) · .* · 10:00/ })
      .waitFor();
    sandbox = (await api.get('/exchanges')).items.find((e) => e.scope === 'sandbox');
    day = sandbox.firstDay;
    await page.getByTestId('gates-panel').getByRole('link', { name: 'DAM', exact: true }).waitFor();
    auctions = await api.all(`/auctions?exchangeId=${sandbox.id}&day=${day}&limit=200`);
    assert.equal(auctions.length, 51);
  });

  test('opens the gate and offers a linear curve in all 96 blocks', async () => {
    await advance(false);
    await page.getByTestId('exchange-clock').filter({ hasText: '10:00:00' }).waitFor();
    await page
      .getByTestId('gate-day-ahead')
      .filter({ hasText: /closes in\s*2:00:00/ })
      .waitFor();
    await page.getByTestId('gates-panel').getByRole('link', { name: 'DAM', exact: true }).click();
    await page.getByTestId('auction-state').filter({ hasText: 'open' }).waitFor();
    await chooseAsset(page, asset.name);
    await pasteIntoGrid(page, SALE);
    await validBid(page);
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await acknowledgedBid(page);
  });

  test('leaves a standing bid for the real-time sessions', async () => {
    await api.put(`/exchanges/${sandbox.id}/standing-bids/${asset.id}`, {
      areaCode: AREA,
      side: 'sell',
      points: [
        { price: 2600, quantity: 0 },
        { price: 3900, quantity: 30.5 },
      ],
    });
  });

  test('steps through the day to its last award', async (t) => {
    await page.getByRole('link', { name: 'Desk', exact: true }).click();
    await page.getByTestId('day-blotter').getByText('acknowledged').waitFor();
    const last = auctions.find((a) => a.marketCode === 'sim-rtm' && a.session === 48);
    const end = Date.parse(last.publishesAt);
    const times = [];
    const began = performance.now();
    for (let n = 0; n < MOST_PRESSES; n++) {
      const from = performance.now();
      const exchange = await advance(n % 2 === 0);
      times.push(performance.now() - from);
      if (Date.parse(exchange.nextEvent.dueAt) > end) break;
    }
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))]);
    t.diagnostic(
      `${times.length} presses in ${((performance.now() - began) / 1000).toFixed(1)} s, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`,
    );
    const states = await api.all(`/auctions?exchangeId=${sandbox.id}&day=${day}&limit=200`);
    assert.deepEqual([...new Set(states.map((a) => a.state))], ['published']);
  });

  test('shows the money that the awards add up to, to the paisa', async () => {
    const overview = await api.get(`/exchanges/${sandbox.id}/days/${day}/overview`);
    const price = new Map(
      overview.markets.flatMap((m) =>
        m.areas.flatMap((a) => a.prices.map((p, i) => [`${m.marketCode} ${a.area} ${i + 1}`, p])),
      ),
    );
    let sum = 0n;
    let awards = 0;
    for (const auction of auctions)
      for (const award of await api.all(`/awards?auctionId=${auction.id}&limit=200`)) {
        const due = roundedProduct(
          price.get(`${auction.marketCode} ${award.areaCode} ${award.block}`),
          award.acceptedMwh,
        );
        sum += award.side === 'sell' ? due : -due;
        awards++;
      }
    assert.equal(awards, 2 * 96, 'an award for each block, day ahead and in real time');
    assert.ok(sum > 0n);
    const told = await page.waitForFunction((expected) => {
      const text = document.querySelector('[data-testid="day-money"]')?.textContent ?? '';
      return text.replace(/[^\d]/g, '') === expected && text;
    }, String(sum));
    assert.equal(paise(await told.jsonValue()), sum);
    await page
      .getByTestId('position-money')
      .filter({ hasText: await told.jsonValue() })
      .waitFor();
    assert.equal(await page.getByTestId('position-table').getByRole('row').count(), 98);
    await screenshot(page, '10-desk');
  });

  for (const theme of ['dark', 'light'])
    nodeTest(`has no axe violation (${theme})`, async () => {
      await page.goto(`${base}/desk`);
      // By now the desk opens on tomorrow, whose results are in.
      await page.getByRole('button', { name: 'Today', exact: true }).click();
      await page.getByTestId('price-chart').waitFor();
      await page.getByTestId('position-table').waitFor();
      await useTheme(page, theme);
      await assertAccessible(page, `the desk, ${theme}`);
      await screenshot(page, `11-desk-${theme}`);
    });

  test('runs the clock by itself, and ends the sandbox when asked twice', async () => {
    await page.getByRole('button', { name: 'Run the clock' }).click();
    await page.getByTestId('clock-mode').filter({ hasText: 'running ×60' }).waitFor();
    await page.getByRole('button', { name: 'Pause the clock' }).click();
    await page.getByTestId('clock-mode').filter({ hasText: 'paused' }).waitFor();
    await page.getByTestId('exchange-chooser').click();
    await page.getByRole('menuitem', { name: 'End this sandbox…' }).click();
    await page.getByRole('button', { name: 'End the sandbox' }).click();
    await page.getByTestId('clock-mode').filter({ hasText: 'real time' }).waitFor();
  });

  nodeTest('the market operator sees the exchange and nobody’s bids', async () => {
    const operator = await visitor(browser);
    await signIn(operator, 'market@platform.optibid.local', '/desk');
    await operator.getByTestId('events-panel').waitFor();
    await operator.getByTestId('history').waitFor();
    await answered(operator);
    assert.equal(await operator.getByTestId('day-blotter').count(), 0);
    assert.equal(await operator.getByTestId('day-money').count(), 0);
    assert.equal(await operator.getByRole('button', { name: 'Make a sandbox' }).count(), 0);
    assert.deepEqual(operator.refused, []);
    await assertAccessible(operator, 'the desk of the market operator');
    await screenshot(operator, '12-operator');
    await operator.context().close();
  });

  nodeTest('logged no error', () => assert.deepEqual(page.errors, []));
});
