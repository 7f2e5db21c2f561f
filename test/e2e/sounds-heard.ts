/** What a page lets be heard, without a loudspeaker: its tones are written down in the place of being played. */
import type { JSHandle, Page } from '@playwright/test'
import { patterns, type Sound } from '../../renderer/ui/sounds.ts'

/** Listens from now on; call it before the page's first sound. @returns tells all that was heard since, in order */
export async function hears(page: Page): Promise<() => Promise<Sound[]>> {
  const tones = await page.evaluateHandle(putInPlaceOfTheLoudspeaker)
  return () => soundsOf(tones)
}

/** Runs in the page, and so uses nothing from outside. @returns the frequency of each tone, growing */
function putInPlaceOfTheLoudspeaker(): number[] {
  const begun: number[] = []
  const node = { connect: (next: unknown) => next }
  const level = { setValueAtTime: () => level, linearRampToValueAtTime: () => level }
  class SilentContext {
    readonly state = 'running'
    readonly currentTime = 0
    readonly destination = node
    readonly createGain = () => ({ ...node, gain: level })
  }
  class WrittenTone {
    readonly connect = node.connect
    readonly stop = (): void => undefined
    private readonly frequency: number
    constructor(_context: unknown, { frequency }: { frequency: number }) {
      this.frequency = frequency
    }
    start(): void {
      begun.push(this.frequency)
    }
  }
  Object.assign(globalThis, { AudioContext: SilentContext, OscillatorNode: WrittenTone })
  return begun
}

const sounds: readonly Sound[] = ['passed', 'accepted', 'check', 'rejected', 'unreadable']

/** Every sound begins with a tone of its own. */
async function soundsOf(tones: JSHandle<number[]>): Promise<Sound[]> {
  const left = [...(await tones.jsonValue())]
  const heard: Sound[] = []
  while (left.length > 0) {
    const sound = sounds.find((each) => patterns[each][0]?.frequency === left[0])
    if (!sound) throw new Error(`no sound begins with ${left[0]} Hz`)
    heard.push(sound)
    left.splice(0, patterns[sound].length)
  }
  return heard
}
