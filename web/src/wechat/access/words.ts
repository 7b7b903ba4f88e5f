// Words of signing in, registering and binding, Chinese and English.

export const zh = {
  signIn: {
    title: '登录', lead: '查看充电进度、控制自己的插座', name: '用户名或学号', password: '密码', button: '登录', working: '正在登录', wrong: '用户名或密码不对', wait: '尝试次数过多，请在 {n} 秒后重试',
    register: '还没有账号？用学号和校园卡注册', show: '显示密码', hide: '隐藏密码', ended: '登录已失效，请重新登录', viaWechat: '用微信登录',
  },
  register: {
    title: '注册', lead: '学号和卡号须与学校登记的一致', student: '学号', card: '卡号', cardHint: '校园卡上的卡号', name: '用户名', nameHint: '用于登录，字母、数字或汉字', password: '密码', passwordHint: '至少 10 个字符', again: '再次输入密码', differ: '两次输入不同',
    button: '注册并登录', working: '正在注册', signIn: '已有账号？去登录',
  },
  bind: {
    title: '绑定微信', leadSignIn: '登录后，此微信将绑定到您的账号，之后在微信中自动登录并接收充电提醒。', leadRegister: '注册后，此微信将绑定到您的账号，之后在微信中自动登录并接收充电提醒。', haveAccount: '已有账号', noAccount: '首次使用',
    to: '将此微信绑定到 {name}（{number}）', button: '绑定', working: '正在绑定', done: '已绑定微信', bound: '已绑定微信', boundWords: '在微信中打开会自动登录，充电提醒发到此微信。', follows: '已关注公众号，可以收到提醒', followsNot: '尚未关注公众号，收不到提醒。请先关注公众号。',
    unbind: '解除绑定', unbindAsk: '解除后，此微信不再自动登录，也收不到充电提醒。账号和充电记录不受影响。', unbound: '已解除绑定', prove: '用微信验证身份', proveWords: '先通过微信确认是您本人，再绑定到账号。', outside: '请在微信中打开此页面', outsideWords: '绑定需要在微信中完成：关注公众号后，点菜单中的“我的”进入。',
    unconfigured: '学校尚未开通微信公众号', unconfiguredWords: '开通之前请用用户名和密码登录。', goOn: '继续', signInBound: '登录并绑定', registerBound: '注册并绑定',
  },
  fault: {
    title: '微信登录没有完成', state: '登录链接已过期，请重新用微信登录。', denied: '您没有同意微信登录。可以重试，或用用户名和密码登录。', code: '微信登录凭证已失效，请重新用微信登录。', wechat: '暂时无法连接微信，请稍后重试，或用用户名和密码登录。',
    unconfigured: '学校尚未开通微信登录，请用用户名和密码登录。', other: '请重新用微信登录，或用用户名和密码登录。',
  },
}

export const en: typeof zh = {
  signIn: {
    title: 'Sign in', lead: 'See how far your charge is, and switch your socket', name: 'User name or student no.', password: 'Password', button: 'Sign in', working: 'Signing in', wrong: 'Wrong user name or password', wait: 'Too many tries. Please wait {n} s.',
    register: 'No account yet? Register with student and card number', show: 'Show password', hide: 'Hide password', ended: 'The sign-in has ended. Please sign in again.', viaWechat: 'Sign in by WeChat',
  },
  register: {
    title: 'Register', lead: 'Student and card number must be those the school has', student: 'Student no.', card: 'Card no.', cardHint: 'The number of your campus card', name: 'User name', nameHint: 'To sign in with: letters, digits or Chinese', password: 'Password', passwordHint: 'At least 10 characters', again: 'Password again', differ: 'The two differ',
    button: 'Register and sign in', working: 'Registering', signIn: 'Have an account? Sign in',
  },
  bind: {
    title: 'Bind WeChat', leadSignIn: 'Once signed in, this WeChat account is bound to yours: it signs you in by itself and gets the charging messages.', leadRegister: 'Once registered, this WeChat account is bound to yours: it signs you in by itself and gets the charging messages.', haveAccount: 'I have an account', noAccount: 'First time',
    to: 'Bind this WeChat account to {name} ({number})', button: 'Bind', working: 'Binding', done: 'WeChat is bound', bound: 'WeChat is bound', boundWords: 'Opened in WeChat you are signed in by itself, and charging messages come to this WeChat account.', follows: 'You follow the official account and get messages', followsNot: 'You do not follow the official account, so no message reaches you. Please follow it first.',
    unbind: 'Unbind', unbindAsk: 'This WeChat account will no longer sign you in nor get charging messages. Your account and charges stay as they are.', unbound: 'Unbound', prove: 'Confirm by WeChat', proveWords: 'WeChat first confirms that it is you; then it is bound to your account.', outside: 'Please open this page in WeChat', outsideWords: 'Binding is done in WeChat: follow the official account, then choose “Me” in its menu.',
    unconfigured: 'Your school has no WeChat account yet', unconfiguredWords: 'Until then please sign in with user name and password.', goOn: 'Go on', signInBound: 'Sign in and bind', registerBound: 'Register and bind',
  },
  fault: {
    title: 'WeChat did not sign you in', state: 'The link was too old. Please sign in by WeChat again.', denied: 'You did not agree to sign in by WeChat. Try again, or use user name and password.', code: "WeChat's proof is no longer good. Please sign in by WeChat again.", wechat: 'WeChat cannot be reached now. Try again in a while, or use user name and password.',
    unconfigured: 'Your school does not sign in by WeChat yet. Please use user name and password.', other: 'Please sign in by WeChat again, or use user name and password.',
  },
}
