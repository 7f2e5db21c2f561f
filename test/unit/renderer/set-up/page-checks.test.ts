import { describe, expect, it } from 'vitest'
import { speakIn } from '../../../../renderer/i18n/catalogue.ts'
import { cameraCheck, scannerCheck } from '../../../../renderer/screens/set-up/doctor/page-checks.ts'
import { now } from '../screens/scan-answer.ts'

const live = { state: 'live', readerBroken: false } as const

describe('what the page alone can see', () => {
  it('is a camera that delivers a picture, and whether it has read a code', () => {
    expect(cameraCheck(live, {})).toMatchObject({ state: 'good', message: 'setUp.camera.live' })
    const { message, values } = cameraCheck(live, { camera: now })
    expect(speakIn('en')(message, values)).toBe('There is a picture; it last read a code at 07:42 22/11/2026.')
  })

  it.each(['missing', 'denied', 'busy', 'lost'] as const)('is a camera that is %s, with what to do', (state) => {
    expect(cameraCheck({ ...live, state }, {})).toMatchObject({ state: 'bad', message: `camera.${state}` })
  })

  it('is a camera with nothing behind it that reads codes', () => {
    expect(cameraCheck({ ...live, readerBroken: true }, { camera: now })).toMatchObject({ state: 'bad' })
  })

  it('is nothing of a scanner before it has read a code', () => {
    expect(scannerCheck({ camera: now })).toMatchObject({ state: 'look', message: 'setUp.scanner.silent' })
    expect(scannerCheck({ scanner: now })).toMatchObject({ state: 'good', message: 'setUp.scanner.read' })
  })
})
