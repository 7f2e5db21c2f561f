/**
 * Counting: what each step of `npm test` reports becomes a tally, tallies add up, and the last line is written from
 * the sum. A step that reports nothing has failed: silence is never taken for zero tests.
 */
import { stripVTControlCharacters } from 'node:util'

/**
 * @typedef {{ name: string, reason: string }} Skipped
 * @typedef {{ passed: number, failed: string[], skipped: Skipped[] }} Tally Failed tests by `failedLine`, in order.
 */

/**
 * A step that counts as one check: a tool that says yes or no by its exit status.
 * @param {string} name
 * @param {boolean} succeeded
 * @returns {Tally}
 */
export function tallyOfTool(name, succeeded) {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? [] : [name], skipped: [] }
}

/**
 * A step that runs tests. Its report is believed only as far as its exit status bears it out.
 * @param {string} name
 * @param {string | null} report the text one of the two reporters beside this file wrote; null where there is none
 * @param {boolean} succeeded whether the runner's exit status was 0
 * @returns {Tally}
 */
export function tallyOfTests(name, report, succeeded) {
  const tally = report === null ? null : parseTally(report)
  if (!tally) return { passed: 0, failed: [`${name}: the runner ended without a report`], skipped: [] }
  if (tally.passed + tally.failed.length + tally.skipped.length === 0) {
    return { passed: 0, failed: [`${name}: no test was run`], skipped: [] }
  }
  if (!succeeded && tally.failed.length === 0) return { ...tally, failed: [`${name}: failed outside its tests`] }
  return tally
}

/**
 * @param {string} text
 * @returns {Tally | null} null where the text is cut short or something else
 */
function parseTally(text) {
  try {
    const value = JSON.parse(text)
    const whole = Number.isInteger(value?.passed) && Array.isArray(value.failed) && Array.isArray(value.skipped)
    return whole ? value : null
  } catch {
    return null
  }
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.flatMap(({ failed }) => failed),
    skipped: tallies.flatMap(({ skipped }) => skipped),
  }
}

/** As much of why a test failed as is of use among the last lines. */
const longestWhy = 400

/**
 * A test that failed, by its name and why in one line: whoever sees the last lines of a run alone can begin with it.
 * @param {string} name
 * @param {string | undefined} why the runner's own words, of several lines and colours
 */
export function failedLine(name, why) {
  const line = stripVTControlCharacters(why ?? '')
    .replaceAll(/\s+/g, ' ')
    .trim()
  return line === '' ? name : `${name} (${line.slice(0, longestWhy)})`
}

/**
 * The last line of `npm test`.
 * @param {Tally} tally
 */
export function lastLine({ passed, failed, skipped }) {
  const counts = `${passed} passed, ${failed.length} failed`
  return skipped.length > 0 ? `${counts}, ${skipped.length} skipped` : counts
}

/**
 * Every skipped test by name, those that share a reason under it.
 * @param {readonly Skipped[]} skipped
 * @returns {string[]} lines
 */
export function skippedLines(skipped) {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))]
  return reasons.flatMap((reason) => [
    `Skipped: ${reason}`,
    ...skipped.filter((test) => test.reason === reason).map(({ name }) => `  - ${name}`),
  ])
}
