/** Hands a text over as a file of the browser's downloads. Says what a person does next. */
export async function saveText(name: string, text: string): Promise<string> {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return `文件“${name}”已经下载，在浏览器的下载里找。`
}
