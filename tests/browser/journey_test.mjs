// The main job, told once from end to end: a voice is heard, understood, acted on, proved, judged and
// published, and every step of it can be traced both ways. On a council that has nothing yet.
import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { addEvidence, asTyped, fillDate, monthsAgo, press, save, scoreStatement, writeFindings } from './support/forms.mjs'
import { emailOf, password, startServer, throughline } from './support/server.mjs'
import { story } from './support/story.mjs'
import { answerTellUs } from './support/tell_us.mjs'

let server
let browser
let address

before(async () => {
  server = await startServer({ roles: ['officer', 'lead', 'leader'] })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
})

const words = 'Nobody rang when the morning visit came two hours late. Mum sat in a wet bed.'
const statements = ['assessing-needs', 'healthier-lives', 'equity', 'care-provision', 'partnerships',
  'safe-systems', 'safeguarding', 'governance', 'learning']

async function signedIn(role) {
  const page = await newVisitor(browser)
  await signIn(page, address, emailOf(role), password)
  return page
}

// The rows of a trace as the page lists them: how deep, and which record.
async function listedTrace(page, ref, direction) {
  await page.goto(`${address}/trace/${ref}?direction=${direction}`)
  await checkPage(page)
  return page.locator('.trace .trace__step').evaluateAll((steps) => steps.map((step) => {
    let depth = 0
    for (let list = step.closest('ul'); !list.classList.contains('trace'); list = list.parentElement.closest('ul')) {
      depth += 1
    }
    return `${depth} ${step.querySelector('a').textContent.trim().split(' ').pop()}`
  }))
}

function commandedTrace(ref, direction) {
  const trace = JSON.parse(
    throughline(['trace', ref, '--json', '--direction', direction, '--database', server.database]))
  const listed = []
  const walk = (node, depth) => {
    listed.push(`${depth} ${node.ref}`)
    for (const link of node.links) walk(link.node, depth + 1)
  }
  walk(trace, 0)
  return { trace, listed }
}

story('what one person says is followed from their words to a published score and back', async (step) => {
  const visited = []
  let receipt
  let officer
  let lead
  let leader

  await step('a person tells the council, and a double-clicked Send makes one case', async () => {
    const visitor = await newVisitor(browser)
    visitor.on('framenavigated', (frame) => visited.push(frame.url()))
    await answerTellUs(visitor, address, { kind: 'Concern', words, contact: 'By email', email: 'visitor@example.org' })
    assert.match(await visitor.locator('main').innerText(), /wet bed/)
    await checkPage(visitor)
    await visitor.getByRole('button', { name: 'Send' }).dblclick()
    await visitor.getByRole('heading', { name: /Thank you/ }).waitFor()
    receipt = (await visitor.locator('.receipt').textContent()).trim()
    assert.match(receipt, /^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
    await checkPage(visitor)
    for (const url of visited) assert.doesNotMatch(decodeURIComponent(url), /wet bed|visitor@/, 'nothing of theirs in an address')
  })

  await step('they come back with the reference and see where things stand', async () => {
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/receipt`)
    await visitor.getByLabel('Your reference').fill(receipt.toLowerCase().replaceAll('-', ' '))
    await press(visitor, 'Show where things stand')
    const text = await visitor.locator('main').innerText()
    assert.match(text, /We have it/)
    assert.doesNotMatch(text, /wet bed/)
    assert.doesNotMatch(visitor.url(), new RegExp(receipt))
    await checkPage(visitor)
  })

  await step('a lead starts the council with themes', async () => {
    lead = await signedIn('lead')
    await lead.goto(`${address}/themes`)
    await press(lead, 'Start with the usual themes of adult social care')
    await lead.getByRole('link', { name: 'Home care timing' }).waitFor()
    await checkPage(lead)
  })

  await step('an officer finds the one case by its words and by a filter', async () => {
    officer = await signedIn('officer')
    await officer.goto(`${address}/cases`)
    assert.equal(await officer.locator('.result').count(), 1)
    await officer.getByLabel('Words').fill('late visit')
    await officer.getByLabel('Kind').selectOption({ label: 'Concern' })
    await press(officer, 'Show cases')
    const marked = await officer.locator('.result mark').allTextContents()
    assert.deepEqual(marked.map((text) => text.toLowerCase()), ['visit', 'late'])
    await checkPage(officer)
    await officer.getByLabel('Kind').selectOption({ label: 'Compliment' })
    await press(officer, 'Show cases')
    assert.equal(await officer.locator('.result').count(), 0)
  })

  await step('opens it, begins to look into it, and gives it a theme', async () => {
    await officer.goto(`${address}/cases`)
    await officer.locator('.result a').first().click()
    assert.equal(await officer.locator('.their-words').textContent(), words)
    await checkPage(officer)
    await press(officer, 'Start looking into it')
    await officer.getByRole('link', { name: 'Give it themes' }).click()
    await officer.getByRole('checkbox', { name: /Home care timing/ }).check()
    await checkPage(officer)
    await press(officer, 'Save themes')
    await officer.getByRole('link', { name: 'Home care timing' }).click()
  })

  await step('sees the theme month by month, as a chart and as a table', async () => {
    assert.ok(await officer.locator('.chart svg').count() > 0, 'a chart')
    const table = officer.getByRole('table', { name: 'Month by month' })
    const counts = await table.locator('tbody td').allTextContents()
    assert.equal(counts.at(-1).trim(), '1', 'all cases of the theme')
    assert.equal(counts.filter((text) => text.trim() === '1').length, 2, 'one month and the total')
    await checkPage(officer)
  })

  await step('adds a measure and pastes its values: the bad row is named, the good ones are kept', async () => {
    await officer.goto(`${address}/measures/new`)
    await officer.locator('#name').fill('Home care visits on time')
    await officer.locator('input[name="unit"][value="percent"]').check()
    await officer.locator('input[name="improvement"][value="increase"]').check()
    await officer.locator('#target').fill('90')
    await checkPage(officer)
    await press(officer, 'Add the measure')
    await officer.getByRole('link', { name: 'Paste or upload many' }).click()
    const rows = Array.from({ length: 12 }, (_, each) => `${asTyped(monthsAgo(20 - each))},${60 + (each % 3)}`)
      .concat(Array.from({ length: 8 }, (_, each) => `${asTyped(monthsAgo(8 - each))},${84 + (each % 3)}`))
    await officer.locator('#text').fill(['date,value', ...rows, '31/2/2026,many'].join('\n'))
    await press(officer, 'Check the values')
    const bad = officer.locator('tr').filter({ hasText: '31/2/2026' })
    assert.match(await bad.innerText(), /22/)
    assert.match(await officer.locator('main').innerText(), /Nothing is kept yet/)
    await checkPage(officer)
    await officer.locator('form').filter({ has: officer.locator('input[value="keep"]') }).getByRole('button').click()
    assert.equal(await officer.locator('#values ~ .wide-table tbody tr').count(), 20)
    await checkPage(officer)
  })

  await step('raises an action from the case, with an owner, a day and the measure it should move', async () => {
    await officer.goto(`${address}/cases/CASE-1`)
    await officer.getByRole('button', { name: 'Raise an action' }).click()
    await officer.locator('#title').fill('Ring people when a visit will be late')
    await officer.locator('#aim').fill('Nobody waits without knowing. People who have home care.')
    await officer.locator('#owner').selectOption({ label: 'Olive Farrow' })
    await fillDate(officer, 'due', monthsAgo(-3))
    await officer.locator('#measure').selectOption({ label: 'Home care visits on time' })
    await checkPage(officer)
    await press(officer, 'Raise the action')
    await officer.getByRole('heading', { level: 1, name: 'Ring people when a visit will be late' }).waitFor()
    assert.match(await officer.locator('main').innerText(), /CASE-1/)
    await checkPage(officer)
  })

  await step('says when it began, and the page says whether it worked', async () => {
    await officer.getByRole('button', { name: 'Say when it began' }).click()
    await fillDate(officer, 'began', monthsAgo(8))
    await press(officer, 'Save the day it began')
    assert.equal(await officer.locator('.verdict__word').textContent(), 'Improved')
    assert.ok(await officer.locator('.chart svg').count() > 0, 'an XmR chart')
    await checkPage(officer)
    await press(officer, 'Record this verdict')
    await officer.goto(`${address}/proofs/PROOF-1`)
    assert.match(await officer.locator('main').innerText(), /Improved/)
    await checkPage(officer)
  })

  await step('uploads a document and reads it back', async () => {
    await officer.goto(`${address}/documents/new`)
    await officer.getByLabel('Title').fill('Home care contract review')
    await officer.getByLabel('File').setInputFiles(
      { name: 'review.txt', mimeType: 'text/plain', buffer: Buffer.from('Most calls are not logged.\n') })
    await fillDate(officer, 'dated', monthsAgo(2))
    await press(officer, 'Upload')
    await officer.getByText('Document uploaded').waitFor()
    await checkPage(officer)
  })

  await step('a letter is not an assessment: it is refused with a reason and the library stays empty', async () => {
    await officer.goto(`${address}/elsewhere/new`)
    await checkPage(officer)
    await officer.locator('#file').setInputFiles(
      { name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear all, the meeting is on Monday.\n') })
    await press(officer, 'Add to the library')
    assert.match(await officer.locator('.govuk-error-summary').innerText(), /not a page of a published local authority assessment/)
    await checkPage(officer)
    await officer.goto(`${address}/elsewhere`)
    assert.match(await officer.locator('main').innerText(), /The library is empty/)
  })

  let elsewhere
  await step('adds published pages of other councils, and says whose the nameless one is', async () => {
    await officer.goto(`${address}/elsewhere/new`)
    await officer.locator('#file').setInputFiles([
      'data/demo/assessments/eastmere-care-provision.txt', 'data/demo/assessments/unnamed-healthier-lives.txt'])
    await save(officer, 'Add to the library')
    await officer.goto(`${address}/elsewhere`)
    await checkPage(officer)
    await officer.getByRole('link', { name: /Say which council this is/ }).click()
    await officer.getByLabel('Name of the council').fill('Northmarsh County Council')
    await checkPage(officer)
    await save(officer, 'Save')
    await officer.goto(`${address}/elsewhere`)
    await officer.getByRole('heading', { name: 'Northmarsh County Council' }).waitFor()
    await officer.getByRole('link', { name: 'Care provision, integration and continuity' }).click()
    await checkPage(officer)
  })

  await step('filters what other councils were told, and searches in it', async () => {
    await officer.goto(`${address}/elsewhere/statements`)
    const all = await officer.locator('.result').count()
    await officer.getByLabel('What it says').selectOption({ label: 'Shortfall' })
    await officer.getByLabel('Words').fill('nursing beds')
    await press(officer, 'Show statements')
    const found = officer.locator('.result')
    assert.ok(await found.count() > 0 && await found.count() < all, 'fewer, but some')
    const marked = (await officer.locator('.result mark').allTextContents()).map((text) => text.toLowerCase())
    assert.ok(marked.includes('nursing') && marked.includes('beds'), marked.join(', '))
    await checkPage(officer)
    await found.first().getByRole('link', { name: /how it was read/ }).click()
    elsewhere = new URL(officer.url()).pathname.split('/').pop()
    await checkPage(officer)
  })

  await step('attaches case, action, measure, proof, document and a statement from elsewhere as evidence, for and against', async () => {
    await addEvidence(officer, address, { sources: elsewhere, statements: ['care-provision'], voice: 'Processes and documents', contrary: true, claim: 'Another council was found to lack nursing beds, as we do.' })
    await addEvidence(officer, address, { sources: 'CASE-1', statements: ['care-provision'], voice: 'Unpaid carers', contrary: true, claim: 'A carer told us that nobody rang when a visit was late.' })
    await addEvidence(officer, address, { sources: 'ACTION-1, MEASURE-1, PROOF-1', statements: ['care-provision'], voice: 'Data', claim: 'Our figures show that more visits come on time since people are rung.' })
    await addEvidence(officer, address, { sources: 'DOCUMENT-1', statements: ['care-provision'], voice: 'Data', contrary: true, claim: 'A contract review showed that most calls are not logged.' })
    await officer.goto(`${address}/statements/care-provision`)
    assert.match(await officer.locator('main').innerText(), /1 supporting and 3 contrary/)
    await checkPage(officer)
  })

  await step('a statement without evidence cannot be scored; one piece of evidence can speak to several', async () => {
    await lead.goto(`${address}/statements/equity/score`)
    await lead.locator('input[name="score"][value="1"]').check()
    await lead.locator('#rationale').fill('Nobody could show us anything at all that says how fairly people are treated.')
    await press(lead, 'Save the score')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /Add evidence to this statement/)
    assert.match(await lead.locator('#rationale').inputValue(), /^Nobody could show us/)
    await checkPage(lead)
    const others = statements.filter((key) => key !== 'care-provision')
    await addEvidence(officer, address, { sources: 'CASE-1, THEME-1', statements: others, voice: 'Unpaid carers', contrary: true, claim: 'A carer told us that nobody explained what they could ask for.' })
  })

  await step('a lead scores nine statements with a rationale, and a 1 is flagged', async () => {
    for (const key of statements) {
      await scoreStatement(lead, address, key, key === 'equity' ? 1 : 3, 'The evidence on both sides shows this and not the next level.')
    }
    await lead.goto(`${address}/statements`)
    assert.match(await lead.locator('main').innerText(), /escalated|escalate/i)
    await checkPage(lead)
    await lead.goto(`${address}/statements/equity`)
    await lead.getByRole('link', { name: 'Record who has been told' }).click()
    await lead.locator('#told').fill('Chief executive, Anna Meredith')
    await fillDate(lead, 'told_on', monthsAgo(0))
    await press(lead, 'Record it')
  })

  await step('the overall rating is worked out in steps, and a professional judgement stands beside it', async () => {
    leader = await signedIn('leader')
    await leader.goto(`${address}/rating`)
    const text = await leader.locator('main').innerText()
    const expected = JSON.parse(throughline(['rate', '--json', ...statements.map((key) => (key === 'equity' ? '1' : '3'))]))
    assert.match(text, new RegExp(`${expected.percent}%`))
    assert.match(text, new RegExp(expected.rating))
    await checkPage(leader)
    await leader.getByRole('radio', { name: 'Requires improvement' }).check()
    await leader.locator('#reason').fill('Nobody could show us that people are treated fairly.')
    await press(leader, 'Record the judgement')
    assert.match(await leader.locator('main').innerText(), /Professional judgement: Requires improvement/)
    await checkPage(leader)
  })

  await step('key findings are written and approved', async () => {
    for (const key of statements) {
      await writeFindings(lead, address, key, {
        summary: 'Most of it works.', heading: 'What people told us',
        paragraphs: 'People told us that visits were late.\n\nOur data showed that more come on time now.'
      })
    }
    await checkPage(lead)
    for (const key of statements) {
      await leader.goto(`${address}/statements/${key}/findings`)
      await press(leader, 'Approve the findings and the score')
    }
    await checkPage(leader)
  })

  await step('the action gets its public wording', async () => {
    await officer.goto(`${address}/public-wordings/ACTION-1`)
    await officer.getByLabel('You said').fill('Visits were late and nobody rang.')
    await officer.getByLabel('We did').fill('We ring people when a visit will be late.')
    await officer.getByRole('checkbox', { name: 'Show it to the public' }).check()
    await checkPage(officer)
    await press(officer, 'Save')
  })

  await step('a leader checks and publishes', async () => {
    await leader.goto(`${address}/publications/new`)
    await checkPage(leader)
    await leader.getByRole('checkbox', { name: /I publish knowing/ }).check()
    await press(leader, 'Publish')
    await checkPage(leader)
  })

  await step('the public reads the page as it was published, and as JSON', async () => {
    const reader = await newVisitor(browser)
    await reader.goto(`${address}/assessment`)
    assert.match(await reader.locator('main').innerText(), /Our professional judgement is different: Requires improvement/)
    await checkPage(reader)
    await reader.getByRole('link', { name: 'Care provision, integration and continuity' }).click()
    const text = await reader.locator('main').innerText()
    assert.match(text, /Score: 3/)
    assert.match(text, /What people told us/)
    assert.doesNotMatch(text, /wet bed/)
    await checkPage(reader)
    const summary = await (await reader.request.get(`${address}/assessment.json`)).json()
    assert.equal(summary.percent, 70)
    const page = await (await reader.request.get(`${address}/assessment/care-provision.json`)).json()
    assert.equal(page.score, 3)
    await reader.goto(`${address}/you-said-we-did`)
    assert.match(await reader.locator('main').innerText(), /We ring people when a visit will be late/)
    assert.match(await reader.locator('main').innerText(), /Improved|It worked/)
    await checkPage(reader)
  })

  await step('the case is answered, and the person sees what changed', async () => {
    await officer.goto(`${address}/cases/CASE-1`)
    await officer.getByRole('button', { name: 'Write the answer and close' }).click()
    await officer.locator('input[name="outcome"]').first().check()
    await officer.locator('#answer').fill('You were right. We now ring people.')
    await press(officer, 'Close the case')
    await checkPage(officer)
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/receipt`)
    await visitor.getByLabel('Your reference').fill(receipt)
    await press(visitor, 'Show where things stand')
    assert.match(await visitor.locator('main').innerText(), /You were right. We now ring people./)
    assert.match(await visitor.locator('main').innerText(), /We ring people when a visit will be late/)
    await checkPage(visitor)
  })

  await step('the trace says the same in the browser, on the command line and as JSON, both ways', async () => {
    const score = (await (async () => {
      await lead.goto(`${address}/statements/care-provision`)
      return lead.locator('.score-line a').first().getAttribute('href')
    })()).split('/').pop()
    for (const [ref, direction, reached] of [[score, 'back', 'CASE-1'], [score, 'back', elsewhere], ['CASE-1', 'forward', 'PUBLICATION-1']]) {
      const listed = await listedTrace(lead, ref, direction)
      const commanded = commandedTrace(ref, direction)
      assert.ok(listed.some((row) => row.endsWith(` ${reached}`)), `${ref} reaches ${reached}: ${listed.join(', ')}`)
      assert.deepEqual(listed, commanded.listed)
      const served = await (await lead.request.get(`${address}/api/trace/${ref}?direction=${direction}`)).json()
      assert.deepEqual(served, commanded.trace)
      assert.ok(await lead.locator('svg.graph').count() > 0, 'the trace is drawn')
    }
  })

  await step('no event was altered and no link hangs loose', () => {
    assert.match(throughline(['verify', '--database', server.database]), /^testford: sound/)
  })
})
