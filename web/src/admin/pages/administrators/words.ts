import { usePageText } from '@/shared/i18n'

export const zh = {
  answer: '{n} 个账号，其中管理员 {m} 个', add: '添加账号', roleLabel: '角色', status: '状态', lastSignIn: '上次登录', created: '创建时间', never: '从未', you: '（您）',
  inOrder: '正常', disabled: '已停用', locked: '密码错误过多，暂时锁定', mustChange: '待更换密码', empty: '还没有账号',
  roleWords: { operator: '查看一切，控制插座，处理告警，重试推送', administrator: '还可以修改学生、充电站、消费、设置与账号' },
  addWords: '系统会生成初始密码，只显示一次；首次登录时需要更换。', nameRule: '用户名不能为空，最多 45 个字符', addDone: '已添加账号 {n}',
  makeOperator: '改为值班员', makeAdministrator: '改为管理员', disable: '停用', enable: '启用', reset: '重置密码', signOut: '使其退出登录', remove: '删除',
  roleTitle: '更改角色', roleConfirm: '{n} 将成为{role}：{words}。', disableConfirm: '{n} 将立即退出登录，不能再登录，直到重新启用。', resetConfirm: '{n} 原来的密码随即失效，并在所有设备退出登录。新密码只显示一次。',
  signOutConfirm: '{n} 在所有设备和浏览器上的登录都会失效，可以重新登录。', removeConfirm: '账号 {n} 将被删除，不能恢复。操作日志中的记录会保留。', changed: '已更改 {n}', enabled: '已启用 {n}', wasDisabled: '已停用 {n}', signedOut: '{n} 已在所有设备退出', removed: '已删除 {n}',
  password: '{n} 的密码', passwordWords: '请转交本人。首次登录时需要更换。', actionsOf: '{n} 的操作',
}

export const en: typeof zh = {
  answer: '{n} accounts, {m} of them administrators', add: 'Add account', roleLabel: 'Role', status: 'State', lastSignIn: 'Last sign-in', created: 'Created', never: 'Never', you: '(you)',
  inOrder: 'In order', disabled: 'Disabled', locked: 'Locked for a while: too many wrong passwords', mustChange: 'Password to be changed', empty: 'No accounts yet',
  roleWords: { operator: 'sees everything, controls sockets, handles alarms, retries pushes', administrator: 'also changes students, stations, bills, settings and accounts' },
  addWords: 'A first password is made and shown once; it has to be changed at the first sign-in.', nameRule: 'A user name of up to 45 characters', addDone: 'Account {n} was added',
  makeOperator: 'Make operator', makeAdministrator: 'Make administrator', disable: 'Disable', enable: 'Enable', reset: 'Reset password', signOut: 'Sign out', remove: 'Delete',
  roleTitle: 'Change role', roleConfirm: '{n} becomes {role}: {words}.', disableConfirm: '{n} is signed out at once and cannot sign in until enabled again.', resetConfirm: 'The present password of {n} stops working at once, on every device. The new one is shown once.',
  signOutConfirm: 'Every sign-in of {n} ends, on every device and browser; signing in again is possible.', removeConfirm: 'Account {n} is deleted for good. What the audit log tells of it stays.', changed: '{n} was changed', enabled: '{n} was enabled', wasDisabled: '{n} was disabled', signedOut: '{n} is signed out everywhere', removed: '{n} was deleted',
  password: 'Password of {n}', passwordWords: 'Please hand it over. It has to be changed at the first sign-in.', actionsOf: 'Actions on {n}',
}

export const useAdministratorText = () => usePageText(zh, en)
