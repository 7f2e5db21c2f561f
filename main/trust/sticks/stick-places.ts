/** Where each system puts the sticks that are plugged in. A decision of its own, so that each system's can be tested. */

/** A folder of which the folders so many levels below are sticks. */
export interface StickPlace {
  folder: string
  /** 0: the folder itself. */
  levels: 0 | 1 | 2
}

/** A and B were floppy disks, which make a noise when they are asked; C is the computer's own. */
const windowsLetters = 'DEFGHIJKLMNOPQRSTUVWXYZ'

/** The places to look at. */
export function stickPlaces(platform: NodeJS.Platform): StickPlace[] {
  if (platform === 'win32') return Array.from(windowsLetters, (letter) => ({ folder: `${letter}:\\`, levels: 0 }))
  if (platform === 'darwin') return [{ folder: '/Volumes', levels: 1 }]
  // By the desktop, under the user's name; by hand.
  return [
    { folder: '/media', levels: 2 },
    { folder: '/run/media', levels: 2 },
    { folder: '/mnt', levels: 1 },
  ]
}
