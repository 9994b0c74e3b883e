// With the content security policy in force, as in a person's browser: pages work, load nothing from
// elsewhere, and break no rule of the policy.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { tellUs } from './support/tell_us.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'lead'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

// A visitor whose browser keeps the policy, with everything that broke it and all that was fetched.
async function strictVisitor() {
  const page = await newVisitor(browser, { bypassCSP: false })
  page.violations = []
  page.fetched = []
  await page.exposeFunction('noteViolation', (what) => page.violations.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      globalThis.noteViolation(`${event.violatedDirective} ${event.blockedURI} on ${location.pathname}`)
    })
  })
  page.on('request', (request) => page.fetched.push(request.url()))
  return page
}

function assertKept(page) {
  assert.deepEqual(page.violations, [])
  assert.deepEqual(page.complaints, [])
  assert.deepEqual(page.fetched.filter((url) => !url.startsWith(address) && !url.startsWith('data:')), [])
}

test('the public pages break no rule and load nothing from elsewhere', async () => {
  const page = await strictVisitor()
  for (const path of ['/', '/tell-us', '/receipt', '/you-said-we-did', '/assessment', '/accessibility', '/cookies']) {
    await page.goto(address + path)
    assert.ok(await page.evaluate(() => document.body.classList.contains('govuk-frontend-supported')), `scripts ran on ${path}`)
  }
  await tellUs(page, address)
  assertKept(page)
})

test('the staff pages break no rule, and their charts and graphs are drawn', async () => {
  const page = await strictVisitor()
  await signIn(page, address, emailOf('lead'), password)
  await page.goto(`${address}/themes`)
  await page.getByRole('button', { name: /Start with the usual themes/ }).click()
  for (const path of ['/home', '/cases', '/cases/CASE-1', '/themes', '/themes/THEME-1', '/statements', '/rating',
    '/evidence/new', '/documents/new', '/publications', '/trace/CASE-1', '/account']) {
    const answer = await page.goto(address + path)
    assert.equal(answer.status(), 200, path)
  }
  await page.goto(`${address}/themes/THEME-1`)
  const chart = await page.locator('.chart svg:visible').boundingBox()
  assert.ok(chart.width > 200 && chart.height > 60, `a chart of some size: ${JSON.stringify(chart)}`)
  assertKept(page)
})

test('an inline script that found its way into a page would not run', async () => {
  const page = await strictVisitor()
  await page.goto(address)
  await page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'globalThis.ran = true'
    document.body.append(script)
  })
  assert.equal(await page.evaluate(() => globalThis.ran), undefined)
  await page.waitForFunction(() => true)
  assert.equal(page.violations.length, 1)
})

test('every answer carries the security headers, what is refused too', async () => {
  const page = await newVisitor(browser)
  for (const path of ['/', '/cases', '/nothing-here', '/static/nothing.css', '/health', '/assessment.json']) {
    const headers = (await page.request.get(address + path, { maxRedirects: 0 })).headers()
    assert.match(headers['content-security-policy'], /default-src 'none'|default-src 'self'/, path)
    assert.doesNotMatch(headers['content-security-policy'], /unsafe/, path)
    assert.match(headers['content-security-policy'], /frame-ancestors 'none'/, path)
    assert.equal(headers['x-content-type-options'], 'nosniff', path)
    assert.ok(headers['referrer-policy'], path)
    assert.ok(headers['permissions-policy'], path)
  }
})

test('the session cookie cannot be read by scripts or sent from other sites', async () => {
  const page = await newVisitor(browser)
  await signIn(page, address, emailOf('officer'), password)
  const session = (await page.context().cookies()).find((cookie) => /session/.test(cookie.name))
  assert.equal(session.httpOnly, true)
  assert.match(session.sameSite, /Lax|Strict/)
})
