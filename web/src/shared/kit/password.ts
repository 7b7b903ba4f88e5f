// The rule of passwords as the server has it; beyond it the server turns away those that everybody has.

const [shortest, longest] = [10, 128]

export type PasswordFault = 'length' | 'name' | 'simple'

/** What is wrong with a password, as far as a page can tell; null: nothing. */
export function passwordFault(password: string, userName: string): PasswordFault | null {
  if (password.length < shortest || password.length > longest) return 'length'
  if (userName && password.toLowerCase() === userName.toLowerCase()) return 'name'
  return new Set(password).size < 4 ? 'simple' : null
}

/** Words for it, and for what is asked of a password. */
export const passwordWords = {
  zh: { rule: '至少 10 个字符，不同于用户名，不要使用常见密码', fault: { length: '密码须为 10 到 128 个字符', name: '密码不能与用户名相同', simple: '密码过于简单，请换一个' }, differ: '两次输入不同' },
  en: { rule: 'At least 10 characters, not your user name, not a common one', fault: { length: 'A password has 10 to 128 characters', name: 'The password must differ from the user name', simple: 'This password is too simple' }, differ: 'The two differ' },
}
