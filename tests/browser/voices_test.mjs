// The way back to the person who spoke, and the other ways in which voices come in: staff ideas,
// concerns, compliments, faces on a phone and on a kiosk. On a council that has nothing yet.
import assert from 'node:assert/strict'
import { createServer } from 'node:net'
import { after, before } from 'node:test'
import { checkPage, newVisitor, signIn, startBrowser } from './support/browser.mjs'
import { press, save } from './support/forms.mjs'
import { emailOf, password, startServer } from './support/server.mjs'
import { story } from './support/story.mjs'
import { answerTellUs } from './support/tell_us.mjs'

// A mail server that keeps what it is given.
function startSink() {
  const mails = []
  const sink = createServer((socket) => {
    let held = ''
    let data = null
    socket.write('220 sink\r\n')
    socket.on('error', () => {})
    socket.on('data', (chunk) => {
      held += chunk
      for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end)
        held = held.slice(end + 2)
        if (data !== null) {
          if (line !== '.') { data += `${line}\n`; continue }
          mails.push(data)
          data = null
          socket.write('250 taken\r\n')
        } else if (line === 'DATA') {
          data = ''
          socket.write('354 go on\r\n')
        } else {
          socket.write(line === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n')
        }
      }
    })
  })
  return new Promise((resolve) => sink.listen(0, '127.0.0.1', () => resolve({
    mails, url: `smtp://127.0.0.1:${sink.address().port}`, stop: () => sink.close()
  })))
}

let sink
let server
let browser
let address

before(async () => {
  sink = await startSink()
  server = await startServer({
    roles: ['staff', 'officer', 'lead', 'leader'],
    options: ['--mail-server', sink.url, '--mail-from', 'feedback@testford.example', '--mail-seconds', '1']
  })
  browser = await startBrowser()
  address = server.address
})
after(async () => {
  await browser?.close()
  await server?.stop()
  sink?.stop()
})

async function signedIn(role, options = {}) {
  const page = await newVisitor(browser, options)
  await signIn(page, address, emailOf(role), password)
  return page
}

story('an answer goes back to the person, who says whether it is fixed', async (step) => {
  let receipt
  let officer
  const visitor = { page: null }

  await step('someone who asked for email is answered', async () => {
    visitor.page = await newVisitor(browser)
    await answerTellUs(visitor.page, address, { kind: 'Concern', words: 'The ramp is icy.', contact: 'By email', email: 'jo@example.org' })
    await press(visitor.page, 'Send')
    receipt = (await visitor.page.locator('.receipt').textContent()).trim()
    officer = await signedIn('officer')
    await officer.goto(`${address}/cases`)
    await officer.locator('.result a').first().click()
    await officer.getByRole('button', { name: 'Write the answer and close' }).click()
    await officer.getByRole('radio', { name: 'We did something' }).check()
    await officer.locator('#answer').fill('We grit the ramp every morning.')
    await save(officer, 'Close the case')
  })

  await step('the mail arrives, with the answer and nothing that they had told us', async () => {
    for (let tries = 0; tries < 100 && sink.mails.length === 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    assert.equal(sink.mails.length, 1)
    const mail = sink.mails[0].replaceAll('=\n', '')
    assert.match(mail, /We grit the ramp every morning/)
    assert.match(mail, new RegExp(receipt))
    assert.doesNotMatch(mail, /is icy/)
    await officer.reload()
    assert.match(await officer.locator('main').innerText(), /By email: Sent on/)
    await checkPage(officer)
    await officer.goto(`${address}/mail`)
    await checkPage(officer)
  })

  await step('one press says that it is not fixed, without JavaScript', async () => {
    const page = await newVisitor(browser, { javaScriptEnabled: false })
    await page.goto(`${address}/receipt`)
    await page.getByLabel('Your reference').fill(receipt)
    await press(page, 'Show where things stand')
    await press(page, 'No')
    assert.match(await page.locator('main').innerText(), /Not fixed/)
    await page.locator('#words').fill('It was icy again today.')
    await press(page, 'Send what I added')
    assert.match(await page.locator('main').innerText(), /We have what you added/)
  })

  await step('the same page passes axe at 320 pixels', async () => {
    const { page } = visitor
    await page.goto(`${address}/receipt`)
    await page.getByLabel('Your reference').fill(receipt)
    await press(page, 'Show where things stand')
    assert.match(await page.locator('main').innerText(), /You told us: Not fixed/)
    assert.doesNotMatch(await page.locator('main').innerText(), /icy again/)
    await checkPage(page)
  })

  await step('the officer reads it and opens the case again', async () => {
    await officer.goto(`${address}/home`)
    await officer.getByRole('link', { name: '1 person says that it is not fixed' }).click()
    await checkPage(officer)
    await officer.locator('.result a').first().click()
    assert.match(await officer.locator('main').innerText(), /icy again today/)
    await checkPage(officer)
    await press(officer, 'Open the case again')
    assert.match(await officer.locator('main').innerText(), /Case open again/)
  })
})

story('a member of staff raises a gap in confidence and is answered', async (step) => {
  let staff
  await step('they raise it and it says by when they get a reply', async () => {
    staff = await signedIn('staff')
    await staff.goto(`${address}/ideas/new`)
    await checkPage(staff)
    await press(staff, 'Raise it')
    assert.equal(await staff.locator('.govuk-error-summary li').count(), 2)
    await checkPage(staff)
    await staff.getByRole('radio', { name: 'A gap' }).check()
    await staff.locator('#words').fill('Two of us have no alarm after dark.')
    await staff.getByRole('radio', { name: 'Keep my name in confidence' }).check()
    await save(staff, 'Raise it')
    assert.match(await staff.locator('main').innerText(), /Reply due by/)
    await checkPage(staff)
  })
  await step('an officer replies without knowing who it was, a lead may look', async () => {
    const officer = await signedIn('officer')
    await officer.goto(`${address}/ideas?state=owed`)
    await checkPage(officer)
    await officer.locator('.result a').first().click()
    const text = await officer.locator('main').innerText()
    assert.match(text, /Raised in confidence/)
    assert.doesNotMatch(text, /Sam Oduya/)
    await officer.getByRole('radio', { name: 'We did something' }).check()
    await officer.locator('#answer').fill('Alarms for everyone from Monday.')
    await save(officer, 'Send the reply')
    const lead = await signedIn('lead')
    await lead.goto(officer.url())
    await lead.locator('#reason').fill('To ask whether they are safe tonight')
    await save(lead, 'Show who raised it')
    assert.match(await lead.locator('main').innerText(), /Sam Oduya/)
    await checkPage(lead)
  })
  await step('they read the reply and say that they were listened to', async () => {
    await staff.reload()
    assert.match(await staff.locator('main').innerText(), /Alarms for everyone/)
    await staff.getByRole('radio', { name: 'Yes' }).check()
    await save(staff, 'Tell us')
  })
})

story('a concern is logged on a phone, and becomes a complaint at the person’s wish', async (step) => {
  const phone = { viewport: { width: 320, height: 640 } }
  let staff
  await step('log it and resolve it on one screen', async () => {
    staff = await signedIn('staff', phone)
    await staff.goto(`${address}/voices`)
    await checkPage(staff)
    await staff.getByRole('link', { name: 'Log a concern' }).click()
    await checkPage(staff)
    await staff.locator('#words').fill('The bus comes before he is dressed.')
    await staff.locator('#resolved').fill('The driver calls last from tomorrow.')
    await save(staff, 'Log it')
    assert.match(await staff.locator('main').innerText(), /Resolved/)
    await checkPage(staff)
  })
  await step('the person wants to complain after all', async () => {
    await press(staff, 'Make it a complaint')
    assert.equal(await staff.locator('.govuk-error-summary li').count(), 1)
    await staff.getByRole('checkbox', { name: /The person wants it/ }).check()
    await save(staff, 'Make it a complaint')
    assert.match(await staff.locator('main').innerText(), /Now a complaint/)
    assert.doesNotMatch(await staff.locator('main').innerText(), /stage/i)
    await checkPage(staff)
  })
})

story('a compliment reaches the worker, the leaders and the public', async (step) => {
  let lead
  await step('the lead thanks everyone and shares it', async () => {
    const visitor = await newVisitor(browser)
    await answerTellUs(visitor, address, { kind: 'Compliment', words: 'Sam stayed until the ambulance came.' })
    await press(visitor, 'Send')
    lead = await signedIn('lead')
    await lead.goto(`${address}/compliments`)
    await checkPage(lead)
    await lead.locator('.result a').first().click()
    await checkPage(lead)
    await save(lead, 'Thank the person')
    await lead.getByLabel('Who was praised?').selectOption({ label: 'Sam Oduya' })
    await save(lead, 'Add the worker')
    await lead.getByLabel(/How was Sam Oduya thanked/).selectOption({ label: 'In person' })
    await lead.getByRole('button', { name: /Record the thanks/ }).click()
    await save(lead, 'Pass up to leaders')
    await lead.locator('#public_words').fill('Sam stayed with her.')
    await press(lead, 'Share it')
    assert.match(await lead.locator('.govuk-error-summary').innerText(), /names of workers/)
    await lead.locator('#public_words').fill('Stayed with the person until the ambulance came.')
    await save(lead, 'Share it')
    await checkPage(lead)
  })
  await step('the worker, a leader and the public read their part of it', async () => {
    const staff = await signedIn('staff')
    await staff.goto(`${address}/thanks`)
    assert.match(await staff.locator('main').innerText(), /until the ambulance came/)
    await checkPage(staff)
    const leader = await signedIn('leader')
    await leader.goto(`${address}/compliments`)
    await leader.locator('.result a').first().click()
    assert.doesNotMatch(await leader.locator('main').innerText(), /Oduya/)
    await checkPage(leader)
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/good-practice`)
    assert.match(await visitor.locator('main').innerText(), /Stayed with the person/)
    await checkPage(visitor)
  })
})

story('people say how it was today, on their phone and on a kiosk', async (step) => {
  let officer
  let code
  await step('an officer makes a link with a QR code', async () => {
    officer = await signedIn('officer')
    await officer.goto(`${address}/points`)
    await officer.locator('#name').fill('Day centre, front desk')
    await officer.getByLabel('Service').selectOption({ label: 'Home care' })
    await checkPage(officer)
    await save(officer, 'Make the link and the code')
    await officer.locator('.poster svg').waitFor()
    code = (await officer.locator('.poster__address').innerText()).split('/').pop()
    await checkPage(officer)
  })
  await step('on a phone, with words, without JavaScript', async () => {
    const phone = await newVisitor(browser, { viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    await phone.goto(`${address}/at/${code}`)
    await phone.getByRole('radio', { name: 'Very good' }).check()
    await phone.locator('#words').fill('Lovely lunch.')
    await press(phone, 'Send')
    assert.match(await phone.locator('main').innerText(), /Your reference is/)
    const visitor = await newVisitor(browser)
    await visitor.goto(`${address}/at/${code}`)
    await checkPage(visitor)
    await press(visitor, 'Send')
    assert.match(await visitor.locator('.govuk-error-summary').innerText(), /Choose a face/)
    await checkPage(visitor)
    await press(visitor, 'Tell us more')
    await visitor.getByRole('radio', { name: 'Suggestion' }).check()
    await press(visitor, 'Continue')
    await visitor.locator('#words').fill('More seats.')
    await press(visitor, 'Continue')
    assert.match(visitor.url(), /tell-us\/(service|you)/)
  })
  await step('a kiosk keeps nothing and goes back to the start', async () => {
    const kiosk = await newVisitor(browser)
    await kiosk.goto(`${address}/kiosk/${code}`)
    await checkPage(kiosk)
    assert.equal(await kiosk.locator('header, footer').count(), 0)
    await kiosk.getByRole('radio', { name: 'Very bad' }).check()
    await kiosk.locator('#words').fill('No seats.')
    await press(kiosk, 'Send')
    await kiosk.getByRole('heading', { name: 'Thank you' }).waitFor()
    await checkPage(kiosk)
    await kiosk.waitForURL(`${address}/kiosk/${code}`, { timeout: 15_000 })
    await kiosk.goBack()
    await kiosk.goto(`${address}/kiosk/${code}`)
    assert.equal(await kiosk.locator('#words').inputValue(), '')
    assert.equal(await kiosk.locator('input:checked').count(), 0)
  })
  await step('the wall says what came in and not a word of it', async () => {
    await officer.goto(`${address}/wall`)
    const text = await officer.locator('main').innerText()
    assert.match(text, /Concern/)
    assert.doesNotMatch(text, /seats|lunch/)
    // Somebody speaks while the wall is open: it is there without the page being asked for again.
    const speaker = await newVisitor(browser)
    await officer.evaluate(() => { window.notAskedAgain = true })
    await speaker.goto(`${address}/at/${code}`)
    await speaker.getByLabel('Very good').check()
    await speaker.getByRole('button', { name: 'Send' }).click()
    await officer.getByText('1 new since you last looked').waitFor()
    assert.match(await officer.locator('#wall li').first().innerText(), /Very good/)
    assert.equal(await officer.locator('.wall__line--new').count(), 1)
    assert.equal(await officer.evaluate(() => window.notAskedAgain), true)
    await checkPage(officer)
    await speaker.context().close()
    await officer.getByRole('link', { name: 'Hold it still' }).click()
    await checkPage(officer)
  })
})
