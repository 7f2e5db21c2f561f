/** The file that Electron's utility process starts: the program behind the screen. */
import { runProgram } from './run-program.ts'

runProgram(process.parentPort)
