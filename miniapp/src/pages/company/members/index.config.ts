export default definePageConfig({ navigationBarTitleText: '公司成员', enableShareAppMessage: true })
