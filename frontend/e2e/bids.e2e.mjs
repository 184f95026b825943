// The desk's core: block orders, what is at the exchange, versions, templates, many at once, files; until the auction clears.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  acknowledgedBid,
  assertAccessible,
  chooseAsset,
  download,
  noBrowser,
  screenshot,
  signIn,
  story,
  useTheme,
  validBid,
} from './browser.mjs';
import { ifMatch, TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const PLANT = 'Bids story plant';

describe('bids in a sandbox of the Indian exchange', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let sandbox;
  let auction;
  const step = story('bids', () => page);
  const panel = () => page.getByTestId('bid-panel');
  const order = (field, n) => page.getByLabel(`${field} of block order ${n}`);
  const more = async (item) => {
    await panel().getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };
  const ownBids = () => api.get(`/bids?auctionId=${auction.id}&limit=200`);

  before(async () => {
    ({ api, page, exchange: sandbox } = await desk.open(plant(PLANT, 'thermal', 200)));
    await sandbox.advanceUntil('sim-dam', 'open');
    auction = await sandbox.auction('sim-dam');
    await sandbox.chosenBy(page);
  });
  after(() => desk.close());

  step('block orders are judged by the rule pack and submitted', async () => {
    await signIn(page, TRADER, `/auctions/${auction.id}`);
    await panel().waitFor();
    await chooseAsset(page, PLANT);
    await panel().getByRole('button', { name: 'Block order', exact: true }).click();
    await order('Blocks', 1).fill('37-44');
    await order('MW', 1).fill('20');
    await order('Price', 1).fill('1');
    await order('Share', 1).fill('0.5');
    await page.getByText('takes no orders of the type minimum acceptance ratio').first().waitFor();
    await order('Share', 1).fill('');
    await panel().getByRole('button', { name: 'Block order', exact: true }).click();
    await order('Blocks', 2).fill('45-48');
    await order('MW', 2).fill('10');
    await order('Price', 2).fill('9000');
    await order('Linked to', 2).fill('B1');
    await validBid(page);
    await screenshot(page, 'bids-block-orders');
    await panel().getByRole('button', { name: 'Submit' }).click();
    await acknowledgedBid(page);
    await page.getByTestId('at-exchange').filter({ hasText: 'v1 is at the exchange' }).waitFor();
    await assertAccessible(page, 'a bid with block orders');
  });

  step('an amended version is told apart from the one at the exchange', async () => {
    await order('Price', 1).fill('2');
    await validBid(page);
    await panel().getByRole('button', { name: 'Save draft' }).click();
    await page.getByTestId('bid-state').filter({ hasText: 'v1 at exchange, v2 draft' }).waitFor();
    await page.getByTestId('blotter').getByText('v1 at exchange, v2 draft').waitFor();
    await panel().getByRole('button', { name: 'Versions' }).click();
    await page.getByTestId('versions').getByText('Block order B1').waitFor();
    await page.getByTestId('versions').getByText('at the exchange').waitFor();
    await screenshot(page, 'bids-versions');
    await assertAccessible(page, 'the versions of a bid');
    await page.keyboard.press('Escape');
    await page.getByTestId('versions').waitFor({ state: 'detached' });
    await panel().getByRole('button', { name: 'Amend and submit' }).click();
    await page.getByTestId('at-exchange').filter({ hasText: 'v2 is at the exchange' }).waitFor();
  });

  step('a template makes a second bid; prices of both are moved at once', async () => {
    await more(/Keep this bid/);
    const name = `Story ${Date.now()}`;
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('button', { name: 'Keep', exact: true }).click();
    await page.getByText('Template kept').waitFor();
    await more(`Apply ${name}`);
    await page.getByTestId('bid-state').filter({ hasText: 'draft' }).waitFor();
    assert.equal((await ownBids()).items.length, 2);
    await more(/Move prices/);
    await page.getByLabel(/^Add to prices, INR/).fill('1');
    await screenshot(page, 'bids-bulk');
    await assertAccessible(page, 'the bulk edit');
    await page.getByRole('button', { name: 'Change', exact: true }).click();
    await page.getByText('2 bids changed').waitFor();
    const prices = (await ownBids()).items.map((b) => b.blockOrders.map((o) => o.price));
    assert.deepEqual(prices, [
      [3, 9001],
      [3, 9001],
    ]);
    const { items } = await api.get('/bid-templates');
    for (const t of items.filter((one) => one.name === name))
      await api.call('DELETE', `/bid-templates/${t.id}`, undefined, ifMatch(t.version));
  });

  step('a file comes back as it went, and a broken one names its cells', async () => {
    await panel().getByRole('button', { name: 'More' }).click();
    const file = await download(page, () => page.getByRole('menuitem', { name: 'Export as CSV' }).click());
    const text = file.bytes.toString('utf8');
    assert.match(file.name, /^sim-dam_.*_bids\.csv$/);
    const before = await ownBids();
    const give = (content) =>
      page
        .getByTestId('bid-file')
        .setInputFiles({ name: 'b.csv', mimeType: 'text/csv', buffer: Buffer.from(content) });
    await give(text);
    await page.getByText('2 bids read from the file').waitFor();
    assert.deepEqual(await ownBids(), before);
    await give(text.replaceAll(',W2,', ',Nowhere,'));
    await page.getByTestId('file-faults').getByText('row 2, column area').waitFor();
    await screenshot(page, 'bids-file-faults');
    await assertAccessible(page, 'the faults of a file');
    assert.deepEqual(await ownBids(), before);
    await page.keyboard.press('Escape');
  });

  step('the auction clears with them and says why', async () => {
    for (const bid of (await ownBids()).items.slice(0, 1))
      await api.call('POST', `/bids/${bid.id}/cancel`, undefined, ifMatch(bid.version));
    const [bid] = (await ownBids()).items.filter((b) => b.state !== 'withdrawn');
    await api.create(`/bids/${bid.id}/submit`, undefined, ifMatch(bid.version));
    await sandbox.advanceUntil('sim-dam', 'published');
    const outcomes = (await api.get(`/bids/${bid.id}/block-outcomes`)).items;
    assert.deepEqual(
      outcomes.map((o) => o.blockOrder),
      ['B1', 'B2'],
    );
    assert.equal(outcomes[0].decision, 'accepted');
    const awards = (await api.get(`/bids/${bid.id}/awards`)).items;
    assert.equal(awards.length, 12);
    await page.goto(`${page.url().split('?')[0]}?bid=${bid.id}`);
    await page.getByTestId('blotter').getByRole('button', { name: PLANT }).last().click();
    await page.getByTestId('block-orders').getByText('Accepted:').first().waitFor();
    await screenshot(page, 'bids-decided-dark');
    await useTheme(page, 'light');
    await screenshot(page, 'bids-decided-light');
    await assertAccessible(page, 'decided block orders');
    assert.deepEqual(page.errors, []);
  });
});
