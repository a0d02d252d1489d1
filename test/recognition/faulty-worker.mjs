const done = { readings: [{ name: '', reading: { kind: 'other' } }] }

process.on('message', ({ bytes }) => {
  const word = new TextDecoder().decode(bytes)
  if (word === 'throw') throw new Error('fault')
  if (word === 'exit') process.exit(1)
  if (word === 'hang') for (;;);
  if (word === 'memory') for (const all = []; ; ) all.push(new Array(1e5).fill(all.length + 0.5))
  if (word === 'buffers') for (const all = []; ; ) all.push(Buffer.alloc(1e7, 1))
  if (word === 'draw') process.send({ redrawn: false })
  if (word === 'silent' || word === 'draw') return
  if (word === 'environment') {
    process.send({ readings: [{ name: '', reading: { kind: 'other', fields: Object.keys(process.env) } }] })
    return
  }
  if (word !== 'slow') {
    process.send(done)
    return
  }
  let left = 6
  const timer = setInterval(() => {
    process.send(left > 0 ? { alive: true } : done)
    if (left-- === 0) clearInterval(timer)
  }, 400)
})
process.on('disconnect', () => process.exit())
