// By keyboard alone: Tab, Space, Enter and the arrows. What has the focus is always to be seen.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { tellUs } from './support/tell_us.mjs'

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

const focused = (page) => page.evaluate(() => {
  const at = document.activeElement
  const style = getComputedStyle(at)
  const around = getComputedStyle(at.nextElementSibling ?? at, '::before')
  return {
    id: at.id,
    name: (at.labels?.[0]?.textContent ?? at.textContent ?? '').trim().replace(/\s+/g, ' '),
    type: at.type ?? at.tagName.toLowerCase(),
    group: at.name ?? '',
    inBody: at !== document.body,
    shown: style.outlineStyle !== 'none' || style.boxShadow !== 'none' || around.boxShadow !== 'none'
  }
})

// Tabs on until what is asked for has the focus; every stop on the way must be visible.
async function tabTo(page, wanted, most = 60) {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.inBody) assert.ok(at.shown, `the focus on “${at.name}” of ${page.url()} cannot be seen`)
    if (wanted(at)) return at
  }
  throw new Error(`not reached by Tab on ${page.url()}`)
}
const named = (name) => (at) => at.name === name
const inGroup = (group) => (at) => at.group === group

// Into a group of radios, then down it with the arrows to the label that is asked for.
async function choose(page, group, label) {
  await tabTo(page, inGroup(group))
  await page.keyboard.press('Space')
  for (let moves = 0; moves < 30; moves += 1) {
    if ((await focused(page)).name === label) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`${label} not reached with the arrows`)
}

async function proceed(page, name = 'Continue') {
  await tabTo(page, named(name))
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

test('the first Tab offers to skip to the main content, and does', async () => {
  const page = await newVisitor(browser)
  await page.goto(address)
  await page.keyboard.press('Tab')
  assert.equal((await focused(page)).name, 'Skip to main content')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main-content')
  await page.keyboard.press('Tab')
  assert.ok(await page.evaluate(() => document.activeElement.closest('main') !== null), 'the next stop is inside main')
})

test('someone tells us, from the start page to the reference, without a mouse', async () => {
  const page = await newVisitor(browser)
  await page.goto(address)
  await proceed(page, 'Tell us')
  await proceed(page, 'Start now')
  await choose(page, 'kind', 'Concern')
  await proceed(page)
  await tabTo(page, (at) => at.id === 'words')
  await page.keyboard.type('The phone rings and rings.')
  await proceed(page)
  await choose(page, 'service', 'Home care')
  await proceed(page)
  await choose(page, 'relationship', 'I am a neighbour or I live in the area')
  await proceed(page)
  await choose(page, 'contact_by', 'By email')
  await proceed(page)
  await tabTo(page, (at) => at.id === 'email')
  await page.keyboard.type('neighbour@example.org')
  await proceed(page)
  await proceed(page, 'Skip these questions')
  assert.match(await page.locator('main').innerText(), /The phone rings and rings/)
  await proceed(page, 'Send')
  assert.match(await page.locator('.receipt').textContent(), /^\w{4}(-\w{4}){3}$/)
})

test('a mistake moves the focus to the error summary, whose link leads to the field', async () => {
  const page = await newVisitor(browser)
  await page.goto(`${address}/tell-us`)
  await proceed(page, 'Start now')
  await proceed(page)
  assert.equal(await page.evaluate(() => document.activeElement.className.includes('govuk-error-summary')), true)
  assert.match(await page.title(), /^Error: /)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal((await focused(page)).group, 'kind')
})

test('an officer filters the list of cases without a mouse', async () => {
  await tellUs(await newVisitor(browser), address, { words: 'Nobody rings back.' })
  await tellUs(await newVisitor(browser), address, { kind: 'Compliment', words: 'Kind and patient.' })
  const page = await newVisitor(browser)
  await signIn(page, address, emailOf('officer'), password)
  await page.goto(`${address}/cases`)
  await tabTo(page, (at) => at.id === 'search')
  await page.keyboard.type('patient')
  await tabTo(page, (at) => at.id === 'kind')
  await page.keyboard.type('Compliment')
  await proceed(page, 'Show cases')
  assert.equal(await page.locator('.result').count(), 1)
  await tabTo(page, (at) => at.name.startsWith('Remove filter Compliment') || /Remove filter.*Compliment/.test(at.name))
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
  assert.equal(await page.locator('#kind').inputValue(), '')
})
