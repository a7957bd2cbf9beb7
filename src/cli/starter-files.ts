import type { OutputFile } from '../output/write-output.ts';

const RESUME = `# A JSON Resume (https://jsonresume.org) as YAML. Every field may be left out but the name of a listed skill.
basics:
  name: Your Name
  label: Your profession
  email: you@example.com        # contact data never reaches a model
work:
  - name: Employer
    position: Position
    startDate: 2022-03          # YYYY, YYYY-MM or YYYY-MM-DD; quote a year alone: "2022"
    # endDate: 2024-08          # leave it out while the job goes on
    highlights:
      - What you did, naming the skills you used; that is evidence for them
education:
  - institution: School
    area: Subject
    studyType: Bachelor
    endDate: 2021-06
skills:
  - name: Excel
    level: Advanced             # Beginner, Intermediate, Advanced, Expert, or "4/5", "80%"; may be left out
    keywords: [Pivot Tables]    # held at the same level
certificates:
  - name: Basic Life Support
    issuer: American Heart Association
    date: 2024-03
languages:
  - { language: English, fluency: Fluent }
`;

const ROLE = `# What the market asks for. Only the title and, for each skill, name and tier are required.
title: Target role
experience: { years: 3 }
market:
  demand: medium                # low, medium or high
  salary: { min: 40000, max: 60000, currency: EUR, period: year }
  growthAreas: [An area that grows]
  postings: 120                 # how many postings this was counted from
  asOf: 2026-10
skills:
  # tier: core (must), preferred (a plus), emerging (new). share: part of the postings that name it, 0 to 1.
  - { name: Excel, tier: core, level: Advanced, share: 0.8 }
  - { name: Budgeting, tier: core, level: Intermediate, share: 0.6 }
  - { name: Cloud platform, tier: preferred, anyOf: [AWS, Azure, Google Cloud] }   # any one of them is enough
# Conditions that no course can meet: met, not met or unknown, never scheduled as study.
gates:
  - { kind: degree, name: University degree, level: Bachelor }
  - { kind: language, name: English, level: B2 }
`;

const PLAN = `# A learning plan of your own (--plan). Without one the roadmap is computed from the gaps.
hoursPerWeek: 8
phases:                         # one after the other; the total is their sum
  - title: Planning
    weeks: 6
    skills: [Budgeting]
    activities: [Prepare a budget for one department]
`;

const RESOURCES = `# Learning resources of your own (--resources). Without them the built-in catalog serves.
- title: Title of a course
  provider: Who offers it
  url: https://example.com/course
  cost: paid                    # free, freemium (free to audit, paid in full) or paid
  price: { amount: 49, currency: EUR }
  hours: 20
  level: Beginner
  kind: course                  # course, book, documentation, certification, practice or community
  skills: [Budgeting]
`;

/** What `gapwright init` writes: every field that people use, with a word on each. */
export const STARTER_FILES: readonly OutputFile[] = [
  { name: 'resume.yaml', content: RESUME },
  { name: 'role.yaml', content: ROLE },
  { name: 'plan.yaml', content: PLAN },
  { name: 'resources.yaml', content: RESOURCES },
];
