import { describe, expect, it } from '@jest/globals'
import { initialsLink } from './initials.js'

const words: Record<string, string[]> = {
  上海: ['Shanghai municipality'],
  合作: ['to cooperate; to collaborate'],
  组织: ['to organize', 'organization'],
  切断: ['to cut off; to sever'],
  渠道: ['channel'],
  联合国: ['United Nations'],
  内罗毕: ['Nairobi, capital of Kenya'],
  办事处: ['office; agency'],
  军队: ['army; troops'],
  协调: ['to coordinate'],
  机制: ['mechanism'],
}
const dictionary = {
  englishOf: (word: string) => words[word] ?? [],
  namesOf: (acronym: string) => (acronym === 'WHO' ? ['世界卫生组织'] : []),
}

const link = (acronym: string, name: string) => initialsLink(acronym, name, dictionary)

describe('initials across languages', () => {
  it('finds S, C and O in 上海 合作 组织', () => {
    expect(link('SCO', '上海合作组织')).toMatchObject({ ordered: 1 })
    expect(link('SCO', '上海合作组织').score).toBeGreaterThan(0.85)
  })

  it('takes the letters in another order, for a little less', () => {
    const [nairobi, inOrder] = [link('UNON', '联合国内罗毕办事处'), link('UNNO', '联合国内罗毕办事处')]
    expect(nairobi.score).toBeGreaterThan(0.8)
    expect(nairobi.score).toBeLessThan(inOrder.score)
  })

  it('believes a dictionary that spells the acronym out', () => {
    expect(link('WHO', '世界卫生组织').score).toBe(1)
  })

  it('reads 四国 as quadrilateral', () => {
    expect(link('QCCM', '四国合作协调机制').score).toBeGreaterThan(0.85)
  })

  it('does not spend a letter twice', () => {
    expect(link('CO', '合作协调').letters).toBeLessThan(0.6)
  })

  it('leaves what no letter accounts for uncovered', () => {
    expect(link('SCO', '上海军队合作组织').covered).toBeLessThan(1)
  })
})
