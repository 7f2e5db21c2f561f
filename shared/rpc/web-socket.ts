/** What both ends of the browser shell's WebSocket must agree on besides the handshake and the contract. */

/** The one path that takes a WebSocket. */
export const socketPath = '/rpc'

/** The code a socket is closed with when another window takes over: its page must not try again by itself. */
export const takenOverCode = 4001

/** The code a socket is closed with when it sent something that is no message of ours. */
export const notUnderstoodCode = 4002

/** The code a socket is closed with when its window's pass is not one of this run of the kiosk. */
export const unknownPassCode = 4003

/** The longest message either side accepts, in bytes: the longest scan, were every character of it escaped, and more. */
export const longestMessage = 1 << 18
