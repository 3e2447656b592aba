import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { alignWords } from './align-corpus.js'
import { emptyDictionary } from './dictionary.js'
import { heardIn, type Lesson, type LessonEntry, lessonOf, packLesson, together, unpackLesson } from './lesson.js'

const languages = { source: 'en', target: 'zh' }
const entry = (source: string, target: string, worth: number, seen: number): LessonEntry => ({
  source,
  target,
  worth,
  seen,
})
const anyEntry = fc.record({
  source: fc.string().filter((text) => !/[\t\n]/.test(text)),
  target: fc.string().filter((text) => !/[\t\n]/.test(text)),
  worth: fc.integer({ min: 10, max: 100 }).map((hundredths) => hundredths / 100),
  seen: fc.integer({ min: 1, max: 1e6 }),
})

describe('a lesson', () => {
  it('comes out of its packing as it went in', () => {
    fc.assert(
      fc.property(fc.array(anyEntry), (entries) => {
        const lesson = { languages, entries }
        expect(unpackLesson(packLesson(lesson))).toEqual(lesson)
      }),
    )
  })

  it('is the same in whatever order its words were found', () => {
    const entries = [entry('valve', '阀', 0.5, 3), entry('ball', '球', 0.5, 3), entry('leak', '漏', 0.9, 2)]
    expect(lessonOf(languages, entries)).toEqual(lessonOf(languages, entries.toReversed()))
  })

  it('is heard together with others, each as often as it saw a thing', () => {
    const { entries } = together(languages, [
      { languages, entries: [entry('valve', '阀', 0.4, 1)] },
      { languages, entries: [entry('valve', '阀', 0.8, 3)] },
      { languages: { source: 'de', target: 'zh' }, entries: [entry('valve', '阀', 0.1, 99)] },
    ])
    expect(entries).toEqual([entry('valve', '阀', expect.closeTo(0.7) as unknown as number, 4)])
  })

  it('says less of what was seen once, and nothing of words that are not there', () => {
    const numbers = new Map([
      ['valve', 0],
      ['阀', 1],
      ['球', 2],
    ])
    const numberOf = (stem: string) => numbers.get(stem)
    const lesson = {
      languages,
      entries: [entry('valve', '阀', 0.8, 1), entry('valve', '球', 0.8, 7), entry('x', '球', 1, 9)],
    }
    const heard = heardIn(lesson, { source: numberOf, target: numberOf })
    expect([heard(0, 1), heard(0, 2), heard(1, 0)]).toEqual([0.4, expect.closeTo(0.7), 0])
  })
})

describe('a text after another', () => {
  const first = [
    ['the ball valve leaks', '球阀 泄漏'],
    ['the ball valve', '球阀'],
    ['the pump leaks', '泵 泄漏'],
    ['a pump', '泵'],
    ['the seal leaks', '密封 泄漏'],
    ['a seal', '密封'],
  ].map(([source, target]) => ({ source: source!.split(' '), target: target!.split(' ') }))
  // Alone, nothing tells which of the two is which.
  const second = [{ source: ['pump', 'seal'], target: ['密封', '泵'] }]

  it('knows what the first one taught', async () => {
    let lesson: Lesson | undefined
    const options = { languages, dictionary: emptyDictionary }
    await alignWords([first, first, first].flat(), { ...options, onTaught: (taught) => (lesson = taught) })
    const links = [...(await alignWords(second, { ...options, taught: lesson }))]
    expect(links[0]).toEqual([
      [0, 1],
      [1, 0],
    ])
    expect([...(await alignWords(second, options))][0]).not.toEqual(links[0])
  })
})
