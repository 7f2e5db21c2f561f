/**
 * What each outcome sounds like: told apart with eyes on the queue, by rhythm as much as by pitch, so that a deaf
 * pitch or a poor loudspeaker does not matter. Made by oscillators; there are no sound files.
 */
import type { Outcome } from '../../shared/domain/finding/verdict.ts'

/** One tone: hertz, start after the beginning in seconds, length in seconds. */
export interface Tone {
  frequency: number
  start: number
  length: number
  wave: OscillatorType
}

/** `passed`: this person is in order, and the crossing is not done: never the chime of admitting. */
export type Sound = Outcome | 'passed'

export const patterns: Record<Sound, readonly Tone[]> = {
  /** One short tick: the next one, please. */
  passed: [{ frequency: 1047, start: 0, length: 0.05, wave: 'sine' }],
  /** Short and rising: all are there, and all are in order. */
  accepted: [
    { frequency: 880, start: 0, length: 0.09, wave: 'sine' },
    { frequency: 1319, start: 0.1, length: 0.16, wave: 'sine' },
  ],
  /** Two equal knocks: look again. */
  check: [
    { frequency: 660, start: 0, length: 0.12, wave: 'triangle' },
    { frequency: 660, start: 0.24, length: 0.12, wave: 'triangle' },
  ],
  /** Three low, rough ones: stop. */
  rejected: [
    { frequency: 196, start: 0, length: 0.16, wave: 'square' },
    { frequency: 196, start: 0.22, length: 0.16, wave: 'square' },
    { frequency: 196, start: 0.44, length: 0.3, wave: 'square' },
  ],
  /** One falling: again, please. */
  unreadable: [
    { frequency: 520, start: 0, length: 0.12, wave: 'sine' },
    { frequency: 347, start: 0.12, length: 0.24, wave: 'sine' },
  ],
}

const loudness = 0.25
/** Seconds over which a tone swells and fades, so that it does not click. */
const edge = 0.008

/** Plays the pattern. Without a loudspeaker, or before the browser allows sound, nothing is heard. */
export type PlaySound = (sound: Sound) => void

/** A sound that could not begin within this time is no longer about what is on the screen. Milliseconds. */
const latest = 300

/** Opens the loudspeaker at the first play. A context that does not start is asked again, and never waited for. */
export function openSounds(): PlaySound {
  let context: AudioContext | undefined
  return (sound) => {
    const speaker = (context ??= new AudioContext())
    const play = (): void => patterns[sound].forEach((tone) => schedule(speaker, tone))
    if (speaker.state === 'running') return play()
    const asked = performance.now()
    speaker.resume().then(
      () => performance.now() - asked < latest && play(),
      () => undefined,
    )
  }
}

function schedule(context: AudioContext, { frequency, start, length, wave }: Tone): void {
  const begins = context.currentTime + start
  const volume = context.createGain()
  volume.gain.setValueAtTime(0, begins)
  volume.gain.linearRampToValueAtTime(loudness, begins + edge)
  volume.gain.setValueAtTime(loudness, begins + length - edge)
  volume.gain.linearRampToValueAtTime(0, begins + length)
  const oscillator = new OscillatorNode(context, { type: wave, frequency })
  oscillator.connect(volume).connect(context.destination)
  oscillator.start(begins)
  oscillator.stop(begins + length)
}
