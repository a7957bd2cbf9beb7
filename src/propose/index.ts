export { maskDocument } from './mask-document.ts';
export { Proposal } from './proposal.ts';
export { loadProposalPrompt, proposeResume } from './propose-resume.ts';
