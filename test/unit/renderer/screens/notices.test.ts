import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LanguageProvider } from '../../../../renderer/i18n/language.tsx'
import { firstState } from '../../../../renderer/screens/lane/lane-state.ts'
import { Notices } from '../../../../renderer/screens/lane/notices.tsx'
import type { ShownCrossing } from '../../../../shared/contract/crossing-schemas.ts'
import { mostEvidence, mostTravellers } from '../../../../shared/domain/limits.ts'
import { aCrossing, now } from './scan-answer.ts'

function notices(notDone: ShownCrossing['notDone'], locale: 'vi' | 'en' = 'vi'): string {
  const state = { ...firstState, link: 'open' as const, crossing: aCrossing({ notDone }) }
  const bars = createElement(Notices, { state, now, onConfirmClock: () => undefined })
  const drawn = { locale, children: bars }
  return renderToStaticMarkup(createElement(LanguageProvider, drawn))
}

describe('a crossing that could not take what was shown or typed', () => {
  it.each([
    ['crossing-full', `nhiều nhất ${mostTravellers} người`, `${mostTravellers} people and their papers at most`],
    ['traveller-full', `đủ ${mostEvidence} mã và giấy tờ`, `shown ${mostEvidence} codes and papers already`],
    ['not-reopened', 'không mở lại được', 'could not be opened again'],
  ] as const)('says so: %s', (notDone, vi, en) => {
    expect(notices(notDone)).toContain(vi)
    expect(notices(notDone, 'en')).toContain(en)
  })

  it('is nothing to speak of where all was taken', () => {
    expect(notices(null)).not.toContain('not-done')
  })
})
