/** What an officer gets of somebody's health, through every method that answers with it. */
import { describe, expect, test } from 'vitest'
import { cutHealthDetails } from '../../../main/health-details.ts'
import type { Caller } from '../../../shared/contract/role.ts'
import type { Statement } from '../../../shared/certificate/certificate.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import { handlersWith } from '../../contract/answers.ts'
import { accepted, now } from '../../fixtures/verdicts.ts'
import { crossingOf } from './journal/crossing-of.ts'

const all: readonly Caller[] = ['unclaimed', 'supervisor']
const asFarAsTheVerdict: readonly Caller[] = ['officer', 'nobody', 'it', 'auditor']

const beside = { disease: '840539006', authority: 'Sở Y tế', country: 'VN', identifier: 'URN:UVCI:01' }
const statements: Statement[] = [
  {
    kind: 'test',
    method: 'naat',
    result: 'positive',
    sampled: { text: '2021-10-03', earliest: now, latest: now, zoned: true },
    reported: null,
    centre: 'CDC',
    ...beside,
  },
  { kind: 'vaccination', product: 'EU/1/20/1528', dose: 2, doses: 2, date: '2021-09-01', ...beside },
  { kind: 'recovery', firstPositive: '2021-07-17', validFrom: null, validUntil: null, ...beside },
]

const secrets = ['840539006', 'EU/1/20/1528', '2021-07-17', 'Phòng khám Hòa Bình', 'SECRET-PAYLOAD']

function scanned(statement: Statement): Verdict {
  const certificate = accepted.certificate && { ...accepted.certificate, statement }
  return { ...accepted, certificate, payload: { v: 'SECRET-PAYLOAD' } }
}

/** What both methods answer to a caller, as text. */
async function answered(caller: Caller): Promise<string> {
  const crossing = crossingOf()
  const [first] = crossing.travellers
  const paper = {
    laboratory: 'Phòng khám Hòa Bình',
    number: '118',
    sampledAt: now,
    method: 'naat',
    result: 'negative',
  } as const
  if (first) crossing.travellers[0] = { ...first, paper }
  const line = {} as never
  const record = { recorded: true, seq: 1, at: now } as const
  const texts = await Promise.all(
    statements.map(async (statement) => {
      const handlers = cutHealthDetails(
        handlersWith({
          'scan.verify': () => ({ kind: 'verdict', verdict: scanned(statement), record, placed: null }),
          'crossing.read': () => ({ kind: 'found', answer: { line, crossing, above: null, history: [] } }),
        }),
        () => caller,
      )
      const scan = await handlers['scan.verify']({ text: 'x', source: 'camera', obeyed: false })
      const read = await handlers['crossing.read']({ seq: 1, because: null })
      return JSON.stringify([scan, read])
    }),
  )
  return texts.join('\n')
}

describe('of a certificate and of a recorded crossing', () => {
  test.each(asFarAsTheVerdict)('%s gets as much as says why somebody passes, and no more', async (caller) => {
    const text = await answered(caller)
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
    for (const kept of ['"result":"positive"', '"method":"naat"', '"doses":2', '"outcome":"accepted"', 'Nguyễn Văn An'])
      expect(text).toContain(kept)
  })

  test.each(all)('%s gets everything', async (caller) => {
    const text = await answered(caller)
    expect(secrets.filter((secret) => !text.includes(secret))).toEqual([])
  })
})
