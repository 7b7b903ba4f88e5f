import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Program } from './program'

export const admin = { name: 'admin', password: 'correct horse battery' }

const students = `student_number,card_number,username,blocked,brand,model,battery_type,rated_voltage,rated_ah
1030412535,5sdf87e4,jack,0,,,,,
1030412536,rose-card,rose,0,,,,,
1030412537,tom-card,tom,0,,,,,
1030412538,mei-card,,0,爱玛,A500,lead_acid,48,12
`
const stations = `ammeterGroup_number,name,latitude,longitude
0001,东门,31.4857,120.2733
0002,西门,31.4860,120.2600
`
const ammeters = `ammeterGroup_number,ammeter_number,name
0001,0001,东门 1 号
0001,0002,东门 2 号
0001,0003,东门 3 号
0002,0001,西门 1 号
`

/** A port nobody listens on. */
export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** What a server may be given. */
export interface ServerOptions {
  /** A folder with a campus's files; a small campus otherwise. */
  campus?: string
  /** Simulated seconds in a real second. */
  speed?: number
  /** Where it listens; somewhere free otherwise. */
  port?: number
  /** Settings. */
  environment?: Record<string, string>
}

/** The product as people run it, on a directory and a port of its own. It keeps both when it is started again. */
export class Server {
  private constructor(readonly folder: string, readonly port: number, private readonly options: ServerOptions, private readonly began: number, private program: Program) {}

  get url() {
    return `http://127.0.0.1:${this.port}`
  }

  /** Starts one, ready for work. */
  static async start(options: ServerOptions = {}): Promise<Server> {
    const folder = await mkdtemp(join(tmpdir(), 'sems-browser-'))
    const campus = options.campus ?? join(folder, 'campus')
    if (!options.campus) {
      await mkdir(campus)
      await Promise.all([
        writeFile(join(campus, 'students.csv'), students), writeFile(join(campus, 'stations.csv'), stations), writeFile(join(campus, 'ammeters.csv'), ammeters),
      ])
    }
    const port = options.port ?? await freePort()
    const began = Date.now()
    const server = new Server(folder, port, options, began, Server.launch(folder, port, options, began, ['--import', campus]))
    await server.ready()
    return server
  }

  private static launch(folder: string, port: number, { speed, environment }: ServerOptions, began: number, more: readonly string[] = []) {
    const url = `http://127.0.0.1:${port}`
    const clock = speed ? ['--clock-epoch-real', String(began), '--clock-epoch-sim', String(began), '--speed', String(speed)] : []
    return Program.start(
      'gateway', 'sems-gateway', [speed ? 'demo' : 'serve', '--urls', url, '--data', join(folder, 'data'), ...clock, ...more],
      { SEMS_ADMIN_PASSWORD: admin.password, ...environment })
  }

  private async ready() {
    await this.program.hears(/listens on/)
    for (;;) {
      if ((await fetch(`${this.url}/health/ready`)).ok) return
      await new Promise(resolve => setTimeout(resolve, 50))
    }
  }

  /** SIGKILL. */
  kill = () => this.program.kill()

  /** Starts it again on what it had. */
  async again() {
    this.program = Server.launch(this.folder, this.port, this.options, this.began)
    await this.ready()
  }

  /** Ends it and takes its files away. */
  async dispose() {
    await this.program.stop()
    await rm(this.folder, { recursive: true, force: true })
  }

  /** A station's call of the protocol; its reply. */
  async service(name: string, body: object): Promise<Record<string, unknown>> {
    const reply = await fetch(`${this.url}/service/${name}`, { method: 'POST', body: JSON.stringify(body) })
    return (await reply.json()) as Record<string, unknown>
  }

  /** A call of the operator API; its status and text. */
  script = (path: string, method = 'GET', body?: object, user = admin) => adminCall(this.url, path, method, body, user)

  json = <T>(path: string) => adminJson<T>(this.url, path)
}

/** A call of the operator API by HTTP Basic, as scripts do. */
export async function adminCall(url: string, path: string, method = 'GET', body?: object, user = admin): Promise<{ status: number; text: string }> {
  const reply = await fetch(`${url}/api/admin${path}`, {
    method, headers: { Authorization: `Basic ${btoa(`${user.name}:${user.password}`)}`, ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: reply.status, text: await reply.text() }
}

/** What the operator API answers to a GET. */
export async function adminJson<T>(url: string, path: string): Promise<T> {
  const { status, text } = await adminCall(url, path)
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
  return JSON.parse(text) as T
}
