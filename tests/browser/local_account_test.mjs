// The Local Account: a lead begins it and writes, publishing is refused until the board has signed and a
// leader approved, the public reads it as page, PDF and Word file, and it stays as it was whatever becomes of
// the record, until a corrected version takes its place. On a council that has nothing yet.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { fillDate, press, save } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'leader', 'member'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, address, emailOf(role), password)
  return page
}

// The financial year before the one that is running: the last that is over.
function lastYear() {
  const now = new Date()
  const begins = (now.getUTCMonth() < 3 ? now.getUTCFullYear() - 1 : now.getUTCFullYear()) - 1
  return { begins, name: `${begins}-${String((begins + 1) % 100).padStart(2, '0')}` }
}

async function bytes(path) {
  const answer = await fetch(address + path)
  assert.equal(answer.status, 200, path)
  return Buffer.from(await answer.arrayBuffer())
}

// The page without what every answer makes anew.
async function publicText(page, path) {
  await page.goto(address + path)
  return page.locator('main').innerText()
}

async function logCase(page, words, date) {
  await page.goto(`${address}/cases/new`)
  await page.getByRole('radio', { name: 'Suggestion' }).check()
  await page.locator('#words').fill(words)
  await page.locator('#service').selectOption({ label: 'Home care' })
  await page.locator('#relationship').selectOption({ label: 'A family member or friend' })
  await page.getByRole('radio', { name: 'Phone' }).check()
  await fillDate(page, 'received', date)
  await save(page, 'Log it')
}

async function sign(page, ref, who) {
  await page.goto(`${address}/local-accounts/${ref}/signatures`)
  await page.locator('#member').selectOption({ label: `${who.name} (Draws on care)` })
  await page.locator('#role').fill(who.role)
  await fillDate(page, 'signed', new Date())
  if (who.named) await page.getByRole('checkbox', { name: /agreed that their name/ }).check()
  if (who.statement) await page.locator('#statement').fill(who.statement)
  if (who.disagrees) await page.getByRole('checkbox', { name: /where they disagree/ }).check()
  await save(page, 'Record the signature')
}

async function approveAndPublish(ref) {
  const leader = await signedIn('leader')
  await leader.goto(`${address}/local-accounts/${ref}/publication`)
  await save(leader, 'Approve it as it stands')
  await checkPage(leader)
  await save(leader, 'Publish it')
  await leader.context().close()
}

story('a year is written, signed by the board, published, kept as it is and corrected', async (step) => {
  const { begins, name } = lastYear()
  const inYear = new Date(Date.UTC(begins, 9, 12))
  const visitor = await newVisitor(browser)
  let lead
  let files
  let page

  await step('there are voices of the year and a board of two', async () => {
    lead = await signedIn('lead')
    for (let count = 0; count < 7; ++count) await logCase(lead, `Ring before a visit is late, please. ${count}`, inYear)
    await lead.goto(`${address}/co-production/groups/new`)
    await lead.getByLabel('What is the group called?').fill('The board')
    await lead.getByLabel('What is it for?').fill('To shape care')
    await save(lead, 'Add the group')
    const group = lead.url()
    for (const member of ['Harriet Vane', 'Moira Quigg']) {
      await lead.goto(`${group}/members/new`)
      await lead.locator('#name').fill(member)
      await lead.getByRole('radio', { name: 'Draws on care' }).check()
      await fillDate(lead, 'joined', inYear)
      await save(lead, 'Add the member')
    }
  })

  await step('a lead begins it; it is counted from the record', async () => {
    await lead.goto(`${address}/local-accounts`)
    await checkPage(lead)
    await lead.locator('#year').selectOption({ label: name })
    await save(lead, 'Begin a draft')
    assert.match(await lead.locator('main').innerText(), /Draft begun and counted|Chapters/)
    await checkPage(lead)
    await lead.getByRole('link', { name: 'What people told us' }).click()
    assert.match(await lead.locator('main').innerText(), /Suggestions/)
    await checkPage(lead)
  })

  await step('what it writes is shown before it is saved, and nothing is lost when it is refused', async () => {
    await lead.goto(`${address}/local-accounts/ACCOUNT-1/chapters/foreword`)
    await lead.locator('#note').fill('# Too loud')
    await press(lead, 'Save')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Leave out headings/)
    assert.equal(await lead.locator('#note').inputValue(), '# Too loud')
    await checkPage(lead)
    await lead.locator('#note').fill('This is **what we heard**.')
    await press(lead, 'Show how it will look')
    assert.equal(await lead.locator('.flag strong').innerText(), 'what we heard')
    await save(lead, 'Save')
  })

  await step('a chapter without anything is left out and says why, without JavaScript too', async () => {
    const plain = await signedIn('lead', { javaScriptEnabled: false })
    for (const key of ['did', 'you-said', 'complaints', 'praise', 'surveys', 'together', 'voices', 'scores', 'next']) {
      await plain.goto(`${address}/local-accounts/ACCOUNT-1/chapters/${key}`)
      await plain.locator('#left_out').check()
      await save(plain, 'Save')
    }
    await plain.context().close()
    await lead.goto(`${address}/local-accounts/ACCOUNT-1`)
    assert.match(await lead.locator('main').innerText(), /Left out/)
    await checkPage(lead)
  })

  await step('publishing is refused while too few have signed', async () => {
    await lead.goto(`${address}/local-accounts/ACCOUNT-1/publication`)
    await checkPage(lead)
    await press(lead, 'Publish it')
    const problems = await lead.locator('.govuk-error-summary').innerText()
    assert.match(problems, /which group signs/)
    assert.match(problems, /No leader has approved it yet/)
    await checkPage(lead)
  })

  await step('the board signs: one by name, one who disagrees in part and is not named', async () => {
    await lead.goto(`${address}/local-accounts/ACCOUNT-1/signatures`)
    await checkPage(lead)
    await lead.locator('#group').selectOption({ label: 'The board' })
    await save(lead, 'Save the group')
    await press(lead, 'Record the signature')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Choose who signed/)
    await checkPage(lead)
    await sign(lead, 'ACCOUNT-1', { name: 'Harriet Vane', role: 'Co-chair', named: true })
    await sign(lead, 'ACCOUNT-1', {
      name: 'Moira Quigg', role: 'Member', statement: 'Not all of it.\n\nWe waited too long.', disagrees: true })
    assert.match(await lead.locator('main').innerText(), /2 of 2 have signed the text as it is/)
    await checkPage(lead)
  })

  await step('words that change under a signature ask for it again', async () => {
    await lead.goto(`${address}/local-accounts/ACCOUNT-1/chapters/foreword`)
    await lead.locator('#note').fill('This is what we heard, and what did not work.')
    await save(lead, 'Save')
    assert.match(await lead.locator('main').innerText(), /2 signed an earlier text/)
    await sign(lead, 'ACCOUNT-1', { name: 'Harriet Vane', role: 'Co-chair', named: true })
    await sign(lead, 'ACCOUNT-1', {
      name: 'Moira Quigg', role: 'Member', statement: 'Not all of it.\n\nWe waited too long.', disagrees: true })
  })

  await step('a leader approves it and it is published', async () => {
    await approveAndPublish('ACCOUNT-1')
    await lead.goto(`${address}/local-accounts/ACCOUNT-1`)
    assert.match(await lead.locator('main').innerText(), /This is what the public sees/)
    await checkPage(lead)
    await lead.goto(`${address}/local-accounts/ACCOUNT-1/preview`)
    await checkPage(lead)
  })

  await step('the public finds it and reads it as page, PDF and Word file', async () => {
    await visitor.goto(address)
    await visitor.locator('main').getByRole('link', { name: 'Local Account' }).click()
    await checkPage(visitor)
    await visitor.getByRole('link', { name: `Local Account ${name}` }).click()
    const words = await visitor.locator('main').innerText()
    assert.match(words, /what did not work/)
    assert.match(words, /We have nothing on this yet/)
    assert.match(words, /Harriet Vane/)
    assert.match(words, /Disagrees in part/)
    assert.match(words, /We waited too long/)
    assert.doesNotMatch(words, /Moira Quigg|Ring before a visit|CASE-|ACTION-/)
    await checkPage(visitor)
    page = await publicText(visitor, `/local-account/${name}`)
    files = {}
    for (const ending of ['pdf', 'docx', 'csv']) files[ending] = await bytes(`/local-account/${name}.${ending}`)
    assert.equal(files.pdf.subarray(0, 5).toString(), '%PDF-')
    assert.equal(files.docx.subarray(0, 2).toString(), 'PK')
    for (const ending of ['pdf', 'docx', 'csv']) {
      assert.ok(files[ending].equals(await bytes(`/local-account/${name}.${ending}`)), ending)
    }
  })

  await step('the record changes and what is published does not', async () => {
    for (let count = 0; count < 6; ++count) await logCase(lead, `Another one, of the same year. ${count}`, inYear)
    assert.equal(await publicText(visitor, `/local-account/${name}`), page)
    for (const ending of ['pdf', 'docx', 'csv']) {
      assert.ok(files[ending].equals(await bytes(`/local-account/${name}.${ending}`)), ending)
    }
  })

  await step('a corrected version takes its place; the earlier one can still be read', async () => {
    await lead.goto(`${address}/local-accounts/ACCOUNT-1`)
    await lead.locator('summary', { hasText: 'Correct it' }).click()
    await lead.locator('#what_changed').fill('Six voices that had come in late are counted.')
    await save(lead, 'Begin a corrected version')
    await sign(lead, 'ACCOUNT-2', { name: 'Harriet Vane', role: 'Co-chair', named: true })
    await sign(lead, 'ACCOUNT-2', { name: 'Moira Quigg', role: 'Member' })
    await approveAndPublish('ACCOUNT-2')
    assert.match(await publicText(visitor, `/local-account/${name}`), /Six voices that had come in late/)
    await checkPage(visitor)
    assert.match(await publicText(visitor, `/local-account/${name}-version-1`), /This is an earlier version/)
    await checkPage(visitor)
  })
})

story('everyone who may not write reads and no more', async (step) => {
  await step('a member of the council reads it', async () => {
    const member = await signedIn('member')
    await member.goto(`${address}/local-accounts/ACCOUNT-2`)
    assert.equal(await member.getByText('Correct it').count(), 0)
    await checkPage(member)
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/local-account`)
    assert.match(await visitor.locator('main').innerText(), /version 2/)
  })
})
