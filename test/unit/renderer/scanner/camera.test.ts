import { describe, expect, it } from 'vitest'
import { advise, meanBrightness } from '../../../../renderer/scanner/camera/coaching.ts'
import { secondLook } from '../../../../renderer/scanner/camera/frames.ts'
import { problemOf } from '../../../../renderer/scanner/camera/open-camera.ts'
import { sight, type Sightings } from '../../../../renderer/scanner/camera/sightings.ts'

/** The texts that count, of frames given as [time, ...texts]. */
function counted(...frames: [number, ...string[]][]): string[] {
  let seen: Sightings = new Map()
  return frames.flatMap(([at, ...texts]) => {
    const sighted = sight(seen, texts, at)
    seen = sighted.seen
    return sighted.fresh
  })
}

describe('a code in front of the camera', () => {
  it('counts once for as long as it stays in the picture', () => {
    expect(counted([0, 'a'], [1_000, 'a'], [2_400, 'a'], [3_800, 'a'])).toEqual(['a'])
  })

  it('counts again after it has been away for a second and a half', () => {
    expect(counted([0, 'a'], [700], [1_500, 'a'])).toEqual(['a', 'a'])
    expect(counted([0, 'a'], [700], [1_499, 'a'])).toEqual(['a'])
  })

  it('gives way to a different code at once', () => {
    expect(counted([0, 'a'], [33, 'b'], [66, 'a'])).toEqual(['a', 'b'])
  })
})

it('looks at some frames without a code again, for one that is light on dark or for advice, never for both', () => {
  expect(Array.from({ length: 13 }, (_, unread) => secondLook(unread))).toEqual([
    'advice',
    null,
    'inverted',
    null,
    null,
    null,
    'inverted',
    null,
    null,
    null,
    'inverted',
    null,
    'advice',
  ])
})

describe('advice to the holder', () => {
  it('asks for less distance when the code is small, and for a steady hand when it is large enough', () => {
    expect(advise(120, { side: 200, read: false })).toBe('closer')
    expect(advise(120, { side: 420, read: false })).toBe('steady')
  })

  it('asks for light only where nothing can be made out', () => {
    expect(advise(10, null)).toBe('dark')
    expect(advise(120, null)).toBe('aim')
    expect(advise(10, { side: 200, read: false })).toBe('closer')
  })

  it('measures brightness over the whole plane', () => {
    expect(meanBrightness(new Uint8Array(640).fill(90))).toBe(90)
    expect(meanBrightness(new Uint8Array(0))).toBe(0)
  })
})

describe('a camera that does not open', () => {
  it.each([
    ['NotAllowedError', 'denied'],
    ['SecurityError', 'denied'],
    ['NotReadableError', 'busy'],
    ['AbortError', 'busy'],
    ['NotFoundError', 'missing'],
    ['OverconstrainedError', 'missing'],
  ])('%s means %s', (name, problem) => {
    expect(problemOf(name)).toBe(problem)
  })
})
