import { InvalidArgumentError, Option, type Command } from 'commander'
import { readFileSync } from 'node:fs'
import type { TableMapping } from '../formats/index.js'

export interface TableOptions {
  mapping?: TableMapping
  sheet?: string
  header: boolean
}

/** How a table is read whose titles do not say it. */
export function addTableOptions(command: Command): Command {
  return command
    .addOption(
      new Option(
        '--mapping <columns>',
        'what the columns of a table hold, from the left: "concept,term:zh,term:en,partOfSpeech:en,-" with - for what is left out; or a .json file',
      ).argParser(mapping),
    )
    .option('--sheet <name>', 'sheet of a workbook; the first that is not hidden otherwise')
    .option('--no-header', 'the first row of the table holds terms, not titles (with --mapping)')
}

function mapping(text: string): TableMapping {
  if (text.endsWith('.json')) return fromFile(text)
  const columns = text.split(',').map((name) => name.trim())
  return { headerLine: 1, columns: columns.map((name) => (name === '' || name === '-' ? null : name)) }
}

function fromFile(file: string): TableMapping {
  try {
    const found = JSON.parse(readFileSync(file, 'utf8')) as TableMapping
    if (Array.isArray(found.columns))
      return { ...found, headerLine: found.headerLine === undefined ? 1 : found.headerLine }
  } catch {
    // told below, whatever was wrong with it
  }
  throw new InvalidArgumentError(
    `"${file}" must hold JSON such as {"headerLine":1,"columns":["term:zh","term:en",null]}.`,
  )
}

/** The mapping with what the other options say of it. */
export function tableMapping({ mapping, sheet, header }: TableOptions): TableMapping | undefined {
  if (!mapping) return undefined
  return { ...mapping, ...(sheet && { sheet }), ...(!header && { headerLine: null }) }
}
