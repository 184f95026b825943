// A file on its way in, out again, by link to somebody outside, and gone.
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
import { TRADER } from './exchange-api.mjs';

const name = `contract ${Date.now()}.txt`;

describe('files', { skip: noBrowser }, () => {
  let browser;
  let page;
  before(async () => {
    browser = await launch();
    page = await signedIn(browser, TRADER, '/files');
  });
  after(() => browser?.close());
  const step = story('files', () => page);
  const row = (of = name) => page.getByTestId('file').filter({ hasText: of });
  const send = (file, content) =>
    page
      .locator('input[type="file"]')
      .setInputFiles({ name: file, mimeType: 'text/plain', buffer: Buffer.from(content) });

  step('a file is kept as what it is for', async () => {
    await page.getByLabel('Kept as').selectOption('contract');
    await send(name, 'Delivery at the node, 5 MW flat.');
    await row().getByRole('cell', { name: 'Contract', exact: true }).waitFor();
    assert.match(await row().textContent(), /Text.*32 B/);
  });

  step('what runs in browsers is refused, whatever its name', async () => {
    await send('report.pdf', '<!doctype html><script>alert(1)</script>');
    await page.getByText(/text\/html, which is not taken here/).waitFor();
    await page.getByRole('button', { name: 'Dismiss' }).click();
  });

  for (const theme of ['dark', 'light'])
    step(`files have no axe violation (${theme})`, async () => {
      await useTheme(page, theme);
      await assertAccessible(page, `files, ${theme}`);
      await screenshot(page, `63-files-${theme}`);
    });

  step('it comes back as it was', async () => {
    const file = await download(page, () => page.getByRole('button', { name: `Download ${name}` }).click());
    assert.equal(file.name, name);
    assert.equal(file.bytes.toString(), 'Delivery at the node, 5 MW flat.');
  });

  step('a link gives it to somebody without a login', async () => {
    await page.getByRole('button', { name: `Link to ${name}` }).click();
    await page.getByRole('button', { name: 'Make link' }).click();
    const link = page.getByLabel('Link', { exact: true });
    await link.waitFor();
    await assertAccessible(page, 'the dialog of a link');
    const answer = await fetch(await link.inputValue());
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get('content-disposition'), /^attachment/);
    assert.equal(await answer.text(), 'Delivery at the node, 5 MW flat.');
    await page.getByRole('button', { name: 'Close' }).click();
  });

  step('deleted, it is gone', async () => {
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await row().waitFor({ state: 'detached' });
  });

  step('nothing went wrong in the window', () => {
    assert.deepEqual(page.errors, []);
  });
});
