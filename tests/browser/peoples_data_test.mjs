// What becomes of what a person told us: redacted before it travels, found, taken out and erased; whose
// voices are heard; and what the Ombudsman decided. Each is done by keyboard-sized steps without
// JavaScript at the end.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { addEvidence, fillDate, monthsAgo, press, save } from './support/forms.mjs'
import { demoPeople, emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'
import { tellUs } from './support/tell_us.mjs'

let server
let demo
let browser
let people

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'assessor'] })
  demo = await startServer()
  people = demoPeople(demo.database)
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
  await demo?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, server.address, emailOf(role), password)
  return page
}

async function signedInToDemo(role, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, demo.address, people[role].email, people[role].password)
  return page
}

const textOf = (page) => page.locator('main').innerText()

story('what one person said is redacted, travels, and is erased', async (step) => {
  const words = 'My daughter Sarah rang from the bakery on 01632 960 001 and nobody came.'
  let officer
  let lead
  let assessor

  await step('an officer takes out what shows who it is', async () => {
    await tellUs(await newVisitor(browser), server.address, { words, contact: 'By email', email: 'ann.lee@example.org' })
    officer = await signedIn('officer', { javaScriptEnabled: false })
    await officer.goto(`${server.address}/cases/CASE-1/redaction`)
    assert.equal(await officer.locator('mark').count(), 2)
    await officer.getByLabel('Other words to take out').fill('the bakery')
    await press(officer, 'See what others would read')
    assert.match(await textOf(officer), /My daughter \[name\] rang from \[taken out\] on \[phone number\]/)
    await press(officer, 'Confirm this version')
    assert.match(await textOf(officer), /Redacted by Olive Farrow/)
  })
  await step('the pages of it pass at 320 pixels and with axe', async () => {
    lead = await signedIn('lead')
    for (const path of ['/cases/CASE-1/redaction', '/cases/CASE-1/hold', '/cases/CASE-1', '/peoples-data',
      '/peoples-data/looks', '/peoples-data/retention', '/peoples-data/erasure?case=CASE-1']) {
      await lead.goto(server.address + path)
      await checkPage(lead)
    }
  })
  await step('evidence shows an assessor that version alone', async () => {
    await addEvidence(lead, server.address, {
      sources: 'CASE-1', statements: ['equity'], voice: 'People who draw on care', contrary: true,
      claim: 'Families told us that nobody came when they rang'
    })
    assessor = await signedIn('assessor')
    await assessor.goto(`${server.address}/evidence/EVIDENCE-1`)
    await checkPage(assessor)
    const read = await textOf(assessor)
    assert.match(read, /My daughter \[name\]/)
    assert.doesNotMatch(read, /Sarah|bakery|960 001/)
  })
  await step('a claim that quotes what was taken out is refused', async () => {
    await lead.goto(`${server.address}/evidence/new?source=CASE-1&statement=equity&voice=people`)
    await lead.getByLabel('What does it say?').fill('One said: Sarah rang from the bakery on that day and nobody came')
    await lead.getByRole('radio', { name: /^Against/ }).check()
    await fillDate(lead, 'dated', monthsAgo(1))
    await press(lead, 'Add evidence')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /CASE-1 where something was taken out/)
  })
  await step('a lead finds the person, sees what is held and takes it out', async () => {
    await lead.goto(`${server.address}/peoples-data`)
    await lead.getByLabel('Whom do you look for?').fill('ann.lee@example.org')
    await press(lead, 'Look')
    await checkPage(lead)
    await lead.getByRole('checkbox', { name: /CASE-1/ }).check()
    await lead.getByLabel('Why do you need to see it?').fill('Request to see what we hold')
    await press(lead, 'Show what is held')
    await checkPage(lead)
    assert.match(await textOf(lead), /ann\.lee@example\.org/)
    const [download] = await Promise.all([
      lead.waitForEvent('download'), press(lead, 'Download for a computer (JSON)')])
    assert.equal(download.suggestedFilename(), 'person.json')
  })
  await step('erasing says what goes and stays, and then it is gone', async () => {
    await lead.goto(`${server.address}/peoples-data/erasure?case=CASE-1`)
    assert.match(await textOf(lead), /EVIDENCE-1/)
    await lead.getByRole('radio', { name: 'Erase' }).check()
    await lead.getByLabel('Why?').fill('Request under article 17')
    await press(lead, 'Do it')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Confirm that you have read/)
    await checkPage(lead)
    await lead.getByRole('checkbox', { name: 'I have read what goes and what stays' }).check()
    await save(lead, 'Do it')
    await lead.goto(`${server.address}/cases/CASE-1`)
    await checkPage(lead)
    assert.match(await textOf(lead), /was erased on/)
    assert.doesNotMatch(await textOf(lead), /Sarah/)
    await lead.goto(`${server.address}/peoples-data/looks`)
    assert.match(await textOf(lead), /Took everything held with a case out as a file/)
  })
})

test('whose voices are heard, kept as evidence', async () => {
  const page = await signedInToDemo('officer')
  await page.goto(`${demo.address}/fair-voice`)
  await checkPage(page)
  assert.match(await textOf(page), /Heard less than their share of people who live here/)
  await page.getByLabel('Held against').selectOption('drawing_on_care')
  await page.getByLabel('Kind').selectOption('complaint')
  await press(page, 'Show')
  await checkPage(page)
  await page.goto(`${demo.address}/fair-voice/population`)
  await checkPage(page)
  await page.goto(`${demo.address}/fair-voice`)
  await press(page, 'Keep this and use it as evidence')
  assert.match(page.url(), /\/evidence\/new\?source=DOCUMENT-\d+&statement=equity/)
  await checkPage(page)
})

test('a decision of the Ombudsman is added, with what it asked for', async () => {
  const page = await signedInToDemo('officer', { javaScriptEnabled: false })
  await page.goto(`${demo.address}/ombudsman/new`)
  await page.getByLabel('The Ombudsman’s reference').fill('25 009 999')
  await page.getByLabel('Topic').selectOption('charging')
  await page.getByLabel('What it was about').fill('A bill that came twice')
  await page.getByRole('radio', { name: 'Upheld', exact: true }).check()
  await fillDate(page, 'decided', monthsAgo(1))
  await press(page, 'Add the decision')
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Enter what the fault was/)
  await page.getByLabel('What was the fault?').fill('The same week was charged twice')
  await save(page, 'Add the decision')
  await page.getByText('Add a recommendation').click()
  await page.getByLabel('What did the Ombudsman ask for?').fill('Pay the second bill back')
  await fillDate(page, 'due', monthsAgo(0))
  await save(page, 'Add the recommendation')
  assert.match(await textOf(page), /Pay the second bill back/)
  const seen = await signedInToDemo('leader')
  for (const path of ['/ombudsman', '/ombudsman/figures', '/ombudsman/OMBUDSMAN-2', '/trace/OMBUDSMAN-2']) {
    await seen.goto(demo.address + path)
    await checkPage(seen)
  }
  const lead = await signedInToDemo('lead')
  for (const path of ['/ombudsman/new', '/ombudsman/OMBUDSMAN-2', '/ombudsman/OMBUDSMAN-2/change',
    '/peoples-data/retention', '/peoples-data/looks']) {
    await lead.goto(demo.address + path)
    await checkPage(lead)
  }
})
