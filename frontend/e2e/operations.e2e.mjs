// Events made into something people see: what happened to a bid, and what could not be delivered.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  base,
  noBrowser,
  screenshot,
  signedIn,
  signIn,
  story,
  useTheme,
} from './browser.mjs';
import { ifMatch, TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const OPERATOR = 'market@platform.optibid.local';
const ASSET = 'Activity test thermal';

describe('activity and operations in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let api;
  let dam;
  let bid;
  const test = story('operations', () => page);

  before(async () => {
    ({ api, page } = await desk.open(plant(ASSET, 'thermal', 100)));
    await desk.exchange.advanceUntil('sim-dam', 'open');
    dam = await desk.exchange.auction('sim-dam');
    bid = await api.create('/bids', {
      auctionId: dam.id,
      assetId: desk.asset.id,
      areaCode: 'W2',
      side: 'sell',
      blocks: [{ block: 1, points: [{ price: 2500, quantity: 10 }] }],
    });
    await desk.exchange.chosenBy(page);
  });
  after(() => desk.close());

  test('shows who drafted a bid, and its submission as it happens', async () => {
    await signIn(page, TRADER, `/auctions/${dam.id}`);
    await page.getByTestId('blotter').getByText('Activity', { exact: true }).click();
    const activity = page.getByTestId('activity');
    await activity.getByText('drafted bid v1').waitFor();
    await activity.getByRole('rowheader', { name: 'Trader of' }).first().waitFor();
    await api.create(`/bids/${bid.id}/submit`, undefined, ifMatch(bid.version));
    await activity.getByText('submitted bid v1').waitFor();
    assert.equal(await activity.getByRole('row').count(), 3, 'a head and two lines');
    await screenshot(page, 'activity-auction');
    await assertAccessible(page, 'activity of an auction');
  });

  test('leads from the desk to the auction', async () => {
    await page.goto(`${base}/desk`);
    await page.getByTestId('day-blotter').getByText('Activity', { exact: true }).click();
    const line = page.getByTestId('activity').getByRole('link', { name: 'submitted bid v1' }).first();
    await line.waitFor();
    await screenshot(page, 'activity-desk');
    await line.click();
    await page.waitForURL(`**/auctions/${dam.id}`);
  });

  test('offers operations to the platform’s operator alone', async () => {
    assert.equal(await page.getByRole('link', { name: 'Operations' }).count(), 0);
    const operator = await signedIn(desk.browser, OPERATOR, '/operations');
    await operator.getByRole('heading', { name: 'Operations', level: 1 }).waitFor();
    await operator
      .getByTestId('dead-letters')
      .getByText(/No dead letters|Failing since/)
      .first()
      .waitFor();
    await screenshot(operator, 'operations-dark');
    await assertAccessible(operator, 'operations');
    await useTheme(operator, 'light');
    await screenshot(operator, 'operations-light');
    assert.deepEqual(operator.refused, [], 'asked for what the role may not see');
    await operator.context().close();
  });
});
