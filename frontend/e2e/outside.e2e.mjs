// A real market's auction: joined, bid in without and with a way to its exchange, answered by files.
// HOME_FOLDER is the installation's home, where the exchange's files are put; without it nobody answers.
import assert from 'node:assert/strict';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  chooseAsset,
  launch,
  noBrowser,
  pasteIntoGrid,
  screenshot,
  useTheme as showTheme,
  signedIn,
  story,
  validBid,
} from './browser.mjs';
import { Api, TRADER } from './exchange-api.mjs';
import { italian, joined, MARKET, OWNER, romanDay, switchConnection } from './outside-desk.mjs';

const PLANT = 'Outside story works';
const VIEWER = 'viewer@demo.optibid.local';
const home = process.env.HOME_FOLDER;
const unanswered = home ? false : 'HOME_FOLDER names no home to put the exchange’s files into';

describe('auctions of real markets', { skip: noBrowser }, () => {
  const test = story('outside', () => page);
  let browser;
  let page;
  let api;
  let day;
  let auction;
  /** Ours of the order; once the exchange has it, the bid shows the exchange's. */
  let reference;

  before(async () => {
    api = await Api.as(TRADER);
    await api.haveAsset(italian(PLANT, 100));
    const taken = new Set(
      (await joined(api)).filter((a) => a.marketCode === MARKET).map((a) => a.deliveryDay),
    );
    // the gate opens nine days ahead
    day = [2, 3, 4, 5, 6, 7, 8].map(romanDay).find((d) => !taken.has(d));
    assert.ok(day, 'earlier stories took part in every open auction');
    await switchConnection(false);
    browser = await launch();
    page = await signedIn(browser, OWNER, '/outside-auctions');
  });
  after(() => browser?.close());

  const form = () => page.getByRole('form', { name: 'Take part in an auction' });
  const row = () =>
    page
      .getByTestId('outside-auctions')
      .getByRole('row')
      .filter({ has: page.locator(`a[href="/auctions/${auction.id}"]`) });
  const chooseMarket = async (name) => {
    await form().getByRole('combobox', { name: 'Market' }).click();
    await page.getByRole('option', { name }).click();
  };
  const ownBids = () => api.all(`/bids?auctionId=${auction.id}&limit=200`);

  test('every refusal of a wish to take part is said at its field', async () => {
    await page.getByRole('heading', { name: 'Real markets', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Take part in an auction' }).focus();
    await page.keyboard.press('Enter');
    await form().getByLabel('Delivery day').fill('');
    await form().getByRole('button', { name: 'Take part' }).click();
    await form().getByText('Name a real market that takes orders.').waitFor();
    await form().getByText('Say for which day.').waitFor();
    await chooseMarket('Italian day-ahead market');
    await form().getByLabel('Delivery day').fill(romanDay(-1));
    await form().getByRole('button', { name: 'Take part' }).click();
    await form().getByText('Take a day from today to 14 days ahead.').waitFor();
    await chooseMarket('IEX term-ahead market');
    await form().getByLabel('Delivery day').fill(day);
    await form().getByText('Its calendar has no auction on that day.').waitFor();
    await form().getByRole('button', { name: 'Take part' }).click();
    await form().getByText('The market has no such auction on that day.').waitFor();
    await screenshot(page, 'outside-join-fault');
    await assertAccessible(page, 'a refused wish to take part');
  });

  test('a market of many sessions asks for one', async () => {
    await chooseMarket('IEX real-time market');
    await form().getByRole('combobox', { name: 'Session' }).click();
    await page.getByRole('option', { name: /^48 / }).waitFor();
    await page.keyboard.press('Escape');
  });

  test('an owner takes part, and sees the gate and that no way leads there', async () => {
    await chooseMarket('Italian day-ahead market');
    await form().getByText('bids can be written, not submitted').waitFor();
    await form()
      .getByText(/Its gate opens .* and closes .*12:00/)
      .waitFor();
    await screenshot(page, 'outside-join');
    await form().getByRole('button', { name: 'Take part' }).click();
    await form().waitFor({ state: 'detached' });
    auction = (await joined(api)).find((a) => a.marketCode === MARKET && a.deliveryDay === day);
    await row().getByText('open', { exact: true }).waitFor();
    await row().getByRole('timer').waitFor();
    await row()
      .getByText(/No connection|Off/)
      .waitFor();
    await screenshot(page, 'outside-list-dark');
    await assertAccessible(page, 'real markets');
  });

  test('taking part twice is refused', async () => {
    await page.getByRole('button', { name: 'Take part in an auction' }).click();
    await chooseMarket('Italian day-ahead market');
    await form().getByLabel('Delivery day').fill(day);
    await form().getByRole('button', { name: 'Take part' }).click();
    await form().getByText('You take part in that auction already').waitFor();
    await form().getByRole('button', { name: 'Leave it' }).click();
  });

  test('a bid is written as anywhere; without a connection it is refused, and says where to mend it', async () => {
    const trader = await signedIn(browser, TRADER, '/outside-auctions');
    await page.context().close();
    page = trader;
    await row().getByRole('timer').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Take part in an auction' }).count(), 0);
    await row().getByRole('link').click();
    await page.getByTestId('bid-panel').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Run auction' }).count(), 0);
    await chooseAsset(page, PLANT);
    await pasteIntoGrid(page, '45\t40');
    await validBid(page);
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await page.getByText(/There is no connection to GME|The connection to GME is switched off/).waitFor();
    await page.getByTestId('bid-panel').getByRole('link', { name: 'Exchanges' }).waitFor();
    await page.getByTestId('bid-state').filter({ hasText: 'draft' }).waitFor();
    await screenshot(page, 'outside-no-connection');
    await assertAccessible(page, 'a bid without a connection');
  });

  test('with one it is on its way, and nothing further goes until the exchange answers', async () => {
    if (!(await switchConnection(true))) {
      const owner = await Api.as(OWNER);
      await owner.create('/exchange-connections', {
        operatorCode: 'gme',
        kind: 'file_drop',
        memberId: 'M1',
        folder: 'outside-story',
      });
    }
    await page.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await page.getByTestId('bid-state').filter({ hasText: 'sent' }).waitFor();
    await page.getByText('No way to this exchange').waitFor({ state: 'detached' });
    assert.equal(await page.getByRole('button', { name: 'Waits for the exchange' }).isDisabled(), true);
    await page.getByTestId('blotter').getByText('sent').waitFor();
    [
      {
        submission: { venueReference: reference },
      },
    ] = await ownBids();
    await page.getByTestId('exchange-awards').getByText('No award yet').waitFor();
    await screenshot(page, 'outside-sent-dark');
    await assertAccessible(page, 'a bid on its way');
    await showTheme(page, 'light');
    await screenshot(page, 'outside-sent-light');
    await page.getByRole('link', { name: 'Markets', exact: true }).click();
    await row().getByText('1 bid · 1 on the way').waitFor();
  });

  /** Appears whole in the folder of the exchange that the connection leads to. */
  const give = async (name, lines) => {
    const owner = await Api.as(OWNER);
    const { folder } = (await owner.all('/exchange-connections?limit=200')).find(
      (c) => c.operatorCode === 'gme',
    );
    const { organization } = await api.get('/auth/me');
    const into = join(home, 'exchange', organization.id, folder, 'in');
    await writeFile(join(into, `.${name}`), `${lines.join('\r\n')}\r\n`);
    await rename(join(into, `.${name}`), join(into, name));
  };
  test('what the exchange answers is shown as it comes', async (t) => {
    if (unanswered) return t.skip(unanswered);
    await give(`story-${Date.now()}.ack`, [
      'reference,status,exchange_reference,reason',
      `${reference},held,GME-1,`,
    ]);
    await row().getByText('1 bid · 1 acknowledged').waitFor();
  });

  test('a result before the gate is no award, and a fault of the connection', async (t) => {
    if (unanswered) return t.skip(unanswered);
    await give(`${MARKET}_${day.replaceAll('-', '')}_1.result.csv`, [
      'reference,block_order,block,awarded_mw,price,status',
      `${reference},,1,40,51.25,final`,
    ]);
    await page.getByRole('link', { name: 'Exchanges', exact: true }).click();
    const faults = page.getByTestId('connection-faults');
    await faults.getByRole('row').filter({ hasText: 'before gate' }).filter({ hasText: reference }).waitFor();
    await screenshot(page, 'outside-before-gate');
    await page.getByRole('link', { name: 'Markets', exact: true }).click();
    await row()
      .getByRole('button', { name: /^Awards of GME MGP/ })
      .click();
    await page.getByTestId('exchange-awards').getByText('No award yet').waitFor();
    await row().getByText('open', { exact: true }).waitFor();
  });

  test('a viewer sees the auctions, and asks for nothing the role may not see', async () => {
    const viewer = await signedIn(browser, VIEWER, '/outside-auctions');
    await viewer.getByTestId('outside-auctions').getByRole('timer').first().waitFor();
    assert.equal(await viewer.getByRole('button', { name: 'Take part in an auction' }).count(), 0);
    assert.deepEqual(viewer.refused, []);
    assert.deepEqual([...page.errors, ...viewer.errors], []);
    await viewer.context().close();
  });
});
