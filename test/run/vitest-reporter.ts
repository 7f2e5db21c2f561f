/**
 * Vitest's results as a tally (test/run/tally.mjs), written to the file named by CHOT_TALLY. Vitest's own JSON reporter
 * leaves out why a test was skipped, and that is what a reader of the last lines needs.
 */
import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase, TestModule } from 'vitest/node'
import { failedLine, type Tally } from './tally.mjs'

interface Unhandled {
  message: string
  cause?: unknown
}

/** With what it came of: that a worker ended says little, how it ended much. */
function sentenceOf({ message, cause }: Unhandled): string {
  return isUnhandled(cause) ? `${message} ${sentenceOf(cause)}` : message
}

function isUnhandled(cause: unknown): cause is Unhandled {
  return typeof cause === 'object' && cause !== null && 'message' in cause && typeof cause.message === 'string'
}

function nameOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`
}

/** Named in `--reporter`, where Vitest expects a default export. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly Unhandled[]): void {
    const tally: Tally = {
      passed: 0,
      failed: unhandled.map((error) => `outside any test: ${sentenceOf(error)}`),
      skipped: [],
    }
    for (const module of modules) {
      // A file that could not be loaded has no tests to fail; it fails itself.
      tally.failed.push(...module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`))
      for (const test of module.children.allTests()) {
        const result = test.result()
        if (result.state === 'passed') tally.passed += 1
        else if (result.state === 'skipped') {
          tally.skipped.push({ name: nameOf(test), reason: result.note ?? 'its name says why' })
        } else tally.failed.push(failedLine(nameOf(test), result.errors?.[0]?.message))
      }
    }
    const file = process.env['CHOT_TALLY']
    if (file) writeFileSync(file, JSON.stringify(tally))
  }
}
