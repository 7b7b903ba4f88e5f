/** Fields of registering, as the server names them. */
export type RegisterField = 'student_number' | 'card_number' | 'user_name' | 'password'

/** Which field a refusal is of: told by the server, else known by its words; null: none of them. */
export function fieldOf(told: unknown, message: string): RegisterField | null {
  const field = typeof told === 'object' && told !== null && 'field' in told ? told.field : undefined
  if (field === 'student_number' || field === 'card_number' || field === 'user_name' || field === 'password') return field
  if (message.includes('卡号')) return 'card_number'
  if (message.includes('密码')) return 'password'
  if (message.includes('用户名')) return 'user_name'
  return message.includes('学号') || message.includes('已注册') ? 'student_number' : null
}
