export { addPay } from './add-pay.ts';
export { describeWageSource, readWages, type Wages } from './bls/read-wages.ts';
export { describeRole } from './describe-role.ts';
export { buildEscoRole, type EscoRoleOptions } from './esco/build-esco-role.ts';
export { type Esco, type EscoOccupation, readEsco } from './esco/read-esco.ts';
export { findOccupation } from './find-occupation.ts';
export { findRole } from './find-role.ts';
export { mergeRoles, type NamedRole } from './merge-roles.ts';
export { buildOnetRole, type OnetRoleOptions } from './onet/build-onet-role.ts';
export { type Onet, type OnetOccupation, readOnet } from './onet/read-onet.ts';
export {
  buildPostingsRole,
  type PostingsRoleOptions,
  TIER_RULE,
  type TierRule,
} from './postings/build-postings-role.ts';
export type { Rate } from './postings/compute-pay.ts';
export { type FieldNames, POSTING_FIELDS, type PostingField } from './postings/from-object.ts';
export type { Posting } from './postings/posting.ts';
export { readPostings } from './postings/read-postings.ts';
