/** Does what a command code says, so that a lane can be worked by scanner alone. */
import type { Command } from '../../../shared/domain/command-code.ts'
import { reasonKeys } from './deciding.ts'
import type { LaneState } from './lane-state.ts'
import type { CrossingDeeds } from './use-crossing.ts'

/** @param openWords asks for the reason in words */
export function obey(
  command: Command,
  { crossing, desk }: LaneState,
  deeds: CrossingDeeds,
  openWords: () => void,
): void {
  switch (command.kind) {
    case 'decide':
      return deeds.decide(command.decision)
    case 'next':
      return void deeds.edit({ kind: 'next' })
    case 'undo':
      return deeds.undo()
    case 'turn':
      return crossing ? void deeds.edit({ kind: 'direction', direction: opposite(crossing.direction) }) : undefined
    case 'reason': {
      const { form } = desk
      const { code } = command
      if (form?.kind !== 'reason') return deeds.remark('remark.reasonUnasked')
      if (!reasonKeys(form.decision).some((key) => key.code === code)) return deeds.remark('remark.reasonUnfit')
      return code === 'other' ? openWords() : deeds.decideFor(form.decision, { code, note: null })
    }
  }
}

/** In becomes out, out becomes in. */
export function opposite(direction: 'in' | 'out'): 'in' | 'out' {
  return direction === 'in' ? 'out' : 'in'
}
