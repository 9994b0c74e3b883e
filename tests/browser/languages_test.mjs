// The public pages in Urdu, from right to left: choosing it, a complaint from start to reference
// without JavaScript, and no English left where nobody wrote it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, startBrowser } from './support/browser.mjs'
import { startServer } from './support/server.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ demo: true })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function inUrdu(options = {}) {
  const page = await newVisitor(browser, options)
  await page.goto(address)
  await page.getByRole('link', { name: 'اردو' }).click()
  return page
}

// Sentences of English that are no one's own words: names of councils and services, and what a
// council or a person wrote, are left out by what holds them.
async function englishLeft(page) {
  return page.evaluate(() => {
    const theirs = '[lang="en"], .their-words, .kept-lines, .you-said__said p, .you-said__did p, .govuk-caption-xl, .signing__what, ' +
      '.govuk-generic-header__homepage-link, textarea, script, style, option'
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node.parentElement.closest(theirs)) continue
      const words = node.textContent.replaceAll('Throughline', '').replaceAll('Aldermere Borough Council', '')
      if (/[A-Za-z]{3,}\s+[A-Za-z]{2,}/.test(words)) found.push(words.trim())
    }
    return found
  })
}

// Presses the last button and waits for the page that follows: a form with words asks for the server first.
function pressNext(page) {
  return Promise.all([page.waitForEvent('load'), page.locator('main form button.govuk-button').last().click()])
}

async function check(page, { allowed = [] } = {}) {
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl', page.url())
  assert.equal(await page.locator('html').getAttribute('lang'), 'ur')
  assert.deepEqual((await englishLeft(page)).filter((words) => !allowed.includes(words)), [], page.url())
}

test('someone chooses Urdu and complains, from start to reference, without JavaScript', async () => {
  const page = await inUrdu({ javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  const next = () => page.locator('main form button.govuk-button').last().click()
  const rtl = async () => assert.equal(await page.locator('html').getAttribute('dir'), 'rtl', page.url())
  await page.goto(`${address}/tell-us`)
  await rtl()
  await next()
  await next()
  assert.match(await page.locator('.govuk-error-summary').innerText(), /ایک مسئلہ ہے/)
  await page.locator('input[value="complaint"]').check()
  await next()
  await page.locator('#words').fill('کسی نے واپس فون نہیں کیا۔')
  await next()
  await page.locator('input[value="not_sure"]').check()
  await next()
  await page.locator('input[value="family"]').check()
  await next()
  await page.locator('input[value="email"]').check()
  await next()
  await page.locator('#email').fill('visitor@example.org')
  await next()
  await next()
  await rtl()
  assert.match(await page.locator('main').innerText(), /کسی نے واپس فون نہیں کیا/)
  await next()
  const receipt = await page.locator('.receipt').innerText()
  assert.match(receipt, /^[0-9A-Z-]+$/)
  await page.goto(`${address}/receipt`)
  await page.locator('#receipt').fill(receipt)
  await next()
  assert.match(await page.locator('main').innerText(), /ہم آپ کو بتائیں گے کہ آپ کی شکایت مل گئی/)
  await rtl()
})

test('every page that a visitor opens is Urdu, from right to left, and passes axe', async () => {
  const page = await inUrdu()
  for (const path of ['/', '/tell-us', '/tell-us/kind', '/receipt', '/you-said-we-did', '/good-practice', '/cookies', '/easy-read',
    '/easy-read/safe', '/easy-read/receipt', '/reading-settings', '/paper-form',
    '/privacy', '/no-such-page', '/answer/no-such-survey']) {
    await page.goto(address + path)
    await check(page, { allowed: path === '/good-practice' ? await page.locator('main h2').allInnerTexts() : [] })
    await checkPage(page)
  }
})

test('the questions of Tell us are Urdu one after another', async () => {
  const page = await inUrdu()
  const next = () => pressNext(page)
  await page.goto(`${address}/tell-us`)
  await next()
  for (const choose of ['idea', null, 'not_sure', 'staff', 'no']) {
    await next()
    await check(page, { allowed: await page.locator('#service ~ label, input[name="service"] ~ label').allInnerTexts() })
    await checkPage(page)
    if (choose) await page.locator(`input[value="${choose}"]`).first().check()
    else await page.locator('#words').fill('x')
    await next()
  }
  await check(page)
  await checkPage(page)
})

test('the pictures of easy read are Urdu one after another', async () => {
  const page = await inUrdu()
  const next = () => pressNext(page)
  await page.goto(`${address}/easy-read`)
  await next()
  for (const choose of ['sad', 'none', 'unsafe', null, '4', null, 'person', 'no']) {
    const services = page.url().endsWith('/service') ? await page.locator('.easy-choice__label').allInnerTexts() : []
    await check(page, { allowed: services.map((each) => each.trim()) })
    await checkPage(page)
    if (page.url().endsWith('/safe')) {
      await page.locator('main a.govuk-button').click()
      continue
    }
    if (choose) await page.locator(`input[value="${choose}"]`).first().check({ force: true })
    await next()
  }
  await check(page)
  assert.match(await page.locator('main').innerText(), /میں خود کو محفوظ نہیں/)
  await next()
  await check(page)
  await checkPage(page)
})

test('a page that is only in English says so, and English is a press away', async () => {
  const page = await inUrdu()
  await page.goto(`${address}/accessibility`)
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.match(await page.locator('[lang="ur"][dir="rtl"].govuk-inset-text').innerText(), /صرف انگریزی/)
  await page.goto(`${address}/receipt`)
  await page.getByRole('link', { name: 'English' }).click()
  assert.equal(await page.locator('html').getAttribute('lang'), 'en')
  assert.equal(new URL(page.url()).pathname, '/receipt')
})
