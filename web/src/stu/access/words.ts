// Words of signing in and registering, Chinese and English.
import { passwordWords } from '@/shared/kit/password'

export const zh = {
  brand: '校园充电', ended: '登录已失效，请重新登录', wait: '尝试次数过多，请在 {n} 后重试', seconds: '{n} 秒', administrators: '管理员入口',
  signIn: { title: '学生登录', lead: '查看充电进度和账单，控制自己的插座', name: '用户名或学号', button: '登录', working: '正在登录', wrong: '用户名、学号或密码不对', new: '还没有账号？', register: '用学号和校园卡注册', forgot: '忘记密码请联系校园充电管理员重置。' },
  register: {
    title: '学生注册', lead: '学号和卡号须与学校登记的一致，注册后可以查看自己的充电和账单。', student: '学号', card: '卡号', cardHint: '校园卡的卡号，刷卡充电用的就是它', name: '用户名', nameHint: '用于登录，也可以用学号登录；汉字、字母、数字均可', nameRule: '只能用汉字、字母、数字、点、下划线、减号或 @，以字母、数字或汉字开头', again: '再次输入密码', button: '注册并登录',
    working: '正在注册', old: '已有账号？', signIn: '去登录',
  },
  ...passwordWords.zh,
}

export const en: typeof zh = {
  brand: 'Campus charging', ended: 'The sign-in has ended. Please sign in again.', wait: 'Too many tries. Please wait {n}.', seconds: '{n} s', administrators: 'For administrators',
  signIn: { title: 'Sign in', lead: 'See how far your charge is and what it costs, and switch your own socket', name: 'User name or student no.', button: 'Sign in', working: 'Signing in', wrong: 'Wrong name, number or password', new: 'No account yet?', register: 'Register with student and card number', forgot: 'A forgotten password is set anew by your campus charging office.' },
  register: {
    title: 'Register', lead: 'Student and card number must be those the school has. Then you see your own charges and bills.', student: 'Student no.', card: 'Card no.', cardHint: 'The number of your campus card, the one you charge with', name: 'User name', nameHint: 'To sign in with; your student number works, too', nameRule: 'Letters, digits, dot, underscore, minus or @ only; a letter or digit first', again: 'Password again', button: 'Register and sign in',
    working: 'Registering', old: 'Have an account?', signIn: 'Sign in',
  },
  ...passwordWords.en,
}
