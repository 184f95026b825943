// One browser for a whole file of tests. BASE_URL is the running frontend, API_URL the API behind it.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { test } from 'node:test';
import { chromium } from 'playwright-core';

export const base = (process.env.BASE_URL ?? 'http://localhost:3000').replace(/\/$/, '');
export const password = process.env.OPTIBID_DEMO_PASSWORD || 'optibid-demo';
const shots = process.env.SCREENSHOTS;
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Reason to skip, or false: the browser is Debian's package, which not every machine has. */
export const noBrowser = existsSync(executablePath)
  ? false
  : `no Chromium at ${executablePath} (set CHROMIUM)`;

export const launch = () =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });

/** A fresh profile: own cookies, own storage; collects what went wrong in the page. */
export async function visitor(browser, { width = 1440, height = 900, theme = 'dark' } = {}) {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: Number(process.env.SCALE ?? 1),
    // what fades in has no colours yet, and a check cannot see that a fade is about to begin
    reducedMotion: 'reduce',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: base });
  await context.addInitScript((scheme) => {
    if (!localStorage.getItem('mantine-color-scheme-value'))
      localStorage.setItem('mantine-color-scheme-value', scheme);
  }, theme);
  const page = await context.newPage();
  page.setDefaultTimeout(40_000);
  page.errors = [];
  page.on('pageerror', (e) => page.errors.push(e.message));
  // What the server refused the page for its role: a page must not ask for it.
  page.refused = [];
  page.on('response', (r) => {
    if (r.status() === 403) page.refused.push(r.url());
  });
  page.asked = new Set();
  page.on('request', (r) => page.asked.add(r));
  for (const end of ['requestfinished', 'requestfailed']) page.on(end, (r) => page.asked.delete(r));
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) page.asked.clear();
  });
  return page;
}

/** A fresh profile whose owner has signed in and looks at a path. */
export async function signedIn(browser, email, path) {
  const page = await visitor(browser);
  await signIn(page, email, path);
  return page;
}

export async function signIn(page, email, path = '/auctions') {
  await page.goto(`${base}${path}`);
  await page.getByLabel('E-mail').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
}

/** Waits until the page has every answer it asked for; a page that follows a market never idles. */
export async function answered(page) {
  const deadline = Date.now() + 15_000;
  for (let none = 0; none < 3; none = page.asked.size === 0 ? none + 1 : 0) {
    assert.ok(Date.now() < deadline, [...page.asked].map((r) => r.url()).join(' '));
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}

export async function screenshot(page, name) {
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  // A picture is a keepsake: a machine too busy to take it fails no test.
  await page.screenshot({ path: join(shots, `${name}.png`) }).catch((e) => console.error(e.message));
}

/** The file that the press of a button gives: its name and its bytes. */
export async function download(page, press) {
  const [file] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

export async function useTheme(page, theme) {
  if ((await page.locator('html').getAttribute('data-mantine-color-scheme')) !== theme)
    await page.getByTestId('theme').click();
  await page.locator(`html[data-mantine-color-scheme="${theme}"]`).waitFor();
}

export async function assertAccessible(page, what) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const list = violations.map(
    (v) =>
      `${v.impact} ${v.id} ×${v.nodes.length}: ${v.nodes
        .slice(0, 3)
        .map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`)
        .join(' | ')}`,
  );
  assert.deepEqual(list, [], `axe on ${what}`);
}

/**
 * The steps of one story, each a test: once one fails, what follows cannot say anything.
 *
 * @param title of the story, for the picture of the page a step failed on
 * @param page answers that page
 */
export function story(title, page) {
  let broken = null;
  return (name, step) =>
    test(name, async (t) => {
      assert.equal(broken, null, 'an earlier step failed');
      try {
        await step(t);
      } catch (e) {
        broken = name;
        await screenshot(page(), `failed-${title}-${name.replace(/\W+/g, '-')}`);
        throw e;
      }
    });
}

/** Chooses the asset of the bid at hand. */
export async function chooseAsset(page, name) {
  await page.getByRole('combobox', { name: 'Asset' }).click();
  await page.getByRole('option', { name }).click();
}

/** Pastes lines of a spreadsheet into the grid of the bid at hand, from a cell "block-column" on. */
export async function pasteIntoGrid(page, text, cell = '0-0') {
  await page.evaluate((lines) => navigator.clipboard.writeText(lines), text);
  await page.locator(`[data-cell="${cell}"]`).click();
  await page.keyboard.press('Control+v');
}

export const validBid = (page) => page.getByTestId('bid-verdict').filter({ hasText: 'Valid' }).waitFor();

export const acknowledgedBid = (page) =>
  page.getByTestId('bid-state').filter({ hasText: 'acknowledged' }).waitFor();

/** The number shown in the element of a test id. */
export const figure = async (page, id) => number(await page.getByTestId(id).textContent());

/** "1,234.50 MWh", "−€12.00" → number. */
export const number = (text) => Number(text.replace('−', '-').replace(/[^\d.-]/g, ''));
