/** How `npm test` counts: above all, that a runner which dies is never taken for one that had nothing to do. */
import { describe, expect, it } from 'vitest'
import { failedLine, lastLine, skippedLines, sum, tallyOfTests, tallyOfTool, type Tally } from '../../run/tally.mjs'

const report = (tally: Partial<Tally>): string => JSON.stringify({ passed: 0, failed: [], skipped: [], ...tally })
const camera = { name: 'camera', reason: 'no camera' }

describe('a tool', () => {
  it('counts as one check that passed when it ends well', () => {
    expect(lastLine(tallyOfTool('lint', true))).toBe('1 passed, 0 failed')
  })

  it('counts as one check that failed when it does not', () => {
    expect(tallyOfTool('lint', false)).toEqual({ passed: 0, failed: ['lint'], skipped: [] })
  })
})

describe('a test that failed', () => {
  it('is named with why, in one line without colours', () => {
    expect(failedLine('b', '\u001B[31mexpected 1\u001B[39m\n\n  to be 2 ')).toBe('b (expected 1 to be 2)')
  })

  it('is named alone where nothing is known of why', () => {
    expect(failedLine('b', undefined)).toBe('b')
  })

  it('fills no screen with why', () => {
    expect(failedLine('b', 'x'.repeat(10_000)).length).toBeLessThan(500)
  })
})

describe('a test runner', () => {
  it('is counted test by test', () => {
    const tally = tallyOfTests('unit', report({ passed: 7, failed: ['b'], skipped: [camera] }), false)
    expect(lastLine(tally)).toBe('7 passed, 1 failed, 1 skipped')
  })

  it('has failed when it leaves no report', () => {
    expect(tallyOfTests('unit', null, true).failed).toEqual(['unit: the runner ended without a report'])
  })

  it('has failed when its report is cut short', () => {
    expect(tallyOfTests('unit', report({ passed: 7 }).slice(0, 12), true).failed).toHaveLength(1)
  })

  it('has failed when its report is something else', () => {
    expect(tallyOfTests('unit', '{"success":true}', true).failed).toHaveLength(1)
  })

  it('has failed when it ran no test', () => {
    expect(tallyOfTests('unit', report({}), true).failed).toEqual(['unit: no test was run'])
  })

  it('has failed when it ends badly though every test passed', () => {
    expect(tallyOfTests('unit', report({ passed: 7 }), false)).toMatchObject({
      passed: 7,
      failed: [expect.any(String)],
    })
  })
})

describe('the end of the output', () => {
  it('says nothing of skipped tests where there are none', () => {
    expect(lastLine(sum([tallyOfTool('lint', true), tallyOfTool('types', true)]))).toBe('2 passed, 0 failed')
  })

  it('names every skipped test under its reason', () => {
    const lines = skippedLines([
      camera,
      { name: 'fuses', reason: 'no Electron' },
      { name: 'torch', reason: 'no camera' },
    ])
    expect(lines).toEqual(['Skipped: no camera', '  - camera', '  - torch', 'Skipped: no Electron', '  - fuses'])
  })
})
