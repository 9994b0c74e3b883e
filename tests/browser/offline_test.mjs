// A phone without a connection: what was written stays on the page, the browser has one page of ours to
// show, and keeps nothing of anybody's.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

// Everything that the browser keeps, by path.
const kept = (page) => page.evaluate(async () => {
  const paths = []
  for (const name of await globalThis.caches.keys()) {
    for (const request of await (await globalThis.caches.open(name)).keys()) paths.push(new URL(request.url).pathname)
  }
  return paths
})

// What the browser says of requests that had no connection is what the test is about.
const withoutNetworkComplaints = (page) => {
  page.complaints = page.complaints.filter((each) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(each))
}

story('a phone that loses its connection loses no words', async (step) => {
  const page = await newVisitor(browser)
  const words = 'The visit came two hours late and nobody rang.'

  await step('the browser learns what to do without a connection', async () => {
    await page.goto(address)
    await page.evaluate(() => navigator.serviceWorker.ready)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    for (const path of await kept(page)) assert.match(path, /^\/(offline|static\/.+)$/)
    assert.ok((await kept(page)).includes('/offline'))
  })

  await step('words that cannot be sent stay on the page, which says why', async () => {
    await page.goto(`${address}/tell-us`)
    await page.getByRole('button', { name: 'Start now' }).click()
    await page.getByRole('radio', { name: 'Complaint' }).check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('#words').fill(words)
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('What you wrote is still here').waitFor()
    assert.equal(await page.locator('#words').inputValue(), words)
    await checkPage(page)
  })

  await step('they are sent when there is a connection again', async () => {
    await page.context().setOffline(false)
    await page.getByText('What you wrote is still here').waitFor({ state: 'hidden' })
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByRole('radio', { name: 'Home care' }).waitFor()
  })

  await step('a server that is out of reach is noticed though the browser thinks it is connected', async () => {
    await page.goBack()
    await page.locator('#words').fill(`${words} Twice.`)
    // As if the words had taken a minute.
    await page.evaluate(() => { performance.now = () => 60_000 })
    await page.evaluate(() => { globalThis.fetch = () => Promise.reject(new TypeError('no way there')) })
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('What you wrote is still here').waitFor()
    assert.equal(await page.locator('#words').inputValue(), `${words} Twice.`)
  })

  await step('choices are not lost either', async () => {
    await page.goto(`${address}/tell-us/kind`)
    await page.getByRole('radio', { name: 'Concern' }).check()
    await page.context().setOffline(true)
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByText('What you wrote is still here').waitFor()
    assert.ok(await page.getByRole('radio', { name: 'Concern' }).isChecked())
  })

  await step('any other page says that there is no connection, and can be tried again', async () => {
    await page.goto(`${address}/privacy`)
    await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
    assert.equal(await page.evaluate(() => getComputedStyle(document.querySelector('h1')).fontWeight), '700', 'it has its style')
    withoutNetworkComplaints(page)
    await checkPage(page)
    await page.context().setOffline(false)
    await page.getByRole('link', { name: 'Try again' }).click()
    await page.getByRole('heading', { level: 1, name: /privacy/i }).waitFor()
  })

  await step('nothing of somebody who signs in is kept, nor shown to whoever has the phone next', async () => {
    await signIn(page, address, emailOf('officer'), password)
    await page.goto(`${address}/cases`)
    for (const path of await kept(page)) assert.match(path, /^\/(offline|static\/.+)$/)
    await page.context().setOffline(true)
    await page.goto(`${address}/cases`)
    await page.getByRole('heading', { level: 1, name: 'You are offline' }).waitFor()
    assert.doesNotMatch(await page.content(), /Olive Farrow|Sign out/)
  })
})
