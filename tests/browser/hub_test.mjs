// The information hub: an officer writes a page, reads it in a preview, publishes it and changes it; a
// member of the public finds it, reads it and says whether it was useful; the officer hears of it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { demoPeople, startServer } from './support/server.mjs'

let server
let browser

before(async () => {
  server = await startServer()
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

test('a page is written, published, found, read, answered and changed', async () => {
  const officer = await newVisitor(browser)
  const { email, password } = demoPeople(server.database).officer
  await signIn(officer, server.address, email, password)
  await officer.goto(`${server.address}/information`)
  await officer.getByRole('button', { name: 'Write a page' }).click()
  await officer.getByLabel('Title').fill('Meals at home')
  await officer.getByRole('button', { name: 'Save' }).click()
  await officer.getByRole('link', { name: 'Enter the text of the page' }).waitFor()
  await checkPage(officer)
  assert.equal(await officer.getByLabel('Title').inputValue(), 'Meals at home')

  await officer.getByLabel('What the page is about').fill('How to have a hot meal brought to you.')
  await officer.getByLabel('Text', { exact: true }).fill(
    '## Who can have one\n\nAnyone who finds it hard to cook.\n\n## What it costs\n\n' +
    '| Meal | Cost |\n|---|---:|\n| Lunch | £5 |\n\n## When\n\n- Every day\n- At noon\n\n## Ask\n\n[Tell us](/tell-us)\n')
  await officer.getByLabel('Everyone').check()
  await officer.getByLabel('Topic').selectOption('Getting care and support')
  await officer.getByRole('button', { name: 'Preview' }).click()
  await officer.getByRole('heading', { name: 'Preview: nothing is saved yet' }).waitFor()
  await officer.getByText('Reading age:').waitFor()
  await checkPage(officer)
  await officer.getByRole('button', { name: 'Save' }).click()
  await officer.getByText('Draft saved').waitFor()
  await officer.getByRole('button', { name: 'Publish version 1' }).click()
  await officer.getByText('Published', { exact: true }).first().waitFor()
  await checkPage(officer)

  const reader = await newVisitor(browser)
  await reader.goto(`${server.address}/information`)
  await reader.getByLabel('Search').fill('hot meals')
  await reader.getByRole('button', { name: 'Search' }).click()
  await checkPage(reader)
  await reader.getByRole('link', { name: 'Meals at home' }).click()
  await reader.getByRole('link', { name: 'What it costs' }).click()
  await reader.getByText('Last checked on').waitFor()
  await checkPage(reader)
  await reader.getByLabel('No', { exact: true }).check()
  await reader.getByLabel('What could be better?').fill('Say if there is food without meat.')
  await reader.getByRole('button', { name: 'Send' }).click()
  await reader.getByText('keep this reference').waitFor()

  await officer.reload()
  await officer.getByText('0 of 1 reader found it useful').waitFor()
  await officer.getByRole('link', { name: 'Change this page' }).click()
  const text = officer.getByLabel('Text', { exact: true })
  await text.fill((await text.inputValue()).replace('- At noon', '- At noon, also without meat'))
  await officer.getByLabel('What did you change, and why?').fill('A reader asked')
  await officer.getByRole('button', { name: 'Save' }).click()
  await officer.getByText('Put in:').waitFor()
  await checkPage(officer)
  await officer.getByRole('button', { name: 'Publish this version' }).click()
  await reader.goto(`${server.address}/information/meals-at-home`)
  await reader.getByText('also without meat').waitFor()
})
