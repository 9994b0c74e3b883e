// Reads the page aloud with the voices of the visitor's own device. The button is there only where
// the browser can speak and has a voice for the language of the page; nothing is sent anywhere.

const place = document.querySelector('[data-read-aloud]')
const main = document.getElementById('main-content')
const speech = window.speechSynthesis
const language = document.documentElement.lang || 'en'

// What stands by itself when it is said: a heading, a paragraph, an answer to choose.
const blocks = 'h1, h2, h3, h4, h5, h6, p, li, dt, dd, th, td, caption, legend, label, summary, blockquote, ' +
  '.govuk-hint, .govuk-button, .listening-cell, .listening-caption, div, section'
const passedOver = 'nav, script, style, template, textarea, select, [hidden], [aria-hidden="true"], .govuk-skip-link'

function isShown(element) {
  return element.checkVisibility ? element.checkVisibility() : element.getClientRects().length > 0
}

// [[element, its words]], in the order of the page.
function pieces() {
  const found = []
  const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { parentElement: parent, textContent } = walker.currentNode
    if (!textContent.trim() || parent.closest(passedOver) || !isShown(parent)) continue
    const block = parent.closest(blocks) ?? main
    const last = found[found.length - 1]
    if (last && last[0] === block) last[1] += textContent
    else found.push([block, textContent])
  }
  return found.map(([block, words]) => [block, words.replace(/\s+/g, ' ').trim()])
}

// Some browsers stop in the middle of a long piece; a sentence is short enough.
function sentences(words) {
  return words.match(/[^.!?۔؟]+[.!?۔؟]*\s*/g) ?? [words]
}

function voiceFor() {
  return speech.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language.toLowerCase()))
}

function button(words, classes = '') {
  const made = document.createElement('button')
  made.type = 'button'
  made.className = `govuk-button govuk-button--secondary ${classes}`.trim()
  made.textContent = words
  return made
}

function offer() {
  const say = place.dataset
  const start = button(say.readAloud)
  const pause = button(say.pause)
  const stop = button(say.stop)
  let queue = []
  let shown = null
  let turn = 0 // a reading that was stopped must not go on when its last sentence ends

  const show = (block) => {
    shown?.classList.remove('read-aloud__now')
    shown = block
    shown?.classList.add('read-aloud__now')
  }
  const rest = () => {
    turn += 1
    queue = []
    speech.cancel()
    show(null)
    pause.hidden = true
    stop.hidden = true
    start.hidden = false
  }
  const next = (mine) => {
    if (mine !== turn) return
    const piece = queue.shift()
    if (!piece) {
      rest()
      start.focus()
      return
    }
    show(piece[0])
    const spoken = new SpeechSynthesisUtterance(piece[1])
    spoken.lang = language
    spoken.voice = voiceFor() ?? null
    spoken.addEventListener('end', () => next(mine))
    spoken.addEventListener('error', () => { if (mine === turn) rest() })
    speech.speak(spoken)
  }
  start.addEventListener('click', () => {
    rest()
    queue = pieces().flatMap(([block, words]) => sentences(words).map((each) => [block, each]))
    start.hidden = true
    pause.hidden = false
    pause.textContent = say.pause
    stop.hidden = false
    pause.focus()
    next(turn)
  })
  pause.addEventListener('click', () => {
    if (speech.paused) {
      speech.resume()
      pause.textContent = say.pause
    } else {
      speech.pause()
      pause.textContent = say.goOn
    }
  })
  stop.addEventListener('click', () => {
    rest()
    start.focus()
  })
  // What was being read does not follow someone who leaves the page.
  window.addEventListener('pagehide', rest)
  pause.hidden = true
  stop.hidden = true
  place.append(start, pause, stop)
  place.hidden = false
}

if (place && main && speech && typeof SpeechSynthesisUtterance === 'function') {
  let offered = false
  const offerOnce = () => {
    if (offered || !voiceFor()) return
    offered = true
    offer()
  }
  offerOnce()
  // Voices come a little later in most browsers.
  speech.addEventListener?.('voiceschanged', offerOnce)
}
