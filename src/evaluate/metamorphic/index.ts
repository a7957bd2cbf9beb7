export { changedFacts, compareReports, type ReportComparison, type Stray } from './compare-reports.ts';
export { fitsPattern } from './fits-pattern.ts';
export { defineRelation, type Relation } from './relation.ts';
export { RELATIONS } from './relations.ts';
export { METAMORPHIC_SCORERS } from './scorers.ts';
export { metamorphicTask, withRelations } from './task.ts';
