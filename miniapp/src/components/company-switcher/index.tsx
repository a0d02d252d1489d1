import { useState } from 'react'
import { goTo } from '../../navigation'
import { chooseCompany, useCompanies } from '../../stores/companies'
import { Card } from '../card'
import { Cell } from '../cell'

/** The company that things are done for, and the way to another one. */
export function CompanySwitcher() {
  const { companies = [], chosen } = useCompanies()
  const [open, setOpen] = useState(false)
  if (chosen === undefined) return null
  const others = companies.filter(({ id }) => id !== chosen.id)
  const choose = (id: string) => {
    chooseCompany(id)
    setOpen(false)
  }
  return (
    <Card flush>
      <Cell
        icon="company"
        title={chosen.name}
        detail={others.length > 0 ? '换一家公司' : '登记另一家公司'}
        expanded={open}
        onPress={() => setOpen(!open)}
      />
      {open && (
        <>
          {others.map(({ id, name }) => (
            <Cell key={id} acts title={name} onPress={() => choose(id)} />
          ))}
          <Cell icon="plus" title="登记另一家公司" onPress={() => goTo('companyNew')} />
        </>
      )}
    </Card>
  )
}
