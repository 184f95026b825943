// One book over a sandbox's markets: a contract, offers, a bid that would oversell, an award; and what is on record.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  download,
  noBrowser,
  number,
  screenshot,
  signIn,
  story,
  useTheme,
} from './browser.mjs';
import { ifMatch, TRADER } from './exchange-api.mjs';
import { italian, romanDay } from './outside-desk.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const PLANT = 'Booked solar park';
const WORKS = 'Booked works';

describe('the book in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  const mark = Date.now().toString(36);
  const reference = `PPA ${mark}`;
  let page;
  let api;
  let sandbox;
  let asset;
  let works;
  const test = story('book', () => page);

  before(async () => {
    ({ api, page, asset, exchange: sandbox } = await desk.open(plant(PLANT, 'solar', 200)));
    works = await api.haveAsset(italian(WORKS, 80));
    // what a story that broke off left on record
    for (const kind of ['registrations', 'contracts'])
      for (const { id, version, assetId } of await api.all(`/${kind}?limit=200`))
        if ([asset.id, works.id].includes(assetId))
          await api.call('DELETE', `/${kind}/${id}`, undefined, ifMatch(version));
    await sandbox.advanceUntil('sim-dam', 'open');
    await sandbox.advanceUntil('sim-gdam', 'open');
    await sandbox.chosenBy(page);
  });
  after(() => desk.close());

  const bid = async (market, megawatts, blocks) => {
    const auction = await sandbox.auction(market);
    return api.create('/bids', {
      auctionId: auction.id,
      assetId: asset.id,
      areaCode: 'W2',
      side: 'sell',
      label: `${market} ${mark}`,
      blocks: blocks.map((block) => ({ block, points: [{ price: 100, quantity: megawatts }] })),
    });
  };
  const submit = (made) => api.create(`/bids/${made.id}/submit`, undefined, ifMatch(made.version));

  test('a contract is written, its faults at their fields', async () => {
    // the exchanges come late: a form before them would begin a contract of the real markets
    let exchangesCome;
    const late = new Promise((resolve) => {
      exchangesCome = resolve;
    });
    await page.route(/\/api\/v1\/exchanges(\?|$)/, (route) => late.then(() => route.continue()));
    await signIn(page, TRADER, '/registrations');
    await page.getByRole('heading', { name: 'Registrations and contracts', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Add a contract' }).click();
    const form = page.getByRole('form', { name: 'New contract' });
    assert.equal(await form.count(), 0);
    exchangesCome();
    await form.getByLabel('Reference').waitFor();
    assert.match(await form.getByRole('combobox', { name: 'Counts in' }).inputValue(), /^Sandbox of /);
    await form.getByLabel('Reference').fill(reference);
    await form.getByRole('combobox', { name: 'Of asset' }).click();
    await page.getByRole('option', { name: PLANT }).click();
    await form.getByLabel('First day').fill(sandbox.firstDay);
    await form.getByLabel('Last day').fill(sandbox.firstDay);
    await form.getByLabel('Power, MW').fill('201');
    await form.getByRole('button', { name: 'Save contract' }).click();
    await form.getByText('Name the other party.').waitFor();
    await form.getByText('can sell at most 200 MW').waitFor();
    await form.getByText('Give the price per MWh.').waitFor();
    await screenshot(page, '80-contract-faults');
    await form.getByLabel('Other party').fill('A works');
    await form.getByLabel('Power, MW').fill('60');
    await form.getByLabel('Price per MWh').fill('3000');
    await form.getByRole('button', { name: 'Save contract' }).click();
    await page.getByTestId('contracts').getByRole('rowheader', { name: reference }).waitFor();
  });

  test('a record that ends soon is warned of', async () => {
    await page.getByRole('button', { name: 'Add a record' }).click();
    const form = page.getByRole('form', { name: 'New record' });
    await form.getByRole('combobox', { name: 'Record' }).click();
    await page.getByRole('option', { name: 'Standing clearance' }).click();
    await form.getByRole('combobox', { name: 'Of asset' }).click();
    await page.getByRole('option', { name: PLANT }).click();
    await form.getByRole('button', { name: 'Save record' }).click();
    await form.getByText('Give the power in MW.').waitFor();
    await form.getByText('Say the first day.').waitFor();
    const today = new Date().toISOString().slice(0, 10);
    await form.getByLabel('Quantum, MW').fill('150');
    await form.getByLabel('First day').fill(today);
    await form.getByLabel('Last day').fill(today);
    await form.getByLabel('Paper number').fill(`NOC ${mark}`);
    await form.getByRole('button', { name: 'Save record' }).click();
    await page.getByTestId('registrations').getByText(`NOC ${mark}`).waitFor();
    await page.getByTestId('expiring').getByText(`NOC ${mark}`).waitFor();
    await screenshot(page, '81-registrations');
  });

  test('the book shows the contract and, as it is made, an offer', async () => {
    await page.getByRole('link', { name: 'Book', exact: true }).click();
    await page.getByRole('heading', { name: 'Book', level: 1 }).waitFor();
    await page.getByRole('combobox', { name: 'Asset' }).click();
    await page.getByRole('option', { name: PLANT }).click();
    // 60 MW all day
    await page.getByTestId('book-sold').filter({ hasText: '1,440.00' }).waitFor();
    await submit(await bid('sim-dam', 100, [41, 42]));
    // and 100 MW for half an hour, told by the socket
    await page.getByTestId('book-sold').filter({ hasText: '1,490.00' }).waitFor();
    const row = page.getByTestId('book-table').locator('tbody tr').nth(40);
    assert.deepEqual((await row.locator('td').allTextContents()).slice(0, 4), [
      '10:00',
      '60.000',
      '100.000',
      '40.000',
    ]);
    await screenshot(page, '82-book');
  });

  test('a bid that would oversell is refused and names what stands', async () => {
    const over = await bid('sim-gdam', 40.1, [41]);
    const refusal = String(await submit(over).catch((e) => e));
    assert.match(refusal, /"code":"oversold"/);
    assert.ok(refusal.includes(`sim-dam ${mark}`) && refusal.includes(reference), refusal);
  });

  test('MWh and one market', async () => {
    await page.getByRole('radiogroup', { name: 'Unit' }).getByText('MWh', { exact: true }).click();
    const row = page.getByTestId('book-table').locator('tbody tr').nth(40);
    assert.equal(await row.locator('td').nth(1).textContent(), '15.00000');
    await page.getByRole('radiogroup', { name: 'Market' }).getByText('DAM', { exact: true }).click();
    await page.getByRole('columnheader', { name: 'Sell, long-term' }).waitFor({ state: 'detached' });
    assert.equal(await row.locator('td').nth(1).textContent(), '25.00000');
    await page.getByRole('radiogroup', { name: 'Market' }).getByText('All markets').click();
    await page.getByRole('radiogroup', { name: 'Unit' }).getByText('MW', { exact: true }).click();
  });

  test('the day is taken away as CSV and as a workbook', async () => {
    const csv = await download(page, () => page.getByRole('button', { name: 'CSV', exact: true }).click());
    const lines = csv.bytes.toString('utf8').trim().split('\r\n');
    assert.equal(csv.name, `book_${sandbox.firstDay}.csv`);
    assert.ok(
      lines.some((l) => l.includes('sell,offered,sim-dam,100,25')),
      lines[0],
    );
    const xlsx = await download(page, () => page.getByRole('button', { name: 'Excel', exact: true }).click());
    assert.equal(xlsx.name, `book_${sandbox.firstDay}.xlsx`);
  });

  test('after the auction what was awarded stands in the place of the offer', async () => {
    await sandbox.advanceUntil('sim-dam', 'cleared');
    await page.getByRole('columnheader', { name: 'Sell, provisional' }).waitFor();
    const book = await api.get(
      `/book?exchangeId=${sandbox.id}&deliveryDay=${sandbox.firstDay}&assetId=${asset.id}`,
    );
    assert.equal(book.series.filter((s) => s.kind === 'offered').length, 0);
    const shown = await page.getByTestId('book-left').textContent();
    assert.equal(number(shown), book.sale.remaining.totalMwh);
    await screenshot(page, '83-book-awarded');
  });

  test('the real markets are a book of their own, by asset and by site', async () => {
    const day = romanDay(1);
    await api.create('/contracts', {
      kind: 'bilateral',
      reference: `Real ${mark}`,
      party: 'A town',
      assetId: works.id,
      side: 'sell',
      validFrom: day,
      validTo: day,
      profile: { shape: 'flat', megawatts: 12.5 },
      price: 70,
      currency: 'EUR',
    });
    await page.getByRole('radiogroup', { name: 'World' }).getByText('Real markets').click();
    const portfolio = page.getByRole('combobox', { name: 'Asset or site' });
    // assets of several grids have no book together
    assert.notEqual(await portfolio.inputValue(), '');
    await portfolio.click();
    await page.getByRole('option', { name: WORKS }).click();
    await page.getByTestId('book-sold').filter({ hasText: '300.00' }).waitFor();
    await page.getByTestId('book-table').getByText(`Europe/Rome · ${WORKS}`).waitFor();
    const csv = await download(page, () => page.getByRole('button', { name: 'CSV', exact: true }).click());
    assert.equal(csv.name, `book_${day}.csv`);
    assert.match(csv.bytes.toString('utf8'), /sell,bilateral,,12\.5,3\.125/);
    await screenshot(page, '83-book-real');
    await portfolio.click();
    await page.getByRole('option', { name: 'Po Valley', exact: true }).click();
    await page
      .getByTestId('book-table')
      .getByText(/Europe\/Rome · .*Po Valley CCGT/)
      .waitFor();
    const site = (await api.all('/sites?limit=200')).find((s) => s.name === 'Po Valley');
    const book = await api.get(`/book?deliveryDay=${day}&siteId=${site.id}`);
    assert.equal(number(await page.getByTestId('book-left').textContent()), book.sale.remaining.totalMwh);
    // nothing of the sandbox is in it, and nothing of it in the sandbox
    assert.ok(book.series.every((s) => !s.marketCode?.startsWith('sim-')));
    await assertAccessible(page, 'the book of the real markets');
    await page.getByRole('radiogroup', { name: 'World' }).locator('label').first().click();
    await page.getByTestId('book-table').getByText('Asia/Kolkata').waitFor();
  });

  for (const theme of ['dark', 'light'])
    test(`neither page has an axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await assertAccessible(page, `book, ${theme}`);
      await screenshot(page, `84-book-${theme}`);
      await page.getByRole('link', { name: 'Contracts', exact: true }).click();
      await page.getByTestId('contracts').getByRole('rowheader', { name: reference }).waitFor();
      await assertAccessible(page, `registrations, ${theme}`);
      await screenshot(page, `85-registrations-${theme}`);
      await page.getByRole('link', { name: 'Book', exact: true }).click();
      await page.getByTestId('book-chart').waitFor();
    });

  test('what was written for the story is taken away again', async () => {
    await page.getByRole('link', { name: 'Contracts', exact: true }).click();
    await page.getByRole('button', { name: `Remove Standing clearance NOC ${mark}` }).click();
    await page.getByTestId('registrations').getByText(`NOC ${mark}`).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Remove ${reference}`, exact: true }).click();
    await page
      .getByTestId('contracts')
      .getByRole('rowheader', { name: reference })
      .waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `Remove Real ${mark}`, exact: true }).click();
    await page
      .getByTestId('contracts')
      .getByRole('rowheader', { name: `Real ${mark}` })
      .waitFor({ state: 'detached' });
  });
});
