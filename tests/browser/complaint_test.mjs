// A complaint from the public form to its closing: the clock, the plan, the points, the response and what
// was learned; and what the person reads on the way.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { press } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'
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

async function signedIn(role) {
  const page = await newVisitor(browser)
  await signIn(page, address, emailOf(role), password)
  return page
}

const text = (page) => page.locator('main').innerText()
const longDate = (days) => new Date(Date.now() + days * 86_400_000)
  .toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/London' })
const partsOf = (days) => {
  const [year, month, day] = new Date(Date.now() + days * 86_400_000)
    .toLocaleDateString('en-CA', { timeZone: 'Europe/London' }).split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}
async function fillBoxes(page, name, days) {
  const parts = partsOf(days)
  await page.locator(`[name="${name}-day"]`).fill(parts.day)
  await page.locator(`[name="${name}-month"]`).fill(parts.month)
  await page.locator(`[name="${name}-year"]`).fill(parts.year)
}

story('a complaint is followed from the public form to what was learned', async (step) => {
  let receipt
  let officer
  let lead

  async function progress() {
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/receipt`)
    await visitor.getByLabel('Your reference').fill(receipt)
    await press(visitor, 'Show where things stand')
    await checkPage(visitor)
    const shown = await text(visitor)
    await visitor.context().close()
    return shown
  }

  await step('a person complains, and reads by when it will be acknowledged', async () => {
    receipt = await tellUs(await newVisitor(browser), address, { words: 'Nobody came on Sunday.' })
    assert.match(await progress(), /We will acknowledge your complaint/)
  })

  await step('a lead sets the council’s own targets, and the open complaint moves', async () => {
    lead = await signedIn('lead')
    await lead.goto(`${address}/complaints/targets`)
    await checkPage(lead)
    await lead.locator('#days-standard').fill('0')
    await press(lead, 'Save the targets')
    assert.match(await text(lead), /between 1 and 366/)
    await checkPage(lead)
    await lead.locator('#days-standard').fill('20')
    await press(lead, 'Save the targets')
    assert.match(await text(lead), /The target of 1 open complaint moved/)
    await lead.goto(`${address}/themes`)
    await press(lead, 'Start with the usual themes of adult social care')
  })

  await step('an officer finds it on the worklist and acknowledges it', async () => {
    officer = await signedIn('officer')
    await officer.goto(`${address}/complaints`)
    await checkPage(officer)
    await officer.getByRole('link', { name: /Waiting for acknowledgement/ }).click()
    const [download] = await Promise.all([
      officer.waitForEvent('download'), press(officer, 'Download all of these as CSV')])
    const rows = readFileSync(await download.path(), 'utf8')
    assert.match(rows, /reference,received,service,officer/)
    assert.match(rows, /CASE-\d+,.*Acknowledge it/)
    await officer.getByRole('link', { name: /Complaint about/ }).click()
    await checkPage(officer)
    await officer.getByRole('button', { name: 'Acknowledge it' }).click()
    await checkPage(officer)
    await press(officer, 'Save')
    assert.match(await text(officer), /Choose how it was acknowledged/)
    await officer.getByRole('radio', { name: 'By email' }).check()
    await press(officer, 'Save')
    assert.match(await text(officer), /Next: agree a plan/)
    assert.match(await progress(), /We acknowledged your complaint/)
  })

  await step('they agree a plan with the person, who sees its date', async () => {
    await officer.getByRole('button', { name: 'Agree a plan' }).click()
    await checkPage(officer)
    await officer.getByRole('radio', { name: /We talked it through/ }).check()
    await officer.locator('#what').fill('Why nobody came on Sunday')
    await officer.locator('#how').fill('We read the log with the provider')
    await fillBoxes(officer, 'respond', 14)
    await press(officer, 'Save the plan')
    await checkPage(officer)
    assert.match(await text(officer), /Next: send the response/)
    const seen = await progress()
    assert.ok(seen.includes(`By ${longDate(14)}`), seen)
    assert.doesNotMatch(seen, /provider|Sunday/)
  })

  await step('they start on it, record who speaks and take notes', async () => {
    await press(officer, 'Start looking into it')
    await officer.getByRole('link', { name: 'Who speaks' }).click()
    await checkPage(officer)
    await officer.getByRole('radio', { name: /They represent someone who asked/ }).check()
    await officer.getByRole('radio', { name: 'Given in words' }).check()
    await fillBoxes(officer, 'consent-on', 0)
    await press(officer, 'Save')
    assert.match(await text(officer), /Consent: given in words/)
    await officer.getByRole('link', { name: 'Notes' }).click()
    await checkPage(officer)
    await officer.locator('#words').fill('Rang the provider.')
    await press(officer, 'Add the note')
    assert.match(await text(officer), /Rang the provider/)
    await checkPage(officer)
    for (const page of ['officer', 'time-limit', 'bodies', 'contact-limit', 'ombudsman', 'earlier', 'complexity', 'delay', 'concern']) {
      await officer.goto(`${address}/cases/CASE-1/${page}`)
      await checkPage(officer)
    }
  })

  await step('closing says what is missing', async () => {
    await officer.goto(`${address}/cases/CASE-1/closure`)
    await checkPage(officer)
    await press(officer, 'Close the complaint')
    const said = await text(officer)
    assert.match(said, /Add the points/)
    assert.match(said, /Record the response/)
    await checkPage(officer)
  })

  await step('they find on two points, and the whole follows', async () => {
    await officer.goto(`${address}/cases/CASE-1/points`)
    for (const point of ['Nobody came on Sunday', 'Nobody rang']) {
      await officer.locator('#words').fill(point)
      await press(officer, 'Add this point')
    }
    await checkPage(officer)
    await officer.getByRole('link', { name: 'Nobody came on Sunday' }).click()
    await checkPage(officer)
    await officer.getByRole('radio', { name: 'Upheld', exact: true }).check()
    await officer.locator('#reasoning').fill('The log says so.')
    await officer.getByRole('checkbox', { name: 'Apology' }).check()
    await press(officer, 'Save this point')
    await officer.getByRole('link', { name: 'Nobody rang' }).click()
    await officer.getByRole('radio', { name: 'Not upheld' }).check()
    await officer.locator('#reasoning').fill('The phone record shows a call.')
    await press(officer, 'Save this point')
    assert.match(await text(officer), /The whole: partly upheld/)
  })

  await step('the response is recorded, and the complaint closed with what was learned', async () => {
    await officer.goto(`${address}/cases/CASE-1/response`)
    await checkPage(officer)
    await officer.getByRole('radio', { name: 'By letter' }).check()
    for (const says of [/How we looked/, /What has been done/, /The right to go/]) {
      await officer.getByRole('checkbox', { name: says }).check()
    }
    await officer.locator('#summary').fill('We are sorry. Sundays are checked by phone now.')
    await press(officer, 'Save')
    assert.match(await text(officer), /Next: record what was found/)
    await officer.getByRole('link', { name: 'Give it themes' }).click()
    await officer.getByRole('checkbox', { name: /Home care timing/ }).check()
    await press(officer, 'Save themes')
    await officer.getByRole('button', { name: 'Close the complaint' }).click()
    await officer.getByRole('radio', { name: /kept as learning for its theme/ }).check()
    await officer.locator('#note').fill('Check Sundays by phone.')
    await press(officer, 'Close the complaint')
    assert.match(await text(officer), /Check Sundays by phone/)
    await checkPage(officer)
    const seen = await progress()
    assert.match(seen, /Sundays are checked by phone now/)
    assert.match(seen, /We sent you our response/)
    const again = await officer.goto(`${address}/cases/CASE-1/closure`)
    assert.equal(again.status(), 409)
  })
})
