import { Program } from './program'
import { freePort } from './server'

/** A template message as its reader sees it. */
export interface Message {
  id: number
  kind: string
  title: string | null
  text: string | null
  url: string | null
  fields: { label: string; value: string }[] | null
}

/** What became of something WeChat told the account's server. */
export interface Told {
  ok: boolean
  status: number
  reply: string | null
  error: string | null
}

/** The stand-in for WeChat, in a process of its own. */
export class StandIn {
  private constructor(readonly url: string, readonly settings: Record<string, string>, private readonly program: Program) {}

  /** @param gateway where the account's server is, or will be */
  static async start(gateway: string): Promise<StandIn> {
    const url = `http://127.0.0.1:${await freePort()}`
    const program = Program.start('simulator', 'sems-simulator', ['wechat', '--urls', url, '--gateway', gateway], {})
    const told = await program.hears(/The server's settings:\n((?: {2}\S+=.*\n)+(?= {2}WeChat__EncodingAesKey).*)\n/)
    const settings = Object.fromEntries(told.split('\n').map(line => line.trim().split(/=(.*)/).slice(0, 2) as [string, string]))
    return new StandIn(url, settings, program)
  }

  /** Somebody does something with the account; encrypted, as accounts in use have it. */
  tell = (openid: string, what: string, body: object = {}) => this.post<Told>(`users/${openid}/${what}`, { encrypted: true, ...body })

  /** Everything in somebody's chat after a line. */
  async messages(openid: string, after = 0): Promise<Message[]> {
    const reply = await fetch(`${this.url}/stand-in/messages?openid=${openid}&after=${after}`)
    return ((await reply.json()) as { messages: Message[] }).messages
  }

  async users(): Promise<{ openid: string; name: string }[]> {
    return ((await (await fetch(`${this.url}/stand-in/users`)).json()) as { users: { openid: string; name: string }[] }).users
  }

  stop = () => this.program.stop()

  private async post<T>(path: string, body: object): Promise<T> {
    const reply = await fetch(`${this.url}/stand-in/${path}`, { method: 'POST', body: JSON.stringify(body) })
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`)
    return (await reply.json()) as T
  }
}
