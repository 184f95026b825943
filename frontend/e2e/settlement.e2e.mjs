// A simulated day from awards and meters to a statement: its lines, where they come from, what differs, a dispute.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import { assertAccessible, download, noBrowser, screenshot, signIn, story, useTheme } from './browser.mjs';
import { TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const PLANT = 'Settled CCGT';
const MOST_EVENTS = 600;

describe('settlement in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let sandbox;
  let asset;
  let statement;
  const test = story('settlement', () => page);

  before(async () => {
    ({ api, page, asset, exchange: sandbox } = await desk.open(plant(PLANT, 'thermal', 200)));
    await api.put(`/exchanges/${sandbox.id}/standing-bids/${asset.id}`, {
      areaCode: 'W2',
      side: 'sell',
      points: [{ price: 100, quantity: 50 }],
    });
    await advanceToTheMeters();
    await sandbox.chosenBy(page);
  });
  after(() => desk.close());

  /** Event by event until the first day's meters are read. */
  const advanceToTheMeters = async () => {
    for (let n = 0; n < MOST_EVENTS; n++) {
      const exchange = await sandbox.advance();
      const next = exchange.nextEvent;
      if (!next || next.deliveryDay > sandbox.firstDay) {
        const readings = await api.get(
          `/assets/${asset.id}/deviation?exchangeId=${sandbox.id}&day=${sandbox.firstDay}`,
        );
        if (readings.totals.meteredBlocks === 96) return;
      }
    }
    throw new Error('the meters were not read');
  };

  const settled = async () =>
    (await api.get(`/statements?exchangeId=${sandbox.id}`)).items.find((s) => s.state === 'ready');

  test('a statement of the day is calculated and says that the grid is simulated', async () => {
    await signIn(page, TRADER, '/settlement');
    await page.getByRole('heading', { name: 'Settlement', level: 1 }).waitFor();
    await page.getByLabel('First day').fill(sandbox.firstDay);
    await page.getByLabel('Last day').fill(sandbox.firstDay);
    await page.getByRole('button', { name: 'Calculate' }).click();
    await page.getByTestId('statement-total').filter({ hasText: /\d/ }).waitFor();
    await page.getByText('simulated frequency and normal rate').waitFor();
    statement = await settled();
    const { total } = statement.assets.find((a) => a.assetId === asset.id);
    assert.ok(total > 0, 'a sale and its charges');
    assert.deepEqual(statement.missing, []);
  });

  test('the lines add up to the statement', async () => {
    let total = 0n;
    for (const { assetId } of statement.assets)
      for (const line of await api.all(
        `/statements/${statement.id}/lines?assetId=${assetId}&day=${sandbox.firstDay}&limit=200`,
      ))
        total += BigInt(Math.round(line.amount * 100));
    assert.equal(total, BigInt(Math.round(statement.total * 100)));
  });

  test('a line says where it comes from, and is disputed', async () => {
    await page.getByRole('combobox', { name: 'Asset' }).click();
    await page.getByRole('option', { name: PLANT }).click();
    await page.locator('[data-testid="lines"] tr[data-kind^="deviation"]').first().waitFor();
    await screenshot(page, '60-settlement-lines');
    await page.locator('[data-testid="lines"] tr[data-kind^="deviation"] button').first().click();
    const origin = page.getByTestId('origin');
    await origin.getByText('amount = quantity × price × percent ÷ 100').waitFor();
    await origin.getByText('general seller first limit').waitFor();
    await origin.getByText('unverified').first().waitFor();
    await assertAccessible(page, 'the origin of a line');
    await screenshot(page, '61-settlement-origin');
    await page.getByLabel('Why', { exact: true }).fill('The meter was changed at noon');
    await page.getByRole('button', { name: 'Open a dispute' }).click();
    await page.getByText('The dispute is open.').waitFor();
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('tab', { name: 'Disputes' }).click();
    await page.getByTestId('disputes').getByRole('button', { name: 'submit' }).click();
    await page.getByTestId('disputes').getByRole('button', { name: 'accept' }).waitFor();
    await screenshot(page, '62-settlement-disputes');
  });

  test('deviations show their band; units change exactly and stay', async () => {
    await page.getByRole('tab', { name: 'Deviations' }).click();
    await page.getByTestId('deviations').getByRole('columnheader', { name: 'Schedule, MWh' }).waitFor();
    const [first] = (
      await api.get(`/statements/${statement.id}/deviations?assetId=${asset.id}&day=${sandbox.firstDay}`)
    ).items;
    const cell = page.getByTestId('deviations').locator('tbody tr').first().locator('td').first();
    assert.equal(await cell.textContent(), String(first.scheduledMwh));
    await page.getByTestId('units').getByText('MW', { exact: true }).click();
    await page.getByTestId('deviations').getByRole('columnheader', { name: 'Schedule, MW' }).waitFor();
    assert.equal(await cell.textContent(), String(first.scheduledMwh * 4));
    await page.getByTestId('units').getByText('INR/kWh').click();
    await page.getByRole('columnheader', { name: 'Rate, INR/kWh' }).waitFor();
    await screenshot(page, '63-settlement-deviations');
    await page.reload();
    await page.getByTestId('statement').waitFor();
    assert.equal(await page.evaluate(() => JSON.parse(localStorage.getItem('optibid.units')).block), 'mw');
  });

  test('another statement is compared line by line', async () => {
    const lines = await api.all(
      `/statements/${statement.id}/lines?assetId=${asset.id}&day=${sandbox.firstDay}&kind=energy&limit=200`,
    );
    const rows = lines.map((l, i) =>
      [
        l.assetId,
        l.day,
        l.block,
        l.kind,
        l.source,
        l.quantity,
        l.price,
        i === 0 ? l.amount - 100 : l.amount,
      ].join(),
    );
    await page.getByRole('tab', { name: 'Shadow settlement' }).click();
    await page.locator('input[type="file"]').setInputFiles({
      name: 'exchange.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(['asset_id,day,block,kind,source,quantity,price,amount', ...rows].join('\n')),
    });
    await page.getByTestId('differences').getByText('amount', { exact: true }).waitFor();
    await page.getByTestId('shadow-result').waitFor();
    await screenshot(page, '64-settlement-shadow');
  });

  test('the statement is taken away as a workbook and as a PDF', async () => {
    for (const [name, ending] of [
      ['Excel', 'xlsx'],
      ['PDF', 'pdf'],
    ]) {
      const file = await download(page, () => page.getByRole('button', { name, exact: true }).click());
      assert.match(file.name, new RegExp(`^statement_.*_revision-1\\.${ending}$`));
    }
  });

  for (const theme of ['dark', 'light'])
    test(`the page has no axe violation (${theme})`, async () => {
      await page.getByRole('tab', { name: 'Lines' }).click();
      await page.getByTestId('lines').waitFor();
      await useTheme(page, theme);
      await assertAccessible(page, `settlement, ${theme}`);
      await screenshot(page, `65-settlement-${theme}`);
    });
});
