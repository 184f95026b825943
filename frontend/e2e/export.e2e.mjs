// The results of a run, taken away from the desk: the file arrives under its own name and holds what the table shows.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import {
  assertAccessible,
  base,
  download,
  launch,
  noBrowser,
  screenshot,
  signIn,
  visitor,
} from './browser.mjs';
import { Api, TRADER } from './exchange-api.mjs';

describe('exporting results', { skip: noBrowser }, () => {
  let browser;
  let page;
  let auction;

  before(async () => {
    browser = await launch();
    page = await visitor(browser);
    const api = await Api.as(TRADER);
    auction = (await api.get('/auctions?marketCode=sim-dam&state=settled')).items.find((a) => a.latestRunId);
    assert.ok(auction, 'no day-ahead auction has cleared yet');
  });
  after(() => browser?.close());

  const take = async (format) => {
    await page.getByRole('button', { name: /^Export/ }).click();
    return download(page, () => page.getByRole('menuitem', { name: format }).click());
  };

  test('the table of areas as CSV, Excel and Parquet', async () => {
    await signIn(page, TRADER, `/auctions/${auction.id}`);
    await page.getByRole('button', { name: 'Export prices' }).waitFor();
    const csv = await take('CSV');
    assert.match(csv.name, /^sim-dam_\d{4}-\d\d-\d\d_run-1_prices\.csv$/);
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    assert.equal(lines.length, 1 + auction.areas.length * auction.blockCount);
    await page.getByRole('button', { name: 'Export prices' }).click();
    await page.getByRole('menuitem', { name: 'Parquet' }).waitFor();
    await screenshot(page, 'export-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menuitem', { name: 'Parquet' }).waitFor({ state: 'detached' });
    await assertAccessible(page, 'the auction with its export');
    assert.equal((await take('Excel')).bytes.subarray(0, 2).toString(), 'PK');
    assert.equal((await take('Parquet')).bytes.subarray(-4).toString(), 'PAR1');
    assert.deepEqual(page.errors, []);
  });

  test('each tab takes its own table; the list of runs has none', async () => {
    await page.getByRole('tab', { name: 'Flows' }).click();
    assert.match((await take('CSV')).name, /_flows\.csv$/);
    await page.getByRole('tab', { name: 'Awards' }).click();
    assert.match((await take('CSV')).name, /_awards\.csv$/);
    await page.getByRole('tab', { name: 'Runs' }).click();
    await page.getByRole('button', { name: /^Export/ }).waitFor({ state: 'detached' });
    assert.equal(new URL(page.url()).origin, new URL(base).origin);
  });
});
