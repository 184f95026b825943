// Events made into something people see: what happened to a bid, and what could not be delivered.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  base,
  launch,
  noBrowser,
  screenshot,
  signIn,
  story,
  useTheme,
  visitor,
} from './browser.mjs';
import { Api, Sandbox, TRADER } from './exchange-api.mjs';

const OPERATOR = 'market@platform.optibid.local';
const ASSET = 'Activity test thermal';

describe('activity and operations in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  let api;
  let exchange;
  let dam;
  let bid;
  const test = story('operations', () => page);

  before(async () => {
    api = await Api.as(TRADER);
    await api.haveAsset({
      name: ASSET,
      type: 'thermal',
      marketCode: 'sim-dam',
      areaCode: 'W2',
      maxInjectionMw: 100,
      maxWithdrawalMw: 0,
    });
    exchange = await Sandbox.make(api);
    await exchange.advanceUntil('sim-dam', 'open');
    dam = await exchange.auction('sim-dam');
    const asset = (await api.all('/assets?limit=200')).find((a) => a.name === ASSET);
    bid = await api.create('/bids', {
      auctionId: dam.id,
      assetId: asset.id,
      areaCode: 'W2',
      side: 'sell',
      blocks: [{ block: 1, points: [{ price: 2500, quantity: 10 }] }],
    });
    browser = await launch();
    page = await visitor(browser);
    await exchange.chosenBy(page);
  });
  after(async () => {
    await browser?.close();
    await exchange?.end();
  });

  test('shows who drafted a bid, and its submission as it happens', async () => {
    await signIn(page, TRADER, `/auctions/${dam.id}`);
    await page.getByTestId('blotter').getByText('Activity', { exact: true }).click();
    const activity = page.getByTestId('activity');
    await activity.getByText('drafted bid v1').waitFor();
    await activity.getByRole('rowheader', { name: 'Trader of' }).first().waitFor();
    await api.create(`/bids/${bid.id}/submit`, undefined, { 'If-Match': `"${bid.version}"` });
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
    const operator = await visitor(browser);
    await signIn(operator, OPERATOR, '/operations');
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
