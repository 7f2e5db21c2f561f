import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ReferralLines } from '../../../../renderer/screens/records/referrals/referrals-part.tsx'
import { sayAgo } from '../../../../renderer/screens/records/referrals/said-referral.ts'
import { StatusLine } from '../../../../renderer/frame/status-line.tsx'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import type { ReferralLine } from '../../../../shared/contract/referral-schemas.ts'
import { kiosk } from '../../../contract/answers.ts'
import { aFrame, drawnIn } from '../frame/a-frame.ts'
import { now } from './recorded.ts'

const minute = 60_000
const ignored = (): void => undefined

const aReferral: ReferralLine = {
  crossing: 7,
  at: now - 25 * minute,
  enteredLater: false,
  onFoot: false,
  plate: '98A-123.45',
  trailerPlate: null,
  name: 'Nguyễn Văn An',
  birthDate: '1999-02-26',
  numbers: ['024099001234'],
  reason: 'result-positive',
  why: null,
}

const drawn = (lines: ReferralLine[], more = false): string =>
  renderToStaticMarkup(
    createElement(ReferralLines, { referrals: { kind: 'answered', answer: { lines, more } }, now, onOpen: ignored }),
  )

describe('the list of open referrals', () => {
  it('is a line a person: how long ago, plate, who, and what was found', () => {
    const html = drawn([aReferral])
    for (const said of [
      '25 phút trước',
      '07:17 22/11/2026',
      '98A-123.45',
      'Nguyễn Văn An',
      '024099001234',
      'Dương tính',
    ])
      expect(html).toContain(said)
  })

  it('says of whom it was entered later, from paper', () => {
    expect(drawn([aReferral])).not.toContain('nhập sau')
    expect(drawn([{ ...aReferral, enteredLater: true }])).toContain('nhập sau')
  })

  it('says the officer’s reason where the verdict did not ask for it', () => {
    expect(drawn([{ ...aReferral, why: { code: 'symptoms', note: 'ho' } }])).toContain('Có triệu chứng: ho')
  })

  it('says that it is empty, cut short, or cannot be had', () => {
    expect(drawn([])).toContain('Không còn ai chờ y tế')
    expect(drawn([aReferral], true)).toContain('Chỉ hiện 1 người')
    const failed = createElement(ReferralLines, { referrals: { kind: 'failed' }, now, onOpen: ignored })
    expect(renderToStaticMarkup(failed)).toContain('role="alert"')
  })

  it('tells the time in hours once minutes say nothing any more', () => {
    const ago = (minutes: number): string => sayAgo(speakIn('vi'), now - minutes * minute, now)
    expect([ago(-3), ago(0), ago(89), ago(90), ago(71 * 60)]).toEqual([
      '0 phút trước',
      '0 phút trước',
      '89 phút trước',
      '1 giờ trước',
      '71 giờ trước',
    ])
  })
})

describe('the count of open referrals', () => {
  const line = (openReferrals: number): string => {
    const { kiosk: unknown } = aFrame()
    const known = { ...kiosk, day: { ...kiosk.day, openReferrals } }
    const frame = aFrame({ kiosk: { ...unknown, kiosk: known } })
    return drawnIn(frame, createElement(StatusLine, { now, onMenu: ignored }))
  }

  it('stands in the status line as long as somebody is waited for', () => {
    expect(line(3)).toContain('3 chờ y tế')
    expect(line(0)).not.toContain('chờ y tế')
  })
})
