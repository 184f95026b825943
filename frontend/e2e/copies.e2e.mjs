// Yesterday's work used again: a bid cloned into another auction, and a past day's bids copied into today's.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  base,
  noBrowser,
  screenshot,
  useTheme as showTheme,
  signIn,
  story,
} from './browser.mjs';
import { ifMatch, TRADER } from './exchange-api.mjs';
import { haveOutsideAuction, italian, romanDay, withdrawAll } from './outside-desk.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const COAL = 'Copies story imported coal';
const SUN = 'Copies story solar';
const WORKS = 'Copies story works';
const SHRINKS = 'Copies story shrinking works';

describe('bids that are made again', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  const mark = Date.now().toString(36);
  const step = story('copies', () => page);
  const panel = () => page.getByTestId('bid-panel');
  const dialog = (name) => page.getByRole('dialog', { name });
  let page;
  let api;
  let sandbox;
  let dam;
  let past;
  let next;

  before(async () => {
    ({ api, page, exchange: sandbox } = await desk.open(plant(SUN, 'solar', 200)));
    await api.haveAsset({ ...plant(COAL, 'thermal', 30), fuel: 'imported_coal' });
    await sandbox.advanceUntil('sim-dam', 'open');
    await sandbox.advanceUntil('sim-hpdam', 'open');
    dam = await sandbox.auction('sim-dam');
    await sandbox.chosenBy(page);
    // an auction of a real market is open for days: two delivery days stand beside each other
    past = await haveOutsideAuction(romanDay(7));
    next = await haveOutsideAuction(romanDay(8));
    for (const auction of [past, next]) await withdrawAll(api, auction.id);
  });
  after(() => desk.close());

  const bid = (auction, asset, megawatts, label) =>
    api.create('/bids', {
      auctionId: auction.id,
      assetId: asset.id,
      areaCode: asset.areaCode,
      side: 'sell',
      label,
      blocks: [41, 42].map((block) => ({ block, points: [{ price: 90, quantity: megawatts }] })),
    });
  const drafts = async (auction) =>
    (await api.all(`/bids?auctionId=${auction.id}&limit=200`)).filter((b) => b.state !== 'withdrawn');

  step(
    'a bid is cloned to an auction that its asset may not sell in, which is said at the asset',
    async () => {
      const made = await bid(dam, desk.asset, 20, 'morning');
      await signIn(page, TRADER, `/auctions/${dam.id}?bid=${made.id}`);
      await page.getByTestId('bid-state').filter({ hasText: 'draft' }).waitFor();
      await panel().getByRole('button', { name: 'More' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Clone to…' }).press('Enter');
      await dialog('Clone to…').waitFor();
      await dialog('Clone to…').getByRole('combobox', { name: 'To auction' }).fill('HP-DAM');
      // of this sandbox, whatever gates stand open elsewhere
      await page
        .locator('.mantine-Select-group')
        .filter({ hasText: 'Sandbox' })
        .getByRole('option', { name: /^HP-DAM/ })
        .click();
      assert.equal(
        await dialog('Clone to…').getByRole('combobox', { name: 'Asset' }).inputValue(),
        `${SUN}, W2`,
      );
      await dialog('Clone to…').getByRole('button', { name: 'Clone', exact: true }).click();
      await dialog('Clone to…').getByText(`${SUN} may not sell in this market`).waitFor();
      await screenshot(page, 'copies-clone-fault');
      await assertAccessible(page, 'the faults of a clone');
    },
  );

  step('with another asset it becomes a draft there, and opens', async () => {
    await dialog('Clone to…').getByRole('combobox', { name: 'Asset' }).click();
    await page.getByRole('option', { name: COAL }).click();
    await dialog('Clone to…').getByRole('button', { name: 'Clone', exact: true }).click();
    await page.getByTestId('cloned').getByText(`A draft of ${COAL}`).waitFor();
    await screenshot(page, 'copies-cloned');
    await page.keyboard.press('Enter');
    const hpdam = await sandbox.auction('sim-hpdam');
    await page.waitForURL(`**/auctions/${hpdam.id}?bid=*`);
    await page.getByTestId('bid-state').filter({ hasText: 'draft' }).waitFor();
    const [copy] = await drafts(hpdam);
    assert.equal(copy.assetName, COAL);
    assert.deepEqual(
      copy.blocks.map((b) => b.block),
      [41, 42],
    );
  });

  step('a day’s bids are copied all or none, and a fault stands at its bid', async () => {
    const works = await api.haveAsset(italian(WORKS, 100));
    const shrinks = await api.haveAsset(italian(SHRINKS, 80));
    const resize = async (megawatts) => {
      const { id, version, ...rest } = await api.get(`/assets/${shrinks.id}`);
      const { limitsStated, limits, ...input } = rest;
      await api.call('PUT', `/assets/${id}`, { ...input, maxInjectionMw: megawatts }, ifMatch(version));
    };
    await resize(80);
    await bid(past, works, 50, `base ${mark}`);
    await bid(past, shrinks, 80, `too much ${mark}`);
    const gone = await bid(past, works, 10, `taken back ${mark}`);
    await api.call('POST', `/bids/${gone.id}/cancel`, undefined, ifMatch(gone.version));
    await resize(60);
    await page.goto(`${base}/auctions/${next.id}`);
    await page.getByTestId('blotter').getByRole('button', { name: 'Copy from a past day…' }).click();
    const list = page.getByTestId('past-bids');
    await dialog('Copy from a past day…').getByLabel('Delivery day they are of').fill(past.deliveryDay);
    await list.getByLabel(`${WORKS}, sell, 50.0 MW, base ${mark}`).waitFor();
    assert.equal(await list.getByLabel(`taken back ${mark} (withdrawn)`).first().isDisabled(), true);
    await dialog('Copy from a past day…').getByText('2 bids chosen').waitFor();
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    await list
      .getByRole('listitem')
      .filter({ hasText: `too much ${mark}` })
      .getByRole('alert')
      .first()
      .waitFor();
    await page.getByText('Block 41, point 1 quantity').waitFor();
    await dialog('Copy from a past day…').getByText('Nothing was copied').waitFor();
    await screenshot(page, 'copies-day-faults');
    await assertAccessible(page, 'the faults of a copied day');
    assert.deepEqual(await drafts(next), []);
  });

  step('without that bid the rest becomes drafts, and each bid says what became of it', async () => {
    await page.getByTestId('past-bids').getByLabel(`too much ${mark}`).press('Space');
    await page.getByRole('button', { name: 'Copy', exact: true }).click();
    const told = page.getByTestId('copied-bids');
    await told.getByText('1 draft made').waitFor();
    await told.getByText('left out: not chosen').waitFor();
    await told.getByText('left out: withdrawn').first().waitFor();
    await screenshot(page, 'copies-day-dark');
    await assertAccessible(page, 'a copied day');
    assert.deepEqual(
      (await drafts(next)).map((b) => b.label),
      [`base ${mark}`],
    );
    await page.keyboard.press('Enter');
    await page.getByTestId('blotter').getByRole('button', { name: WORKS }).first().waitFor();
    await showTheme(page, 'light');
    await screenshot(page, 'copies-blotter-light');
    assert.deepEqual(page.errors, []);
    for (const auction of [past, next]) await withdrawAll(api, auction.id);
  });
});
