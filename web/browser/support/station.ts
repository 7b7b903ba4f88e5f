import type { Server } from './server'

interface Bike {
  card: string
  current: number
  energy: number
}

/** A simulated station: polls, obeys, and sends a sample of every bike in a socket, all as often as the server's clock asks for. */
export class Station {
  private readonly bikes = new Map<string, Bike>()
  private readonly told = new Map<string, string>()
  private readonly timer: ReturnType<typeof setInterval>
  private working: Promise<void> = Promise.resolve()
  private fault: unknown = null

  /** @param speed simulated seconds in a real one; a sample comes every 10 simulated seconds, but never more than 10 a second */
  constructor(private readonly server: Server, private readonly group: string, private readonly speed: number) {
    this.timer = setInterval(() => (this.working = this.working.then(() => this.turn()).catch(fault => void (this.fault ??= fault))), this.period)
  }

  private get period() {
    return Math.max(100, 10_000 / this.speed)
  }

  /** The card is swiped at a socket; a bike that draws this current is plugged in. */
  async start(card: string, ammeter: string, current: number) {
    const reply = await this.call('start', { card_number: card, ammeter_number: ammeter })
    if (reply['result'] === 1) this.bikes.set(ammeter, { card, current, energy: 100 })
    return reply
  }

  /** The card is swiped again; the bike leaves. */
  async end(ammeter: string) {
    const reply = await this.call('end', { card_number: this.bike(ammeter).card, ammeter_number: ammeter })
    if (reply['result'] === 1) this.bikes.delete(ammeter)
    return reply
  }

  /** What the bike draws from now on, A, while its switch is on. */
  draw(ammeter: string, current: number) {
    this.bike(ammeter).current = current
  }

  /** What the last poll told a socket: 1 on, 0 off, 2 release, 3 lock. */
  level = (ammeter: string) => this.told.get(ammeter)

  /** Stops polling and measuring; throws what went wrong on the way. */
  async stop() {
    clearInterval(this.timer)
    await this.working
    if (this.fault) throw this.fault
  }

  private async turn() {
    for (const [ammeter, level] of Object.entries(await this.call('AmmeterControl', {}))) this.told.set(ammeter, String(level))
    for (const [ammeter, bike] of this.bikes) {
      const current = this.told.get(ammeter) === '1' ? bike.current : 0
      bike.energy += (current * 220 * (this.period / 1000) * this.speed) / 3_600_000
      await this.call('charge', {
        ammeter_number: ammeter, current_value: current, voltage_value: 220, power_value: current * 220, energy_value: Number(bike.energy.toFixed(4)),
      })
    }
  }

  private call = (name: string, body: object) => this.server.service(name, { ammeterGroup_number: this.group, ...body })

  private bike(ammeter: string): Bike {
    const bike = this.bikes.get(ammeter)
    if (!bike) throw new Error(`no bike at ${ammeter}`)
    return bike
  }
}
