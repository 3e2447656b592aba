import { describe, expect, it } from '@jest/globals'
import { citationForm, type Shown } from './citation.js'
import { singularOf } from './singular.js'

/** "|Ball valves" opens its sentence, "#Ball Valves" stands in a title. */
const shown = (marked: string): Shown => ({
  text: marked.replace(/^[|#]/u, ''),
  opensSentence: marked.startsWith('|'),
  inTitle: marked.startsWith('#'),
})

describe('citation forms', () => {
  it.each([
    ['en', ['|Ball valves', 'ball valves'], 'ball valve'],
    ['en', ['|Ball valves'], 'ball valve'],
    ['en', ['the Exchange Fund', '|The Exchange Fund'], 'Exchange Fund'],
    ['en', ['AIs', 'AIs'], 'AI'],
    ['en', ['armed forces'], 'armed forces'],
    ['en', ['supply chain analyses'], 'supply chain analysis'],
    ['en', ['Xi Jinping'], 'Xi Jinping'],
    ['en', ['trafficking of weapons'], 'trafficking of weapons'],
    ['en', ['|Chinese armed forces'], 'Chinese armed forces'],
    ['en', ['new Chinese markets'], 'new Chinese market'],
    ['en', ['#Closing Remarks'], 'closing remarks'],
    ['en', ['#RISK MANAGEMENT'], 'risk management'],
    ['en', ['SARS-CoV-2'], 'SARS-CoV-2'],
    ['de', ['die Kugelventile'], 'Kugelventile'],
    ['fr', ['l’offre', "l'offre"], 'offre'],
    ['zh', ['上海合作组织'], '上海合作组织'],
  ])('%s %j → %s', (language, marked, expected) => {
    expect(citationForm(marked.map(shown), language, (word) => word !== 'chinese')).toBe(expected)
  })

  it.each([
    ['policies', 'policy'],
    ['boxes', 'box'],
    ['analyses', 'analysis'],
    ['status', 'status'],
    ['coronaviruses', 'coronavirus'],
    ['causes', 'cause'],
    ['classes', 'class'],
    ['Statistics', 'Statistics'],
    ['constructor', 'constructor'],
    ['Children', 'Child'],
  ])('%s → %s', (plural, singular) => {
    expect(singularOf(plural)).toBe(singular)
  })
})
