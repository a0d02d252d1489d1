import { walkTheWholeWay } from './journey/whole-way'

walkTheWholeWay('h5')
