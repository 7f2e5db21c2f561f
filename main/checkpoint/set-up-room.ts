/** Set-up as the screen asks for it. */
import type { setUpMethods, SetUpState } from '../../shared/contract/set-up.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Room } from '../room.ts'

const notHere = {
  vi: 'Bản này chưa làm được việc đó trên màn hình. Hãy hỏi bộ phận CNTT.',
  en: 'This cannot be done on the screen in this version. Ask IT.',
} as const

/** Opens the room. */
export function setUpRoom(parts: { profile: string; checkpoint: Checkpoint }): Room<keyof typeof setUpMethods> {
  const { profile, checkpoint } = parts
  const refused = { ok: false as const, said: notHere }
  const state = (): SetUpState => ({
    profile,
    mode: checkpoint.mode,
    checkpoint: {
      name: checkpoint.name,
      lane: checkpoint.lane,
      province: '',
      zoneMinutes: checkpoint.zoneMinutes ?? 420,
    },
    secret: { kept: 'open', recovery: false, system: false },
    place: null,
    said: notHere,
  })
  return {
    handlers: {
      'setUp.read': state,
      'setUp.preview': () => refused,
      'setUp.begin': () => refused,
      'setUp.finish': () => refused,
      'setUp.change': state,
      'setUp.keep': () => refused,
      'setUp.recovery': () => refused,
      'setUp.export': () => refused,
      'setUp.import': () => refused,
      'setUp.doctor': () => [],
    },
  }
}
