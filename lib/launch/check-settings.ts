import './life.ts'
import '#lib/env.ts'

// The launcher runs this before it spends a minute on building, so that a wrong setting is told at once.
