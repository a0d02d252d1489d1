import { questionsUntilDecided } from './asking'
import { adversary, againstBruteForce, realPlans } from './combining'
import { wholeCountry } from './country'
import { differentDecisions, kernels, sink } from './single'
import { asked, askNext, wholeStep } from './steps'

const [task = '', ...args] = process.argv.slice(2)
const print = (answer: object): void => console.log(JSON.stringify({ task, ...answer }))

/** Tasks by name; each prints lines of JSON. */
const tasks: Readonly<Record<string, () => Promise<void> | void>> = {
  asking: () => print(questionsUntilDecided(args[0] === 'registry', Number(args[1]), Number(args[2]))),
  next: async () => print({ ...(await askNext(Number(args[0]))), asked }),
  step: async () => print({ ...(await wholeStep()), asked }),
  verify: () => print(differentDecisions(Number(args[0]))),
  brute: () => print(againstBruteForce(Number(args[0]))),
  plans: async () => print(await realPlans()),
  country: async () => print(await wholeCountry(Number(args[0]), Number(args[1]))),
  adversary: () => adversary(args[0] ?? '', Number(args[1]), print),
}

const kernel = kernels[task]
if (kernel) print({ ...(await kernel(Number(args[0] ?? '0.75'))), sink })
else if (tasks[task]) await tasks[task]()
else throw new Error(`no task ${task}`)
