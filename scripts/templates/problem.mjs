// What stops the compiler: a place in a template and what is wrong there, in words.
export class TemplateProblem extends Error {
  constructor(template, line, message) {
    super(`${template}:${line}: ${message}`)
    this.name = 'TemplateProblem'
  }
}

// Nunjucks counts lines from 0.
export const lineOf = (node) => (node?.lineno ?? 0) + 1
