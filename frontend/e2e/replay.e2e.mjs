// What would have happened: a cleared day replayed with less of the own bid, swept, and seen again after a reload.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  base,
  figure,
  launch,
  noBrowser,
  screenshot,
  signIn,
  story,
  useTheme,
  visitor,
} from './browser.mjs';
import { Api, TRADER } from './exchange-api.mjs';

const SAMPLE = new URL('../../config/samples/gme-2025-06-02/', import.meta.url);
// Taken alone, Large would push the price of its hour below its own limit.
const BLOCKS = [
  'timestamp,delivery_day,block_id,period,zone,side,quantity_mwh,price_eur_per_mwh,published_status',
  '2025-06-02T09:00:00+02:00,2025-06-02,Cheap,10,NORD,supply,50.0,1.0,ACC',
  '2025-06-02T10:00:00+02:00,2025-06-02,Cheap,11,NORD,supply,50.0,1.0,ACC',
  '2025-06-02T09:00:00+02:00,2025-06-02,Dear,10,NORD,supply,50.0,3000.0,REJ',
  '2025-06-02T03:00:00+02:00,2025-06-02,Large,4,NORD,supply,4000.0,105.0,PREJ',
  '',
].join('\n');

describe('replay in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  let api;
  let auctionId;
  const test = story('replay', () => page);

  before(async () => {
    browser = await launch();
    page = await visitor(browser);
    api = await Api.as(TRADER);
    auctionId = await clearedDay();
  });
  after(() => browser?.close());

  test('the auction leads to its replay', async () => {
    await signIn(page, TRADER, `/auctions/${auctionId}`);
    await page.getByRole('link', { name: 'Replay this day' }).click();
    await page.waitForURL('**/replay');
    await page.getByText('No replay chosen').waitFor();
    await page.getByText('None yet').waitFor();
    await assertAccessible(page, 'an empty replay');
  });

  test('half the quantity, by keyboard: prices rise and the money is told', async () => {
    await page.getByLabel('Quantities, %').fill('50');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.getByLabel('Quantity, row 1, block 1', { exact: true }).inputValue(), '250');
    await page.getByRole('button', { name: 'Replay the day' }).press('Enter');
    await page.waitForURL('**/replay?replay=*');
    await page.getByTestId('replay-prices').waitFor();
    assert.ok((await figure(page, 'price-change')) > 0, 'less is sold, the price rises');
    assert.ok((await figure(page, 'price-impact')) < 0, 'what is sold keeps the price down');
    assert.notEqual(await figure(page, 'revenue-change'), 0);
    await page.getByTestId('replay-blocks').getByRole('row').nth(24).waitFor();
    await screenshot(page, 'replay-1-half');
  });

  test('what is wrong is said in the very row', async () => {
    await page.getByLabel('Price, row 3, block 3', { exact: true }).fill('99999');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByRole('alert').filter({ hasText: 'between' }).waitFor();
    await page.locator('input[aria-label="Price, row 3, block 3"][aria-invalid="true"]').waitFor();
    await screenshot(page, 'replay-2-fault');
    await page.getByLabel('Price, row 3, block 3', { exact: true }).fill('-500');
  });

  test('a sweep over the quantity is drawn with its best point', async () => {
    await page.getByText('Quantity', { exact: true }).click();
    await page.getByLabel('To, MW').fill('2000');
    await page.getByLabel('Step, MW').fill('100');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByRole('img', { name: /^Revenue over 0 to 2,000 MW/ }).waitFor({ timeout: 60_000 });
    await page.getByText('As a table').click();
    assert.equal(await page.getByTestId('sweep-points').getByRole('row').count(), 22);
    await screenshot(page, 'replay-3-sweep');
    await assertAccessible(page, 'a replay with its sweep, dark');
    await useTheme(page, 'light');
    await assertAccessible(page, 'a replay with its sweep, light');
    await screenshot(page, 'replay-4-light');
  });

  test('a reload shows it again, and the list has both', async () => {
    const seen = await figure(page, 'revenue-after');
    await page.reload();
    await page.getByRole('img', { name: /^Revenue over/ }).waitFor();
    assert.equal(await figure(page, 'revenue-after'), seen);
    const rows = page.getByTestId('replay-list').getByRole('row');
    await rows.nth(2).waitFor();
    assert.equal(await rows.count(), 3, 'a head and two replays');
  });

  test('a bid that was never made is added to the day', async () => {
    await page.getByRole('combobox', { name: 'Bid' }).click();
    await page.getByRole('option', { name: 'A bid that was never made' }).click();
    await page.getByLabel(/^Price, EUR/).fill('0');
    await page.getByLabel('Quantity, MW').fill('300');
    await page.getByRole('button', { name: 'Fill every block' }).click();
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByText('was €0', { exact: true }).waitFor();
    assert.ok((await figure(page, 'revenue-after')) > 0);
  });

  test('who may only look sees replays and no form', async () => {
    const viewer = await visitor(browser);
    await signIn(viewer, 'viewer@demo.optibid.local', `/auctions/${auctionId}/replay`);
    await viewer.getByTestId('replay-list').getByRole('row').nth(3).waitFor();
    assert.equal(await viewer.getByTestId('replay-form').count(), 0);
    await viewer.getByTestId('replay-list').getByRole('button').first().click();
    await viewer.getByTestId('replay-prices').waitFor();
    assert.deepEqual(viewer.refused, []);
  });

  test('a day with block orders says of each what became of it and why', async () => {
    await page.goto(`${base}/auctions/${await dayWithBlocks()}`);
    await page.getByRole('button', { name: 'Run auction' }).click();
    await page.getByRole('button', { name: 'Close the gate and run' }).click();
    await page.getByRole('tab', { name: 'Blocks' }).click({ timeout: 120_000 });
    const rows = page.getByTestId('block-orders').getByRole('row');
    await rows.nth(3).waitFor();
    await page.getByText('proven optimal').waitFor();
    await rows.filter({ hasText: 'Cheap' }).getByText('Accepted').waitFor();
    await rows.filter({ hasText: 'Dear' }).getByText('Out of the money').waitFor();
    await rows.filter({ hasText: 'Large' }).getByText('Paradoxically rejected').waitFor();
    await page.getByRole('button', { name: 'Large' }).press('Enter');
    await page.getByTestId('block-why').filter({ hasText: 'it would gain' }).waitFor();
    await page.getByRole('button', { name: 'At which limit' }).press('Enter');
    await page.getByTestId('block-limit').filter({ hasText: 'With a limit of' }).waitFor();
    await screenshot(page, 'replay-6-blocks');
    await assertAccessible(page, 'block orders');
  });

  test('a replay names the blocks that are decided otherwise', async () => {
    await page.getByRole('link', { name: 'Replay this day' }).click();
    await page.getByLabel(/^Price, EUR/).fill('4000');
    await page.getByRole('combobox', { name: 'Area' }).first().waitFor();
    await page.getByText('Buy', { exact: true }).click();
    await page.getByLabel('Quantity, MW').fill('4000');
    await page.getByRole('button', { name: 'Fill every block' }).click();
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByTestId('block-changes').getByRole('row').filter({ hasText: 'Large' }).waitFor();
    await screenshot(page, 'replay-7-block-changes');
    await assertAccessible(page, 'a replay with blocks');
  });

  test('block orders of a bid are changed, removed and added', async () => {
    const day = await clearedDay({
      blockOrders: [
        { id: 'night', profile: profile(2, 4, 100), price: 0 },
        { id: 'dear', profile: profile(19, 21, 50), price: 3000 },
      ],
    });
    await page.goto(`${base}/auctions/${day}/replay`);
    await page.getByRole('textbox', { name: 'Price of block order 2' }).fill('1');
    await page.getByRole('button', { name: 'Remove block order 1' }).press('Enter');
    await page.getByRole('button', { name: 'Block order', exact: true }).press('Enter');
    await page.getByRole('textbox', { name: 'Name of block order 2' }).fill('noon');
    await page.getByRole('textbox', { name: 'Blocks of block order 2' }).fill('12-13');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByText('Blocks and MW: 17-20').waitFor();
    await page.getByRole('textbox', { name: 'MW of block order 2' }).fill('5');
    await page.getByRole('textbox', { name: 'Price of block order 2' }).fill('2999');
    await page.getByRole('textbox', { name: 'Linked to of block order 2' }).fill('night');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByTestId('block-orders').getByText('no block order named night').waitFor();
    await screenshot(page, 'replay-8-order-fault');
    await page.getByRole('textbox', { name: 'Linked to of block order 2' }).fill('');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    const rows = page.getByTestId('own-block-orders').getByRole('row');
    await rows.nth(3).waitFor();
    await rows.filter({ hasText: 'night' }).getByText('Not there').waitFor();
    await rows.filter({ hasText: 'dear' }).getByText('Out of the money').waitFor();
    await rows.filter({ hasText: 'dear' }).getByText('Accepted', { exact: true }).waitFor();
    await rows.filter({ hasText: 'noon' }).getByText('Out of the money').waitFor();
    await page.getByText('3 are decided otherwise').waitFor();
    await screenshot(page, 'replay-9-own-block-orders');
    await assertAccessible(page, 'a replay with block orders of a bid');
  });

  test('one block order is swept over its limit', async () => {
    await page.locator('form').getByText('Price', { exact: true }).last().click();
    await page.getByRole('combobox', { name: 'Of' }).click();
    await page.getByRole('option', { name: 'dear' }).click();
    await page.getByLabel(/^From, /).fill('0');
    await page.getByLabel(/^To, /).fill('200');
    await page.getByLabel(/^Step, /).fill('20');
    await page.getByRole('button', { name: 'Replay the day' }).click();
    await page.getByText('Revenue and price over limit price of dear').waitFor();
    await page.getByRole('img', { name: /^Revenue over 0 to 200/ }).waitFor({ timeout: 60_000 });
    await screenshot(page, 'replay-10-order-sweep');
  });

  test('nothing went wrong in the page, and it fits a telephone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByTestId('replay-prices').waitFor();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth + 1);
    assert.equal(wide, false, 'the page scrolls sideways');
    await screenshot(page, 'replay-5-narrow');
    assert.deepEqual(page.errors, []);
  });

  /** The sample day with 500 MW sold at the floor in NORD, or what is given, cleared over the API. */
  async function clearedDay(offer = {}) {
    const sample = await api.create('/imports/sample');
    await api.finished(sample.jobId);
    const [id] = (await api.get(`/imports/${sample.id}`)).auctionIds;
    const assets = (await api.get('/assets?areaCode=NORD')).items;
    const plant = assets.find((a) => a.maxInjectionMw >= 500);
    const bid = await api.create('/bids', {
      auctionId: id,
      assetId: plant.id,
      areaCode: 'NORD',
      side: 'sell',
      blocks: Array.from({ length: 24 }, (_, i) => ({
        block: i + 1,
        points: [{ price: -500, quantity: 500 - 100 * (offer.blockOrders?.length ?? 0) }],
      })),
      ...offer,
    });
    await api.create(`/bids/${bid.id}/submit`, undefined, { 'If-Match': `"${bid.version}"` });
    await api.finished((await api.create(`/auctions/${id}/runs`)).jobId);
    return id;
  }

  /** So many MW in each of these blocks. */
  function profile(from, to, quantity) {
    return Array.from({ length: to - from + 1 }, (_, i) => ({ block: from + i, quantity }));
  }

  /** The sample day without blocks in its book, and three blocks beside it. */
  async function dayWithBlocks() {
    const form = new FormData();
    form.append('format', 'gme');
    for (const [file, name] of [
      ['bid-curves.csv.gz', 'simple-bid-curves.csv.gz'],
      ['internal-transfer-capacities.csv.gz', 'internal-transfer-capacities.csv.gz'],
      ['published-exchanges.csv.gz', 'published-exchanges.csv.gz'],
    ])
      form.append('files', new Blob([readFileSync(new URL(file, SAMPLE))]), name);
    form.append('files', new Blob([BLOCKS]), 'block-orders.csv');
    const response = await api.send('POST', '/imports', form, { 'Idempotency-Key': crypto.randomUUID() });
    assert.equal(response.status, 202);
    const received = await response.json();
    await api.finished(received.jobId);
    const read = await api.get(`/imports/${received.id}`);
    assert.equal(read.state, 'published');
    return read.auctionIds[0];
  }
});
