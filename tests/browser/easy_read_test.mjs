// Telling us with pictures: a complaint and a compliment, without JavaScript, on a narrow screen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, startBrowser } from './support/browser.mjs'
import { press } from './support/forms.mjs'
import { startServer } from './support/server.mjs'

let server
let browser

before(async () => {
  server = await startServer({ roles: ['officer'] })
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

// Picks by words, as someone who hears the page would; checks the page in the browser with scripts.
async function pick(page, check, ...words) {
  if (check) await checkPage(page)
  for (const each of words) await page.getByLabel(each).check({ force: true })
  await press(page, 'Next')
}

async function tell(page, check) {
  await page.goto(`${server.address}/easy-read`)
  if (check) await checkPage(page)
  await press(page, 'Start')
  await pick(page, check, 'Something bad happened')
  await pick(page, check, 'Home care')
  await pick(page, check, 'They came late.', 'I do not feel safe.')
  if (check) await checkPage(page)
  assert.match(await page.locator('main').innerText(), /ring 999/)
  await page.getByRole('button', { name: 'Go on telling us' }).click()
  await pick(page, check, 'I felt bad.')
  await page.locator('#words').fill('It was dark when they came.')
  await pick(page, check)
  await pick(page, check, 'I get care or support')
  await pick(page, check, 'No. Do not ask who I am')
  if (check) await checkPage(page)
  assert.match(await page.locator('main').innerText(), /They came late\.\s+I do not feel safe\./)
  await press(page, 'Yes, send it')
  if (check) await checkPage(page)
  const pieces = await page.locator('.easy-reference__piece').allInnerTexts()
  assert.equal(pieces.length, 4)
  return pieces.join('-')
}

test('someone complains with pictures and sees where it has got to', async () => {
  const page = await newVisitor(browser)
  const reference = await tell(page, true)
  await page.goto(`${server.address}/easy-read/receipt`)
  await checkPage(page)
  await page.getByLabel('Your reference').fill(reference)
  await press(page, 'Show me')
  await checkPage(page)
  assert.match(await page.locator('main').innerText(), /A person will look at it/)
})

test('it works without JavaScript on a narrow screen', async () => {
  const page = await newVisitor(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
  assert.match(await tell(page, false), /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/)
})

test('a compliment needs one choice', async () => {
  const page = await newVisitor(browser, { javaScriptEnabled: false })
  await page.goto(`${server.address}/easy-read`)
  await press(page, 'Start')
  await pick(page, false, 'Something good happened')
  for (let step = 0; step < 6; ++step) await press(page, 'Next')
  await press(page, 'Yes, send it')
  assert.match(await page.locator('main').innerText(), /They say thank you to the people who helped you/)
})
