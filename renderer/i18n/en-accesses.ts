/** Who looked at whom, and why, in English. */
import type { accessesInVietnamese } from './vi-accesses.ts'

export const accessesInEnglish: Record<keyof typeof accessesInVietnamese, string> = {
  'because.title': 'Why do you need to see this? Press a digit, or say it in words.',
  'because.request': 'Whose request, and its number',
  'because.words': 'Reason',
  'because.go': 'Go on',
  'because.kept': 'Asked once, until you leave the room. The journal keeps who looked, when and why.',

  'room.accesses': 'Who looked',
  'accesses.person': 'Who looked at this person',
  'accesses.personHow': 'name or number; empty: everything',
  'accesses.ask': 'Show',
  'accesses.older': 'Older',
  'accesses.how':
    'The journal keeps hashes of those who were looked at, and no names: to learn who looked at somebody, type their name or number.',
  'accesses.asking': 'Reading the journal…',
  'accesses.failed': 'This could not be read: the program does not answer. Press Show again; if it stays so, tell IT.',
  'accesses.nobody': 'That is a plate, and nobody. Type a name or a number.',
  'accesses.none': 'Nobody looked.',
  'accesses.noneYet': 'Not among the newest. Press Older to go on.',
  'accesses.at': 'When',
  'accesses.who': 'Officer',
  'accesses.what': 'What they did',
  'accesses.why': 'Why',
}
