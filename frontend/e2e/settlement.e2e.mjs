// A simulated day from awards and meters to a statement: its lines, where they come from, what differs, a
// dispute; then what statements are calculated from: schedules, meter readings, the grid's days and terms; and
// a statement of real markets, which is refused until it can be final.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  download,
  noBrowser,
  screenshot,
  signIn,
  story,
  useTheme,
  visitor,
} from './browser.mjs';
import { ifMatch, TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const PLANT = 'Settled CCGT';
const MOST_EVENTS = 600;
const daysAgo = (days) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

describe('settlement in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let sandbox;
  let asset;
  let statement;
  let rule;
  /** A day that is over everywhere and that no earlier run has metered. */
  let realDay;
  const test = story('settlement', () => page);

  before(async () => {
    ({ api, page, asset, exchange: sandbox } = await desk.open(plant(PLANT, 'thermal', 200)));
    await api.put(`/exchanges/${sandbox.id}/standing-bids/${asset.id}`, {
      areaCode: 'W2',
      side: 'sell',
      points: [{ price: 100, quantity: 50 }],
    });
    rule = await api.create('/alert-rules', {
      name: `Deviations ${Date.now()}`,
      kind: 'deviation_band',
      channels: ['in_app'],
    });
    const metered = (await api.all('/meter-readings/stored?limit=200'))
      .filter((d) => d.assetId === asset.id)
      .map((d) => d.day);
    for (let back = 3; !realDay || metered.includes(realDay); back++) realDay = daysAgo(back);
    await advanceToTheMeters();
    await sandbox.chosenBy(page);
  });
  after(async () => {
    if (rule) await api.call('DELETE', `/alert-rules/${rule.id}`, undefined, ifMatch(rule.version));
    await desk.close();
  });

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
    const states = await api.all(`/auctions?exchangeId=${sandbox.id}&day=${sandbox.firstDay}&limit=200`);
    assert.deepEqual([...new Set(states.map((a) => a.state))], ['settled']);
    const { total } = statement.assets.find((a) => a.assetId === asset.id);
    assert.ok(total > 0, 'a sale and its charges');
    assert.deepEqual(statement.missing, []);
  });

  test('an asset that left its deviation band has rung the bell', async () => {
    const { name } = await api.get(`/exchanges/${sandbox.id}`);
    await page.getByTestId('bell').click();
    // what a broker loses is sent again after 30 s
    await page
      .getByTestId('inbox')
      .first()
      .getByText(new RegExp(`simulated exchange “${name}”: .* the first band ends at ±`))
      .first()
      .waitFor({ timeout: 100_000 });
    await screenshot(page, '60-settlement-band-left');
    await page.keyboard.press('Escape');
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

  const scheduleOf = (megawatts, blocks = 96) =>
    [
      'asset_id,day,block,injection_mw',
      ...Array.from({ length: blocks }, (_, i) => `${asset.id},${sandbox.firstDay},${i + 1},${megawatts}`),
    ].join('\n');
  const choose = (label, name, text) =>
    page
      .getByLabel(`${label}, file`)
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

  test('a faulty file of schedules is refused by line and column', async () => {
    await page.getByRole('tab', { name: 'Inputs' }).click();
    await page.getByText('No schedule is stored').waitFor();
    const faulty = scheduleOf(40, 94)
      .replace(`,${sandbox.firstDay},3,40`, `,${sandbox.firstDay},3,forty`)
      .replace(`,${sandbox.firstDay},5,40`, ',tomorrow,5,40');
    await choose('Upload schedules', 'faulty.csv', faulty);
    const faults = page.getByRole('table', { name: 'Faults of faulty.csv' });
    await faults.waitFor();
    const rows = await faults.locator('tbody tr').allTextContents();
    assert.ok(
      rows.some((r) => r.startsWith('4injection_mw')),
      rows.join('; '),
    );
    assert.ok(
      rows.some((r) => r.startsWith('6day')),
      rows.join('; '),
    );
    assert.equal((await api.get(`/schedules/stored?exchangeId=${sandbox.id}`)).items.length, 0);
    await assertAccessible(page, 'a refused file');
    await screenshot(page, '66-settlement-input-faults');
  });

  test('schedules are stored by day, asset, revision and person', async () => {
    await page.getByLabel('Source of the schedules').fill('RLDC final');
    await choose('Upload schedules', 'schedule.csv', scheduleOf(40));
    const stored = page.getByTestId('stored-schedules');
    await stored.getByText('RLDC final').waitFor();
    await choose('Upload schedules', 'schedule.csv', scheduleOf(45));
    await stored.locator('tbody tr').filter({ hasText: PLANT }).locator('td.n', { hasText: '2' }).waitFor();
    const [kept] = (await api.get(`/schedules/stored?exchangeId=${sandbox.id}`)).items;
    assert.equal(kept.revision, 2);
    await stored.getByText(kept.recordedByName).first().waitFor();
    await page.getByText('Real meters and markets').click();
    await stored.getByText(PLANT).waitFor({ state: 'hidden' });
    await ofTheSandbox();
    await stored.getByText('RLDC final').waitFor();
  });

  const ofTheSandbox = () =>
    page.getByRole('radiogroup', { name: 'Whose days' }).locator('label').first().click();
  const readingsOf = (energy, blocks = 96) =>
    [
      'asset_id,day,block,injection_mwh,quality',
      ...Array.from({ length: blocks }, (_, i) => `${asset.id},${realDay},${i + 1},${energy},`),
    ].join('\n');

  test('meter readings of real meters are taken whole, with faults by line, and stored by asset and day', async () => {
    const stored = page.getByTestId('stored-readings');
    const row = (day) => stored.locator('tbody tr').filter({ hasText: PLANT }).filter({ hasText: day });
    const cells = async (day) => (await row(day).locator('td.n').allTextContents()).join();
    await row(sandbox.firstDay).waitFor();
    assert.equal(await cells(sandbox.firstDay), '96,0,1');
    assert.equal(await page.getByRole('button', { name: 'Upload meter readings' }).count(), 0);
    await page.getByText('Real meters and markets').click();
    await row(sandbox.firstDay).waitFor({ state: 'hidden' });
    await choose(
      'Upload meter readings',
      'faulty meters.csv',
      readingsOf(10, 4)
        .replace(',2,10,', ',97,10,')
        .replace(',3,10,', ',3,9999,')
        .replace(',4,10,', ',4,10,best'),
    );
    const faults = page.getByRole('table', { name: 'Faults of faulty meters.csv' });
    await faults.waitFor();
    const rows = await faults.locator('tbody tr').allTextContents();
    for (const start of ['3block', '4injection_mwh', '5quality'])
      assert.ok(
        rows.some((r) => r.startsWith(start)),
        rows.join('; '),
      );
    await screenshot(page, '66-settlement-meter-faults');
    assert.equal((await api.get('/meter-readings/stored')).items.filter((d) => d.day === realDay).length, 0);
    await choose('Upload meter readings', 'meters.csv', readingsOf(10, 95));
    await row(realDay).waitFor();
    assert.equal(await cells(realDay), '95,0,1');
    await faults.waitFor({ state: 'hidden' });
    await choose('Upload meter readings', 'meters.csv', readingsOf(11).replace(/,$/, ',estimated'));
    await row(realDay).filter({ hasText: '96' }).waitFor();
    assert.equal(await cells(realDay), '96,1,2');
    await screenshot(page, '66-settlement-meters');
    await ofTheSandbox();
  });

  const askedOfReality = async () => {
    await page.getByRole('tab', { name: 'Statements' }).click();
    await page.getByLabel('First day').fill(realDay);
    await page.getByLabel('Last day').fill(realDay);
    const asked = page.waitForResponse(
      (r) => r.url().endsWith('/statements') && r.request().method() === 'POST',
    );
    await page.getByRole('button', { name: 'Calculate' }).click();
    const { id, revision, exchangeId } = await (await asked).json();
    assert.equal(exchangeId, undefined);
    await page.getByTestId('statement').getByText(`revision ${revision}`).waitFor();
    return id;
  };

  test('a statement of real markets is asked for, and refused in words while it cannot be final', async () => {
    await page.getByRole('tab', { name: 'Statements' }).click();
    await page.getByText('Real meters and markets').click();
    await page.getByText('of real markets', { exact: true }).waitFor();
    await askedOfReality();
    const shown = page.getByTestId('statement');
    await shown
      .getByText(/^96 blocks without .* the statement stays provisional\.$/)
      .first()
      .waitFor();
    await shown.getByRole('button', { name: 'Make final' }).click();
    await shown
      .getByText('Some blocks lack an input; import it and calculate the statement again.')
      .waitFor();
    await assertAccessible(page, 'a refused statement of reality');
    await screenshot(page, '68-settlement-reality-refused');
  });

  test('with its inputs it is final', async () => {
    await page.getByRole('tab', { name: 'Inputs' }).click();
    await choose('Upload grid data', 'grid.csv', gridOf(realDay, '50.00'));
    await page.getByTestId('stored-grid').getByText(realDay).waitFor();
    const id = await askedOfReality();
    const shown = page.getByTestId('statement');
    await shown.getByRole('button', { name: 'Make final' }).click();
    await page.getByText('The statement is final.').waitFor();
    await shown.getByText('final', { exact: true }).waitFor();
    assert.equal((await api.get(`/statements/${id}`)).status, 'final');
    assert.ok((await api.get('/statements?reality=true')).items.every((s) => !s.exchangeId));
    await screenshot(page, '68-settlement-reality-final');
    await page.getByRole('tab', { name: 'Inputs' }).click();
    await ofTheSandbox();
    await page.getByTestId('stored-schedules').getByText('RLDC final').waitFor();
  });

  const gridOf = (day, hertz) =>
    [
      'day,block,frequency_hz,day_ahead_price,real_time_price,ancillary_charge',
      ...Array.from({ length: 96 }, (_, i) => `${day},${i + 1},${hertz},3000,3100,900`),
    ].join('\n');

  test('grid data are stored, and what is no frequency is refused', async () => {
    await choose('Upload grid data', 'grid.csv', gridOf(sandbox.firstDay, '500'));
    const faults = page.getByRole('table', { name: 'Faults of grid.csv' });
    await faults.getByText('frequency_hz').first().waitFor();
    await choose('Upload grid data', 'grid.csv', gridOf(sandbox.firstDay, '50.00'));
    await page.getByTestId('stored-grid').getByText(sandbox.firstDay).waitFor();
    await faults.waitFor({ state: 'hidden' });
  });

  test('the terms of an asset are stated, and taken back', async () => {
    const terms = page.getByTestId('terms');
    await terms.getByRole('combobox', { name: 'Asset with terms' }).click();
    await page.getByRole('option', { name: PLANT }).click();
    const rate = terms.getByLabel('Contract rate, INR/MWh');
    await rate.fill('3,5');
    await terms.getByText('A number such as').waitFor();
    const kept = async () => (await api.get(`/assets/${asset.id}/settlement-terms`)).contractRate;
    for (const typed of ['3456.78', '']) {
      const { version } = await api.get(`/assets/${asset.id}/settlement-terms`);
      await rate.fill(typed);
      const answer = page.waitForResponse(
        (r) => r.url().endsWith('/settlement-terms') && r.request().method() === 'PUT',
      );
      await terms.getByRole('button', { name: 'State the terms' }).click();
      assert.equal((await (await answer).json()).version, version + 1);
      assert.equal(await kept(), typed === '' ? undefined : Number(typed));
    }
  });

  for (const theme of ['dark', 'light'])
    test(`inputs have no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await assertAccessible(page, `settlement inputs, ${theme}`);
      await screenshot(page, `67-settlement-inputs-${theme}`);
    });

  test('who may only read sees what is stored, and no way to change it', async () => {
    const reader = await visitor(desk.browser);
    await sandbox.chosenBy(reader);
    await signIn(reader, 'viewer@demo.optibid.local', '/settlement');
    await reader.getByRole('tab', { name: 'Inputs' }).click();
    await reader.getByTestId('stored-schedules').getByText('RLDC final').waitFor();
    await reader.getByTestId('terms').getByText('Settled as').waitFor();
    assert.equal(await reader.getByRole('button', { name: /^Upload|^State/ }).count(), 0);
    assert.deepEqual(reader.refused, []);
  });

  for (const theme of ['dark', 'light'])
    test(`the page has no axe violation (${theme})`, async () => {
      await page.getByRole('tab', { name: 'Statements' }).click();
      await page.getByRole('tab', { name: 'Lines' }).click();
      await page.getByTestId('lines').waitFor();
      await useTheme(page, theme);
      await assertAccessible(page, `settlement, ${theme}`);
      await screenshot(page, `65-settlement-${theme}`);
    });
});
