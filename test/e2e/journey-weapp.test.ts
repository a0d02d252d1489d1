import { walkTheWholeWay } from './journey/whole-way'

walkTheWholeWay('weapp')
