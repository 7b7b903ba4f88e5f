// Words of one's own page, Chinese and English.

export const zh = {
  title: '我的', account: '账号', blocked: '账号已被封禁：{reason}', blockedPlain: '账号已被封禁，请联系管理员', number: '学号', card: '卡号', name: '用户名', by: '登录方式', byPassword: '密码', byWechat: '微信', signOut: '退出登录', more: { spending: '消费统计', pushes: '收到的提醒' },
  vehicle: { health: '查看电池健康', title: '车辆和联系方式', lead: '电压、容量和电池类型用来估算电量和充满时间；品牌和型号用来比较同类电池的充电曲线；电话供管理员在异常时联系您。都可以不填。', save: '保存', saved: '已保存' },
  wechat: {
    title: '微信', bound: '已绑定微信', follows: '已关注公众号，可以收到充电提醒。', followsNot: '尚未关注公众号，收不到提醒。请在微信中关注公众号。', unbind: '解除绑定', unbindAsk: '解除后，此微信不再自动登录，也收不到充电提醒。账号和充电记录不受影响。', unbound: '已解除绑定',
    not: '尚未绑定微信', how: '绑定后在微信中自动登录，并收到充满、结束和异常的提醒。', steps: { one: '在微信中关注学校的充电公众号', two: '点公众号菜单中的“我的”', three: '用这里的用户名和密码登录，即完成绑定' }, none: '学校尚未开通微信公众号，开通后可以在这里看到绑定方法。', bind: '绑定此微信', done: '已绑定微信',
  },
  password: '更改密码',
  erase: {
    title: '删除我的数据', lead: '删除后不能恢复，也不能再登录。', goes: '将删除', goesWords: '用户名、密码、电话、车辆资料、微信绑定和位置', stays: '将保留', roster: '学号和卡号：它们属于学校的名册，由学校保管，您仍可用校园卡', bills: '充电、账单和提醒记录：账务要求保留，但改用随机代号，不能再对应到您',
    not: '正在充电或有未支付的账单时不能删除。', open: '删除我的数据', password: '密码', button: '确认删除', working: '正在删除', done: '您的数据已删除', sure: '我知道此操作不能撤销',
  },
}

export const en: typeof zh = {
  title: 'Me', account: 'Account', blocked: 'This account is blocked: {reason}', blockedPlain: 'This account is blocked; please ask an administrator', number: 'Student no.', card: 'Card no.', name: 'User name', by: 'Signed in by', byPassword: 'password', byWechat: 'WeChat', signOut: 'Sign out', more: { spending: 'Spending', pushes: 'Messages received' },
  vehicle: { health: 'See its battery', title: 'Vehicle and phone', lead: 'Voltage, capacity and battery type tell how full the battery is and when it will be; brand and model compare its curves with others of its kind; by phone an administrator reaches you when something goes wrong. All of it may be left out.', save: 'Save', saved: 'Saved' },
  wechat: {
    title: 'WeChat', bound: 'WeChat is bound', follows: 'You follow the official account and get charging messages.', followsNot: 'You do not follow the official account, so no message reaches you. Please follow it in WeChat.', unbind: 'Unbind', unbindAsk: 'This WeChat account will no longer sign you in nor get charging messages. Your account and charges stay as they are.', unbound: 'Unbound',
    not: 'WeChat is not bound', how: 'Once bound, WeChat signs you in by itself and gets messages when your bike is full, a charge ends or something is wrong.', steps: { one: "Follow your school's charging account in WeChat", two: 'Choose "Me" in its menu', three: 'Sign in there with the user name and password you use here' }, none: 'Your school has no WeChat account yet. How to bind appears here once it has.', bind: 'Bind this WeChat account', done: 'WeChat is bound',
  },
  password: 'Change password',
  erase: {
    title: 'Delete my data', lead: 'What is deleted cannot be brought back, and you cannot sign in any more.', goes: 'What goes', goesWords: 'User name, password, phone, vehicle, WeChat binding and position', stays: 'What stays', roster: "Student and card number: they are in the school's roster and the school's to keep; your card works as before", bills: 'Charges, bills and messages: accounting needs them, but under a random name that cannot be traced to you',
    not: 'It cannot be done while a charge runs or a bill is unpaid.', open: 'Delete my data', password: 'Password', button: 'Delete now', working: 'Deleting', done: 'Your data was deleted', sure: 'I know that this cannot be undone',
  },
}
