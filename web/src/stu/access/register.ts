/** Fields of registering, as the server names them. */
export type RegisterField = 'student_number' | 'card_number' | 'user_name' | 'password'

/** Names of the fields in the server's words. */
const named: readonly (readonly [string, RegisterField])[] = [['学号', 'student_number'], ['用户名', 'user_name'], ['密码', 'password']]

/** Which field a refusal is of, by its words: the card where numbers do not match, else the field that is named first; null: none. */
export function fieldOf(message: string): RegisterField | null {
  if (message.includes('卡号')) return 'card_number'
  const found = named.map(([word, field]) => ({ field, at: message.indexOf(word) })).filter(each => each.at >= 0).sort((a, b) => a.at - b.at)
  return found[0]?.field ?? null
}

/** Whether a user name may be chosen: letters of any script, digits, dot, underscore, minus and @, a letter or digit first. */
export const isUserName = (name: string) => /^[\p{L}\p{Nd}][\p{L}\p{Nd}._@-]{0,44}$/u.test(name)
