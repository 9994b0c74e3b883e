// A partner organisation is added, its person tells the council something, gets a reply and says whether
// they feel listened to. On a council that has nothing yet.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { press, save } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'partner'] })
  browser = await startBrowser()
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, server.address, emailOf(role), password)
  return page
}

const textOf = (page) => page.locator('main').innerText()

story('a partner tells us something and is answered', async (step) => {
  let lead
  let partner
  await step('someone of no organisation is told whom to ask', async () => {
    partner = await signedIn('partner', { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await partner.goto(`${server.address}/partner`)
    assert.match(await textOf(partner), /Ask the person at/)
  })
  await step('a lead adds the organisation and who signs in for it', async () => {
    lead = await signedIn('lead')
    await lead.goto(`${server.address}/partners`)
    await checkPage(lead)
    await press(lead, 'Add')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Enter the name[\s\S]*Choose what it is/)
    await checkPage(lead)
    await lead.getByLabel('Name of the organisation').fill('Carers Network')
    await lead.getByRole('radio', { name: 'Voluntary or community group' }).check()
    await save(lead, 'Add')
    await checkPage(lead)
    await lead.locator('form[action$="/members"]').getByRole('button', { name: 'Add' }).click()
    await lead.waitForLoadState()
    assert.match(await textOf(lead), /They can sign in for it/)
    await checkPage(lead)
  })
  await step('its person tells us something on a phone without JavaScript', async () => {
    await partner.goto(`${server.address}/partner`)
    await partner.getByRole('button', { name: 'Tell us something' }).click()
    await partner.locator('#words').fill('Calls back take six weeks.')
    await press(partner, 'Tell us')
    assert.match(await partner.locator('.govuk-error-summary').innerText(), /Choose what you want to tell us/)
    assert.equal(await partner.locator('#words').inputValue(), 'Calls back take six weeks.')
    await partner.getByRole('radio', { name: /does not work/ }).check()
    await press(partner, 'Tell us')
    assert.match(await textOf(partner), /Owed a reply/i)
  })
  await step('an officer replies', async () => {
    const officer = await signedIn('officer')
    await officer.goto(`${server.address}/home`)
    await officer.getByRole('link', { name: '1 partner is owed a reply' }).click()
    await checkPage(officer)
    await officer.getByRole('link', { name: /^Concern/ }).click()
    await checkPage(officer)
    await officer.getByRole('radio', { name: 'We did something' }).check()
    await officer.getByLabel('Your reply').fill('A second person answers these calls now.')
    await save(officer, 'Send the reply')
    await checkPage(officer)
  })
  await step('they read it and say whether they feel listened to', async () => {
    await partner.reload()
    assert.match(await textOf(partner), /A second person answers these calls now/)
    await partner.getByRole('radio', { name: 'Partly' }).check()
    await press(partner, 'Tell us')
    assert.match(await textOf(partner), /Thank you for telling us/)
    await partner.goto(`${server.address}/cases`)
    assert.equal(await partner.locator('h1').innerText(), 'You cannot do this')
  })
})
