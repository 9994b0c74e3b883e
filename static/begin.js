// Runs before the page is drawn, so that parts that need scripts never flash into view without them.
document.body.className +=
  ' js-enabled' + ('noModule' in HTMLScriptElement.prototype ? ' govuk-frontend-supported' : '')
