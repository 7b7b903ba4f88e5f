export type Role = 'operator' | 'administrator'

/** An account of this console. */
export interface Administrator {
  user_name: string
  role: Role
  disabled: boolean
  must_change_password: boolean
  created_at?: string | null
  last_sign_in_at?: string | null
  locked_until?: string | null
}
