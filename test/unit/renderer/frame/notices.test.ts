import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { unknownKiosk } from '../../../../renderer/frame/kiosk-state.ts'
import { Notices } from '../../../../renderer/frame/notices.tsx'
import { atLane } from '../../../../renderer/frame/place-state.ts'
import { noScan, type PictureNotice } from '../../../../renderer/frame/scans/scan-state.ts'
import type { InertScan } from '../../../../renderer/frame/scans/scan-route.ts'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { mostEvidence, mostTravellers } from '../../../../shared/domain/limits.ts'
import { aCrossing, now } from '../screens/scan-answer.ts'
import { kiosk } from '../../../contract/answers.ts'
import { nobodySignedIn } from '../../../gallery/fixtures/an-officer.ts'
import { aFrame, drawnIn } from './a-frame.ts'

const open = { ...unknownKiosk, link: 'open' as const }
const bars = createElement(Notices, { now })

function notDone(why: ShownCrossing['notDone'], locale: 'vi' | 'en' = 'vi'): string {
  return drawnIn(aFrame({ kiosk: { ...open, crossing: aCrossing({ notDone: why }) } }), bars, locale)
}

describe('a crossing that could not take what was shown or typed', () => {
  it.each([
    ['crossing-full', `nhiều nhất ${mostTravellers} người`, `${mostTravellers} people and their papers at most`],
    ['traveller-full', `đủ ${mostEvidence} mã và giấy tờ`, `shown ${mostEvidence} codes and papers already`],
    ['not-reopened', 'không mở lại được', 'could not be opened again'],
  ] as const)('says so: %s', (why, vi, en) => {
    expect(notDone(why)).toContain(vi)
    expect(notDone(why, 'en')).toContain(en)
  })

  it('is nothing to speak of where all was taken', () => {
    expect(notDone(null)).not.toContain('not-done')
  })
})

describe('the bars above the room', () => {
  const drawn = (scan: { picture?: PictureNotice; inert?: InertScan }): string =>
    drawnIn(aFrame({ kiosk: open, scan: { ...noScan, ...scan } }), bars)

  it('say what a code is that does nothing here', () => {
    expect(drawn({ inert: 'badge' })).toContain('thẻ cán bộ')
    expect(drawn({ inert: 'doctor' })).toContain('mã thử máy quét')
    expect(drawn({})).not.toContain('inert')
  })

  it('say of a picture how many codes it had, where it was not just one', () => {
    expect(drawn({ picture: { kind: 'codes', codes: 2, others: 0 } })).toContain('Đã lấy 2 mã')
    expect(drawn({ picture: { kind: 'codes', codes: 1, others: 0 } })).not.toContain('data-testid="picture"')
    expect(drawn({ picture: { kind: 'none' } })).toContain('Không thấy mã nào')
  })

  it('say nothing else while the program cannot be reached', () => {
    const lost = drawnIn(aFrame({ kiosk: { ...open, link: 'lost' }, scan: { ...noScan, inert: 'badge' } }), bars)
    expect(lost).toContain('MẤT KẾT NỐI')
    expect(lost).not.toContain('thẻ cán bộ')
  })
})

describe('a kiosk without officers', () => {
  const drawn = (given: Partial<typeof kiosk>, room: 'lane' | 'officers' = 'lane'): string =>
    drawnIn(aFrame({ kiosk: { ...open, kiosk: { ...kiosk, ...given } }, place: { ...atLane, room } }), bars)

  it('says so where it is a real one, and leads to the room that mends it', () => {
    expect(drawn({})).toContain('data-testid="unclaimed"')
    expect(drawn({})).toContain('Thêm chỉ huy ca đầu tiên')
  })

  it('says nothing of it in practice, in that room, or once it has one', () => {
    expect(drawn({ mode: 'practice' })).not.toContain('unclaimed')
    expect(drawn({}, 'officers')).not.toContain('unclaimed')
    expect(drawn({ session: nobodySignedIn })).not.toContain('unclaimed')
  })
})
