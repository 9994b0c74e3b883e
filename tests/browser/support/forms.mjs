// Filling in the forms that several journeys use.
import assert from 'node:assert/strict'

// A date in three boxes whose first box has the given id.
export async function fillDate(page, id, date) {
  const boxes = page.locator('.govuk-date-input').filter({ has: page.locator(`[id="${id}"]`) }).locator('input')
  await boxes.nth(0).fill(String(date.getUTCDate()))
  await boxes.nth(1).fill(String(date.getUTCMonth() + 1))
  await boxes.nth(2).fill(String(date.getUTCFullYear()))
}

// The first day of the month so many months ago.
export function monthsAgo(months) {
  const now = new Date()
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1))
}

export function asTyped(date) {
  return `${date.getUTCDate()}/${date.getUTCMonth() + 1}/${date.getUTCFullYear()}`
}

export async function press(page, name) {
  await page.getByRole('button', { name, exact: true }).click()
}

// Presses a button whose form must be taken; when it is refused, the test says why.
export async function save(page, name) {
  await press(page, name)
  assert.deepEqual(await page.locator('.govuk-error-summary li').allTextContents(), [], `${name} on ${page.url()}`)
}

export async function addEvidence(page, address, evidence) {
  await page.goto(`${address}/evidence/new`)
  await page.getByLabel('What shows it?').fill(evidence.sources)
  for (const key of evidence.statements) await page.locator(`input[name="statements"][value="${key}"]`).check()
  await page.getByRole('radio', { name: evidence.voice, exact: true }).check()
  await page.getByLabel('What does it say?').fill(evidence.claim)
  await page.getByRole('radio', { name: evidence.contrary ? /^Against/ : /^For/ }).check()
  await fillDate(page, 'dated', evidence.dated ?? monthsAgo(1))
  await save(page, 'Add evidence')
}

export async function scoreStatement(page, address, key, score, rationale) {
  await page.goto(`${address}/statements/${key}/score`)
  await page.locator(`input[name="score"][value="${score}"]`).check()
  await page.locator('#rationale').fill(rationale)
  await save(page, 'Save the score')
}

export async function writeFindings(page, address, key, sections) {
  await page.goto(`${address}/statements/${key}/findings`)
  await page.locator('#summary').fill(sections.summary)
  await page.locator('#heading-1').fill(sections.heading)
  await page.locator('#paragraphs-1').fill(sections.paragraphs)
  await save(page, 'Save')
}
