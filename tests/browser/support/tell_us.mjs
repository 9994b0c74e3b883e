// Telling the council something, one question a page, as a member of the public does.

// Answers every question and stops at "Check your answers".
export async function answerTellUs(page, address, answers = {}) {
  const told = {
    kind: 'Complaint', words: 'The visit came two hours late and nobody rang.', service: 'Home care',
    you: 'I look after someone, unpaid', contact: 'No, I want to stay anonymous', ...answers
  }
  await page.goto(`${address}/tell-us`)
  await page.getByRole('button', { name: 'Start now' }).click()
  await page.getByRole('radio', { name: told.kind }).check()
  await proceed(page)
  await page.locator('#words').fill(told.words)
  await proceed(page)
  await page.getByRole('radio', { name: told.service }).check()
  await proceed(page)
  await page.getByRole('radio', { name: told.you }).check()
  await proceed(page)
  await page.getByRole('radio', { name: told.contact }).check()
  await proceed(page)
  if (told.email) {
    await page.getByLabel('Email address').fill(told.email)
    await proceed(page)
  }
  await page.getByRole('button', { name: 'Skip these questions' }).click()
}

// Sends what was answered and gives the reference that is shown once.
export async function sendTellUs(page) {
  await page.getByRole('button', { name: 'Send' }).click()
  return (await page.locator('.receipt').textContent()).trim()
}

// How many steps a case took does not matter here: only where it ends.
export async function tellUs(page, address, answers) {
  await answerTellUs(page, address, answers)
  return sendTellUs(page)
}

async function proceed(page) {
  await page.getByRole('button', { name: 'Continue' }).click()
}
