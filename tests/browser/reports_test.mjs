// Reports of complaints: a quarter read, given what the figures cannot say, kept, taken away, used as
// evidence; and the version for everyone, in which no small number stands. On the demo council.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { save } from './support/forms.mjs'
import { demoPeople, startServer, throughline } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let people

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  people = demoPeople(server.database)
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, { acceptDownloads: true, ...options })
  await signIn(page, server.address, people[role].email, people[role].password)
  return page
}

// The last quarter that is over, as reports name it.
function lastQuarter() {
  const now = new Date()
  const index = now.getUTCFullYear() * 4 + Math.floor(now.getUTCMonth() / 3) - 1
  const year = Math.floor(index / 4)
  const quarter = index % 4  // 0: January to March
  return quarter === 0 ? { year: year - 1, quarter: 4 } : { year, quarter }
}

async function downloaded(page, link) {
  const [download] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), page.getByRole('link', { name: link }).click()])
  return readFileSync(await download.path())
}

story('the report of a quarter is read, written, kept and used as evidence', async (step) => {
  const { year, quarter } = lastQuarter()
  const key = `${year}-q${quarter}`
  let officer

  await step('the officer finds the quarter in the list', async () => {
    officer = await signedIn('officer')
    await officer.goto(`${server.address}/reports/complaints`)
    await checkPage(officer)
    await officer.locator(`a[href="/reports/complaints/${key}"]`).click()
    assert.match(await officer.locator('main').innerText(), /Complaints received/)
    assert.match(await officer.locator('main').innerText(), /Acknowledged within three working days/)
    await checkPage(officer)
  })

  await step('writes what the figures cannot say', async () => {
    await officer.getByRole('link', { name: 'Write what the figures cannot say' }).click()
    await checkPage(officer)
    await officer.getByLabel('What were the complaints about?').fill('Late visits, most of all.')
    await save(officer, 'Save')
    assert.match(await officer.locator('main').innerText(), /Late visits, most of all\./)
  })

  await step('takes it away in four forms, the same as the command gives', async () => {
    assert.equal((await downloaded(officer, 'This report as PDF')).subarray(0, 5).toString(), '%PDF-')
    assert.equal((await downloaded(officer, 'This report for Word (DOCX)')).subarray(0, 2).toString(), 'PK')
    const csv = (await downloaded(officer, 'The figures as CSV')).toString()
    assert.match(csv, /Timeliness,Acknowledged within three working days/)
    assert.equal(csv, throughline(['report', 'complaints', '--database', server.database, '--authority', 'aldermere',
      '--year', String(year), '--quarter', String(quarter), '--format', 'csv']))
  })

  await step('the version for everyone has no number from 1 to 4 in its tables', async () => {
    await officer.getByRole('link', { name: /The version for everyone/ }).click()
    const cells = await officer.locator('table[class~="report-table"]').evaluateAll((tables) =>
      tables.slice(1).flatMap((table) => [...table.querySelectorAll('td')].map((cell) => cell.textContent)))
    assert.ok(cells.length > 20)
    for (const cell of cells) assert.doesNotMatch(cell, /^[1-4]$/)
    assert.ok(cells.includes('fewer than 5'))
    await checkPage(officer)
  })

  await step('it is kept, and a lead uses it as evidence', async () => {
    await officer.goto(`${server.address}/reports/complaints/${key}`)
    await save(officer, 'Keep this report')
    assert.match(officer.url(), /\/reports\/REPORT-\d+$/)
    await checkPage(officer)
    await officer.getByRole('link', { name: 'Use as evidence' }).click()
    assert.match(await officer.getByLabel('What shows it?').inputValue(), /REPORT-\d+/)
  })
})

test('the annual report says what is still missing before it can be kept', async () => {
  const officer = await signedIn('officer', { javaScriptEnabled: false })
  const year = lastQuarter().year - 1
  await officer.goto(`${server.address}/reports/complaints/${year}/words`)
  await officer.getByLabel('What were the complaints about?').fill('')
  await save(officer, 'Save')
  await officer.getByRole('button', { name: 'Keep this report' }).click()
  assert.match(await officer.locator('.govuk-error-summary').innerText(), /must say what the complaints were about/)
})
