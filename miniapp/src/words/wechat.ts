export const updateWords = {
  title: '有新版本了',
  text: '现在换上，小程序会重新打开一次。正在填东西的话，先填完再换也行。',
  now: '现在换上',
  later: '以后再说',
} as const

export const privacySheetWords = {
  title: '先看一看隐私指引',
  why: '拍照、选文件、用微信的手机号，都要您先同意《隐私保护指引》。',
  how: '照片和文件只用来办您选的事，手机号只用来登录和给您发通知。',
  without: '不同意也行：查政策、看结果、填资料照样能用；登录可以用短信验证码。',
  read: '看《隐私保护指引》全文',
  agree: '同意',
  decline: '不同意',
  declined: '您没有同意隐私指引，所以不能拍照和选文件。再点一次，可以重新选。',
} as const
