/** A bike's battery: V, Ah. */
export interface Vehicle {
  brand?: string | null
  model?: string | null
  battery_type?: string | null
  rated_voltage?: number | null
  rated_ah?: number | null
}

/** A student. Money is fen. */
export interface Student {
  student_number: string
  card_number?: string | null
  user_name?: string | null
  registered: boolean
  blocked: boolean
  blocked_reason?: string | null
  phone?: string | null
  vehicle: Vehicle
  wechat_bound: boolean
  unpaid_fen: number
  unpaid_bills: number
  open_charge_id?: number | null
}

export interface StudentPage {
  items: Student[]
  total: number
}
