import { describe, expect, test } from 'vitest'
import { finding } from '../../../../../shared/domain/finding/finding.ts'
import { conclude } from '../../../../../shared/domain/finding/verdict.ts'

const passed = [finding('format-known'), finding('structure-sound'), finding('signature-valid'), finding('key-trusted')]

describe('the outcome', () => {
  test('is rejected by any failure, and the first one is the reason', () => {
    const findings = [...passed, finding('key-unknown'), finding('period-expired'), finding('result-positive')]
    expect(conclude(findings)).toMatchObject({ outcome: 'rejected', reason: { code: 'period-expired' } })
  })

  test('is a check by any warning where nothing fails, and the first one is the reason', () => {
    const findings = [...passed, finding('rule-open'), finding('keys-old')]
    expect(conclude(findings)).toMatchObject({ outcome: 'check', reason: { code: 'rule-open' } })
  })

  test('is accepted where all that was checked passes, because the rules are met', () => {
    const findings = [...passed, finding('revocation-no-list'), finding('rules-met'), finding('trust-fresh')]
    expect(conclude(findings)).toMatchObject({ outcome: 'accepted', reason: { code: 'rules-met' } })
  })

  test('is accepted for its signature where no rules were applied', () => {
    expect(conclude([...passed, finding('rules-not-applied')])).toMatchObject({ reason: { code: 'signature-valid' } })
  })

  test('is unreadable only where the format is unknown', () => {
    expect(conclude([finding('format-unknown')]).outcome).toBe('unreadable')
    expect(conclude([finding('format-known'), finding('text-damaged')]).outcome).toBe('rejected')
  })
})
