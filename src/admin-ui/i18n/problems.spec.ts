import { describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { sentences } from './problems.zh.js'
import { zh } from './zh.js'

const src = path.resolve(import.meta.dirname, '../..')

/** What is said on a terminal, or in the log before the server starts, is not shown on a screen. */
const notOnScreens =
  /^(admin-ui|cli|database)\/|^(config|main)\.|^jobs\/first-start|^lookup\/(server-glossary|mcp\/)|^extraction\/meaning\./

/** Sentences that come from somewhere else than where they are thrown: told by file, with the reason. */
const passedOn: Record<string, string> = {
  'candidates/extraction-threads.ts': 'says again what the thread refused',
  'formats/text/decode-text.ts': 'a remedy of the table of binary files, read there',
  'formats/xml/xml-decoder.ts': 'a remedy of the table of binary files, read there',
  'candidates/ranking/ranking-file.ts': 'the name of a field and what it must be, inside of a sentence that is known',
}

interface Found {
  file: string
  text: string
}
const said: Found[] = []
const unknown: Found[] = []

for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' })) {
  const name = file.replaceAll('\\', '/')
  if (!name.endsWith('.ts') || name.endsWith('.spec.ts') || notOnScreens.test(name)) continue
  const tree = ts.createSourceFile(name, readFileSync(path.join(src, file), 'utf8'), ts.ScriptTarget.Latest, true)
  walk(tree, name, tree)
}

function walk(node: ts.Node, file: string, tree: ts.SourceFile): void {
  if (ts.isNewExpression(node) && node.expression.getText() === 'DomainError') {
    const [, message, details] = node.arguments ?? []
    if (message) take(message, file, tree)
    if (details && ts.isObjectLiteralExpression(details)) takeDetails(details, file, tree)
  } else if (ts.isCallExpression(node) && /(^|\.)refuse$/.test(node.expression.getText()))
    for (const argument of node.arguments) for (const text of textsOf(argument, tree) ?? []) said.push({ file, text })
  // What is wrong with a field of a concept: `fault('languages', 'a concept needs …')`
  if (ts.isCallExpression(node) && node.expression.getText() === 'fault') take(node.arguments[1]!, file, tree)
  // Remedies stand in tables as well.
  if (ts.isPropertyAssignment(node) && node.name.getText() === 'remedy')
    for (const text of textsOf(node.initializer, tree) ?? []) said.push({ file, text })
  ts.forEachChild(node, (child) => walk(child, file, tree))
}

function takeDetails(details: ts.ObjectLiteralExpression, file: string, tree: ts.SourceFile): void {
  for (const property of details.properties) {
    if (!ts.isPropertyAssignment(property)) continue
    const name = property.name.getText()
    if (name === 'remedy') take(property.initializer, file, tree)
    if (name === 'fields' && ts.isObjectLiteralExpression(property.initializer))
      for (const field of property.initializer.properties)
        if (ts.isPropertyAssignment(field) && ts.isArrayLiteralExpression(field.initializer))
          for (const element of field.initializer.elements) take(element, file, tree)
  }
}

function take(node: ts.Expression, file: string, tree: ts.SourceFile): void {
  const texts = textsOf(node, tree)
  if (texts) for (const text of texts) said.push({ file, text })
  else unknown.push({ file, text: node.getText() })
}

/** The sentences an expression may say, a gap as {}; null when that cannot be read from the file. */
function textsOf(node: ts.Expression, tree: ts.SourceFile): string[] | null {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node))
    return [node.head.text + node.templateSpans.map(({ literal }) => `{}${literal.text}`).join('')]
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression, tree)
  if (node.kind === ts.SyntaxKind.NullKeyword) return []
  if (ts.isConditionalExpression(node)) {
    const [one, other] = [textsOf(node.whenTrue, tree), textsOf(node.whenFalse, tree)]
    return one && other && [...one, ...other]
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const [one, other] = [textsOf(node.left, tree), textsOf(node.right, tree)]
    return one?.length === 1 && other?.length === 1 ? [one[0]! + other[0]!] : null
  }
  if (ts.isIdentifier(node)) return node.text === 'undefined' ? [] : textsOfName(node.text, tree)
  if (ts.isPropertyAccessExpression(node)) return textsOfName(node.name.text, tree)
  // `[sentence, ...examples].join(' ')`
  if (ts.isCallExpression(node) && node.getText().endsWith(".join(' ')")) {
    const [first] = ((node.expression as ts.PropertyAccessExpression).expression as ts.ArrayLiteralExpression).elements
    return first ? textsOf(first, tree) : null
  }
  return null
}

/** A name stands for what the file gives it as a constant or a property; what an argument says is read where it is given. */
function textsOfName(name: string, tree: ts.SourceFile): string[] | null {
  const texts: string[] = []
  let isGiven = false
  const look = (node: ts.Node): void => {
    const gives =
      (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
      node.name.getText() === name &&
      node.initializer
    if (gives && !ts.isIdentifier(gives) && !ts.isPropertyAccessExpression(gives)) {
      const own = textsOf(gives, tree)
      isGiven ||= own !== null
      texts.push(...(own ?? []))
    }
    if (ts.isParameter(node) && node.name.getText() === name) isGiven = true
    ts.forEachChild(node, look)
  }
  look(tree)
  return isGiven ? texts : null
}

describe('what the server says', () => {
  test('is found in the sources', () => {
    expect(said.length).toBeGreaterThan(300)
    expect(unknown.filter(({ file }) => !(file in passedOn))).toEqual([])
  })

  test('has a Chinese text, every sentence of it', () => {
    const missing = said.filter(({ text }) => !(text in sentences))
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([])
  })

  test('has one for every code', () => {
    const codes = readFileSync(path.join(src, 'shared/errors.ts'), 'utf8').match(/(?<=^ {2}\| ')[\w-]+(?=')/gm)!
    expect(codes.length).toBeGreaterThan(10)
    expect([...codes, 'internal'].filter((code) => !(code in zh.problemTitle))).toEqual([])
  })

  test('fills in Chinese the gaps that it has in English, each once', () => {
    const odd = Object.entries(sentences).filter(([english, chinese]) => {
      const gaps = [...chinese.matchAll(/\{(\d)\}/g)].map(([, gap]) => Number(gap)).toSorted((a, b) => a - b)
      return gaps.join() !== Array.from({ length: english.split('{}').length - 1 }, (_, i) => i + 1).join()
    })
    expect(odd).toEqual([])
    expect(Object.values(sentences).filter((text) => !/\p{Script=Han}|^\{1\}。$/u.test(text))).toEqual([])
  })
})
