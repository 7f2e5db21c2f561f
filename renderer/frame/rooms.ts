/** A room as the frame shows it: renderer/app.tsx has the list, and the frame knows no screen. */
import type { ComponentType } from 'react'
import type { Method } from '../../shared/contract/contract.ts'
import type { MessageKey } from '../i18n/catalogue.ts'
import type { RoomFigure } from '../keys/key-map.ts'
import type { RoomName } from './place-state.ts'

export interface Room {
  name: RoomName
  word: MessageKey
  /** The figure that opens it from the list of rooms; null: Esc does. */
  figure: RoomFigure | null
  /** Who may call it may use the room; null: everybody may. */
  needs: Method | null
  Screen: ComponentType
}
