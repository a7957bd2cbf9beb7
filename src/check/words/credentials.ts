/** Bodies and examinations whose bare name claims a qualification ("has passed two ACCA papers"). */
export const CREDENTIALS: ReadonlySet<string> = new Set(
  'ACCA CIMA CPA CFA CMA CIPD ACA FCCA ICAEW PMP PRINCE2 CISSP CISM CISA CEH CCNA CCNP CKA CKAD CSM CSPO ITIL TOGAF MCSE NCLEX CCRN CEN ACLS BLS PALS OSHA NEBOSH IOSH PGCE QTS TEFL CELTA DELTA PHR SHRM CEng PE EIT LEED BREEAM NICEIC JIB IPAF CSCS SSAP FRM CAIA CFP IELTS TOEFL GMAT GRE LPIC RHCE RHCSA OSCP'.split(
    ' ',
  ),
);

/** Families of degrees by the words for them. */
export const DEGREES: readonly (readonly [string, RegExp])[] = [
  ['doctorate', /^(?:phd|ph\.d|doctorate|doctor|doctoral|dphil)$/],
  ['master', /^(?:master|master's|masters|msc|m\.sc|mba|ma|meng)$/],
  ['bachelor', /^(?:bachelor|bachelor's|bachelors|bsc|b\.sc|ba|beng|undergraduate)$/],
];
