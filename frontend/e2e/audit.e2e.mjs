// The audit trail as its reader sees it, and the shift log from one shift to the next.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  assertAccessible,
  download,
  launch,
  noBrowser,
  screenshot,
  signedIn,
  story,
  useTheme,
} from './browser.mjs';
import { Api, ifMatch, TRADER } from './exchange-api.mjs';
import { plant } from './sandbox-desk.mjs';

const OWNER = 'owner@demo.optibid.local';
const name = `Audited ${Date.now()}`;

describe('audit trail and shift log', { skip: noBrowser }, () => {
  let browser;
  let owner;
  let trader;
  before(async () => {
    browser = await launch();
    owner = await signedIn(browser, OWNER, '/assets');
    trader = await signedIn(browser, TRADER, '/shift-log');
  });
  after(() => browser?.close());
  const step = story('audit', () => owner);

  step('a changed asset stands in the trail with both sides', async () => {
    const asset = plant(name, 'thermal', 40);
    const api = await Api.as(OWNER);
    const { id, version } = await api.create('/assets', asset);
    await api.call('PUT', `/assets/${id}`, { ...asset, maxInjectionMw: 41 }, ifMatch(version));
    await owner.getByRole('link', { name: 'Audit', exact: true }).click();
    await owner.getByLabel('Action begins with').fill('asset.changed');
    await owner.getByLabel('Text in it').fill(name);
    await owner.getByRole('button', { name: 'Search' }).click();
    const entry = owner.getByRole('button', { name: 'asset.changed' }).first();
    await entry.click();
    assert.equal(await entry.getAttribute('aria-expanded'), 'true');
    const difference = owner.getByRole('table', { name: 'What changed' });
    const row = difference.getByRole('row').filter({ hasText: 'maxInjectionMw' });
    await row.waitFor();
    assert.equal(await row.textContent(), 'maxInjectionMw4041');
    await screenshot(owner, '60-audit-difference');
    // sealed a moment later, which the trail shows by itself
    await owner
      .getByRole('cell', { name: /^#\d+$/ })
      .first()
      .waitFor();
  });

  step('the chain is verified on demand and says how far it holds', async () => {
    await owner.getByRole('button', { name: 'Verify now' }).click();
    await owner.getByTestId('chain-verdict').filter({ hasText: 'Chain verified up to #' }).waitFor();
  });

  step('what was found goes into a file that is hashed line by line', async () => {
    await owner.getByRole('button', { name: 'Export what was found' }).click();
    const file = await download(owner, () => owner.getByRole('menuitem', { name: /JSONL/ }).click());
    assert.equal(file.name, 'audit.jsonl');
    const lines = file.bytes.toString().trim().split('\n');
    assert.match(JSON.parse(lines[0]).hash, /^[0-9a-f]{64}$/);
  });

  for (const theme of ['dark', 'light'])
    step(`the trail has no axe violation (${theme})`, async () => {
      await useTheme(owner, theme);
      await assertAccessible(owner, `the audit trail, ${theme}`);
      await screenshot(owner, `61-audit-${theme}`);
    });

  step('a hand-over is written by one and taken by another', async () => {
    await owner.getByRole('link', { name: 'Shift log' }).click();
    await owner.getByLabel('What the next shift has to know').fill(`${name}: unit 2 is back.`);
    await owner.getByText('Hand-over', { exact: true }).click();
    await owner.getByLabel('Keep on top').check();
    await owner.getByRole('button', { name: 'Write', exact: true }).click();
    await owner.getByTestId('shift-entry').filter({ hasText: name }).waitFor();
    await trader.reload();
    const handover = trader.getByTestId('shift-entry').filter({ hasText: name });
    await handover.getByText('Hand-over, not taken yet').waitFor();
    await handover.getByRole('button', { name: 'Acknowledge' }).click();
    await handover.getByText('Taken by').waitFor();
    assert.deepEqual(trader.refused, [], 'a trader asks for nothing it may not have');
  });

  step('a correction stands beside what it corrects', async () => {
    const first = trader.getByTestId('shift-entry').filter({ hasText: `${name}: unit 2` });
    await first.getByRole('button', { name: 'Correct' }).click();
    await trader.getByLabel('What it should say').fill(`${name}: unit 3 is back.`);
    await trader.getByRole('button', { name: 'Write correction' }).click();
    await trader
      .getByTestId('shift-entry')
      .filter({ hasText: `${name}: unit 3` })
      .waitFor();
    await first.getByText('Corrected', { exact: true }).waitFor();
    await first.getByRole('button', { name: 'Unpin' }).click();
    await first.getByRole('button', { name: 'Pin', exact: true }).waitFor();
  });

  for (const theme of ['dark', 'light'])
    step(`the shift log has no axe violation (${theme})`, async () => {
      await useTheme(trader, theme);
      await assertAccessible(trader, `the shift log, ${theme}`);
      await screenshot(trader, `62-shift-log-${theme}`);
    });

  step('nothing went wrong in either window', () => {
    assert.deepEqual([...owner.errors, ...trader.errors], []);
  });
});
