// Bad input: kept exactly and shown safely when it is words; refused with a clear page, and nothing
// stored, when it is a file that is not what it says.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { fillDate, monthsAgo, press } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { answerTellUs, tellUs } from './support/tell_us.mjs'

let server
let browser
let address
let officer

before(async () => {
  server = await startServer({ roles: ['officer', 'lead'] })
  browser = await startBrowser()
  address = server.address
  officer = await newVisitor(browser)
  await signIn(officer, address, emailOf('officer'), password)
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function newestCase() {
  await officer.goto(`${address}/cases`)
  return officer.locator('.result a').first().getAttribute('href')
}

async function howManyCases() {
  await officer.goto(`${address}/cases`)
  return Number(/\d+/.exec(await officer.locator('#count').innerText())?.[0] ?? 0)
}

const hostile = {
  'a script': '<script>alert(1)</script><img src=x onerror=alert(2)> "quoted" & \'so\'</textarea><b>',
  'a template': '{{ layout.form_token }} {% include "layout.html" %} ${7*7} %s %n',
  'emoji and joined letters': 'Thank you 👩🏽‍🦽‍➡️ 🏳️‍🌈 e\u0301 ﷺ \u{1F9D1}‍\u{1F91D}‍\u{1F9D1}',
  'right to left': 'لم يتصل أحد. \u202Eabc\u202C קיבלנו תשובה',
  'spaces and lines': '  first\n\n\tthird   with   gaps\n',
  'a formula': '=HYPERLINK("http://x","y")'
}
for (const [what, words] of Object.entries(hostile)) {
  test(`words with ${what} are kept exactly and shown safely`, async () => {
    const visitor = await newVisitor(browser)
    const dialogs = []
    for (const page of [visitor, officer]) page.on('dialog', (dialog) => { dialogs.push(dialog.message()); dialog.dismiss() })
    await answerTellUs(visitor, address, { words })
    assert.equal(await visitor.locator('.govuk-summary-list__row').filter({ has: visitor.getByText('What you want to tell us', { exact: true }) }).locator('.kept-lines').textContent(), words, 'on the page of answers')
    await visitor.goto(`${address}/tell-us/words`)
    assert.equal(await visitor.locator('#words').inputValue(), words, 'in the form again')
    await visitor.goto(`${address}/tell-us/check`)
    await press(visitor, 'Send')
    await visitor.locator('.receipt').waitFor()
    await officer.goto(address + await newestCase())
    assert.equal(await officer.locator('.their-words').textContent(), words, 'on the case')
    await checkPage(officer)
    await officer.goto(`${address}/cases`)
    await checkPage(officer)
    assert.deepEqual(dialogs, [])
    assert.deepEqual(visitor.complaints, [])
  })
}

test('100,000 characters are kept, and one more is refused with everything still there', async () => {
  const visitor = await newVisitor(browser)
  const most = 'Long words. '.repeat(8334).slice(0, 99_999) + '.'
  await answerTellUs(visitor, address, { words: most })
  await press(visitor, 'Send')
  await visitor.locator('.receipt').waitFor()
  await officer.goto(address + await newestCase())
  assert.equal(await officer.locator('.their-words').textContent(), most)
  await visitor.goto(`${address}/tell-us`)
  await press(visitor, 'Start now')
  await visitor.getByRole('radio', { name: 'Concern' }).check()
  await press(visitor, 'Continue')
  await visitor.locator('#words').fill(`${most}!`)
  await press(visitor, 'Continue')
  assert.match(await visitor.locator('.govuk-error-summary').innerText(), /100,000/)
  assert.equal(await visitor.locator('#words').inputValue(), `${most}!`)
})

test('nothing at all, and nothing but spaces, is asked for again', async () => {
  const visitor = await newVisitor(browser)
  await visitor.goto(`${address}/tell-us`)
  await press(visitor, 'Start now')
  await visitor.getByRole('radio', { name: 'Concern' }).check()
  await press(visitor, 'Continue')
  for (const words of ['', '   \n ']) {
    await visitor.locator('#words').fill(words)
    await press(visitor, 'Continue')
    assert.match(await visitor.title(), /^Error: /)
    await checkPage(visitor)
  }
})

test('a form with several mistakes says them all, keeps every answer and moves the focus to them', async () => {
  await officer.goto(`${address}/cases/new`)
  await officer.getByLabel('Their words').fill('  ')
  await officer.getByLabel('Day').fill('31')
  await officer.getByLabel('Month').fill('2')
  await officer.getByLabel('Year').fill('2026')
  await officer.getByText('Contact details (optional)').click()
  await officer.getByLabel('Name', { exact: true }).fill('Zoë O’Hara-Ng')
  await officer.getByLabel('Email address').fill('not an address')
  await press(officer, 'Log it')
  const mistakes = await officer.locator('.govuk-error-summary li').allTextContents()
  assert.ok(mistakes.length >= 4, `all of them: ${mistakes.join(' | ')}`)
  assert.ok(await officer.evaluate(() => document.activeElement.classList.contains('govuk-error-summary')))
  assert.equal(await officer.getByLabel('Day').inputValue(), '31')
  assert.equal(await officer.getByLabel('Name', { exact: true }).inputValue(), 'Zoë O’Hara-Ng')
  assert.equal(await officer.getByLabel('Email address').inputValue(), 'not an address')
  for (const link of await officer.locator('.govuk-error-summary a').all()) {
    const target = (await link.getAttribute('href')).slice(1)
    assert.equal(await officer.locator(`[id="${target}"]`).count(), 1, `${target} is on the page once`)
  }
  await checkPage(officer)
})

test('a doubly pressed Log it makes one case', async () => {
  const had = await howManyCases()
  await officer.goto(`${address}/cases/new`)
  await officer.getByRole('radio', { name: 'Complaint' }).check()
  await officer.getByLabel('Their words').fill('She rang twice.')
  await officer.getByLabel('Who told us?').selectOption({ index: 1 })
  await officer.getByRole('radio', { name: /phone/i }).check()
  await officer.getByRole('button', { name: 'Log it' }).dblclick()
  await officer.getByText('Reference to read out').waitFor()
  assert.equal(await howManyCases(), had + 1)
})

test('two copies of one form, sent by a browser without scripts, make one case', async () => {
  const had = await howManyCases()
  const plain = await newVisitor(browser, { javaScriptEnabled: false })
  await answerTellUs(plain, address, { words: 'Sent twice.' })
  const token = await plain.locator('input[name="form_token"]').last().getAttribute('value')
  const send = () => plain.request.post(`${address}/tell-us/check`, { form: { form_token: token }, maxRedirects: 0 })
  const answers = await Promise.all([send(), send(), send()])
  for (const answer of answers) assert.ok(answer.status() < 400, `${answer.status()}`)
  assert.equal(await howManyCases(), had + 1)
})

test('a wrong CSV row is named with its reason; the good rows are kept only if one says so', async () => {
  const had = await howManyCases()
  const buffer = Buffer.from('received,kind,words\n27/3/2026,complaint,Late again\n31/2/2026,grumble,\n28/3/2026,compliment,So kind\n')
  await officer.goto(`${address}/cases/import`)
  await officer.getByLabel('CSV file').setInputFiles({ name: 'cases.csv', mimeType: 'text/csv', buffer })
  await press(officer, 'Import')
  const problems = await officer.locator('table tbody tr').allInnerTexts()
  assert.equal(problems.length, 3, problems.join(' | '))
  for (const problem of problems) assert.match(problem, /^3\b/, 'the row as a spreadsheet counts it')
  await checkPage(officer)
  assert.equal(await howManyCases(), had)
  await officer.goto(`${address}/cases/import`)
  await officer.getByLabel('CSV file').setInputFiles({ name: 'cases.csv', mimeType: 'text/csv', buffer })
  await officer.getByRole('checkbox', { name: /Keep the good rows/ }).check()
  await press(officer, 'Import')
  assert.match(await officer.locator('main').innerText(), /2 added/)
  assert.equal(await howManyCases(), had + 2)
})

const wrongFiles = {
  'a truncated PDF': { name: 'strategy.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n1 0 obj\n<< /Len') },
  'a program renamed to PDF': { name: 'strategy.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ\x90\x00 not a document') },
  'an empty file': { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) }
}
for (const [what, file] of Object.entries(wrongFiles)) {
  test(`uploading ${what} gives a clear reason and stores nothing`, async () => {
    await officer.goto(`${address}/documents/new`)
    await officer.getByLabel('Title').fill('Our strategy')
    await officer.getByLabel('File').setInputFiles(file)
    await fillDate(officer, 'dated', monthsAgo(1))
    await press(officer, 'Upload')
    assert.equal(await officer.locator('.govuk-error-summary li').count(), 1)
    assert.equal(await officer.getByLabel('Title').inputValue(), 'Our strategy')
    await checkPage(officer)
    await officer.goto(`${address}/documents`)
    assert.match(await officer.locator('main').innerText(), /There are no documents yet/)
  })
}

test('a file of 60 MB is refused with a page that says what to do, and nothing is stored', async () => {
  const path = join(server.folder, 'large.pdf')
  writeFileSync(path, Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(60 * 1024 * 1024, 'x')]))
  await officer.goto(`${address}/documents/new`)
  await officer.getByLabel('Title').fill('Too large')
  await officer.getByLabel('File').setInputFiles(path)
  await press(officer, 'Upload')
  await officer.getByRole('heading', { level: 1, name: /too big/ }).waitFor()
  assert.equal(await officer.locator('.govuk-template__header').count(), 1, 'it looks like every other page')
  await checkPage(officer)
  await officer.goto(`${address}/documents`)
  assert.match(await officer.locator('main').innerText(), /There are no documents yet/)
})

test('when the session ends while someone writes, they sign in again and nothing typed is lost', async () => {
  const had = await howManyCases()
  const words = 'A long story,\n\ntyped over <an hour>.'
  const page = await newVisitor(browser)
  await signIn(page, address, emailOf('lead'), password)
  await page.goto(`${address}/cases/new`)
  await page.getByRole('radio', { name: 'Complaint' }).check()
  await page.getByLabel('Their words').fill(words)
  await page.getByLabel('Who told us?').selectOption({ index: 1 })
  await page.getByRole('radio', { name: /phone/i }).check()
  await page.context().clearCookies()
  await press(page, 'Log it')
  await page.getByRole('heading', { name: 'You have been signed out' }).waitFor()
  assert.equal(await page.locator('.their-words').textContent(), words)
  await checkPage(page)
  const [tab] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: /Sign in again/ }).click()])
  await tab.waitForLoadState()
  await signIn(tab, address, emailOf('lead'), password)
  await press(page, 'Send it again')
  if (await page.getByRole('heading', { name: 'Send it again' }).count()) await press(page, 'Send it again')
  await page.getByText('Reference to read out').waitFor()
  assert.equal(await howManyCases(), had + 1)
  await officer.goto(address + await newestCase())
  assert.equal(await officer.locator('.their-words').textContent(), words)
})

test('a reference that is not one, or not ours, tells nothing and says what to do', async () => {
  const visitor = await newVisitor(browser)
  await tellUs(visitor, address)
  for (const receipt of ['', 'hello', '0000-0000-0000-0000', "' or 1=1 --"]) {
    await visitor.goto(`${address}/receipt`)
    await visitor.getByLabel('Your reference').fill(receipt)
    await press(visitor, 'Show where things stand')
    assert.equal(await visitor.locator('.govuk-error-summary li').count(), 1, receipt)
    assert.equal(await visitor.getByLabel('Your reference').inputValue(), receipt)
  }
  await checkPage(visitor)
})
