import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { qrMatrix } from '../../../../main/qr/index.ts'
import { unknownKiosk } from '../../../../renderer/frame/kiosk-state.ts'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { BadgeCard } from '../../../../renderer/screens/officers/badge-card.tsx'
import { OfficerList } from '../../../../renderer/screens/officers/officer-list.tsx'
import { sayFault, sayRefused } from '../../../../renderer/screens/officers/said-officers.ts'
import { officersMethods } from '../../../../shared/contract/officers.ts'
import { badgeText } from '../../../../shared/domain/officer/badge.ts'
import { drawnIn, aFrame } from '../frame/a-frame.ts'
import { anAccount, hung } from '../../../gallery/fixtures/an-officer.ts'
import { kiosk } from '../../../contract/answers.ts'

const frame = aFrame({ kiosk: unknownKiosk })

describe('the list of officers', () => {
  const line = (given: Parameters<typeof anAccount>[0]): string =>
    drawnIn(frame, createElement(OfficerList, { lines: [anAccount(given)], chosen: null, onChoose: () => undefined }))

  it('says of each how they sign in, what they are, and how it stands with their PIN', () => {
    const html = line({ tries: { left: 7, waitSeconds: 30 } })
    for (const said of ['204117', 'Đại úy Trần Quốc Hùng', 'chỉ huy ca', 'thẻ và mã PIN', 'sai 3 lần, đang chờ'])
      expect(html).toContain(said)
    expect(line({ tries: { left: 0, waitSeconds: 0 } })).toContain('ĐÃ KHÓA')
    expect(line({})).not.toContain('sai')
  })

  it('says that somebody was removed, and nothing of their PIN', () => {
    const html = line({ removed: true, tries: { left: 0, waitSeconds: 0 } })
    expect(html).toContain('đã thôi')
    expect(html).not.toContain('KHÓA')
  })

  it('takes names as text, never as markup', () => {
    expect(line({ name: '<img src=x>' })).not.toContain('<img')
  })
})

describe('every refusal of the program', () => {
  const answer = officersMethods['officers.appoint'].output
  const whys = answer.options.flatMap((option) => ('why' in option.entries ? option.entries.why.options : []))

  it.each(whys)('has a sentence of its own, in both languages: %s', (why) => {
    for (const catalogue of Object.values(catalogues)) {
      expect(sayRefused((key) => catalogue[key], why)).toMatch(/^.{20,}\.$/)
    }
  })

  it('is told before the program is asked, in the same words', () => {
    expect(sayFault((key) => catalogues.vi[key], 'pin-date')).toBe(catalogues.vi['officers.refused.pin-date'])
  })
})

describe('a badge', () => {
  const card = async (mode: 'practice' | 'real' = 'real'): Promise<string> => {
    const code = await qrMatrix(badgeText({ number: hung.number, secret: new Uint8Array(16).fill(9) }))
    return drawnIn(frame, createElement(BadgeCard, { who: hung, code, kiosk: { ...kiosk, mode } }))
  }

  it('says whose it is and where, and that it is not the PIN', async () => {
    const html = await card()
    for (const said of ['Đại úy', 'Trần Quốc Hùng', 'số 204117', 'Cầu Như Nguyệt', 'không phải mã PIN', '<svg'])
      expect(html).toContain(said)
  })

  it('has nothing of its secret in letters', async () => {
    expect(await card()).not.toContain('CHOT-BADGE')
  })

  it('says so where it is of a practice kiosk', async () => {
    expect(await card('practice')).toContain('TẬP HUẤN')
    expect(await card()).not.toContain('TẬP HUẤN')
  })
})
