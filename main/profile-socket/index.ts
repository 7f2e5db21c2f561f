/** Profile socket: how a command reaches the kiosk that has its profile open. */
export { listenForCommands } from './open-socket.ts'
export { reachKiosk } from './reach-kiosk.ts'
