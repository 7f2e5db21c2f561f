/** Does what a key means, to the lane as it is now. */
import { opposite } from './commands.ts'
import { reasonKeys } from './deciding.ts'
import type { DeskAction } from './desk-state.ts'
import type { LaneDeed } from './lane-deeds.ts'
import type { LaneState } from './lane-state.ts'
import { canReturn } from './seen-line.tsx'
import { rowBeside, selectTraveller } from './traveller-list.tsx'
import type { CrossingDeeds } from './use-crossing.ts'

/** What the lane can do. */
export interface DeskDeeds extends CrossingDeeds {
  onDesk: (action: DeskAction) => void
  details: () => void
  picture: () => void
  clock: () => void
  camera: () => void
  theme: () => void
  language: () => void
  records: () => void
}

/** Does one deed. What makes no sense at the moment is not done. */
export function doDeed(deed: LaneDeed, { crossing, desk }: LaneState, able: DeskDeeds): void {
  switch (deed.kind) {
    case 'details':
    case 'picture':
    case 'clock':
    case 'camera':
    case 'theme':
    case 'language':
    case 'records':
      return able[deed.kind]()
    case 'decide':
      return able.decide(deed.decision)
    case 'undo':
      return able.undo()
    case 'leave':
      return able.onDesk({ kind: 'left' })
    case 'press':
      return pressFocused()
    case 'reason': {
      const { form } = desk
      if (form?.kind !== 'reason') return
      const code = reasonKeys(form.decision).find(({ digit }) => digit === deed.digit)?.code
      if (code === 'other') return able.onDesk({ kind: 'opened', form: { ...form, words: true } })
      return code && able.decideFor(form.decision, { code, note: null })
    }
    case 'next':
      able.onDesk({ kind: 'opened', form: { kind: 'person', touched: false } })
      return void able.edit({ kind: 'next' })
    case 'turn':
      return crossing ? void able.edit({ kind: 'direction', direction: opposite(crossing.direction) }) : undefined
    case 'return':
      return crossing?.seen && canReturn(crossing)
        ? void able.edit({ kind: 'return', of: crossing.seen.seq })
        : undefined
    case 'row':
      return crossing
        ? selectTraveller(rowBeside(crossing, desk.selected, deed.step), able.edit, able.onDesk)
        : undefined
    case 'same-person': {
      const id = desk.selected ?? crossing?.current ?? null
      const traveller = crossing?.travellers.find((each) => each.id === id)
      if (traveller?.identity !== 'look') return able.remark('remark.nobodyToConfirm')
      return void able.edit({ kind: 'confirm', traveller: traveller.id })
    }
  }
}

/** A person's space bar presses the focused button; held back like every key, lest a burst begin with one. */
function pressFocused(): void {
  if (document.activeElement instanceof HTMLButtonElement) document.activeElement.click()
}
