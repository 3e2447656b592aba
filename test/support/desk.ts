import { randomUUID } from 'node:crypto'
import type { Actor } from '../../src/auth/roles.js'
import { ExtractDocumentJob } from '../../src/candidates/extract-document.job.js'
import { DocumentsService } from '../../src/corpora/documents.service.js'
import type { Reading } from '../../src/corpora/read-document.js'
import type { TermPair } from '../../src/extraction/index.js'
import { TermbasesService } from '../../src/glossary/termbases.service.js'
import type { StartedApp } from './start-app.js'
import { type MarkedPair, pairIn, readingOf } from './term-pairs.js'

/** A termbase of its own with somebody to work on it, and a way to put pairs into its queue as a finished job would. */
export async function desk({ app, actor }: StartedApp) {
  const editor: Actor = await actor('editor')
  const [sourceLanguage, targetLanguage] = ['zh', 'en']
  const { id: termbaseId } = await app
    .get(TermbasesService)
    .create(editor, { name: randomUUID(), sourceLanguage, targetLanguage })
  const languages = { source: sourceLanguage, target: targetLanguage }
  const store = (documentId: string, reading: Reading, pairs: TermPair[]) =>
    app.get(ExtractDocumentJob).store({ id: documentId, termbaseId, languages }, { reading, pairs })

  async function document(): Promise<string> {
    const file = { name: 'document.tsv', bytes: Buffer.from(randomUUID()) }
    return (await app.get(DocumentsService).add(editor, termbaseId, { file })).document.id
  }

  /** One document whose sentences each have one pair marked: `propose([['[球阀]泄漏', 'the [ball valve] leaks']])`. */
  async function propose(
    sentences: MarkedPair[],
    changes: Partial<TermPair> = {},
  ): Promise<{ documentId: string; proposed: number; known: number }> {
    const documentId = await document()
    const reading = readingOf(sentences)
    const pairs = sentences.map((_, i) => pairIn(reading, sentences, i, changes))
    return { documentId, ...(await store(documentId, reading, pairs)) }
  }
  return { termbaseId, editor, document, store, propose }
}
