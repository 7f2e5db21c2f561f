/** On whose word a crossing was decided that was not its officer's to decide alone, as the panel tells it. */
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { LanguageProvider } from '../../../../renderer/i18n/language.tsx'
import { LinkProvider } from '../../../../renderer/rpc/link-context.ts'
import { DecidedLines } from '../../../../renderer/screens/lane/decision/decided.tsx'
import type { DecidedNow } from '../../../../renderer/screens/lane/desk-state.ts'
import type { DecidedAbove } from '../../../../shared/contract/crossing-schemas.ts'
import type { Locale } from '../../../../shared/language/locale.ts'
import type { Who } from '../../../../shared/ledger/officers.ts'
import { unasked } from '../frame/a-frame.ts'

const hung: Who = { number: '204117', name: 'Trần Quốc Hùng', rank: 'Đại úy', role: 'supervisor' }
const binh: Who = { number: '204119', name: 'Lê Thị Bình', rank: 'Thiếu tá', role: 'supervisor' }

/** The decision as it is shown; without more, an admission that was its officer's own. */
function drawn(changes: Partial<DecidedNow>, locale: Locale = 'vi'): string {
  const admitted = { decision: 'admitted', seq: 12, slip: '2-12', plate: '98A-123.45', people: 1 } as const
  const decided: DecidedNow = { ...admitted, above: null, state: 'recorded', ...changes }
  const lines = createElement(DecidedLines, { decided, undoable: false, onUndo: () => undefined })
  const spoken = { locale, children: lines }
  return renderToStaticMarkup(createElement(LinkProvider, { value: unasked }, createElement(LanguageProvider, spoken)))
}

const byHung: DecidedAbove = { by: 'permission', given: [{ what: 'rejected', by: hung }] }

test('a permission for one crossing names the supervisor, and that it was for this one', () => {
  expect(drawn({ above: byHung })).toMatch(/Đại úy Trần Quốc Hùng cho phép.*riêng lượt này/)
  expect(drawn({ above: byHung }, 'en')).toMatch(/Permitted by Đại úy Trần Quốc Hùng.*this crossing/)
})

test('permissions of the shift name each its supervisor, and what for', () => {
  const [old, clock] = [{ what: 'old-trust', by: hung } as const, { what: 'clock', by: binh } as const]
  const html = drawn({ above: { by: 'permission', given: [old, clock] } })
  expect(html).toMatch(/Hùng cho phép.*cả ca: khóa, quy định.*Thiếu tá Lê Thị Bình cho phép.*cả ca: giờ máy/)
})

test('a supervisor who permitted two things is named once', () => {
  const [old, clock] = [{ what: 'old-trust', by: hung } as const, { what: 'clock', by: hung } as const]
  const html = drawn({ above: { by: 'permission', given: [old, clock] } })
  expect(html.match(/Hùng cho phép/g)).toHaveLength(1)
  expect(html).toMatch(/cả ca: khóa, quy định.*cả ca: giờ máy/)
})

test('an emergency says that no supervisor permitted it, and what is to be done', () => {
  expect(drawn({ above: { by: 'emergency' } })).toMatch(/Khẩn cấp, không có chỉ huy ca.*Báo chỉ huy ca/)
  expect(drawn({ above: { by: 'emergency' } }, 'en')).toMatch(/Emergency, without a supervisor.*Tell the supervisor/)
})

test('of a decision that was the officer’s own, or was voided or changed since, nothing of it is said', () => {
  const permitted = 'data-testid="decided-above"'
  expect(drawn({})).not.toContain(permitted)
  expect(drawn({ above: byHung, state: 'voided' })).not.toContain(permitted)
  expect(drawn({ above: byHung, state: 'amended', decision: 'referred' })).not.toContain(permitted)
})
