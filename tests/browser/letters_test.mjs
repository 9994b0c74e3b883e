// Letters: begun from a case, read, changed, taken away as Word and PDF, recorded as sent; and what
// they begin from, which a lead makes the council's own. With keyboard-sized steps on every page:
// axe, 320 pixels, and once more without JavaScript.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { press, save } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'administrator'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, { acceptDownloads: true, ...options })
  await signIn(page, address, emailOf(role), password)
  return page
}

// Logs a compliment from Joan Hill, who left an address; gives the address of its case.
async function logCompliment(page) {
  await page.goto(`${address}/cases/new`)
  await page.getByRole('radio', { name: 'Compliment' }).check()
  await page.getByLabel('Their words').fill('The new carer sang with Mum.')
  await page.getByLabel('Service', { exact: true }).selectOption({ label: 'Home care' })
  await page.getByLabel('Who told us?').selectOption({ label: 'A family member or friend' })
  await page.getByRole('radio', { name: 'Phone' }).check()
  const details = page.locator('summary', { hasText: 'Contact details' })
  if (!await page.getByLabel('Postal address').isVisible()) await details.click()
  await page.locator('#name').fill('Joan Hill')
  await page.getByLabel('Postal address').fill('3 Mill Lane\nTestford')
  await page.getByLabel('How have they agreed to be contacted?').selectOption({ label: 'By post' })
  await save(page, 'Log it')
  return page.url().replace(/\/receipt$/, '')
}

async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('link', { name: link }).click()])
  return readFileSync(await download.path())
}

story('a compliment is thanked for by letter, in the council’s own words', async (step) => {
  let lead
  let officer
  let caseAddress

  await step('a lead changes what letters of thanks begin from; a wrong field is named with its line', async () => {
    lead = await signedIn('lead')
    await lead.goto(`${address}/letter-templates`)
    await checkPage(lead)
    await lead.getByRole('link', { name: 'Letter of thanks' }).click()
    await checkPage(lead)
    const text = lead.getByLabel('The text')
    await text.fill('Dear {{ complainant_nam }}\n\nThank you, from all of us.')
    await press(lead, 'Save the template')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Line 1.*Did you mean complainant_name\?/s)
    assert.match(await text.inputValue(), /from all of us/)
    await checkPage(lead)
    await text.fill('Dear {{ complainant_name }}\n\nThank you, from all of us.\n\n- {{ officer_name }}')
    await press(lead, 'Preview')
    assert.match(await lead.locator('.letter-sheet').innerText(), /Dear Joan Hill/)
    await checkPage(lead)
    await save(lead, 'Save the template')
    await lead.getByRole('link', { name: 'Version 1' }).click()
    assert.match(await lead.getByLabel('The text of version 1').inputValue(), /from all of us/)
    await checkPage(lead)
  })

  await step('an officer begins the letter from the case', async () => {
    officer = await signedIn('officer')
    caseAddress = await logCompliment(officer)
    await officer.goto(caseAddress)
    await officer.getByRole('link', { name: 'Write a letter' }).click()
    await checkPage(officer)
    await press(officer, 'Begin the letter')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /Choose which letter to write/)
    await officer.getByRole('radio', { name: 'Letter of thanks' }).check()
    assert.ok(await officer.getByLabel('Fill in their name and address').isChecked())
    await save(officer, 'Begin the letter')
    const sheet = await officer.locator('.letter-sheet').innerText()
    assert.match(sheet, /3 Mill Lane/)
    assert.match(sheet, /Dear Joan Hill/)
    await checkPage(officer)
  })

  await step('changes it, and takes it away as Word and PDF', async () => {
    await officer.getByRole('button', { name: 'Change the letter' }).click()
    await checkPage(officer)
    await officer.getByLabel('The letter').fill('Dear Joan\n\nThank you for singing along.\n\n[enter your phone number]')
    await save(officer, 'Save the letter')
    assert.match(await officer.locator('main').innerText(), /Something is left to fill in/)
    const word = await downloaded(officer, 'This letter for Word (DOCX)')
    assert.equal(word.subarray(0, 2).toString(), 'PK')
    const pdf = await downloaded(officer, 'This letter as PDF')
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-')
    assert.match(pdf.toString('latin1'), /\/StructTreeRoot/)
    const back = spawnSync('pandoc', ['--from', 'docx', '--to', 'plain'], { input: word, encoding: 'utf8' })
    assert.match(back.stdout, /singing along/)
    assert.match(back.stdout, /Our reference: CASE-\d+/)
  })

  await step('cannot record it as sent until everything is filled in', async () => {
    await officer.getByRole('button', { name: 'Record that it was sent' }).click()
    await checkPage(officer)
    await officer.getByRole('radio', { name: 'By post' }).check()
    await press(officer, 'Record that it was sent')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /still says \[enter your phone number\]/)
    await checkPage(officer)
    await officer.goto(officer.url().replace('/sending', '/change'))
    await officer.getByLabel('The letter').fill('Dear Joan\n\nThank you for singing along.')
    await save(officer, 'Save the letter')
    await officer.getByRole('button', { name: 'Record that it was sent' }).click()
    await officer.getByRole('radio', { name: 'By post' }).check()
    await save(officer, 'Record that it was sent')
    assert.match(await officer.locator('.identity-bar').innerText(), /Sent .*by post/s)
    assert.equal(await officer.getByRole('button', { name: 'Change the letter' }).count(), 0)
    await checkPage(officer)
  })

  await step('the case shows it, and its history says who looked at the name and why', async () => {
    await officer.goto(caseAddress)
    const text = await officer.locator('main').innerText()
    assert.match(text, /Letter of thanks/)
    assert.match(text, /Letter sent/)
    assert.match(text, /Why: To write: Letter of thanks/)
    await officer.goto(`${address}/letters`)
    assert.match(await officer.locator('main').innerText(), /Letter of thanks about CASE-\d+/)
    await checkPage(officer)
  })

  await step('an administrator, who may not see who someone is, cannot open it', async () => {
    const administrator = await signedIn('administrator')
    const answer = await administrator.goto(`${address}/letters/LETTER-1`)
    assert.equal(answer.status(), 403)
  })
})

test('a letter is begun, changed and discarded without JavaScript', async () => {
  const page = await signedIn('officer', { javaScriptEnabled: false })
  const caseAddress = await logCompliment(page)
  await page.goto(`${caseAddress}/letters/new`)
  await page.getByRole('radio', { name: 'Reply' }).check()
  await save(page, 'Begin the letter')
  await page.getByRole('link', { name: 'Discard it' }).click()
  await press(page, 'Discard the letter')
  assert.match(await page.locator('.govuk-error-summary').innerText(), /Enter why/)
  await page.getByLabel('Why?').fill('Telephoned instead')
  await save(page, 'Discard the letter')
  assert.match(await page.locator('.identity-bar').innerText(), /Discarded/)
})
