import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../../../../main/setup/node24.mjs'
import type { ClockDoubt } from '../../../../../shared/domain/time/clock-guard.ts'
import { findingCodes } from '../../../../../shared/domain/finding/finding-codes.ts'
import { artefacts } from '../../../../../shared/domain/freshness.ts'

/** Everything that could give a verdict, but for the table itself and the commands, whose failures have other codes. */
const sources = ['shared', 'main']
  .flatMap((room) =>
    readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((file) => join(room, file)),
  )
  .filter((file) => file.endsWith('.ts') && !/finding-codes|[/\\]command[/\\]/.test(file))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n')

const doubts: Record<ClockDoubt, true> = { behind: true, 'far-ahead': true, 'other-zone': true }

/** Codes that are put together of two words, by the expression that does it. */
const composed: Readonly<Record<string, readonly string[]>> = {
  'finding(`${artefact}-${freshness}`': artefacts.flatMap((artefact) => [`${artefact}-old`, `${artefact}-unusable`]),
  'finding(`person-${turned.decision}`': ['person-refused', 'person-referred'],
  'finding(`vehicle-${turned.decision}`': ['vehicle-refused', 'vehicle-referred'],
  'finding(`clock-${doubt}`': Object.keys(doubts).map((doubt) => `clock-${doubt}`),
}

const given = (code: string): boolean =>
  sources.includes(`'${code}'`) ||
  Object.entries(composed).some(([expression, codes]) => codes.includes(code) && sources.includes(expression))

describe('a finding code', () => {
  test.each(Object.keys(findingCodes))('%s is given by something', (code) => expect(given(code)).toBe(true))

  test('that nothing gives is found', () => expect(given('nobody-gives-this')).toBe(false))
})
