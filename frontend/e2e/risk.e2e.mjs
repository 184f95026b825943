// Limits and four eyes: a limit and a policy are made, a large bid asks for approval, somebody else gives it.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  chooseAsset,
  noBrowser,
  pasteIntoGrid,
  screenshot,
  signIn,
  story,
  useTheme,
  validBid,
  visitor,
} from './browser.mjs';
import { Api, ifMatch, TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const OWNER = 'owner@demo.optibid.local';
const PLANT = 'Limited plant';
const NAME = `Desk volume ${Date.now()}`;
const day = (megawatts) => Array.from({ length: 96 }, () => `2000\t${megawatts}`).join('\n');

describe('risk limits and four eyes', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let api;
  let sandbox;
  let asset;
  let auction;
  let owner;
  let trader;
  let boss;
  const step = story('risk', () => boss);

  before(async () => {
    ({ api, page: trader, asset, exchange: sandbox } = await desk.open(plant(PLANT, 'thermal', 200)));
    owner = await Api.as(OWNER);
    await sandbox.advanceUntil('sim-dam', 'open');
    auction = await sandbox.auction('sim-dam');
    boss = await visitor(desk.browser);
    await sandbox.chosenBy(trader);
    await sandbox.chosenBy(boss);
  });

  after(async () => {
    const policy = await owner.get('/approval-policy');
    await owner.call('PUT', '/approval-policy', {}, ifMatch(policy.version));
    for (const l of (await owner.get('/risk-limits?limit=200')).items.filter((one) => one.name === NAME))
      await owner.call('DELETE', `/risk-limits/${l.id}`, undefined, ifMatch(l.version));
    await desk.close();
  });

  const row = () => boss.getByTestId('risk-limits').getByRole('row').filter({ hasText: NAME });

  step('a limit with faults shows each at its field', async () => {
    await signIn(boss, OWNER, '/risk');
    await boss.getByRole('button', { name: 'New limit' }).click();
    await boss.getByRole('button', { name: 'Save limit' }).click();
    await boss.locator('[aria-invalid="true"]').nth(1).waitFor();
    assert.equal(await boss.getByLabel('Name').getAttribute('aria-invalid'), 'true');
    await assertAccessible(boss, 'the form with faults');
    await screenshot(boss, '70-risk-faults');
  });

  step('a limit and a policy are made', async () => {
    await boss.getByLabel('Name').fill(NAME);
    await boss.getByLabel('Limit, MWh').fill('240');
    await boss.getByLabel('First delivery day').fill(auction.deliveryDay);
    await boss.getByLabel('Last delivery day').fill(auction.deliveryDay);
    await boss.getByRole('button', { name: 'Save limit' }).click();
    await row().getByText('240.000 MWh').waitFor();
    await boss.getByLabel('Volume of a bid, MWh').fill('100');
    await boss.getByRole('button', { name: 'Save policy' }).click();
    await boss.getByText('A bid above 100.000 MWh must be approved').waitFor();
  });

  step('a bid above the policy asks for approval', async () => {
    await signIn(trader, TRADER, `/auctions/${auction.id}`);
    await trader.getByTestId('bid-panel').waitFor();
    await chooseAsset(trader, PLANT);
    await pasteIntoGrid(trader, day(5));
    await validBid(trader);
    await trader.getByTestId('bid-panel').getByRole('button', { name: 'Submit' }).click();
    await trader.getByText('somebody else must approve it').first().waitFor();
    await screenshot(trader, '71-risk-ask');
    await trader.getByRole('button', { name: 'Ask for approval' }).click();
    await trader.getByTestId('bid-state').filter({ hasText: 'pending approval' }).waitFor();
    await assertAccessible(trader, 'a bid that waits for approval');
  });

  step('its author cannot approve it', async () => {
    await trader.goto(new URL('/approvals', trader.url()).href);
    await choose(trader);
    await trader.getByText('You wrote this version; somebody else must approve it.').waitFor();
    assert.equal(await trader.getByRole('button', { name: 'Approve and submit' }).count(), 0);
  });

  const choose = async (page) => {
    await page.getByTestId('approval-queue').waitFor();
    await page.getByRole('combobox', { name: 'Bid' }).click();
    await page.getByRole('option').filter({ hasText: PLANT }).last().click();
    await page.getByTestId('approval').waitFor();
  };

  for (const theme of ['dark', 'light'])
    step(`the approver sees limits and the difference (${theme})`, async () => {
      await useTheme(boss, theme);
      await boss.getByRole('link', { name: 'Approvals' }).click();
      await choose(boss);
      const limits = boss.getByTestId('approval-limits').getByRole('row').filter({ hasText: NAME });
      await limits.getByText('50.00 %').waitFor();
      await boss.getByTestId('approval').getByText('120.000 MWh').waitFor();
      await boss
        .getByTestId('expected')
        .filter({ hasText: /₹[\d,]+\.\d\d/ })
        .waitFor();
      await boss.getByText(/cleared prices of sim-dam W2, .*, shared exchange/).waitFor();
      await assertAccessible(boss, `approvals, ${theme}`);
      await screenshot(boss, `72-approvals-${theme}`);
    });

  step('a rejection needs a reason', async () => {
    await boss.getByRole('button', { name: 'Reject' }).click();
    await boss.getByText('Say why, for whoever wrote the bid.').waitFor();
  });

  step('somebody else approves, and the limit is used', async () => {
    await boss.getByRole('button', { name: 'Approve and submit' }).click();
    await boss.getByText('Approved and submitted').waitFor();
    await boss.getByRole('link', { name: 'Risk' }).click();
    await row().getByText('50.00 %').waitFor();
  });

  step('what the limit has no room for is refused by name', async () => {
    const bid = (megawatts) => ({
      auctionId: auction.id,
      assetId: asset.id,
      areaCode: 'W2',
      side: 'sell',
      blocks: Array.from({ length: 96 }, (_, i) => ({
        block: i + 1,
        points: [{ price: 2000, quantity: megawatts }],
      })),
    });
    const submit = async (megawatts) => {
      const made = await api.create('/bids', bid(megawatts));
      return api.create(`/bids/${made.id}/submit`, undefined, ifMatch(made.version));
    };
    assert.equal((await submit(4)).state, 'approved');
    await assert.rejects(
      submit(2),
      /limit_exceeded.*240 MWh a day; 216 MWh are used and this bid needs 48 MWh/s,
    );
  });

  for (const theme of ['dark', 'light'])
    step(`the limits have no axe violation (${theme})`, async () => {
      await useTheme(boss, theme);
      await boss.reload();
      await row().getByText('90.00 %').waitFor();
      await assertAccessible(boss, `risk, ${theme}`);
      await screenshot(boss, `73-risk-${theme}`);
    });
});
