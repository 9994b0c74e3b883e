// Debian's Chromium, driven by playwright-core, with what every journey needs: pages that are
// checked with axe at WCAG 2.2 AA, for width at 320 pixels, and for what the browser complains of.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { chromium } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync']
  })
}

// A fresh visitor. bypassCSP lets axe be injected; a journey about the policy itself turns it off.
export async function newVisitor(browser, options = {}) {
  const context = await browser.newContext({ bypassCSP: true, reducedMotion: 'reduce', ...options })
  context.setDefaultTimeout(10_000)
  const page = await context.newPage()
  page.complaints = []
  page.on('pageerror', (error) => page.complaints.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      page.complaints.push(message.text())
    }
  })
  return page
}

export async function signIn(page, address, email, password) {
  await page.goto(`${address}/sign-in`)
  await page.getByLabel('Email address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

// GOV.UK Frontend says aria-expanded of a radio that reveals a field, which the specification does not
// list and which screen readers announce as its authors mean it. Nothing else is let through.
function isRadioThatReveals(violation) {
  return violation.id === 'aria-allowed-attr' && violation.nodes.every((node) =>
    /govuk-radios__input/.test(node.html) && /aria-expanded/.test(node.html))
}

// The page as it stands passes axe, has one heading of level one and a title of its own, does not
// scroll sideways at 320 pixels, and made the browser complain of nothing.
export async function checkPage(page) {
  const where = new URL(page.url()).pathname
  await page.evaluate(axeSource)
  const result = await page.evaluate(
    (tags) => globalThis.axe.run({ runOnly: { type: 'tag', values: tags } }), standards)
  const violations = result.violations.filter((violation) => !isRadioThatReveals(violation)).map((violation) =>
    `${violation.id}: ${violation.help}: ${violation.nodes.map((node) => node.target.join(' ')).join(', ')}`)
  assert.deepEqual(violations, [], `axe on ${where}`)
  assert.equal(await page.locator('h1').count(), 1, `one h1 on ${where}`)
  assert.notEqual(await page.title(), '', `title of ${where}`)
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 640 })
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  if (size) await page.setViewportSize(size)
  assert.ok(overflow <= 0, `${where} scrolls sideways by ${overflow} pixels at 320`)
  assert.deepEqual(page.complaints, [], `browser's complaints on ${where}`)
}
