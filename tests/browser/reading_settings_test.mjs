// Reading settings: chosen without JavaScript, kept, and on every page; contrast in every scheme, twice
// the size at 320 pixels, pages for listening; and reading aloud, where the browser has a voice.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { press } from './support/forms.mjs'
import { demoPeople, startServer } from './support/server.mjs'

let server
let browser

before(async () => {
  server = await startServer()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const publicPages = ['/', '/tell-us', '/tell-us/kind', '/easy-read', '/easy-read/about', '/easy-read/safe', '/receipt',
  '/paper-form', '/reading-settings', '/cookies', '/you-said-we-did', '/assessment', '/information', '/no-such-page']
const staffPages = ['/home', '/cases', '/complaints', '/cases/CASE-1', '/measures/MEASURE-1', '/statements', '/voices']

async function visitorWith(setting, options = {}) {
  const page = await newVisitor(browser, options)
  await page.context().addCookies([{ name: 'reading', value: setting, url: server.address }])
  return page
}

async function overflowAt(page, width) {
  await page.setViewportSize({ width, height: 800 })
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

test('someone chooses how pages look, without JavaScript, and goes back to standard', async () => {
  const page = await newVisitor(browser, { javaScriptEnabled: false })
  await page.goto(`${server.address}/tell-us`)
  await page.getByRole('link', { name: 'Reading settings' }).click()
  await page.getByRole('radio', { name: 'Larger', exact: true }).check()
  await page.getByRole('radio', { name: 'Yellow on black' }).check()
  await page.getByRole('checkbox', { name: 'More room between letters, words and lines' }).check()
  await press(page, 'Use these settings')
  assert.match(await page.locator('main').innerText(), /Your reading settings are on/)
  await page.goto(`${server.address}/receipt`)
  assert.match(await page.locator('html').getAttribute('class'), /read-150 read-colours read-yellow-on-black read-spaced/)
  await page.goto(`${server.address}/no-such-page`)
  assert.match(await page.locator('html').getAttribute('class'), /read-150/)
  await page.goto(`${server.address}/reading-settings`)
  assert.ok(await page.getByRole('radio', { name: 'Yellow on black' }).isChecked())
  await press(page, 'Back to standard')
  assert.equal(await page.locator('html').getAttribute('class'), 'govuk-template')
})

for (const colours of ['black-on-yellow', 'yellow-on-black', 'dark']) {
  test(`pages have contrast enough in ${colours}, twice the size, spaced, at 320 pixels too`, async () => {
    const page = await visitorWith(`200.${colours}.spaced`)
    for (const path of publicPages) {
      await page.goto(server.address + path)
      await checkPage(page)
    }
    const person = demoPeople(server.database).officer
    await signIn(page, server.address, person.email, person.password)
    for (const path of staffPages) {
      await page.goto(server.address + path)
      await checkPage(page)
    }
  })
}

test('pages hold together in the colours that a device forces', async () => {
  const page = await newVisitor(browser, { forcedColors: 'active' })
  for (const path of ['/', '/easy-read/about', '/reading-settings']) {
    await page.goto(server.address + path)
    assert.equal(await overflowAt(page, 320), 0, path)
  }
  await page.goto(`${server.address}/easy-read`)
  const ground = await page.locator('.picture').first().evaluate((each) => getComputedStyle(each).backgroundColor)
  assert.equal(ground, 'rgb(255, 255, 255)')
})

test('a page for listening has sentences where there were tables', async () => {
  const page = await visitorWith('listening')
  for (const path of publicPages) {
    await page.goto(server.address + path)
    await checkPage(page)
    assert.equal(await page.locator('table').count(), 0, path)
  }
  await page.goto(`${server.address}/cookies`)
  assert.match(await page.locator('main').innerText(), /Name: reading\.\s+What it is for: Keeps how you like/)
})

// A browser that speaks, as far as a page can tell: it says what it was given and ends at once.
function speakingBrowser(language) {
  const said = []
  globalThis.said = said
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text }
  }
  const speech = Object.assign(new EventTarget(), {
    paused: false,
    getVoices: () => [{ lang: language, name: 'A voice' }],
    speak(utterance) {
      said.push(utterance.text.trim())
      setTimeout(() => utterance.dispatchEvent(new Event('end')), 0)
    },
    cancel() {}, pause() { this.paused = true }, resume() { this.paused = false }
  })
  Object.defineProperty(globalThis, 'speechSynthesis', { value: speech })
}

test('a page is read aloud in its order, where there is a voice for its language', async () => {
  const page = await newVisitor(browser)
  await page.addInitScript(speakingBrowser, 'en-GB')
  await page.goto(`${server.address}/easy-read`)
  await checkPage(page)
  await press(page, 'Read this page aloud')
  await page.waitForFunction(() => globalThis.said.includes('Use the form without pictures'))
  const said = await page.evaluate(() => globalThis.said)
  assert.equal(said[0], 'Tell us with pictures')
  assert.ok(said.indexOf('You can tell us about good things.') < said.indexOf('Did you tell us before?'))
  assert.ok(!said.some((each) => /Cookies|Staff sign in|Skip to main/.test(each)), 'nothing of what stands round it')
  await page.getByRole('button', { name: 'Read this page aloud' }).waitFor()
})

test('there is no button without a voice, and none for what staff work with', async () => {
  const page = await newVisitor(browser)
  await page.addInitScript(speakingBrowser, 'fr-FR')
  await page.goto(`${server.address}/easy-read`)
  assert.equal(await page.getByRole('button', { name: 'Read this page aloud' }).count(), 0)
  const officer = await newVisitor(browser)
  await officer.addInitScript(speakingBrowser, 'en-GB')
  const person = demoPeople(server.database).officer
  await signIn(officer, server.address, person.email, person.password)
  await officer.goto(`${server.address}/cases/CASE-1`)
  assert.equal(await officer.getByRole('button', { name: 'Read this page aloud' }).count(), 0)
  await officer.goto(`${server.address}/information`)
  await officer.getByRole('button', { name: 'Read this page aloud' }).waitFor()
})
