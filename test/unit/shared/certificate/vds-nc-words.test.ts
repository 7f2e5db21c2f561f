import { describe, expect, test } from 'vitest'
import { readMethod, readResult } from '../../../../shared/certificate/vds-nc-words.ts'

describe('words of a VDS-NC test', () => {
  test.each([
    ['molecular(PCR)', 'naat'],
    ['molecular(other)', 'naat'],
    ['Real-time RT-PCR', 'naat'],
    ['RT PCR SARS-CoV-2', 'naat'],
    ['antigen', 'rapid-antigen'],
    ['Rapid Antigen Test', 'rapid-antigen'],
    ['antibody', 'unknown'],
    ['quantitative antigen (CLEIA)', 'unknown'],
    ['PCR or antigen', 'unknown'],
    ['breath', 'unknown'],
    ['', 'unknown'],
  ])('the method %s is %s', (tc, method) => {
    expect(readMethod(tc)).toBe(method)
  })

  test.each([
    ['negative', 'negative'],
    ['Negative ', 'negative'],
    ['normal', 'negative'],
    ['Not detected', 'negative'],
    ['positive', 'positive'],
    ['abnormal', 'positive'],
    ['not negative', 'unknown'],
    ['negative?', 'unknown'],
    ['inconclusive', 'unknown'],
  ])('the result %s is %s', (r, result) => {
    expect(readResult(r, 'molecular(PCR)')).toBe(result)
  })

  test('antibodies are no infection, so their result is unknown', () => {
    expect(readResult('positive', 'antibody')).toBe('unknown')
  })
})
