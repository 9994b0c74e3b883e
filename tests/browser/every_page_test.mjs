// Every page of the permission table that can be opened, on the demo council, as someone who may: it
// answers, passes axe at WCAG 2.2 AA, fits 320 pixels and makes the browser complain of nothing. A new
// page is tried without being told of; one whose address has a part that cannot be filled in here
// fails until it has an example.
//
// THROUGHLINE_SCREENSHOTS=DIR keeps a picture of each at 1000 and at 320 pixels.
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { demoPeople, startServer } from './support/server.mjs'
import { answerTellUs, tellUs } from './support/tell_us.mjs'

// What is opened by machines or downloaded; each has a test of its own among the unit tests.
const notPages = new Set(['/health', '/ready', '/static/{file}', '/api/trace/{ref}', '/assessment.json',
  '/evidence.csv', '/documents/{ref}/file', '/themes/{ref}/counts.csv', '/actions.csv',
  '/measures/{ref}/values.csv', '/letters/{ref}/docx', '/letters/{ref}/html', '/letters/{ref}/pdf', '/tell-us/exit',
  '/manifest.webmanifest', '/service-worker.js', '/language/{code}', '/paper-form/pdf', '/wall/events', '/points/{ref}/qr.svg', '/waves/{ref}/results.csv',
  // Pages on the way through a survey, and those that need a file or a link; survey_test.mjs opens them.
  '/answer/{slug}/check', '/answer/{slug}/sent', '/answer/{slug}/name', '/answer/{slug}/questions/{number}',
  '/waves/{ref}/import/headings', '/waves/{ref}/names',
  // Pages on the way through easy read; easy_read_test.mjs opens them.
  '/easy-read/service', '/easy-read/what', '/easy-read/feeling', '/easy-read/words', '/easy-read/you',
  '/easy-read/talk', '/easy-read/check', '/easy-read/thanks',
  '/fair-voice.csv', '/ombudsman.csv', '/co-production.csv', '/joint-reviews.csv',
  '/joint-reviews/{ref}/pdf', '/joint-reviews/{ref}/docx', '/information/{slug}/page.md',
  // What becomes of the data of one person, who is looked for first; peoples_data_test.mjs does.
  '/peoples-data/erasure',
  '/waves/{ref}/measure-value', '/surveys/{ref}/questions/{number}', '/surveys/{ref}/questions/{number}/skips'])

// How the part of an address that is to be filled in is found: on a page, by the links it has; or as
// it stands; `then` is a link on a page `below` what was found. `by` is who sees the list, when not everyone
// who may open the page does. The example of the longest beginning is used.
const examples = {
  '/actions/{ref}': { on: '/actions', like: /^\/actions\/ACTION-\d+$/ },
  '/actions/{ref}/reopening': { on: '/actions?status=done', like: /^\/actions\/ACTION-\d+$/ },
  '/answer/{slug}': { on: '/waves/WAVE-4', like: /^\/answer\/[a-z0-9-]+$/, by: 'lead' },
  '/assessment/{page}': { on: '/assessment', like: /^\/assessment\/[a-z-]+$/ },
  '/at/{code}': { on: '/points/POINT-1', like: /^\/at\/[0-9a-z]{6}$/, by: 'officer' },
  '/cases/{ref}': { on: '/cases?status=received', like: /^\/cases\/CASE-\d+$/ },
  '/partner-feedback/{ref}': { on: '/partner-feedback', like: /^\/partner-feedback\/CASE-\d+$/, by: 'lead' },
  '/partners/{ref}': { on: '/partners', like: /^\/partners\/PARTNER-\d+$/, by: 'lead' },
  '/cases/{ref}/reopening': { on: '/cases?status=closed', like: /^\/cases\/CASE-\d+$/ },
  '/co-production/groups/{ref}': { on: '/co-production/groups', like: /^\/co-production\/groups\/GROUP-\d+$/ },
  '/co-production/members/{ref}': { on: '/co-production/groups/GROUP-1', like: /^\/co-production\/members\/MEMBER-\d+$/, by: 'officer' },
  '/co-production/{ref}': { on: '/co-production', like: /^\/co-production\/PROJECT-\d+$/ },
  '/compliments/{ref}': { on: '/compliments', like: /^\/compliments\/CASE-\d+$/ },
  '/concerns/{ref}': { on: '/concerns', like: /^\/concerns\/CASE-\d+$/ },
  '/council-details/videos/{page}': { as: '/council-details/videos/start' },
  '/documents/{ref}': { on: '/documents', like: /^\/documents\/DOCUMENT-\d+$/ },
  '/elsewhere/pages/{ref}': { on: '/elsewhere', like: /^\/elsewhere\/pages\/[A-Z]+-\d+$/ },
  '/elsewhere/{ref}': { on: '/elsewhere/statements', like: /^\/elsewhere\/[A-Z]+-\d+$/ },
  '/evidence/{ref}': { on: '/evidence', like: /^\/evidence\/EVIDENCE-\d+$/ },
  '/language/{code}': { as: '/language/en?from=/cookies' },
  '/letter-templates/{kind}': { as: '/letter-templates/thanks' },
  '/letter-templates/{kind}/{version}': { as: '/letter-templates/thanks/1' },
  '/letters/{ref}': { on: '/letters', like: /^\/letters\/LETTER-\d+$/, by: 'officer' },
  '/follow-ups/{ref}': { on: '/follow-ups', like: /^\/follow-ups\/FOLLOWUP-\d+$/ },
  '/information/{slug}': { on: '/information', like: /^\/information\/(?!new$)[a-z0-9-]+$/ },
  '/ideas/{ref}': { on: '/ideas', like: /^\/ideas\/CASE-\d+$/ },
  '/joint-reviews/{ref}': { on: '/joint-reviews?state=open', like: /^\/joint-reviews\/REVIEW-\d+$/, by: 'lead' },
  '/kiosk/{code}': { on: '/points/POINT-1', like: /^\/kiosk\/[0-9a-z]{6}$/, by: 'officer' },
  '/local-account/{year}': { on: '/local-account', like: /^\/local-account\/\d{4}-\d\d$/ },
  '/local-accounts/{ref}': { on: '/local-accounts', like: /^\/local-accounts\/ACCOUNT-\d+$/ },
  '/local-accounts/{ref}/chapters/{key}': { as: '/local-accounts/ACCOUNT-1/chapters/heard' },
  '/measures/{ref}': { on: '/measures', like: /^\/measures\/MEASURE-\d+$/ },
  '/measures/{ref}/values/{date}': { on: '/measures/MEASURE-1', like: /^\/measures\/MEASURE-\d+\/values\/[\d-]+$/ },
  '/ombudsman/{ref}': { on: '/ombudsman', like: /^\/ombudsman\/OMBUDSMAN-\d+$/ },
  '/points/{ref}': { on: '/points', like: /^\/points\/POINT-\d+$/ },
  '/preview/{page}': { as: '/preview/safeguarding' },
  '/proofs/{ref}': { as: '/proofs/PROOF-1' },
  '/public-wordings/{ref}': { on: '/public-wordings', like: /^\/public-wordings\/ACTION-\d+$/ },
  '/publications/{ref}': { on: '/publications', like: /^\/publications\/PUBLICATION-\d+$/, by: 'lead' },
  '/reports/complaints/{period}': { on: '/reports/complaints', like: /^\/reports\/complaints\/[\dq-]+$/ },
  '/reports/{ref}': { on: '/reports/complaints', like: /^\/reports\/REPORT-\d+$/ },
  '/scores/{ref}': { on: '/rating', like: /^\/scores\/SCORE-\d+$/ },
  '/statements/{key}': { as: '/statements/safeguarding' },
  '/surveys/{ref}': { on: '/surveys', like: /^\/surveys\/SURVEY-\d+$/ },
  '/themes/{ref}': { on: '/themes', like: /^\/themes\/THEME-\d+$/ },
  '/trace/{ref}': { as: '/trace/CASE-1' },
  '/waves/{ref}': { as: '/waves/WAVE-1' },
  '/users/{ref}': { on: '/users', like: /^\/users\/USER-\d+$/ }
}

// Pages of a complaint that is being worked on, which no other case has.
for (const part of ['acknowledgement', 'bodies', 'complexity', 'concern', 'contact-limit', 'delay', 'earlier',
  'notes', 'officer', 'ombudsman', 'plan', 'points', 'response', 'speaker', 'time-limit']) {
  examples[`/cases/{ref}/${part}`] = { on: '/complaints', like: /^\/cases\/CASE-\d+$/ }
}
examples['/cases/{ref}/points/{point}'] = {
  on: '/complaints?list=late', like: /^\/cases\/CASE-\d+$/, below: '/points', then: /^\/cases\/CASE-\d+\/points\/\d+$/
}

examples['/information/{slug}/versions/{number}'] = {
  on: '/information', like: /^\/information\/(?!new$)[a-z0-9-]+$/, below: '/history', then: /\/versions\/\d+$/
}

// The first of these that may open a page opens it.
const roles = ['public', 'officer', 'lead', 'leader', 'administrator', 'staff', 'member', 'assessor', 'partner']

const table = readFileSync('data/permissions.csv', 'utf8').trim().split('\n').map(
  (line) => line.match(/("[^"]*"|[^,]*)(,|$)/g).map((cell) => cell.replace(/,$/, '').replace(/^"|"$/g, '')))
const columns = table[0]
const routes = table.slice(1).filter((row) => row[0] === 'GET' && !notPages.has(row[1])).map((row) => ({
  path: row[1], role: roles.find((role) => row[columns.indexOf(role)] === 'yes')
}))

let server
let browser
const visitors = {}

before(async () => {
  server = await startServer()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function visitorAs(role, path) {
  // The receipt is shown once, to who has just sent something.
  if (path === '/tell-us/sent') {
    const page = await newVisitor(browser, { viewport: { width: 1000, height: 900 } })
    await tellUs(page, server.address)
    return page
  }
  if (visitors[role]) return visitors[role]
  const page = await newVisitor(browser, { viewport: { width: 1000, height: 900 } })
  if (role === 'public') await answerTellUs(page, server.address, { contact: 'By email', email: 'visitor@example.org' })
  else {
    const person = demoPeople(server.database)[role]
    await signIn(page, server.address, person.email, person.password)
  }
  visitors[role] = page
  return page
}

async function linkFrom(page, from, pattern) {
  await page.goto(server.address + from)
  const hrefs = await page.locator('main a').evaluateAll((links) => links.map((link) => link.getAttribute('href')))
  const found = hrefs.find((href) => pattern.test(href))
  assert.ok(found, `${from} has no link like ${pattern}`)
  return found
}

async function filled(page, path) {
  if (!path.includes('{')) return path
  const beginning = Object.keys(examples).filter((each) => path === each || path.startsWith(`${each}/`))
    .sort((one, other) => other.length - one.length)[0]
  assert.ok(beginning, `${path} needs an example in tests/browser/every_page_test.mjs`)
  const rest = path.slice(beginning.lastIndexOf('}') + 1)
  assert.ok(!rest.includes('{'), `${path} needs an example of its own in tests/browser/every_page_test.mjs`)
  const example = examples[beginning]
  const finder = example.by ? await visitorAs(example.by) : page
  const found = example.as ?? await linkFrom(finder, example.on, example.like)
  return (example.then ? await linkFrom(finder, found + example.below, example.then) : found) + rest
}

async function keepPicture(page, path) {
  const folder = process.env.THROUGHLINE_SCREENSHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  const name = path.slice(1).replace(/[^a-z0-9]+/gi, '_') || 'start'
  for (const width of [1000, 320]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true })
  }
  await page.setViewportSize({ width: 1000, height: 900 })
}

for (const { path, role } of routes) {
  test(`${path} can be opened by ${role === 'public' ? 'anyone' : `someone of the role ${role}`}`, async () => {
    const page = await visitorAs(role, path)
    page.complaints.length = 0
    const address = await filled(page, path)
    const answer = await page.goto(server.address + address)
    assert.equal(answer.status(), 200, address)
    assert.equal(new URL(page.url()).pathname, address.split('?')[0], 'not sent on to another page')
    assert.match(answer.headers()['content-type'], /^text\/html/, 'a page, or named among what is not')
    await keepPicture(page, path)
    await checkPage(page)
  })
}
