import { describe, expect, it } from '@jest/globals'
import { candidateStates, decisionKinds, isFinal, nextStates, openStates, stateAfter } from './review.js'

describe('the states of a candidate', () => {
  it('can all be reached from "proposed"', () => {
    const reached = new Set(['proposed'])
    for (const state of reached) for (const next of Object.values(nextStates[state as 'proposed'])) reached.add(next)
    expect([...reached].toSorted()).toEqual([...candidateStates].toSorted())
  })

  it('end with accepted and merged, which only an undo leaves', () => {
    expect(candidateStates.filter(isFinal)).toEqual(['accepted', 'merged'])
  })

  it('are entered by every kind of decision from somewhere', () => {
    const used = new Set(candidateStates.flatMap((state) => Object.keys(nextStates[state])))
    expect([...used].toSorted()).toEqual([...decisionKinds].toSorted())
  })

  it('let an editor change a rejection into an acceptance, but not reject what is in the glossary', () => {
    expect(stateAfter('rejected', 'accept')).toBe('accepted')
    expect(stateAfter('accepted', 'reject')).toBeNull()
  })

  it('never lead back to themselves, so every decision changes something', () => {
    for (const state of candidateStates) expect(Object.values(nextStates[state])).not.toContain(state)
  })

  it('are open exactly where a lasting decision is still to come', () => {
    expect(openStates).toEqual(['proposed', 'skipped'])
  })
})
