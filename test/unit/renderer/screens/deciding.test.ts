import { describe, expect, it } from 'vitest'
import {
  markedDecisions,
  markedKeys,
  reasonKeys,
  stepToDecide,
} from '../../../../renderer/screens/lane/decision/deciding.ts'
import { decisionReasons, decisions } from '../../../../shared/domain/crossing/crossing.ts'
import { crossing as empty } from '../../../contract/answers.ts'
import { aCrossing } from './scan-answer.ts'

describe('a decision key', () => {
  it('records what the verdict asks for, and asks why for anything else', () => {
    expect(stepToDecide(aCrossing({ people: 1 }), 'admitted')).toBe('record')
    expect(stepToDecide(aCrossing(), 'refused')).toBe('ask')
  })

  it('finds nobody in an empty crossing, whatever the verdict would ask for', () => {
    expect(decisions.map((decision) => stepToDecide(empty, decision))).toEqual(['nobody', 'nobody', 'nobody'])
  })

  it('asks for the count before people are let pass whom nobody has counted', () => {
    expect(stepToDecide(aCrossing(), 'admitted')).toBe('count')
    expect(stepToDecide(aCrossing({ people: 2, expected: [] }), 'admitted')).toBe('ask')
  })

  it('is marked where the sentence asks for it, and one press records it', () => {
    expect(markedDecisions(aCrossing())).toEqual([])
    expect(markedDecisions(aCrossing({ people: 1 }))).toEqual(['admitted'])
    expect(markedDecisions(aCrossing({ expected: ['referred'] }))).toEqual(['referred'])
    expect(markedDecisions(aCrossing({ travellers: [], vehicle: null, expected: ['referred'] }))).toEqual([])
  })

  it('can turn a vehicle back of which nothing but the plate is known', () => {
    const plateOnly = aCrossing({ travellers: [], expected: ['referred'] })
    expect(stepToDecide(plateOnly, 'refused')).toBe('ask')
  })
})

describe('the marked key', () => {
  it('is the one that the sentence asks for', () => {
    expect(markedKeys(aCrossing({ people: 1 }), null, null)).toEqual(['admitted'])
    expect(markedKeys(empty, null, null)).toBeNull()
  })

  it('is none where nothing can be recorded: the sentence says what to do instead of a key', () => {
    const alone = aCrossing({ people: 1 })
    expect(markedKeys(alone, 'disk-full', null)).toBeNull()
    expect(markedKeys(alone, null, 'remark.disk-full')).toBeNull()
    expect(markedKeys(alone, null, 'remark.verifying')).toEqual(['admitted'])
  })
})

describe('the reasons of a decision', () => {
  it.each(decisions)('fit the ten digit keys for %s, each on its own, and end with another reason', (decision) => {
    const keys = reasonKeys(decision, false)
    const digits = keys.map(({ digit }) => digit)
    expect(keys.length).toBeLessThanOrEqual(10)
    expect(new Set(digits).size).toBe(keys.length)
    expect(keys.at(-1)).toEqual({ digit: '0', code: 'other' })
  })

  it('leave none of them without a decision that it explains', () => {
    const explained = new Set(decisions.flatMap((decision) => reasonKeys(decision, false).map(({ code }) => code)))
    expect([...decisionReasons].filter((code) => !explained.has(code))).toEqual([])
  })

  it('are the officer’s own words where a positive, a forged or a revoked result is admitted', () => {
    expect(reasonKeys('admitted', true)).toEqual([{ digit: '0', code: 'other' }])
    expect(reasonKeys('refused', true)).toEqual(reasonKeys('refused', false))
  })

  it('refer people, and no vehicle without any', () => {
    expect(stepToDecide(aCrossing({ travellers: [] }), 'referred')).toBe('nobody')
  })
})
