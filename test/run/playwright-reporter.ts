/** Playwright's results as a tally (test/run/tally.mjs), written to the file named by CHOT_TALLY. */
import { writeFileSync } from 'node:fs'
import type { FullConfig, Reporter, Suite, TestCase, TestError } from '@playwright/test/reporter'
import { failedLine, type Tally } from './tally.mjs'

function nameOf(test: TestCase): string {
  return test.titlePath().filter(Boolean).join(' › ')
}

/** What was wrong and at which line. A test that ran out of time says so first, and then what it was waiting for. */
function whyOf({ results }: TestCase): string {
  const errors = results.findLast((result) => result.errors.length > 0)?.errors ?? []
  const place = errors.find(({ location }) => location)?.location
  return [
    ...(place ? [`line ${place.line}:`] : []),
    ...errors.map(({ message, value }) => message ?? value ?? ''),
  ].join(' ')
}

/** Named in the configuration's `reporter`, where Playwright expects a default export. */
export default class TallyReporter implements Reporter {
  #suite: Suite | null = null
  readonly #errors: string[] = []

  onBegin(_config: FullConfig, suite: Suite): void {
    this.#suite = suite
  }

  onError(error: TestError): void {
    this.#errors.push(error.message ?? error.value ?? 'an error without a message')
  }

  onEnd(): void {
    const tally: Tally = { passed: 0, failed: [...this.#errors], skipped: [] }
    for (const test of this.#suite?.allTests() ?? []) {
      const skip = test.annotations.find(({ type }) => type === 'skip')
      const outcome = test.outcome()
      if (outcome === 'expected') tally.passed += 1
      else if (outcome === 'skipped' && skip) {
        tally.skipped.push({ name: nameOf(test), reason: skip.description ?? 'no reason is given' })
      } else if (outcome === 'skipped') tally.failed.push(`${nameOf(test)} (the run ended before it)`)
      else tally.failed.push(failedLine(nameOf(test), whyOf(test)))
    }
    const file = process.env['CHOT_TALLY']
    if (file) writeFileSync(file, JSON.stringify(tally))
  }

  printsToStdio(): boolean {
    return false
  }
}
