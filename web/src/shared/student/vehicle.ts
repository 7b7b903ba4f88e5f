import type { Vehicle } from './types'

/** What is typed of a student: texts, empty for nothing. */
export interface ProfileForm {
  phone: string
  brand: string
  model: string
  battery_type: string
  rated_voltage: string
  rated_ah: string
}

export const emptyProfile = (): ProfileForm => ({ phone: '', brand: '', model: '', battery_type: '', rated_voltage: '', rated_ah: '' })

const typed = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : String(value))

export const profileOf = (student: { phone: string | null; vehicle: Vehicle }): ProfileForm => ({
  phone: typed(student.phone), brand: typed(student.vehicle.brand), model: typed(student.vehicle.model), battery_type: typed(student.vehicle.battery_type),
  rated_voltage: typed(student.vehicle.rated_voltage), rated_ah: typed(student.vehicle.rated_ah),
})

/** Whether a rating is left out or a number above 0. */
export const isRating = (text: string) => !text.trim() || (Number.isFinite(Number(text)) && Number(text) > 0 && Number(text) <= 1e6)

/** What is sent: null clears. */
export function profileRequest(form: ProfileForm): { phone: string | null; vehicle: Vehicle } {
  const text = (value: string) => value.trim() || null
  const number = (value: string) => (value.trim() ? Number(value) : null)
  return {
    phone: text(form.phone),
    vehicle: { brand: text(form.brand), model: text(form.model), battery_type: text(form.battery_type), rated_voltage: number(form.rated_voltage), rated_ah: number(form.rated_ah) },
  }
}
