import { Program, programPath } from './program'
import { admin, adminJson } from './server'

/** A living campus: the server with the simulator's stations, at an accelerated clock. */
export class Demo {
  private constructor(readonly url: string, private readonly program: Program) {}

  static async start(speed: number, seconds = 600, more: readonly string[] = []): Promise<Demo> {
    const args = ['demo', '--server', programPath('gateway', 'sems-gateway'), '--seconds', String(seconds), '--speed', String(speed), ...more]
    const program = Program.start('simulator', 'sems-simulator', args, { SEMS_ADMIN_PASSWORD: admin.password })
    return new Demo(await program.hears(/open (http:\/\/[^\s/]+)/), program)
  }

  /** What the operator API answers. */
  json = <T>(path: string) => adminJson<T>(this.url, path)

  stop = () => this.program.stop()
}
