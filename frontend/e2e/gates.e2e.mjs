// Nothing is missed at the gate, and everything can be stopped: a desk submits all that is ready, is warned of
// what is not there, is stopped, and goes on.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  noBrowser,
  screenshot,
  useTheme as showTheme,
  signedIn,
  signIn,
  story,
} from './browser.mjs';
import { Api, TRADER } from './exchange-api.mjs';
import { plant, SandboxDesk } from './sandbox-desk.mjs';

const OWNER = 'owner@demo.optibid.local';
const RIVER = plant('Gate river', 'thermal', 100);

describe('gates in the browser', { skip: noBrowser }, () => {
  const desk = new SandboxDesk();
  let page;
  let auction;
  before(async () => {
    ({ page } = await desk.open(RIVER));
    await releaseAll();
    await desk.exchange.advanceUntil('sim-dam', 'open');
    auction = await desk.exchange.auction('sim-dam');
    await bid('first', 40);
    await bid('second', 40);
    // all three together are more than the plant can give
    await bid('third', 40);
    await desk.exchange.chosenBy(page);
    await signIn(page, TRADER, `/auctions/${auction.id}`);
  });
  after(async () => {
    await releaseAll();
    await desk.close();
  });
  const step = story('gates', () => page);

  step('Shift+S lists what goes and what does not, and nothing is sent by looking', async () => {
    await page.getByTestId('submit-ready').waitFor();
    await page.locator('h1').first().click();
    await page.keyboard.press('Shift+S');
    const list = page.getByTestId('ready-bids');
    await list.getByText('goes').nth(2).waitFor();
    await assertAccessible(page, 'what is ready');
    await screenshot(page, '90-ready');
    assert.deepEqual(await atVenue(), []);
  });

  step('all that fits is submitted, and what does not says why', async () => {
    await page.getByRole('button', { name: 'Submit 3 bids' }).click();
    const list = page.getByTestId('ready-bids');
    await list.getByText('does not go').waitFor();
    assert.equal(await list.getByText('submitted', { exact: true }).count(), 2);
    await list.getByText(/100/).first().waitFor();
    await screenshot(page, '91-submitted');
    await page.getByRole('button', { name: 'Close' }).last().click();
    assert.equal((await atVenue()).length, 2);
  });

  step(
    'while a clock runs, the next gate counts down on every page and warns of what is not there',
    async () => {
      const { minutes } = await setWarnings([1440, 700]);
      assert.deepEqual(minutes, [1440, 700]);
      await clock('running', 1);
      await page.goto(new URL('/prices', page.url()).href);
      const chip = page.getByTestId('next-gates').getByRole('link').first();
      await chip.filter({ hasText: 'DAM' }).filter({ hasText: '1 not there' }).waitFor();
      const first = await chip.locator('b').textContent();
      await page.waitForFunction(
        (seen) => document.querySelector('[data-testid="next-gates"] a b')?.textContent !== seen,
        first,
      );
      // gates of real markets may be near too
      const warning = page
        .getByTestId('gate-warning')
        .filter({ hasText: /1 of 3 bids is not at the venue/ })
        .first();
      await warning.waitFor();
      for (const theme of ['dark', 'light']) {
        await showTheme(page, theme);
        await assertAccessible(page, `a gate that is near, ${theme}`);
        await screenshot(page, `92-gate-warning-${theme}`);
      }
      await warning.getByRole('button', { name: /Dismiss/ }).click();
      await warning.waitFor({ state: 'detached' });
      await clock('paused', 1);
    },
  );

  step('the minutes are one’s own to set', async () => {
    await page.goto(new URL('/notifications', page.url()).href);
    const field = page.getByLabel('Minutes before a gate');
    await field.fill('30, thirty');
    await page.getByRole('button', { name: 'Save gate warnings' }).click();
    await page.getByText('Must be from 1 to 1,440 minutes.').first().waitFor();
    await field.fill('2, 30, 10');
    await page.getByRole('button', { name: 'Save gate warnings' }).click();
    await page.getByText('Gate warnings saved.').waitFor();
    await page.waitForFunction(() =>
      [...document.querySelectorAll('input')].some((i) => i.value === '30, 10, 2'),
    );
  });

  step('the red button says what it will do and wants a word', async () => {
    await page.getByTestId('stop').click();
    await page
      .getByTestId('stop-consequence')
      .getByText(/bids at a venue are withdrawn/)
      .waitFor();
    const stop = page.getByRole('button', { name: 'Stop trading' });
    assert.equal(await stop.isDisabled(), true);
    await page.getByLabel('Reason').fill('The model went wild');
    assert.equal(await stop.isDisabled(), true);
    await page.getByLabel('Type STOP to confirm').fill('stop');
    for (const theme of ['dark', 'light']) {
      await page.evaluate((t) => {
        document.documentElement.setAttribute('data-mantine-color-scheme', t);
      }, theme);
      await assertAccessible(page, `the stop dialog, ${theme}`);
      await screenshot(page, `93-stop-${theme}`);
    }
    await stop.click();
  });

  step('a banner stands on every page, all is withdrawn, and nothing more goes', async () => {
    const banner = page.getByTestId('stop-banner');
    await banner.getByText('The model went wild').waitFor();
    await page
      .getByTestId('stop-progress')
      .getByText(/^Bids: \d+ withdrawn/)
      .waitFor();
    assert.deepEqual(await atVenue(), []);
    await page.goto(new URL(`/auctions/${auction.id}`, page.url()).href);
    await banner.waitFor();
    for (const theme of ['dark', 'light']) {
      await showTheme(page, theme);
      await assertAccessible(page, `a stop that stands, ${theme}`);
      await screenshot(page, `94-stopped-${theme}`);
    }
    const bids = (await desk.api.get(`/bids?auctionId=${auction.id}`)).items;
    const draft = bids.find((b) => b.state === 'draft');
    await assert.rejects(
      desk.api.create(`/bids/${draft.id}/submit`, undefined, { 'If-Match': `"${draft.version}"` }),
      /422.*stopped/,
    );
    // a trader cannot let it go on
    assert.equal(await page.getByRole('button', { name: 'Let trading go on' }).count(), 0);
  });

  step('every member was told', async () => {
    const told = (await (await Api.as(OWNER)).get('/notifications?limit=20')).items;
    assert.ok(told.some((n) => n.kind === 'trading_stop' && n.critical && /is stopped/.test(n.title)));
  });

  step('the owner lets trading go on, and the trader’s page shows it without a reload', async () => {
    const owner = await signedIn(desk.browser, OWNER, '/status');
    await owner.getByRole('button', { name: 'Let trading go on' }).click();
    await owner.getByLabel('Why trading goes on').fill('The model is mended');
    await assertAccessible(owner, 'the release');
    await screenshot(owner, '95-release');
    await owner.getByRole('button', { name: 'Release the stop' }).click();
    await owner.getByTestId('stop-banner').waitFor({ state: 'detached' });
    await page.getByTestId('stop-banner').waitFor({ state: 'detached' });
    const [stop] = (await desk.api.get('/stops?limit=1')).items;
    assert.equal(stop.release.reason, 'The model is mended');
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.refused, []);
  });

  step('a bid after the gate is told by how much it is late', async () => {
    await desk.exchange.advanceUntil('sim-dam', 'closed');
    const late = await fetch(`${process.env.API_URL ?? 'http://localhost:8000'}/api/v1/bids`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${desk.api.token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': crypto.randomUUID(),
      },
      body: JSON.stringify(input('late', 1)),
    });
    const problem = await late.json();
    assert.equal(late.status, 409);
    assert.equal(problem.code, 'gate_closed');
    assert.match(problem.detail, /closed \d\d:\d\d:\d\d\.\d ago at \d\d:\d\d:\d\d IST\./);
    assert.match(problem.lateBy, /^PT/);
    assert.equal(Date.parse(problem.closedAt), Date.parse(auction.gateClosesAt));
  });

  const input = (label, megawatts) => ({
    auctionId: auction.id,
    assetId: desk.asset.id,
    areaCode: 'W2',
    side: 'sell',
    label,
    blocks: [{ block: 1, points: [{ price: 2500, quantity: megawatts }] }],
  });
  const bid = (label, megawatts) => desk.api.create('/bids', input(label, megawatts));
  const atVenue = async () =>
    (await desk.api.get(`/bids?auctionId=${auction.id}`)).items.filter((b) => b.atVenue);

  async function setWarnings(minutes) {
    const { version } = await desk.api.get('/gates/warnings');
    return desk.api.call('PUT', '/gates/warnings', { minutes, sound: true }, { 'If-Match': `"${version}"` });
  }

  async function clock(mode, speed) {
    const { version } = await desk.api.get(`/exchanges/${desk.exchange.id}`);
    await desk.api.call(
      'PUT',
      `/exchanges/${desk.exchange.id}/clock`,
      { mode, speed },
      { 'If-Match': `"${version}"` },
    );
  }

  async function releaseAll() {
    const owner = await Api.as(OWNER);
    for (const stop of (await owner.get('/stops?standing=true')).items)
      await owner.call('DELETE', `/stops/${stop.id}?reason=the+story+begins+or+ends`);
  }
});
