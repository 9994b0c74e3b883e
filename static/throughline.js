// Progressive enhancement only: every page does its whole job without this file.
import { initAll } from './govuk-frontend.js'

initAll()

// A form that is sent twice by a double click is sent once. After a while it can be sent again: its
// answer may have been a download, which leaves the page where it is.
for (const form of document.querySelectorAll('form[method="post"]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
    setTimeout(() => delete form.dataset.sent, 3000)
  })
}
// Coming back with the browser's Back button, the form can be sent again.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) delete form.dataset.sent
})

// Filters that say so apply as soon as they change.
for (const field of document.querySelectorAll('[data-applies-at-once]')) {
  field.addEventListener('change', () => field.form.requestSubmit())
}
