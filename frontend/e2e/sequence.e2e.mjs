// Volume that the green auction leaves unselected goes on to the day-ahead market; the rules say when and to whom.
import assert from 'node:assert/strict';
import { after, before, describe, test as nodeTest } from 'node:test';
import { assertAccessible, base, launch, noBrowser, screenshot, signIn, visitor } from './browser.mjs';
import { Api } from './exchange-api.mjs';

const ASSET = 'Sequence test wind';

describe('auctions that follow each other', { skip: noBrowser }, () => {
  let browser;
  let page;
  let api;
  let exchange;
  let broken = null;
  const test = (name, step) =>
    nodeTest(name, async () => {
      assert.equal(broken, null, 'an earlier step failed');
      try {
        await step();
      } catch (e) {
        broken = name;
        await screenshot(page, `failed-${name.replace(/\W+/g, '-')}`);
        throw e;
      }
    });
  const auction = async (code) =>
    (await api.get(`/auctions?exchangeId=${exchange.id}&marketCode=${code}&limit=200`)).items[0];

  before(async () => {
    api = await Api.as('trader@demo.optibid.local');
    if (!(await api.all('/assets?limit=200')).some((a) => a.name === ASSET))
      await api.create('/assets', {
        name: ASSET,
        type: 'wind',
        marketCode: 'sim-dam',
        areaCode: 'W2',
        maxInjectionMw: 80,
        maxWithdrawalMw: 0,
      });
    exchange = await api.create('/exchanges', {});
    while ((await auction('sim-hpdam')).state !== 'open')
      await api.create(`/exchanges/${exchange.id}/advance`);
    browser = await launch();
    page = await visitor(browser);
    await page.addInitScript((id) => localStorage.setItem('optibid.exchange', id), exchange.id);
  });
  after(async () => {
    await browser?.close();
    const now = await api?.get(`/exchanges/${exchange.id}`);
    if (now) await api.call('DELETE', `/exchanges/${now.id}`, undefined, { 'If-Match': `"${now.version}"` });
  });

  test('a bid in the green auction is told to carry over', async () => {
    await signIn(page, 'trader@demo.optibid.local', `/auctions/${(await auction('sim-gdam')).id}`);
    await page.getByRole('combobox', { name: 'Asset' }).click();
    await page.getByRole('option', { name: ASSET }).click();
    await page.evaluate((text) => navigator.clipboard.writeText(text), '9,999\t40');
    await page.locator('[data-cell="0-0"]').click();
    await page.keyboard.press('Control+v');
    await page.getByRole('checkbox', { name: 'Carry over' }).check();
    await page.getByTestId('bid-verdict').filter({ hasText: 'Valid' }).waitFor();
    await screenshot(page, '30-carry-over');
    await page.getByRole('button', { name: 'Submit' }).click();
    await page.getByTestId('bid-state').filter({ hasText: 'acknowledged' }).waitFor();
    const [bid] = (await api.get(`/bids?auctionId=${(await auction('sim-gdam')).id}`)).items;
    assert.equal(bid.carryOver, true);
  });

  test('its award in the day-ahead market says where it came from', async () => {
    while ((await auction('sim-dam')).state !== 'cleared')
      await api.create(`/exchanges/${exchange.id}/advance`);
    await page.goto(`${base}/auctions/${(await auction('sim-dam')).id}`);
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
