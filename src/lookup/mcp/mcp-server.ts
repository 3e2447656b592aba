import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { searchModes } from '../../matching/index.js'
import { DomainError } from '../../shared/errors.js'
import { requireLanguage } from '../../shared/language-tag.js'
import { releaseNumber } from '../../releases/release-number.js'
import { type Asked, type GlossaryDoor, mostSegments } from '../glossary-door.js'
import { checkedText, lookupText, recognizedText } from './mcp-answers.js'

/** So many characters a text may have. */
const longest = { term: 500, segment: 20_000 }

const instructions =
  'A glossary of approved terms. Before translating, call recognize with the source segments and use the translations it gives: ' +
  'preferred ones first, never those marked forbidden. Call lookup for a single term. After translating, call check with ' +
  'source and translation, and mend what it finds.'

/**
 * The three questions of a translator as tools of the Model Context Protocol. What `defaults` says need not be said in a
 * call: a program started for one glossary knows its languages.
 */
export function createMcpServer(
  door: GlossaryDoor,
  { version, ...defaults }: Partial<Asked> & { version: string },
): McpServer {
  const server = new McpServer({ name: 'termloom', title: 'Termloom glossary', version }, { instructions })
  const scope = scopeFields(defaults)
  const readOnly = { readOnlyHint: true, idempotentHint: true, openWorldHint: false }

  server.registerTool(
    'lookup',
    {
      title: 'Look a term up',
      description:
        'What is this term? Gives its translations, preferred ones first, forbidden ones marked with what to use instead. fuzzy ' +
        'also finds inflected and misspelt terms, terms that contain the text, and Chinese by pinyin initials (shhzzz).',
      inputSchema: {
        ...scope,
        text: z.string().min(1).max(longest.term).describe('A term, its beginning, or something like it'),
        mode: z.enum(searchModes).default('fuzzy'),
        limit: z.number().int().min(1).max(100).default(10),
      },
      annotations: readOnly,
    },
    ({ text, mode, limit, ...said }) =>
      answered(async () => {
        const items = await door.lookup(askedOf(said, defaults), text, { mode, limit })
        return { text: lookupText(text, items), structuredContent: { items } }
      }),
  )

  server.registerTool(
    'recognize',
    {
      title: 'Find the terms in segments',
      description:
        'Which terms of the glossary stand in these segments, and how are they to be translated? The longest first, with what they contain.',
      inputSchema: {
        ...scope,
        segments: z
          .array(z.string().max(longest.segment))
          .min(1)
          .max(mostSegments)
          .describe('Segments of the source text'),
        overlap: z.enum(['longest', 'all']).default('longest'),
      },
      annotations: readOnly,
    },
    ({ segments, overlap, ...said }) =>
      answered(async () => {
        const recognized = await door.recognize(askedOf(said, defaults), segments, overlap)
        return {
          text: recognizedText(segments, recognized),
          structuredContent: { segments: recognized.map((matches) => ({ matches })) },
        }
      }),
  )

  server.registerTool(
    'check',
    {
      title: 'Check a translation',
      description:
        'Does this translation keep to the glossary? Tells approved terms that are missing, forbidden terms, and terms translated in ' +
        'different ways, each with what to write instead.',
      inputSchema: {
        ...scope,
        segments: z
          .array(z.object({ source: z.string().max(longest.segment), target: z.string().max(longest.segment) }))
          .min(1)
          .max(mostSegments)
          .describe('Source segments with their translations'),
      },
      annotations: readOnly,
    },
    ({ segments, ...said }) =>
      answered(async () => {
        const checked = await door.check(askedOf(said, defaults), segments)
        return { text: checkedText(checked), structuredContent: { segments: checked } }
      }),
  )
  return server
}

/** Languages are asked for only where nothing is known of them. */
function scopeFields({ source, target }: Partial<Asked>) {
  const language = (what: string, known: string | undefined) => {
    const field = z.string().describe(`${what}, as in BCP 47: zh, en, de …${known ? ` Default: ${known}` : ''}`)
    return known === undefined ? field : field.default(known)
  }
  return {
    source: language('Language of the source text', source),
    target: language('Language to translate into', target),
    termbase: z.string().uuid().optional().describe('Id of a termbase; without it all that may be read'),
    release: z.string().optional().describe('Number of a release of that termbase, or latest'),
  }
}

interface Said {
  source: string
  target: string
  termbase?: string
  release?: string
}

function askedOf(said: Said, defaults: Partial<Asked>): Asked {
  const termbase = said.termbase ?? defaults.termbase
  const release = said.release === undefined ? defaults.release : releaseNumber(said.release)
  return {
    source: requireLanguage(said.source, 'source'),
    target: requireLanguage(said.target, 'target'),
    ...(termbase !== undefined && { termbase }),
    ...(release !== undefined && { release }),
  }
}

/** A refusal is an answer too: the model reads what is wrong and what to do. */
async function answered(
  task: () => Promise<{ text: string; structuredContent: Record<string, unknown> }>,
): Promise<CallToolResult> {
  try {
    const { text, structuredContent } = await task()
    return { content: [{ type: 'text', text }], structuredContent }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const text = [error.message, error.details.remedy].filter(Boolean).join(' ')
    return { isError: true, content: [{ type: 'text', text }] }
  }
}
