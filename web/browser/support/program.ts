import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const engine = process.env['SEMS_ENGINE'] ?? 'Embedded'

/** Where a program of the build is. */
export const programPath = (folder: string, name: string) => `${root}${folder}/bin/${engine}/Release/net10.0/${name}.dll`

/** A program in a process of its own. */
export class Program {
  private said = ''
  private readonly ended: Promise<number | null>

  private constructor(private readonly process: ChildProcess) {
    process.stdout?.on('data', (text: Buffer) => (this.said += text.toString()))
    process.stderr?.on('data', (text: Buffer) => (this.said += text.toString()))
    this.ended = new Promise(resolve => process.once('exit', resolve))
  }

  static start(folder: string, name: string, args: readonly string[], environment: Record<string, string>): Program {
    return new Program(spawn('dotnet', [programPath(folder, name), ...args], { env: { ...process.env, ...environment }, stdio: ['ignore', 'pipe', 'pipe'] }))
  }

  /** Waits until it has said this; returns the first group. */
  async hears(words: RegExp, patience = 60_000): Promise<string> {
    const until = Date.now() + patience
    for (;;) {
      const found = words.exec(this.said)
      if (found) return found[1] ?? found[0]
      if (this.process.exitCode !== null || Date.now() > until) throw new Error(`waited in vain for ${words}; it said:\n${this.said}`)
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  /** SIGKILL: as if the power went. */
  async kill() {
    this.process.kill('SIGKILL')
    await this.ended
  }

  /** SIGTERM, then the end of it. */
  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) this.process.kill('SIGTERM')
    await this.ended
  }
}
