/** What the help page says in English. */
import type { helpInVietnamese } from './vi-help.ts'

export const helpInEnglish: Record<keyof typeof helpInVietnamese, string> = {
  'room.help': 'Help',
  'guide.title': 'Help for the officer at the lane',
  'help.page': 'Up and down the page',

  'guide.accepted.title': '{accepted}',
  'guide.accepted.steps':
    'The filled panel and the chime of admitting come only when everybody is here and valid: press {admit}.\n“{some}” means that those scanned so far are valid and the crossing is not done: do what the sentence below says.',
  'guide.check.title': '{check}',
  'guide.check.steps':
    'The kiosk cannot conclude. Do what the sentence under the large word says.\nWhere no key is marked, nothing is proposed: whichever you press asks for a reason.',
  'guide.rejected.title': '{rejected}',
  'guide.rejected.steps':
    'Forged, expired, or the rules are not met; each row says why that person is red. Press a key that is marked: {refuse} or {refer}.\nWrite down “{slip}” from the screen for that person.',
  'guide.unreadable.title': '{unreadable}',
  'guide.unreadable.steps':
    'No result and no paper that Chốt knows. The crossing being built is not changed.\nAsk for the right code and scan again; for a result on paper press {paper}.',
  'guide.positive.title': '{positive}',
  'guide.positive.steps':
    'Keep a distance, press {refer}.\nTo admit somebody positive, or a forged or revoked code, wants a reason in your own words.\nWhoever was referred or refused and comes back is told of with time and place, even if the result is valid.',
  'guide.missing.title': 'People are missing',
  'guide.missing.steps':
    'Press {people}, type how many you counted, press Enter.\n“{missing}”: go on scanning; whoever has no code is typed in with {next}.\n“{surplus}”: count again, or join two rows of one person.',
  'guide.paper.title': 'A result on paper',
  'guide.paper.steps':
    'Touch that person’s row, press {paper}. Where there is no row yet, the name is asked for first.\nPress 1 {negative}, 2 {positiveSaid}, 3 {unknown}; 4 to 6 are the method; write the time of the sample like 0730 or 0730 2211; Enter records it.\nPaper is a claim, not verified: see the original, and decide with a reason.',
  'guide.names.title': 'Two names that do not agree',
  'guide.names.steps':
    'The name of the result stands above that on the papers, with the difference marked. Look at the person and the photograph.\n{same}: they become one. {other}: two rows, and the second has no result yet.',
  'guide.keys.title': '{old}',
  'guide.keys.steps':
    'No result is “{accepted}” any more. Ask the supervisor before admitting.\nHave IT update. {menu}, “{sync}” tells which is old.\nIT: {menu}, “{setUp}”, {trust} updates from a stick or an address while the kiosk goes on.',
  'guide.clock.title': '{clock}',
  'guide.clock.steps':
    'Look at your own watch. Where the laptop is wrong, set its clock.\nWhere it is right, press {confirm} twice, then scan the last code again.',
  'guide.disk.title': '{disk}',
  'guide.disk.steps':
    'Scanning goes on and verdicts hold, but nothing is recorded. Write this crossing on paper, have IT free some space.\nOnce there is room, press the decision again: the crossing is still open.',
  'guide.lost.title': '{lost}',
  'guide.lost.steps':
    'The desk turns grey: what it shows may no longer hold. Chốt reconnects by itself; {retry} tries at once.\nAfter a minute, restart Chốt. The crossing being built is kept.',
  'guide.window.title': '{taken}',
  'guide.window.steps': 'Use that one. To use this one: close the other, then press {retry}.',
  'guide.shift.title': 'Change of shift',
  'guide.shift.steps':
    'First decide the crossing being built, or abandon it with {abandon}, twice: a shift is not closed over an open crossing.\n{menu}, “{shift}”: press {close}, compare the counts, press again.\nWhoever takes over: {signIn}, then {take}. Open the record, {print}; both sign.',
  'guide.scanner.title': 'The scanner does not read',
  'guide.scanner.steps':
    'Hold the code to the camera, or press {picture}.\n“{letters}”: have IT set the scanner to the US keyboard.\n“{method}”: turn the input method off and scan again.',
  'guide.card.title': 'The card of commands',
  'guide.card.steps':
    'Scan one of its codes instead of pressing a key. It decides only what the screen proposes, and gives no reason.\nAnother kiosk’s card is “{unreadable}” and on record. Keep the card like a key.',
  'guide.mistake.title': 'The wrong key was pressed',
  'guide.mistake.steps':
    '{undo}; after that, touch the crossing’s line and correct it in “{records}”.\nNot decided yet: {abandon}, twice, gives the crossing up, and that is on record.',
  'guide.practice.title': '{practice}',
  'guide.practice.steps':
    'This kiosk is for training: its keys and codes are samples. Decide about no real person with it.\nA real checkpoint does not believe its codes.\nTo make a real one on this laptop: {menu}, “{setUp}”, {begin}.\nTo learn: [Ctrl+B], a lesson of ten scans.',
}
