// Co-production: a group and its members, a project from what people ask for to its answer, and who
// is in the room. On a council that has nothing yet.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { fillDate, monthsAgo, press, save } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'member'] })
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

story('people join early, and what they ask for is answered', async (step) => {
  let officer
  await step('a group is added with a member', async () => {
    officer = await signedIn('officer')
    await officer.goto(`${address}/co-production/groups/new`)
    await checkPage(officer)
    await officer.getByLabel('What is the group called?').fill('Board')
    await officer.getByLabel('What is it for?').fill('To shape care')
    await save(officer, 'Add the group')
    await officer.getByRole('button', { name: 'Add a member' }).click()
    await officer.locator('#name').fill('Jo Bloggs')
    await officer.getByRole('radio', { name: 'Unpaid carer' }).check()
    await fillDate(officer, 'joined', monthsAgo(4))
    await officer.locator('#sex').selectOption('female')
    await checkPage(officer)
    await save(officer, 'Add the member')
    assert.match(await officer.locator('main').innerText(), /Jo Bloggs/)
    await checkPage(officer)
  })

  await step('a project is added; a form that is wrong loses nothing', async () => {
    await officer.goto(`${address}/co-production/new`)
    await officer.getByLabel('What is it called?').fill('Letters about charges')
    await press(officer, 'Add the project')
    await checkPage(officer)
    assert.equal(await officer.locator('#title').inputValue(), 'Letters about charges')
    await officer.getByLabel('What is it about?').fill('What people pay')
    await officer.getByRole('radio', { name: 'While it was designed' }).check()
    await fillDate(officer, 'asked_on', monthsAgo(3))
    await fillDate(officer, 'wanted_by', monthsAgo(2))
    await officer.getByRole('checkbox', { name: 'Board' }).check()
    await officer.getByLabel('Draws on care').fill('12')
    await save(officer, 'Add the project')
    assert.match(await officer.locator('main').innerText(), /working days/)
    await checkPage(officer)
  })

  await step('it is finished only when each ask is answered', async () => {
    await officer.locator('summary', { hasText: 'Add something that people asked for' }).click()
    await officer.locator('#asked').fill('The amount on the first page')
    await save(officer, 'Write it down')
    assert.match(await officer.locator('main').innerText(), /cannot be finished yet/)
    await officer.locator('summary', { hasText: 'Answer one' }).click()
    await officer.getByRole('radio', { name: 'Not changed' }).check()
    await press(officer, 'Keep the answer')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /why it did not change/)
    await checkPage(officer)
    await officer.locator('#answer').fill('The printer cannot do it before spring')
    await save(officer, 'Keep the answer')
    await save(officer, 'It is finished')
    await checkPage(officer)
  })

  await step('a councillor reads the register and sees no name', async () => {
    const member = await signedIn('member')
    await member.goto(`${address}/co-production`)
    assert.match(await member.locator('main').innerText(), /1 of 1 project early enough/)
    await checkPage(member)
    await member.goto(`${address}/co-production/groups/GROUP-1`)
    assert.doesNotMatch(await member.locator('main').innerText(), /Jo Bloggs/)
    await member.goto(`${address}/co-production/room?group=GROUP-1`)
    assert.match(await member.locator('main').innerText(), /too few for a table/)
    await checkPage(member)
  })
})
