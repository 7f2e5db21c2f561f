/** What the screen says in English around its rooms. */
import type { frameInVietnamese } from './vi-frame.ts'

export const frameInEnglish: Record<keyof typeof frameInVietnamese, string> = {
  'room.lane': 'To the lane',
  'room.records': 'Records',
  'room.sync': 'Sync',
  'room.shift': 'Shift',

  'header.practice': 'PRACTICE · sample data',
  'header.way.in': 'IN',
  'header.referrals': '{people, number} referred',
  'header.way.out': 'OUT',
  'key.menu': 'Menu',
  'key.help': 'Keys',
  'key.retry': 'Load Chốt again',
  'strip.empty': 'Lane: no crossing begun',
  'strip.trying': 'Being tried: no scan goes to the lane',
  'strip.scan': 'Scanning a result goes to the lane',

  'inert.badge':
    'This is an officer’s badge. This kiosk has no officers yet, so it does nothing: the first is appointed in the room Officers.',
  'inert.export': 'This is the code of a report or an export, not a result. To check the journal with it, tell IT.',
  'inert.enrolment': 'This is the code that enrols a kiosk with the province, not a result. Give it to IT.',
  'inert.doctor': 'This is a code for trying the scanner: it can be read. Scan a result to check a person.',

  'help.theme': 'Day, night, automatic',
  'help.language': 'Tiếng Việt, English',
  'help.clock': 'Say that the clock is right (when asked)',
  'help.press': 'Press the chosen button',
  'help.turn': 'Turn in and out',
  'help.rows': 'Row above, row below',
  'help.choice': 'Choose by figure',
  'help.second': 'Where F1 to F12 set sound and light: Alt and the figure, as Alt+1 for F1; Alt+M for F12.',
}
