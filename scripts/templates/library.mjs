// Finds and reads templates: ours under the root, and govuk-frontend's under the name govuk/...
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import nunjucks from 'nunjucks'
import { inEveryLanguage } from './messages.mjs'
import { Module } from './module.mjs'
import { TemplateProblem } from './problem.mjs'

const { parser } = nunjucks

export class Library {
  constructor(root, govukFolder) {
    this.root = root
    this.govukFolder = govukFolder
    this.modules = new Map()
    this.reading = new Set()
    this.templates = root ? filesBelow(root).filter((name) => name.endsWith('.html')) : []
  }

  // Every template of govuk-frontend that others may import or extend.
  govukTemplates() {
    return filesBelow(this.govukFolder)
      .filter((name) => /^(components\/[^/]+\/macro|macros\/[^/]+|template)\.njk$/.test(name))
      .map((name) => `govuk/${name}`)
  }

  pathOf(name) {
    return name.startsWith('govuk/') ? join(this.govukFolder, name.slice(6)) : join(this.root ?? '', name)
  }

  // The template that `from` (a Module) calls `name` at a line: a path from the root, or one that
  // starts with ./ or ../ and is relative to `from`.
  find(name, from, line) {
    const full = /^\.\.?\//.test(name) ? posix.join(posix.dirname(from.name), name) : name
    if (full.startsWith('..') || !existsSync(this.pathOf(full))) {
      throw new TemplateProblem(from.name, line, `there is no template "${name}"`)
    }
    if (this.reading.has(full)) {
      throw new TemplateProblem(from.name, line, `${full} extends, includes or imports itself`)
    }
    return this.module(full)
  }

  module(name) {
    if (!this.modules.has(name)) {
      this.reading.add(name)
      try {
        const source = readFileSync(this.pathOf(name), 'utf8')
        this.modules.set(name, new Module(name, parse(name, source), this, inEveryLanguage(source)))
      } finally {
        this.reading.delete(name)
      }
    }
    return this.modules.get(name)
  }
}

// The line break after a tag and the spaces before one are not kept, as govuk-frontend asks for.
const options = { trimBlocks: true, lstripBlocks: true }

function parse(name, source) {
  try {
    return parser.parse(source, [], options)
  } catch (problem) {
    const message = String(problem.message).replace(/^\(.*?\)\s*(\[Line.*?\])?\s*/s, '')
    throw new TemplateProblem(name, problem.lineno ?? 1, message)
  }
}

function filesBelow(root, directory = root) {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(directory, entry.name)
      return entry.isDirectory() ? filesBelow(root, path) : [relative(root, path).split(sep).join('/')]
    })
    .sort()
}

export const govukFolderFrom = (start) => join(start, 'node_modules', 'govuk-frontend', 'dist', 'govuk')
