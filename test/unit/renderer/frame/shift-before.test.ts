import { describe, expect, it } from 'vitest'
import { sayShiftBefore } from '../../../../renderer/frame/session/shift-before.ts'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { aClosedShift } from '../../../fixtures/shifts.ts'

const hung = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy', role: 'officer' } as const
const to = Date.parse('2026-11-22T18:00:00+07:00')
const before = (referrals: number, emergencies: number) => ({
  ...aClosedShift({ to, outgoing: hung, crossings: 1204, people: 2310 }),
  open: { referrals, emergencies },
})

describe('the shift before, to whoever takes over', () => {
  it.each([
    ['vi', 3, 2, 'Còn: 3 người chờ y tế, 2 lượt khẩn cấp chỉ huy chưa xem.'],
    ['vi', 3, 0, 'Còn: 3 người chờ y tế.'],
    ['vi', 0, 2, 'Còn: 2 lượt khẩn cấp chỉ huy chưa xem.'],
    ['en', 1, 0, 'Open: 1 person at the medical post.'],
  ] as const)(
    'in “%s” leaves %s waiting and %s unseen, and says what there is',
    (locale, referrals, emergencies, said) =>
      expect(sayShiftBefore(speakIn(locale), before(referrals, emergencies))).toMatch(new RegExp(`\\. ${said}$`)),
  )

  it('says nothing of what is open where nothing is, or was not counted', () => {
    const closed = 'Ca trước: Đại úy Trần Quốc Hùng kết lúc 18:00 22/11/2026; 1.204 lượt, 2.310 người.'
    expect(sayShiftBefore(speakIn('vi'), before(0, 0))).toBe(closed)
    expect(sayShiftBefore(speakIn('vi'), { ...before(0, 0), open: null })).toBe(closed)
  })
})
