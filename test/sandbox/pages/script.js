// A page that says so looks for news every three seconds, unless somebody is typing in it.
const live = document.querySelector('[data-live]')
if (live) {
  setInterval(async () => {
    if (document.hidden || live.contains(document.activeElement)) return
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined)
    if (!answer?.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]')
    if (fresh && fresh.innerHTML !== live.innerHTML) live.innerHTML = fresh.innerHTML
  }, 3000)
}

// A second click on a decision is no second decision.
document.addEventListener('submit', (event) => {
  for (const button of event.target.querySelectorAll('button')) setTimeout(() => (button.disabled = true))
})
