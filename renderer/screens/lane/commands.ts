/** Does what a command code says, so that a lane can be worked by scanner alone. The program has looked at its mark. */
import type { Command } from '../../../shared/domain/command-code.ts'
import type { ShownCrossing } from '../../../shared/contract/crossing-schemas.ts'
import type { CrossingDeeds } from './use-crossing.ts'

/** Does it to the crossing as it is now. */
export function obey(command: Command, crossing: ShownCrossing | null, deeds: CrossingDeeds): void {
  switch (command.kind) {
    case 'decide':
      return deeds.decide(command.decision)
    case 'next':
      return void deeds.edit({ kind: 'next' })
    case 'undo':
      return deeds.undo()
    case 'turn':
      return crossing ? void deeds.edit({ kind: 'direction', direction: opposite(crossing.direction) }) : undefined
  }
}

/** In becomes out, out becomes in. */
export function opposite(direction: 'in' | 'out'): 'in' | 'out' {
  return direction === 'in' ? 'out' : 'in'
}
