// An organisation's ways to real exchanges: made, tested, changed, and seen by whoever may.
import assert from 'node:assert/strict';
import { after, before, describe } from 'node:test';
import {
  answered,
  assertAccessible,
  launch,
  noBrowser,
  screenshot,
  signedIn,
  story,
  useTheme,
} from './browser.mjs';
import { TRADER } from './exchange-api.mjs';

const OWNER = 'owner@demo.optibid.local';
const FOLDER = `story-${Date.now()}`;

describe('connections in the browser', { skip: noBrowser }, () => {
  let browser;
  let page;
  const test = story('connections', () => page);

  before(async () => {
    browser = await launch();
    page = await signedIn(browser, OWNER, '/connections');
  });
  after(() => browser?.close());

  test('says every fault of a new connection at its field', async () => {
    await page.getByRole('heading', { name: 'Connections', level: 1 }).waitFor();
    await answered(page);
    const old = page.getByRole('button', { name: 'Delete pxil' });
    if (await old.count()) {
      await old.click();
      await old.waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'New connection' }).click();
    const form = page.getByRole('form', { name: 'New connection' });
    await form.getByRole('combobox', { name: 'Exchange' }).click();
    await page.getByRole('option', { name: 'Power Exchange India' }).click();
    await form.getByLabel('Folder').fill('../elsewhere');
    await form.getByRole('button', { name: 'Save connection' }).click();
    await form.getByText('Takes letters, digits, - and _ only.').waitFor();
    await form.getByText('A connection of this kind needs it.').waitFor();
    await screenshot(page, 'connections-faults');
  });

  test('makes one, and tests it', async () => {
    const form = page.getByRole('form', { name: 'New connection' });
    await form.getByLabel('Member id').fill('M-17');
    await form.getByLabel('Folder').fill(FOLDER);
    await form.getByRole('button', { name: 'Save connection' }).click();
    const row = page.getByTestId('connections').getByRole('row', { name: /PXIL/ });
    await row.getByText('Not used yet').waitFor();
    await row.getByRole('button', { name: 'Test pxil' }).click();
    await page.getByText('The drop folder is there and can be written to.').waitFor();
    await page.getByTestId('connection-faults').getByText('No faults').first().waitFor();
    await screenshot(page, 'connections-dark');
    await assertAccessible(page, 'connections');
    await useTheme(page, 'light');
    await screenshot(page, 'connections-light');
  });

  test('switches it off', async () => {
    await page.getByRole('button', { name: 'Change pxil' }).click();
    const form = page.getByRole('form', { name: 'Change pxil' });
    await form.getByLabel('On', { exact: true }).uncheck();
    await form.getByRole('button', { name: 'Save connection' }).click();
    const row = page.getByTestId('connections').getByRole('row', { name: /PXIL/ });
    await row.getByText('Off', { exact: true }).waitFor();
  });

  test('shows a trader how it is, and nothing to change it with', async () => {
    const trader = await signedIn(browser, TRADER, '/connections');
    await trader.getByTestId('connections').getByRole('row', { name: /PXIL/ }).waitFor();
    assert.equal(await trader.getByRole('button', { name: 'New connection' }).count(), 0);
    assert.equal(await trader.getByRole('button', { name: 'Change pxil' }).count(), 0);
    assert.deepEqual(trader.refused, [], 'asked for what the role may not see');
    await trader.context().close();
  });
});
