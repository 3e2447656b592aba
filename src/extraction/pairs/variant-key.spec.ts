import { describe, expect, it } from '@jest/globals'
import { variantKey } from './variant-key.js'

describe('variants of one term', () => {
  it.each([
    ['counter-terrorism', 'counterterrorism'],
    ['standardisation', 'standardization'],
    ['organised crime', 'organized crime'],
    ['labour market', 'labor market'],
    ['data centre', 'data center'],
    ['defence programme', 'defense program'],
    ['Men’s Final', "men's final"],
  ])('%s and %s', (a, b) => {
    expect(variantKey(a, 'en')).toBe(variantKey(b, 'en'))
  })

  it.each([
    ['hour', 'hor'],
    ['ball valve', 'ball'],
    ['acre', 'acer'],
    ['wise', 'wize'],
  ])('%s is not %s', (a, b) => {
    expect(variantKey(a, 'en')).not.toBe(variantKey(b, 'en'))
  })

  it('leaves other languages their spelling', () => {
    expect(variantKey('Labour', 'de')).toBe('labour')
  })
})
