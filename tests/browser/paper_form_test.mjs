// On paper: a visitor takes a form away as a PDF, an officer types one in that came back, with the
// numbers of its questions and the sheet that is kept apart, and the clock runs from the day it came.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readFileSync } from 'node:fs'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { fillDate, press } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'

let server
let browser

before(async () => {
  server = await startServer({ roles: ['officer', 'lead'] })
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function download(page, form) {
  await page.goto(`${server.address}/paper-form`)
  await page.getByRole('radio', { name: form }).check()
  await page.getByRole('radio', { name: 'To complain' }).check()
  await page.getByLabel('Which service is it about?').selectOption('Home care')
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Get the form (PDF)')])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}

test('a lead says where forms come back to', async () => {
  const lead = await newVisitor(browser)
  await signIn(lead, server.address, emailOf('lead'), password)
  await lead.goto(`${server.address}/council-details`)
  await checkPage(lead)
  await lead.getByLabel('Safeguarding number').fill('01632 960 999')
  await lead.getByLabel('Postal address').fill('Town Hall\nTestford')
  await press(lead, 'Save')
  await lead.getByRole('link', { name: 'Add the video for Paper forms' }).click()
  await checkPage(lead)
  await press(lead, 'Save')
  await checkPage(lead)
  await lead.getByLabel('Link to the video').fill('https://videos.example.org/form')
  await lead.getByLabel('Title').fill('How to fill in the form')
  await lead.getByLabel('How long it lasts').fill('4')
  await press(lead, 'Save')
  await checkPage(lead)
})

test('a visitor without JavaScript takes a form away, the same for the same answers', async () => {
  const page = await newVisitor(browser, { javaScriptEnabled: false, acceptDownloads: true })
  const first = await download(page, 'Standard print')
  assert.equal(first.name, 'tell-us-standard.pdf')
  assert.equal(first.bytes.subarray(0, 5).toString(), '%PDF-')
  assert.match(first.bytes.toString('latin1'), /\/StructTreeRoot/)
  assert.deepEqual((await download(page, 'Standard print')).bytes, first.bytes)
  const pictures = await download(page, 'Easy read, with pictures')
  assert.equal(pictures.name, 'tell-us-easy-read.pdf')
  assert.notDeepEqual(pictures.bytes, first.bytes)
})

test('the page says where to send it, and links to its video', async () => {
  const page = await newVisitor(browser)
  await page.goto(`${server.address}/paper-form`)
  await checkPage(page)
  const link = page.getByRole('link', { name: 'Watch this in British Sign Language' })
  assert.equal(await link.getAttribute('href'), 'https://videos.example.org/form')
  assert.match(await page.locator('.signing').innerText(), /4 minutes, without captions/)
  await page.goto(`${server.address}/tell-us`)
  assert.match(await page.locator('main').innerText(), /01632 960 999/)
})

test('an officer types in a form that came back', async () => {
  const officer = await newVisitor(browser)
  await signIn(officer, server.address, emailOf('officer'), password)
  await officer.goto(`${server.address}/cases/new`)
  await officer.getByRole('link', { name: 'large print' }).click()
  await checkPage(officer)
  await officer.getByRole('radio', { name: 'Complaint' }).check()
  await officer.getByLabel('Their words (question 2)').fill('Three bills for one week.')
  await officer.getByLabel('Service (question 3)').selectOption('Home care')
  await officer.getByLabel('Who told us? (question 4)').selectOption({ index: 1 })
  const came = new Date(Date.now() - 4 * 24 * 3600 * 1000)
  await fillDate(officer, 'received', came)
  await officer.getByText('Contact details (optional) (question 6)').click()
  await officer.getByLabel('Name').fill('Edna Marsh')
  await officer.getByLabel('Phone number').fill('01632 960 123')
  await officer.getByLabel('How have they agreed to be contacted? (question 5)').selectOption('By phone')
  await officer.getByText('The last sheet: questions about them (optional)').click()
  await officer.getByLabel('7. How old are you?').selectOption('75 to 84')
  await checkPage(officer)
  await press(officer, 'Log it')
  assert.match(new URL(officer.url()).pathname, /^\/cases\/CASE-1\/receipt$/)
  await officer.goto(`${server.address}/cases/CASE-1`)
  const said = await officer.locator('main').innerText()
  assert.match(said, /Large print paper form/)
  assert.match(said, new RegExp(`${came.getUTCDate()} ${came.toLocaleString('en-GB', { month: 'long', timeZone: 'UTC' })}`))
  assert.doesNotMatch(said, /Edna|75 to 84/)
  assert.match(said, /Acknowledge/)
})

test('an officer keeps a scan with the case, and the history says who opened it', async () => {
  const officer = await newVisitor(browser, { acceptDownloads: true })
  await signIn(officer, server.address, emailOf('officer'), password)
  await officer.goto(`${server.address}/cases/CASE-1`)
  await officer.getByRole('link', { name: 'Add a scan of the paper' }).click()
  await checkPage(officer)
  await press(officer, 'Add it')
  await checkPage(officer)
  const bytes = Buffer.from('%PDF-1.7\na scan\n%%EOF\n')
  await officer.getByLabel('Add a scan').setInputFiles({ name: 'form.pdf', mimeType: 'application/pdf', buffer: bytes })
  await press(officer, 'Add it')
  await checkPage(officer)
  const [file] = await Promise.all([officer.waitForEvent('download'), press(officer, 'Open scan 1')])
  assert.deepEqual(readFileSync(await file.path()), bytes)
  await officer.goto(`${server.address}/cases/CASE-1`)
  assert.match(await officer.locator('main').innerText(), /Scan of the paper looked at/)
})

test('an officer types in pictures that were ticked', async () => {
  const officer = await newVisitor(browser, { javaScriptEnabled: false })
  await signIn(officer, server.address, emailOf('officer'), password)
  await officer.goto(`${server.address}/cases/new?way=paper_easy_read`)
  await officer.getByRole('radio', { name: 'Compliment' }).check()
  await officer.getByLabel('They were kind to me.').check()
  await officer.getByLabel('The face that they ticked (question 4)').selectOption('I felt good.')
  await officer.getByLabel('Who told us? (question 6)').selectOption({ index: 1 })
  await press(officer, 'Log it')
  assert.match(new URL(officer.url()).pathname, /^\/cases\/CASE-2\/receipt$/)
  await officer.goto(`${server.address}/cases/CASE-2`)
  assert.match(await officer.locator('main').innerText(), /Something good happened\. They were kind to me\. I felt good\./)
})
