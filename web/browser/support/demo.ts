import { Program, programPath } from './program'
import { admin, adminJson, freePort } from './server'

/** A living campus: the server with the simulator's stations, at an accelerated clock. */
export class Demo {
  /**
   * @param student the documented one, who is registered
   * @param phone where the stand-in for WeChat is
   */
  private constructor(readonly url: string, readonly student: { number: string; password: string }, readonly phone: string, private readonly program: Program) {}

  static async start(speed: number, seconds = 600, more: readonly string[] = []): Promise<Demo> {
    const args = ['demo', '--server', programPath('gateway', 'sems-gateway'), '--urls', `http://127.0.0.1:${await freePort()}`, '--seconds', String(seconds), '--speed', String(speed), ...more]
    const program = Program.start('simulator', 'sems-simulator', args, { SEMS_ADMIN_PASSWORD: admin.password })
    const url = await program.hears(/open (http:\/\/[^\s/]+)/)
    const number = await program.hears(/student (\d+) \/ \S+/)
    const password = await program.hears(/student \d+ \/ (\S+)/)
    return new Demo(url, { number, password }, await program.hears(/phone (http:\/\/[^\s/]+)/), program)
  }

  /** What the operator API answers. */
  json = <T>(path: string) => adminJson<T>(this.url, path)

  /** The bike of the documented student: swipes the card at a free socket, or takes it away. */
  async bike(what: 'plug-in' | 'unplug' | 'overload', body: object = {}) {
    const reply = await fetch(`${this.phone}/stand-in/bike/${what}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${what}: ${reply.status} ${await reply.text()}`)
  }

  stop = () => this.program.stop()
}
