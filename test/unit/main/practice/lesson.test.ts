/** The guided lesson: its codes lead to the verdicts that it speaks of, and a real kiosk has none. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { lessonCodes } from '../../../../authority/lesson-codes.ts'
import { newSigningKey, publicJwk } from '../../../../authority/signing-key.ts'
import { openApp, type App } from '../../../../main/app.ts'
import { lessonNames, lessonSteps, type LessonName } from '../../../../shared/domain/lesson.ts'
import type { Decision } from '../../../../shared/domain/crossing/crossing.ts'
import type { Mode } from '../../../../shared/domain/mode.ts'
import { secrets } from '../../../fixtures/secrets.ts'

const now = Date.parse('2026-11-22T07:42:00+07:00')

/** A kiosk that was made as the demo is. @param file what lies in the place of the codes; absent: the codes */
async function kiosk(mode: Mode, file?: string): Promise<App> {
  const profile = mkdtempSync(join(tmpdir(), 'chot-lesson-'))
  for (const folder of ['trust', 'demo-codes']) mkdirSync(join(profile, folder))
  const [trusted, stranger] = [newSigningKey('EdDSA'), newSigningKey('EdDSA')]
  const keys = [publicJwk(trusted, { issuer: 'Sở Y tế', country: 'VN', usage: ['test'] })]
  const content = { mode, published: new Date(now).toISOString(), keys }
  writeFileSync(join(profile, 'trust', 'keys.json'), JSON.stringify(content))
  const checkpoint = {
    kiosk: 'kiosk-1',
    name: 'Chốt',
    lane: '1',
    zoneMinutes: 0 - new Date(now).getTimezoneOffset(),
    mode,
  }
  writeFileSync(join(profile, 'checkpoint.json'), JSON.stringify(checkpoint))
  const codes = JSON.stringify(lessonCodes(trusted, stranger, now))
  writeFileSync(join(profile, 'demo-codes', 'lesson.json'), file ?? codes)
  const settings = { language: 'vi', theme: 'auto', camera: null, scannerPrefix: '' } as const
  const ports = {
    now: () => now,
    settings: { read: () => settings, write: () => settings },
    secrets,
    log: () => undefined,
  }
  const app = await openApp({ profile, version: '1', ports })
  onTestFinished(() => {
    app.close()
    rmSync(profile, { recursive: true, force: true })
  })
  return app
}

const verdicts: Record<LessonName, string> = {
  valid: 'accepted rules-met',
  'too-old': 'rejected sample-too-old',
  positive: 'rejected result-positive',
  'last-hours': 'accepted rules-met',
  forged: 'rejected signature-mismatch',
  payment: 'unreadable format-unknown',
  'unknown-key': 'check key-unknown',
  expired: 'rejected period-expired',
  cut: 'rejected compression-damaged',
  returned: 'check person-referred',
}

describe('the ten codes', () => {
  test('lead to the verdicts that are spoken of, one behind the other, and to decisions that the lane asks for', async () => {
    const { handlers } = await kiosk('practice')
    const lesson = await handlers['lesson.read']({})
    if (lesson.kind !== 'lesson') throw new Error('there is no lesson')
    const met: Record<string, string> = {}
    for (const [index, { name, text }] of lesson.codes.entries()) {
      const answer = await handlers['scan.verify']({ text, source: 'scanner', obeyed: true })
      if (answer.kind !== 'verdict') throw new Error('a command')
      met[name] = `${answer.verdict.outcome} ${answer.verdict.reason.code}`
      const [right]: readonly (Decision | undefined)[] = lessonSteps[index]?.right ?? []
      if (right === undefined) await handlers['crossing.abandon']({})
      else {
        const reason = answer.verdict.outcome === 'check' ? ({ code: 'papers-seen', note: null } as const) : null
        expect(await handlers['crossing.decide']({ decision: right, reason })).toMatchObject({ recorded: true })
      }
    }
    expect(met).toEqual(verdicts)
  })

  test('are others at the next time, and four times in all', async () => {
    const { handlers } = await kiosk('practice')
    const taken = [1, 2, 3, 4, 5].map(() => handlers['lesson.read']({}))
    const texts = taken.map((lesson) => JSON.stringify(lesson))
    expect([new Set(texts).size, texts[4] === texts[0]]).toEqual([4, true])
  })
})

test('a real kiosk has no lesson, whatever lies in its profile', async () => {
  const { handlers } = await kiosk('real')
  expect(await handlers['lesson.read']({})).toEqual({ kind: 'none' })
})

test.each([
  ['no JSON', '{'],
  ['nothing', '[]'],
  ['codes of other steps', JSON.stringify([{ other: 'x' }])],
  [
    'a code that is too long',
    JSON.stringify([Object.fromEntries(lessonNames.map((name) => [name, 'x'.repeat(5000)]))]),
  ],
])('a file that holds %s is no lesson', async (_, file) => {
  const { handlers } = await kiosk('practice', file)
  expect(await handlers['lesson.read']({})).toEqual({ kind: 'none' })
})
