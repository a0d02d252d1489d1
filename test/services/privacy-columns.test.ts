import { companyErasers, staysOfCompany } from '@suanhui/bff/services/privacy/company-erasers'
import { exporters, notExported } from '@suanhui/bff/services/privacy/exporters'
import { identityColumns, personErasers, staysOfPerson } from '@suanhui/bff/services/privacy/person-erasers'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../stores/engines'
import { servicesWorld } from './world'

const [embedded] = engines

/** Names under which a column points at a person. */
const OF_PERSON = '(^|_)(person|actor|user|member)(_id)?$|_by$'
const OF_COMPANY = '^company_id$'

describe('every column that points at someone', () => {
  const world = servicesWorld(embedded)
  /** `table.column` of every column with such a name, and of every foreign key to the table. */
  async function columns(pattern: string, target: string): Promise<readonly string[]> {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = current_schema() and column_name ~ ${pattern}
      union
      select c.relname || '.' || a.attname from pg_constraint k
      join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'f' and k.confrelid = to_regclass(${target})
      order by 1`.execute(world().database.queries)
    return rows.map(({ name }) => name)
  }
  const people = () => columns(OF_PERSON, 'people')
  const without = (names: readonly string[], ...lists: readonly (readonly string[])[]) =>
    names.filter((name) => !lists.flat().includes(name))

  it('finds them at all', async () => {
    expect(await people()).toContain('papers.created_by')
    expect(await columns(OF_COMPANY, 'companies')).toContain('papers.company_id')
  })

  it('is in the export, or the reason stands there', async () => {
    const covered = exporters.flatMap(({ covers }) => covers)
    expect(without(await people(), covered, Object.keys(notExported))).toEqual([])
  })

  it('is erased with the person, or the reason stands there', async () => {
    const covered = personErasers.flatMap(({ covers }) => covers)
    expect(without(await people(), covered, identityColumns, Object.keys(staysOfPerson))).toEqual([])
  })

  it('is erased with the company, or the reason stands there', async () => {
    const covered = companyErasers.flatMap(({ covers }) => covers)
    const found = await columns(OF_COMPANY, 'companies')
    expect(without(found, covered, Object.keys(staysOfCompany))).toEqual([])
  })

  it('is there: none of the lists names one that is gone', async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = current_schema()`.execute(world().database.queries)
    const named = [
      ...exporters.flatMap(({ covers }) => covers),
      ...[...personErasers, ...companyErasers].flatMap(({ covers }) => covers),
      ...identityColumns,
      ...Object.keys({ ...notExported, ...staysOfPerson, ...staysOfCompany }),
    ]
    expect(
      without(
        named,
        rows.map(({ name }) => name),
      ),
    ).toEqual([])
  })
})
