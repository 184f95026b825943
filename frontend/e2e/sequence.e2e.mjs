// Volume that the green auction leaves unselected goes on to the day-ahead market; the rules say when and to whom.
import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import {
  acknowledgedBid,
  assertAccessible,
  base,
  chooseAsset,
  noBrowser,
  pasteIntoGrid,
  screenshot,
  signIn,
  story,
  validBid,
} from './browser.mjs';
import { TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const ASSET = 'Sequence test wind';

describe('auctions that follow each other', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let exchange;
  const test = story('sequence', () => page);

  before(async () => {
    ({ api, page, exchange } = await desk.open(plant(ASSET, 'wind', 80)));
    await exchange.advanceUntil('sim-hpdam', 'open');
    await exchange.chosenBy(page);
  });
  after(() => desk.close());

  test('a bid in the green auction is told to carry over', async () => {
    await signIn(page, TRADER, `/auctions/${(await exchange.auction('sim-gdam')).id}`);
    await chooseAsset(page, ASSET);
    await pasteIntoGrid(page, '9,999\t40');
    await page.getByRole('checkbox', { name: 'Carry over' }).check();
    await validBid(page);
    await screenshot(page, '30-carry-over');
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await acknowledgedBid(page);
    const [bid] = (await api.get(`/bids?auctionId=${(await exchange.auction('sim-gdam')).id}`)).items;
    assert.equal(bid.carryOver, true);
  });

  test('its award in the day-ahead market says where it came from', async () => {
    await exchange.advanceUntil('sim-dam', 'cleared');
    await page.goto(`${base}/auctions/${(await exchange.auction('sim-dam')).id}`);
    await page.getByRole('tab', { name: /Awards/ }).click();
    await page.getByTestId('awards').getByText('from sim-gdam').first().waitFor();
    await screenshot(page, '31-carried-award');
  });

  test('the rules show the time line of auctions and of contracts', async () => {
    await page.goto(`${base}/rules`);
    const calendar = page.getByTestId('calendar');
    await calendar.getByText('clears after sim-gdam').waitFor();
    await page.getByRole('combobox', { name: 'Market' }).click();
    await page.getByRole('option', { name: 'IEX term-ahead market' }).click();
    await page.getByLabel('Delivery day').fill('2026-11-30');
    await calendar.getByText('Weekly, reverse auction').waitFor();
    await calendar.getByText('30 Nov – 6 Dec').waitFor();
    await assertAccessible(page, 'rules of contracts');
    await screenshot(page, '32-term-ahead-rules');
  });

  nodeTest('logged no error', () => assert.deepEqual(page.errors, []));
});
