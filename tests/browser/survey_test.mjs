// Surveys: one is built and answered and its results are read; answers of another tool come in; one wave
// is held against another, and a result becomes the value of a measure. On a council that has nothing yet.
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
  server = await startServer({ roles: ['lead', 'leader', 'officer'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const day = (from) => new Date(Date.now() + from * 24 * 60 * 60 * 1000)

async function addQuestion(page, question) {
  await page.goto(`${address}/surveys/SURVEY-1/questions/new`)
  await page.getByLabel('Question', { exact: true }).fill(question.label)
  await page.getByRole('radio', { name: question.kind, exact: true }).check()
  if (question.options) await page.getByLabel('Answers to choose from').fill(question.options)
  if (question.required) await page.getByLabel('It must be answered').check()
  await save(page, 'Add the question')
}

async function openWave(page, name, from, to) {
  await page.goto(`${address}/surveys/SURVEY-1/waves/new`)
  await page.getByLabel('Name of the wave').fill(name)
  await fillDate(page, 'opens-day', day(from))
  await fillDate(page, 'closes-day', day(to))
  await save(page, 'Open the wave')
}

// Answers the three questions; without support the second is skipped.
async function answer(page, place, { support, helps, words }) {
  await page.goto(place)
  await press(page, 'Start')
  await page.getByRole('radio', { name: support, exact: true }).check()
  await press(page, 'Continue')
  if (support === 'Yes') {
    await page.getByRole('radio', { name: helps, exact: true }).check()
    await press(page, 'Continue')
  }
  await page.getByLabel(/What should we change/).fill(words)
  await press(page, 'Continue')
}

async function importAnswers(page, wave, rows) {
  await page.goto(`${address}/waves/${wave}/import`)
  await page.getByLabel('File').setInputFiles({
    name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(`ID,Support,Helps\n${rows.join('\n')}\n`)
  })
  await press(page, 'Continue')
}

story('a survey is built, answered, imported, compared and counted into a measure', async (step) => {
  let lead
  let place

  await step('a lead makes a survey with three questions and says where an answer leads', async () => {
    lead = await newVisitor(browser)
    await signIn(lead, address, emailOf('lead'), password)
    await lead.goto(`${address}/surveys`)
    await checkPage(lead)
    await lead.getByRole('button', { name: 'Make a survey' }).click()
    await press(lead, 'Make the survey')
    await lead.getByRole('link', { name: 'Enter a title' }).waitFor()
    await checkPage(lead)
    await lead.getByLabel('Title').fill('Unpaid carers’ survey')
    await lead.getByRole('radio', { name: 'Unpaid carers' }).check()
    await lead.getByRole('radio', { name: /No, it is anonymous/ }).check()
    await save(lead, 'Make the survey')
    await addQuestion(lead, { label: 'Do you have support for yourself?', kind: 'Yes, no or not sure', required: true })
    await addQuestion(lead, { label: 'What should we change?', kind: 'In their own words' })
    await addQuestion(lead, { label: 'The support helps me', kind: 'Five-point scale', required: true })
    await lead.getByRole('button', { name: /^Up.*question 3/ }).click()
    await lead.getByRole('link', { name: /^Where answers lead.*question 1/ }).click()
    await lead.getByLabel('After “No”').selectOption({ label: '3. What should we change?' })
    await checkPage(lead)
    await save(lead, 'Save where answers lead')
    assert.match(await lead.locator('main').innerText(), /“No” goes to question 3/)
    await checkPage(lead)
    await lead.goto(`${address}/surveys/SURVEY-1/preview`)
    await checkPage(lead)
  })

  await step('opens a wave and gives out its address', async () => {
    await openWave(lead, 'This year', -1, 20)
    place = await lead.locator('main a[href^="/answer/"]').getAttribute('href')
    place = address + place
    await checkPage(lead)
  })

  await step('a carer without JavaScript answers on a telephone, changes an answer, and sends', async () => {
    const carer = await newVisitor(browser, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } })
    await answer(carer, place, { support: 'Yes', helps: 'Agree', words: 'Ring us before the visit, please' })
    await carer.getByRole('link', { name: /Change do you have support/ }).click()
    await carer.getByRole('radio', { name: 'No', exact: true }).check()
    await press(carer, 'Continue')
    assert.doesNotMatch(await carer.locator('main').innerText(), /The support helps me/, 'what is skipped is not sent')
    await press(carer, 'Send your answers')
    assert.match(await carer.locator('main').innerText(), /We have your answers/)
  })

  await step('every page of answering passes, and a double press sends once', async () => {
    const carer = await newVisitor(browser)
    await carer.goto(place)
    await checkPage(carer)
    await press(carer, 'Start')
    await checkPage(carer)
    await press(carer, 'Continue')
    await carer.getByRole('link', { name: 'Choose an answer' }).waitFor()
    await checkPage(carer)
    await carer.getByRole('radio', { name: 'Yes', exact: true }).check()
    await press(carer, 'Continue')
    await checkPage(carer)
    await carer.getByRole('radio', { name: 'Agree', exact: true }).check()
    await press(carer, 'Continue')
    await checkPage(carer)
    await press(carer, 'Continue')
    await checkPage(carer)
    await carer.getByRole('button', { name: 'Send your answers' }).dblclick()
    await carer.getByRole('heading', { name: 'Thank you' }).waitFor()
    await checkPage(carer)
    await lead.goto(`${address}/waves/WAVE-1`)
    assert.match(await lead.locator('main').innerText(), /2 responses/)
  })

  await step('what the carer wrote is a case with the channel of the survey', async () => {
    await lead.goto(`${address}/waves/WAVE-1/comments`)
    assert.match(await lead.locator('.their-words').innerText(), /Ring us before the visit/)
    await checkPage(lead)
    await lead.getByRole('link', { name: 'CASE-1' }).click()
    assert.match(await lead.locator('main').innerText(), /Survey/)
    await lead.goto(`${address}/waves/WAVE-1/comments`)
    await press(lead, 'We have read it: close it')
    assert.match(await lead.locator('main').innerText(), /1 comment closed as read/)
  })

  await step('answers of another tool come in once, after their columns are named', async () => {
    const rows = [...Array(40).keys()].map((n) => `a${n},Yes,${n < 30 ? 'Agree' : 'Disagree'}`)
    await importAnswers(lead, 'WAVE-1', [...rows, 'bad,Sometimes,Agree'])
    await lead.getByLabel('Support', { exact: true }).selectOption({ label: '1. Do you have support for yourself?' })
    await lead.getByLabel('Helps', { exact: true }).selectOption({ label: '2. The support helps me' })
    await checkPage(lead)
    await press(lead, 'Import the answers')
    assert.match(await lead.locator('main').innerText(), /“Sometimes” is not one of the answers/)
    await checkPage(lead)
    await lead.getByLabel('Keep the good rows').check()
    await save(lead, 'Import the answers')
    assert.match(await lead.locator('main').innerText(), /40 responses added, 0 were here already, 1 row was left out/)
    await importAnswers(lead, 'WAVE-1', rows)
    await save(lead, 'Import the answers')
    assert.match(await lead.locator('main').innerText(), /0 responses added, 40 were here already/)
  })

  await step('the results have a chart, figures and intervals, for leaders too', async () => {
    const leader = await newVisitor(browser)
    await signIn(leader, address, emailOf('leader'), password)
    await leader.goto(`${address}/waves/WAVE-1`)
    const text = await leader.locator('main').innerText()
    assert.match(text, /42 responses/)
    assert.match(text, /Strongly agree or Agree/)
    assert.ok(await leader.locator('main svg').count() >= 2)
    await checkPage(leader)
    const answered = await leader.goto(`${address}/waves/WAVE-1/comments`)
    assert.equal(answered.status(), 403)
  })

  await step('the year before comes from a file, and one wave is held against the other', async () => {
    await openWave(lead, 'Last year', -390, -360)
    const rows = [...Array(40).keys()].map((n) => `b${n},Yes,${n < 8 ? 'Agree' : 'Disagree'}`)
    await importAnswers(lead, 'WAVE-2', rows)
    await save(lead, 'Import the answers')
    await lead.goto(`${address}/waves/WAVE-1`)
    await lead.getByRole('link', { name: 'Hold it against Last year' }).click()
    const text = await lead.locator('main').innerText()
    assert.match(text, /Differs/)
    assert.match(text, /No difference shown|Too few to tell/)
    await checkPage(lead)
  })

  await step('a result becomes the value of a measure, joined on the line', async () => {
    await lead.goto(`${address}/measures/new`)
    await lead.getByLabel('Name').fill('Carers whom support helps')
    await lead.getByLabel('Percent (0 to 100)').check()
    await lead.locator('input[name="improvement"][value="increase"]').check()
    await save(lead, 'Add the measure')
    await lead.goto(`${address}/waves/WAVE-2`)
    await lead.getByRole('link', { name: /^Use as a measure.*question 2/ }).click()
    await lead.getByLabel('Agree', { exact: true }).check()
    await lead.getByLabel('Measure', { exact: true }).selectOption({ label: 'Carers whom support helps' })
    await checkPage(lead)
    await save(lead, 'Record the value')
    assert.match(await lead.locator('main').innerText(), /20%/)
    await lead.goto(`${address}/trace/WAVE-2`)
    assert.match(await lead.locator('main').innerText(), /Carers whom support helps/)
    await lead.goto(`${address}/waves/WAVE-1`)
    await lead.getByRole('link', { name: /^Use as a measure.*question 2/ }).click()
    assert.ok(await lead.getByLabel('Agree', { exact: true }).isChecked(), 'the same answers as before')
  })
})
