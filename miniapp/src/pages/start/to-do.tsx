import { formatDate, shanghaiDay } from '@suanhui/shared/date'
import { View } from '@tarojs/components'
import { readToDo } from '../../api/submissions'
import { Card } from '../../components/card'
import { Cell } from '../../components/cell'
import { goToPlace } from '../../navigation'
import { placeOfToDo } from '../../places'
import { useLoaded } from '../../use-loaded'
import { useReloadOnReturn } from '../../use-reload-on-return'
import { daysLeft } from '../../words/deadline'
import { startCopy as copy } from './copy'

/** More than this would push the rest of the page away; all of it stands under 申请. */
const MOST = 5

/** What a signed-in person has to do now, the most urgent first. A network that fails is no news here. */
export function ToDo() {
  const { value, reload } = useLoaded(readToDo, '')
  useReloadOnReturn(reload)
  if (value === undefined || value.items.length === 0) return null
  const today = shanghaiDay(new Date())
  return (
    <Card flush title={copy.toDo}>
      {value.items.slice(0, MOST).map((item) => (
        <Cell
          key={`${item.kind} ${item.companyId} ${item.submissionId ?? item.title}`}
          icon={item.dueOn === undefined ? 'edit' : 'clock'}
          title={item.title}
          detail={
            <>
              <View>{item.text}</View>
              {item.dueOn !== undefined && <View>{copy.due(formatDate(item.dueOn), daysLeft(item.dueOn, today))}</View>}
              <View>{item.companyName}</View>
            </>
          }
          onPress={() => goToPlace(placeOfToDo(item))}
        />
      ))}
    </Card>
  )
}
