import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { wantsRoom } from '../../../../renderer/screens/lane/verdict/instruction.ts'
import type { ShownTraveller } from '../../../../shared/contract/crossing-schemas.ts'
import { finding } from '../../../../shared/domain/finding/finding.ts'
import { aCrossing, aTraveller } from './scan-answer.ts'

/** Whether more room is wanted for this person, the only one. */
const wanted = (person: Partial<ShownTraveller>): boolean =>
  wantsRoom('vi', speakIn('vi'), aCrossing({ travellers: [aTraveller(person)] }))

describe('the last crossings give the panel their room', () => {
  it('for a sentence of more than two lines, and for a name of more than one', () => {
    expect(wanted({ outcome: 'rejected', reason: finding('key-not-issued') })).toBe(true)
    expect(wanted({ name: 'Công Tằng Tôn Nữ Nguyễn Hoàng Phương Quỳnh Như' })).toBe(true)
  })

  it('for nothing else', () => {
    expect(wanted({})).toBe(false)
  })
})
