// False alarms of the check, on published translations with the glossaries of their own: ../shared/data/gold.
//   node test/bench/lookup/check.mjs [FOLDER…]        default: all corpora with pairs
// Each source term is a concept with all its listed translations. The lists say in which segments a translation stands; an
// alarm in such a segment is certainly false. Elsewhere the translator chose other words, and the alarm is right by the letter.
import { check } from '../../../dist/src/lookup/answers.js'
import { openConcepts } from '../../../dist/src/lookup/packed-release.js'
import { goldFiles } from './termbank.mjs'

const wanted = process.argv.slice(2)
const segmentsOf = new Map(goldFiles('segments.jsonl').map(({ folder, rows }) => [folder, rows]))
const corpora = goldFiles('pairs.jsonl').filter(
  ({ folder }) => segmentsOf.has(folder) && (wanted.length === 0 || wanted.includes(folder)),
)
if (corpora.length === 0) console.log('No corpora: ../shared/data/gold is not there.')
else console.log(['corpus', 'segments', 'told', 'inconsistent', 'missing', 'certainly false', 'of listed'].join('\t'))
for (const { folder, rows } of corpora) await measure(folder, rows, segmentsOf.get(folder))

async function measure(folder, pairs, segments) {
  const [source, target] = languagesOf(folder)
  const concepts = new Map()
  for (const { src, tgt, seg_ids: places } of pairs) {
    const concept = concepts.get(src) ?? { targets: new Set(), places: new Set() }
    concepts.set(src, concept)
    concept.targets.add(tgt)
    for (const place of places ?? []) concept.places.add(place)
  }
  const names = [...concepts.keys()]
  const term = (text) => ({ text, administrativeStatus: 'admittedTerm-admn-sts' })
  const glossary = await openConcepts(
    names.map((name, number) => ({
      id: String(number),
      number,
      languages: [
        { language: source, terms: [term(name)] },
        { language: target, terms: Array.from(concepts.get(name).targets, term) },
      ],
    })),
  )
  const asked = [{ origin: { termbase: folder, release: 1 }, glossary }]
  const texts = segments.map(({ src, tgt }) => ({ source: src, target: tgt }))
  const checked = await check(asked, { source, target }, texts)
  const count = { told: 0, inconsistent: 0, missing: 0, wrong: 0 }
  checked.forEach(({ findings }, at) => {
    for (const { kind, concept, source: place } of findings) {
      if (kind !== 'missing') {
        count.inconsistent++
        continue
      }
      count.missing++
      const name = names[Number(concept)]
      if (!concepts.get(name).places.has(segments[at].id)) continue
      count.wrong++
      if (process.env.SHOW)
        console.log(
          '   ',
          place.text,
          '→',
          [...concepts.get(name).targets].join(' | '),
          '\n       ',
          segments[at].tgt.slice(0, 300),
        )
    }
    if (findings.length > 0) count.told++
  })
  const listed = [...concepts.values()].reduce((sum, { places }) => sum + places.size, 0)
  const share = ((100 * count.wrong) / Math.max(1, listed)).toFixed(1)
  console.log(
    [folder, segments.length, count.told, count.inconsistent, count.missing, count.wrong, `${share} %`].join('\t'),
  )
}

/** d2l-en-zh -> en, zh; hkma-en-zht -> en, zh-Hant; cncf-en-pt-br -> en, pt-BR. */
function languagesOf(folder) {
  const [, source, target] = /-([a-z]{2,3})-([a-z]{2,3}(?:-[a-z]{2})?)$/.exec(folder)
  return [source, target === 'zht' ? 'zh-Hant' : target]
}
