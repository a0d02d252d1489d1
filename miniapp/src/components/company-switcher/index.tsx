import type { CompanySummary } from '@suanhui/shared/api'
import { useState } from 'react'
import { goTo } from '../../navigation'
import { chooseCompany, useCompanies } from '../../stores/companies'
import { Card } from '../card'
import { Cell } from '../cell'
import { companySwitcherCopy as copy } from '../copy'

/** The company that things are done for, and the way to another one. */
export function CompanySwitcher() {
  const { companies = [], chosen } = useCompanies()
  return chosen === undefined ? null : (
    <CompanyChoice companies={companies} chosen={chosen} onChoose={(id) => chooseCompany(id)} />
  )
}

type Company = Pick<CompanySummary, 'id' | 'name'>

interface CompanyChoiceProps {
  readonly companies: readonly Company[]
  readonly chosen: Company
  readonly onChoose: (id: string) => void
}

/** One of several companies, the others folded away. */
export function CompanyChoice({ companies, chosen, onChoose }: CompanyChoiceProps) {
  const [open, setOpen] = useState(false)
  const others = companies.filter(({ id }) => id !== chosen.id)
  const choose = (id: string) => {
    onChoose(id)
    setOpen(false)
  }
  return (
    <Card flush>
      <Cell
        icon="company"
        title={chosen.name}
        detail={others.length > 0 ? copy.other : copy.another}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <>
          {others.map(({ id, name }) => (
            <Cell key={id} acts title={name} onPress={() => choose(id)} />
          ))}
          <Cell icon="plus" title={copy.another} onPress={() => goTo('companyNew')} />
        </>
      )}
    </Card>
  )
}
