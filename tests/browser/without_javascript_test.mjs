// Everything works without JavaScript: nothing is hidden that a person needs, and every form does its job.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { addEvidence, press, scoreStatement, writeFindings } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { tellUs } from './support/tell_us.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'leader'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const plainVisitor = () => newVisitor(browser, { javaScriptEnabled: false })

async function plainly(role) {
  const page = await plainVisitor()
  await signIn(page, address, emailOf(role), password)
  return page
}

test('someone tells us, leaves an email address, and comes back with the reference', async () => {
  const page = await plainVisitor()
  const receipt = await tellUs(page, address, { contact: 'By email', email: 'visitor@example.org' })
  await page.goto(`${address}/receipt`)
  await page.getByLabel('Your reference').fill(receipt)
  await press(page, 'Show where things stand')
  assert.match(await page.locator('main').innerText(), /We will acknowledge your complaint/)
})

test('leaving the page quickly deletes what was typed', async () => {
  const page = await plainVisitor()
  await page.goto(`${address}/tell-us`)
  await press(page, 'Start now')
  await page.getByRole('radio', { name: 'Concern' }).check()
  await press(page, 'Continue')
  await page.locator('#words').fill('Somebody is watching me type.')
  await press(page, 'Continue')
  const left = await page.request.get(`${address}/tell-us/exit`, { maxRedirects: 0 })
  assert.equal(left.status(), 303)
  assert.doesNotMatch(left.headers().location, /localhost|127\.0\.0\.1/)
  await page.goto(`${address}/tell-us/check`)
  assert.doesNotMatch(await page.locator('main').innerText(), /watching me/)
})

test('an officer finds a case, gives it a theme, answers it and closes it', async () => {
  const lead = await plainly('lead')
  await lead.goto(`${address}/themes`)
  await press(lead, 'Start with the usual themes of adult social care')
  await tellUs(await plainVisitor(), address, { kind: 'Concern', words: 'The visit came late again.' })
  const page = await plainly('officer')
  await page.goto(`${address}/cases`)
  await page.getByLabel('Words').fill('late again')
  await press(page, 'Show cases')
  assert.ok(await page.locator('mark').count() > 0)
  await page.locator('.result a').first().click()
  await page.getByRole('link', { name: 'Give it themes' }).click()
  await page.getByRole('checkbox', { name: /Home care timing/ }).check()
  await press(page, 'Save themes')
  await page.getByRole('button', { name: 'Write the answer and close' }).click()
  await page.locator('input[name="outcome"]').first().check()
  await page.locator('#answer').fill('We are sorry. We ring people now.')
  await press(page, 'Close the case')
  assert.match(await page.locator('main').innerText(), /We ring people now/)
  await page.goto(`${address}/themes/THEME-1`)
  assert.ok(await page.locator('.chart svg:visible').count() === 1, 'the chart is drawn by the server')
})

test('a lead weighs evidence, scores and writes; a leader approves and publishes; the public reads', async () => {
  await tellUs(await plainVisitor(), address, { words: 'The visit came late again.' })
  const lead = await plainly('lead')
  await addEvidence(lead, address, { sources: 'CASE-1', statements: ['care-provision'], voice: 'Unpaid carers', contrary: true, claim: 'A carer told us that visits are late.' })
  await scoreStatement(lead, address, 'care-provision', 2, 'Visits are late and nobody rings; a carer told us so, and no figure of ours says otherwise.')
  await writeFindings(lead, address, 'care-provision', { summary: 'Visits are late.', heading: 'Late visits', paragraphs: 'A carer told us that visits are late.' })
  const leader = await plainly('leader')
  await leader.goto(`${address}/statements/care-provision/findings`)
  await press(leader, 'Approve the findings and the score')
  await leader.goto(`${address}/publications/new`)
  await leader.getByRole('checkbox', { name: /I publish knowing/ }).check()
  await press(leader, 'Publish')
  const reader = await plainVisitor()
  await reader.goto(`${address}/assessment/care-provision`)
  assert.match(await reader.locator('main').innerText(), /A carer told us that visits are late/)
  await lead.goto(`${address}/trace/CASE-1?direction=forward`)
  assert.match(await lead.locator('.trace').innerText(), /PUBLICATION-1/)
})
