/** The slip of whoever was refused or referred: its number and why, and nobody's name. */
import { expect, onTestFinished, test } from 'vitest'
import { slipFor } from '../../../../main/records/slip.ts'
import { judgePaperCode } from '../../../../main/verify/paper.ts'
import type { Crossing } from '../../../../shared/domain/crossing/crossing.ts'
import { slipWords } from '../../../../shared/language/slip-words.ts'
import { now } from '../../../fixtures/verdicts.ts'
import { crossingOf, personalOfCrossings, recordedBy, why } from '../journal/crossing-of.ts'
import { newFolder, openIn } from '../journal/journal-in.ts'

const post = { name: 'Chốt Như Nguyệt', lane: '2', kiosk: 'kiosk-1', mode: 'real', medicalPost: null } as const

async function slipAfter(
  changes: Partial<Omit<Crossing, 'travellers'>>,
  reasons: Crossing['travellers'][number]['reason'][] = [],
) {
  const journal = await openIn(newFolder())
  onTestFinished(() => journal.close())
  const made = crossingOf({ travellers: Math.max(1, reasons.length), ...changes })
  const travellers = made.travellers.map((each, index) => {
    const reason = reasons[index]
    return reason === undefined
      ? each
      : ({ ...each, reason, outcome: reason === 'rules-met' ? 'accepted' : 'rejected' } as const)
  })
  const seq = recordedBy(journal, { ...made, travellers }, now)
  return { journal, seq, slip: slipFor(journal, seq, post) }
}

test('it has the number of the decision, why of each who was not accepted, and names nobody', async () => {
  const { slip, seq, journal } = await slipAfter({ decision: 'referred', outcome: 'rejected' }, [
    'rules-met',
    'result-positive',
    'result-positive',
  ])
  expect(slip).toMatchObject({
    decision: 'referred',
    at: now,
    post: post.name,
    lane: '2',
    reasons: ['result-positive'],
  })
  expect(slip?.number).toBe(`${journal.ledger.epochOf(seq).slice(0, 4).toUpperCase()}-2-${seq}`)
  const all = JSON.stringify([slip, slip && slipWords('vi', slip), slip && slipWords('en', slip)])
  for (const personal of personalOfCrossings) expect(all).not.toContain(personal)
})

test('its code is known again by the kiosk, with the number', async () => {
  const { slip, journal } = await slipAfter({ decision: 'refused' })
  const { reason } = judgePaperCode(slip?.code ?? '', {
    isOwn: (key) => journal.ledger.papers.isOwn(key),
    since: () => null,
  })
  expect(reason.code).toBe('paper-own')
  expect(reason.values?.['vi']).toContain(slip?.number)
})

test('an officer’s words stay in the journal: the slip has only what kind of reason they gave', async () => {
  const reason = { code: 'order', note: 'Nguyễn Văn An nhờ' } as const
  const { slip } = await slipAfter({ decision: 'refused', reason })
  expect(slip?.why).toBe('order')
  expect(JSON.stringify(slip)).not.toContain('Nguyễn')
})

test('printed again where the machine was carried to another lane, it says where it was decided, with the number it had', async () => {
  const { journal, seq, slip } = await slipAfter({ decision: 'refused' })
  const elsewhere = { name: 'Cầu Xương Giang', lane: '5' }
  journal.recordEvent('checkpoint.changed', { from: { name: post.name, lane: post.lane }, to: elsewhere }, now + 1)
  const again = slipFor(journal, seq, { ...post, ...elsewhere })
  expect(again).toMatchObject({ post: post.name, lane: '2', number: slip?.number })
  const behind = recordedBy(journal, crossingOf({ decision: 'refused' }), now + 2)
  expect(slipFor(journal, behind, { ...post, ...elsewhere })).toMatchObject({ post: elsewhere.name, lane: '5' })
})

test('nobody has one who was let pass, whose decision was voided, or whom no entry knows', async () => {
  const admitted = await slipAfter({ decision: 'admitted' })
  expect(admitted.slip).toBeNull()
  expect(slipFor(admitted.journal, 4711, post)).toBeNull()
  const { journal, seq } = await slipAfter({ decision: 'refused' })
  journal.voidCrossing(seq, { undone: false, why }, now + 1)
  expect(slipFor(journal, seq, post)).toBeNull()
})

test('where the referred go is the policy’s word, or the post’s own medical station', async () => {
  const { slip } = await slipAfter({ decision: 'referred' })
  if (!slip) throw new Error('there is a slip')
  expect(slipWords('vi', slip).go).toContain('trạm y tế của chốt')
  expect(slipWords('en', { ...slip, medicalPost: 'Trạm y tế Đáp Cầu' }).go).toContain('Trạm y tế Đáp Cầu')
})
