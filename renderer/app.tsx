/** The screen as a whole: a link to the program behind it, the frame, and the list of its rooms. */
import type { ReactNode } from 'react'
import { Frame } from './frame/frame.tsx'
import type { Room } from './frame/rooms.ts'
import type { Link } from './rpc/link.ts'
import { LinkProvider } from './rpc/link-context.ts'
import { AccessesScreen } from './screens/accesses/accesses.tsx'
import { HelpScreen } from './screens/help/help.tsx'
import { LaneScreen } from './screens/lane/lane.tsx'
import { OfficersScreen } from './screens/officers/officers.tsx'
import { RecordsScreen } from './screens/records/records.tsx'
import { ReportsScreen } from './screens/reports/reports.tsx'
import { SetUpScreen } from './screens/set-up/set-up.tsx'
import { ShiftScreen } from './screens/shift/shift.tsx'
import { SyncScreen } from './screens/sync/sync.tsx'

/** The rooms, in the order of the list that one key opens. */
const rooms: readonly Room[] = [
  { name: 'lane', word: 'room.lane', figure: null, needs: null, Screen: LaneScreen },
  { name: 'records', word: 'room.records', figure: 'room.1', needs: 'crossings.search', Screen: RecordsScreen },
  { name: 'reports', word: 'room.reports', figure: 'room.2', needs: 'reports.total', Screen: ReportsScreen },
  { name: 'sync', word: 'room.sync', figure: 'room.3', needs: 'sync.read', Screen: SyncScreen },
  { name: 'set-up', word: 'room.set-up', figure: 'room.4', needs: 'setUp.read', Screen: SetUpScreen },
  { name: 'shift', word: 'room.shift', figure: 'room.5', needs: 'shift.read', Screen: ShiftScreen },
  { name: 'officers', word: 'room.officers', figure: 'room.6', needs: 'officers.list', Screen: OfficersScreen },
  { name: 'accesses', word: 'room.accesses', figure: 'room.7', needs: 'accesses.list', Screen: AccessesScreen },
  { name: 'help', word: 'room.help', figure: 'room.0', needs: null, Screen: HelpScreen },
]

export function App({ link }: { link: Link }): ReactNode {
  return (
    <LinkProvider value={link}>
      <Frame link={link} rooms={rooms} />
    </LinkProvider>
  )
}
