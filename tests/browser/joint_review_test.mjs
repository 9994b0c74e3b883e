// An incident is looked at together: the council begins a review and invites a partner, both write their
// parts, a joint action is raised, and what was learned is shared. On the demo council, whose partner sees
// nothing of the review that another organisation is asked into.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { fillDate, press, save } from './support/forms.mjs'
import { startServer, throughline } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let secret

before(async () => {
  server = await startServer()
  browser = await startBrowser()
  secret = /password is (.+)/.exec(throughline(['demo', '--database', server.database, '--sign-ins']))[1]
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(who, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, server.address, `${who}@aldermere.example`, secret)
  return page
}

const textOf = (page) => page.locator('main').innerText()
const inDays = (days) => new Date(Date.now() + days * 86_400_000)

// Opens one of the parts of the page that are folded away.
async function unfold(page, words) {
  await page.locator('summary', { hasText: words }).click()
}

story('an incident is looked at together', async (step) => {
  let officer
  let partner
  let address
  await step('an officer begins a review and is warned of a name', async () => {
    officer = await signedIn('priya.nair')
    await officer.goto(`${server.address}/joint-reviews`)
    await checkPage(officer)
    await officer.getByRole('button', { name: 'Begin a review' }).click()
    await press(officer, 'Begin the review')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /Enter what it is called/)
    await checkPage(officer)
    await officer.locator('#title').fill('A key safe that nobody could open')
    await fillDate(officer, 'from', inDays(-20))
    await fillDate(officer, 'due', inDays(20))
    await officer.locator('#why').fill('Mrs Hargreaves could not be reached for two hours.')
    await press(officer, 'Begin the review')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /looks like a name: “Mrs Hargreaves”/)
    await officer.getByRole('checkbox', { name: /I have looked/ }).waitFor()
    await checkPage(officer)
    await officer.locator('#why').fill('A person could not be reached for two hours.')
    await save(officer, 'Begin the review')
    await checkPage(officer)
    address = new URL(officer.url()).pathname
  })
  await step('and invites a partner', async () => {
    await unfold(officer, 'Invite an organisation')
    await press(officer, 'Invite')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /Choose an organisation from the list/)
    await checkPage(officer)
    await officer.locator('#partner').selectOption({ label: 'Aldermere Carers Network' })
    await fillDate(officer, 'due', inDays(14))
    await save(officer, 'Invite')
    assert.match(await textOf(officer), /Aldermere Carers Network\s+Invited/i)
  })
  await step('the partner accepts, writes its part and submits it, on a phone without JavaScript', async () => {
    partner = await signedIn('sunita.patel', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await partner.goto(`${server.address}/partner`)
    await partner.getByRole('link', { name: /Say whether you take part: A key safe/ }).click()
    assert.doesNotMatch(await textOf(partner), /What each wrote/)
    await press(partner, 'We take part')
    await partner.getByRole('link', { name: 'Write your part' }).click()
    await partner.locator('#saw').fill('The family rang us at nine.')
    await press(partner, 'Submit our part')
    assert.match(await partner.locator('.govuk-error-summary').innerText(), /Enter what you learned/)
    assert.equal(await partner.locator('#saw').inputValue(), 'The family rang us at nine.')
    await press(partner, 'Save as a draft')
    await officer.reload()
    assert.doesNotMatch(await textOf(officer), /The family rang us at nine/)
    await partner.locator('#learned').fill('A code that one person knows is no code.')
    await press(partner, 'Submit our part')
    assert.match(await textOf(partner), /Your part is in/)
    await officer.reload()
    assert.match(await textOf(officer), /The family rang us at nine/)
  })
  await step('another organisation is told that there is nothing', async () => {
    const other = await signedIn('grace.adeyinka')
    for (const part of ['', '/part', '/pdf']) {
      assert.equal((await other.goto(server.address + address + part)).status(), 404, part)
    }
    await checkPage(other)
    await other.goto(`${server.address}/joint-reviews`)
    assert.doesNotMatch(await textOf(other), /key safe/)
    await checkPage(other)
    await other.goto(`${server.address}/partner`)
    await checkPage(other)
    await other.goto(`${server.address}/joint-reviews/requests/new`)
    await checkPage(other)
  })
  await step('the officer writes the council’s part, what happened and a joint action', async () => {
    await officer.goto(server.address + address)
    await officer.getByRole('link', { name: 'Write your part' }).click()
    await checkPage(officer)
    await officer.locator('#saw').fill('We had an old code on file.')
    await officer.locator('#learned').fill('To ask for the code at each review.')
    await save(officer, 'Submit our part')
    await unfold(officer, 'Add something that happened')
    await fillDate(officer, 'on', inDays(-20))
    await officer.locator('#at').fill('nine')
    await officer.locator('#fact').fill('The worker rang the office.')
    await press(officer, 'Add it')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /Enter a time like 14:30/)
    await checkPage(officer)
    await officer.locator('#at').fill('9:10')
    await save(officer, 'Add it')
    await unfold(officer, 'Raise a joint action')
    await officer.locator('#title').fill('Ask for the code of the key safe at each review')
    await officer.locator('#aim').fill('Nobody waits at a locked door.')
    await officer.locator('#owner').selectOption({ label: 'Aldermere Carers Network' })
    await fillDate(officer, 'action_due', inDays(60))
    await save(officer, 'Raise the joint action')
    await unfold(officer, 'Join a case')
    await officer.locator('#case').fill('case-1')
    await save(officer, 'Join it')
    await checkPage(officer)
  })
  await step('and the learning note, which the partner sees otherwise', async () => {
    await officer.getByRole('link', { name: 'Write the learning note' }).click()
    await checkPage(officer)
    await officer.locator('#learning').fill('Two people know each code, and one of them answers at night.')
    await save(officer, 'Save')
    await partner.goto(server.address + address)
    const seen = await textOf(partner)
    assert.match(seen, /Two people know each code/)
    assert.doesNotMatch(seen, /CASE-1\b/)
    await partner.getByRole('radio', { name: 'We see it otherwise' }).check()
    await partner.locator('#otherwise').fill('The family should be one of the two.')
    await press(partner, 'Tell the others')
    assert.match(await textOf(partner), /sees it otherwise/)
    await checkPage(await again(partner))
  })
  await step('the review is closed and every member of staff reads what was learned', async () => {
    await officer.reload()
    await save(officer, 'Agree and close')
    assert.match(await textOf(officer), /Agreed and closed/i)
    await checkPage(officer)
    const staff = await signedIn('chloe.barraclough')
    await staff.goto(`${server.address}/voices`)
    await staff.getByRole('link', { name: 'What we learned together' }).click()
    const read = await textOf(staff)
    assert.match(read, /Two people know each code/)
    assert.match(read, /An organisation that took part sees it otherwise:\s+The family should be one of the two/)
    await checkPage(staff)
    assert.equal((await staff.goto(server.address + address)).status(), 403)
  })
})

// The same page with JavaScript, which axe needs.
async function again(page) {
  const other = await signedIn('sunita.patel')
  await other.goto(page.url())
  return other
}
