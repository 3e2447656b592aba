import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { Schema } from 'node-schematron'

const data = path.resolve(import.meta.dirname, '../../../shared/data')
const schemas = path.join(data, 'tbx/schemas')

/** Folders of the test data, and whether they are there: they are no part of the product. */
export const tbxData = {
  schemas,
  real: path.join(data, 'tbx/real'),
  clients: path.join(data, 'clients'),
  isThere: existsSync(schemas),
}

/** Says why a group of tests does not run; a silent skip looks like a pass. */
export function describeIf(condition: boolean, reason: string): typeof describe {
  if (!condition) process.stderr.write(`skipped: ${reason}\n`)
  return condition ? describe : describe.skip
}

const schemaText = (name: string): string => readFileSync(path.join(schemas, name), 'utf8')

/** Keeps the schemas, which take longer to load than a file to check. */
const loaded = new Map<string, unknown>()
function once<T>(name: string, load: () => T): T {
  if (!loaded.has(name)) loaded.set(name, load())
  return loaded.get(name) as T
}

const rngOf = (name: string) => once(name, () => RelaxNGValidator.fromDoc(XmlDocument.fromString(schemaText(name))))
const schematronOf = (name: string) => once(name, () => Schema.fromString(schemaText(name)))

/** Violations by the published schemas of a DCA dialect, without Java. */
export function violationsOfDca(xml: string, dialect: 'Basic' | 'Min' | 'Core'): string[] {
  const schematron = { Basic: 'TBX-Basic_DCA.jing.sch', Min: 'TBX-Min_DCA.jing.sch', Core: 'TBX-Core.sch' }[dialect]
  return [...violationsOfRng(xml, 'TBXcoreStructV03.rng'), ...violationsOfSchematron(xml, schematron)]
}

export function violationsOfRng(xml: string, schema: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    rngOf(schema).validate(document)
    return []
  } catch (error) {
    return (error as Error).message.split('\n').filter(Boolean)
  } finally {
    document.dispose()
  }
}

function violationsOfSchematron(xml: string, schema: string): string[] {
  return schematronOf(schema)
    .validateString(xml)
    .map(({ message }: { message?: string }) => (message ?? '').trim())
}

export const hasJing = isInstalled('jing') && isInstalled('xmllint')

function isInstalled(program: string): boolean {
  return spawnSync('which', [program]).status === 0
}

/** By jing: its Schematron takes a large file in seconds, the one of Node in hours. */
export function violationsOfSchematronByJing(files: Record<string, Uint8Array>, schema: string): string[] {
  return withFiles(files, (paths) => jing(['-i', schema], paths))
}

/** Violations of files in the DCT style, by jing: NVDL has no other implementation. */
export function violationsOfDct(files: Record<string, Uint8Array>): string[] {
  return withFiles(files, (paths) => jing(['local-TBX-Basic.nvdl'], paths))
}

/** Violations of TBX-Basic 2008, by the DTD and the RNG. */
export function violationsOfMartif(files: Record<string, Uint8Array>): string[] {
  return withFiles(files, (paths) => [...jing(['TBXBasicRNGV02.rng'], paths), ...paths.flatMap(violationsOfDtd)])
}

/** @param schema its name, after options */
function jing(schema: string[], paths: string[]): string[] {
  const wanted = [...schema.slice(0, -1), path.join(schemas, schema.at(-1)!)]
  const { stdout } = spawnSync('jing', [...wanted, ...paths], { encoding: 'utf8', maxBuffer: 1e8 })
  return stdout.split('\n').filter((line) => /(error|fatal):/.test(line))
}

function violationsOfDtd(file: string): string[] {
  const dtd = path.join(schemas, 'TBXcoreStructV02.dtd')
  const { stderr } = spawnSync('xmllint', ['--nonet', '--noout', '--dtdvalid', dtd, file], { encoding: 'utf8' })
  return stderr.split('\n').filter((line) => line.includes('validity error'))
}

/** The files on disk as long as they are used. */
export function withFiles<T>(files: Record<string, Uint8Array>, use: (paths: string[]) => T): T {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'termloom-tbx-'))
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(path.join(folder, name), bytes)
    return use(readdirSync(folder).map((name) => path.join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs a program and gives its lines of output, tab-separated. */
export function rowsFrom(program: string, args: string[]): string[][] {
  const output = execFileSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 })
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
}
