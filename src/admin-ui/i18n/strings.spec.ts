import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { en } from './en.js'
import { zh } from './zh.js'

const flatEn = flat(en)
const flatZh = flat(zh)

describe('strings of the screens', () => {
  it('Chinese has every key of English, and no other', () => {
    const wanted = Object.keys(flatEn).filter((key) => !key.endsWith('_one'))
    expect(Object.keys(flatZh).toSorted()).toEqual(wanted.toSorted())
  })

  it('a singular has its plural', () => {
    const singulars = Object.keys(flatEn).filter((key) => key.endsWith('_one'))
    expect(singulars.filter((key) => !(key.replace(/_one$/, '_other') in flatEn))).toEqual([])
  })

  it('both languages fill the same gaps', () => {
    const differing = Object.keys(flatZh).filter((key) => gaps(flatZh[key]!) !== gaps(flatEn[key]!))
    expect(differing).toEqual([])
  })

  it('no Chinese string is English left standing', () => {
    const untranslated = Object.entries(flatZh).filter(([, text]) => !/\p{Script=Han}/u.test(text))
    // A name and its place: nothing in it to translate.
    expect(untranslated.map(([key]) => key)).toEqual(['review.by'])
  })

  it('every string that a screen asks for exists', () => {
    const known = new Set(Object.keys(flatEn).map((key) => key.replace(/_(one|other)$/, '')))
    const asked = sources().flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!))
    expect(asked.length).toBeGreaterThan(150)
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })

  it('every reason that a score can have is named', () => {
    const reasons = declaredReasons()
    expect(reasons.length).toBeGreaterThan(50)
    // What is added after the table: the pair among its rivals, and nearness of meaning.
    reasons.push('choice', 'choiceBack', 'insideLonger', 'meaning')
    expect(reasons.filter((name) => !(`reason.${name}` in flatEn && `reason.${name}` in flatZh))).toEqual([])
  })

  it('no screen speaks past the tables', () => {
    // Names: of the product, of keys, of a protocol.
    const spoken = screens().flatMap(({ name, source }) => spokenIn(source).map((text) => `${name}: ${text}`))
    expect(spoken.filter((text) => !/: (Termloom|https:\/\/|Alt [⇧ ←→]+)$/.test(text))).toEqual([])
  })

  it('and the check sees what would', () => {
    const seen = spokenIn(
      `<p title="Over" aria-label={\`Row \${n}\`} id="not">Plain {isOn ? 'Yes' : t('no')}{n > 1 && 'Many'} · {\`\${n} more\`} {name}</p>`,
    )
    expect(seen).toEqual(['Over', 'Row ', 'Plain', 'Yes', 'Many', ' more'])
  })
})

/** { a: { b: 'x' } } -> { 'a.b': 'x' } */
function flat(strings: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strings).flatMap(([name, value]: [string, string | object]) =>
      typeof value === 'string' ? [[prefix + name, value]] : Object.entries(flat(value, `${prefix}${name}.`)),
    ),
  )
}

function gaps(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name!)
    .toSorted((one, other) => one.localeCompare(other))
    .join()
}

/** Read as text: screens import nothing of the extractor, and its own folder knows no screens. */
function declaredReasons(): string[] {
  const file = path.resolve(import.meta.dirname, '../../extraction/pairs/features.ts')
  const [, table] = /noFeatures = \(\) => \(\{(.*?)\}\)/s.exec(readFileSync(file, 'utf8'))!
  return [...table!.matchAll(/^ {2}(\w+): 0,$/gm)].map(([, name]) => name!)
}

/** Attributes that are read out or shown. */
const told = new Set(['aria-label', 'aria-description', 'title', 'placeholder', 'label', 'description', 'alt', 'error'])

/** Words in the code of a screen that no table holds: text between tags, and literals where text is shown. */
function spokenIn(source: string): string[] {
  const found: string[] = []
  const hasWord = (text: string) => /\p{L}{2}/u.test(text)
  const note = (text: string) => hasWord(text) && found.push(text)
  /** What an expression may come out as. */
  const outcomes = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) note(node.text)
    else if (ts.isTemplateExpression(node))
      [node.head, ...node.templateSpans.map(({ literal }) => literal)].forEach(({ text }) => note(text))
    else if (ts.isConditionalExpression(node)) [node.whenTrue, node.whenFalse].forEach(outcomes)
    else if (ts.isParenthesizedExpression(node)) outcomes(node.expression)
    else if (ts.isBinaryExpression(node) && !isComparison(node)) outcomes(node.right)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) note(node.text.trim())
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) outcomes(node.expression)
    if (ts.isJsxAttribute(node) && node.initializer && told.has(node.name.getText())) {
      if (ts.isStringLiteral(node.initializer)) note(node.initializer.text)
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression)
        outcomes(node.initializer.expression)
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('screen.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return found
}

function isComparison({ operatorToken: { kind } }: ts.BinaryExpression): boolean {
  return ![
    ts.SyntaxKind.AmpersandAmpersandToken,
    ts.SyntaxKind.BarBarToken,
    ts.SyntaxKind.QuestionQuestionToken,
  ].includes(kind)
}

function screens(): { name: string; source: string }[] {
  const root = path.resolve(import.meta.dirname, '..')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.tsx'))
    .map((name) => ({ name, source: readFileSync(path.join(root, name), 'utf8') }))
}

function sources(): string[] {
  const root = path.resolve(import.meta.dirname, '..')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
}
