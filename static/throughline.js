// Progressive enhancement only: every page does its whole job without this file.
import { initAll } from './govuk-frontend.js'
import './read_aloud.js'

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

// A phone without a connection would leave the page for one of the browser's own, and what was written
// would be gone. So the form is not sent, the page says why, and nothing is kept but the page itself.
// Whether there is a connection the browser only guesses: before a person's words are sent, ask, unless
// the page itself came a moment ago.
const offline = document.getElementById('offline')
const isReached = async () => {
  if (!navigator.onLine) return false
  try {
    await fetch('/health', { cache: 'no-store', signal: AbortSignal.timeout(8000) })
    return true
  } catch {
    return false
  }
}
const sayOffline = (form) => {
  form.prepend(offline)
  offline.hidden = false
  offline.focus()
}
for (const form of offline ? document.querySelectorAll('form[method="post"]') : []) {
  form.addEventListener('submit', async (event) => {
    if (event.defaultPrevented || form.dataset.reached) return
    const asks = 'asksFirst' in form.dataset && performance.now() > 10000
    if (navigator.onLine && !asks) return
    event.preventDefault()
    delete form.dataset.sent
    if (!await isReached()) return sayOffline(form)
    form.dataset.reached = 'yes'
    form.requestSubmit(event.submitter)
    delete form.dataset.reached
  })
}
window.addEventListener('online', () => { if (offline) offline.hidden = true })

// When there is no connection at all, the browser has one page of ours to show.
navigator.serviceWorker?.register('/service-worker.js').catch(() => {})

// Filters that say so apply as soon as they change.
for (const field of document.querySelectorAll('[data-applies-at-once]')) {
  field.addEventListener('change', () => field.form.requestSubmit())
}

// The wall shows what comes in as it comes. When the server cannot keep the line open, the page is
// asked for again, as it is without scripts.
const wall = document.querySelector('[data-live]')
if (wall) {
  const line = ({ at, what, service, when }) => {
    const item = document.createElement('li')
    item.className = 'wall__line'
    const kind = document.createElement('strong')
    kind.textContent = what
    const about = document.createElement('span')
    about.textContent = service
    const moment = document.createElement('span')
    moment.className = 'wall__when'
    moment.textContent = when
    item.dataset.at = at
    item.append(kind, ' ', about, ' ', moment)
    return item
  }
  const events = new EventSource(wall.dataset.live)
  events.addEventListener('lines', (event) => {
    const lines = JSON.parse(event.data)
    // How many stand at the top that did not stand there before.
    const before = wall.firstElementChild?.dataset.at
    const items = lines.map((each) => line(each))
    const known = items.findIndex((item) => item.dataset.at === before)
    const fresh = known < 0 ? items.length : known
    items.slice(0, fresh).forEach((item) => item.classList.add('wall__line--new'))
    wall.replaceChildren(...items)
    wall.hidden = items.length === 0
    document.getElementById('wall-empty').hidden = items.length > 0
    if (fresh > 0) {
      document.getElementById('wall-state').textContent =
        fresh === 1 ? '1 new since you last looked' : `${fresh} new since you last looked`
    }
  })
  events.addEventListener('error', () => {
    if (events.readyState === EventSource.CLOSED) setTimeout(() => location.reload(), 20000)
  })
}
