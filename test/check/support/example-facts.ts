import { Case } from '../../../schemas/case.ts';
import type { FactSheet } from '../../../schemas/fact-sheet.ts';
import { computeFacts } from '../../../src/facts/index.ts';

/** The case that the good and bad examples of the rules speak of. */
export const EXAMPLE_CASE: Case = Case.parse({
  date: '2026-11-15',
  resume: {
    basics: { name: 'Ada Moreno', label: 'Developer' },
    work: [
      {
        name: 'Acme',
        position: 'Developer',
        startDate: '2024-11',
        highlights: ['Built a checkout in React', 'Keeps a shop of 40 customers running'],
      },
      { name: 'Initech', position: 'Junior Developer', startDate: '2023-11', endDate: '2024-11' },
    ],
    education: [
      {
        institution: 'University of Leeds',
        area: 'Mathematics',
        studyType: 'Bachelor of Science',
        endDate: '2023-06',
      },
    ],
    skills: [
      { name: 'Python', level: 'Advanced' },
      { name: 'Git', level: 'Advanced' },
      { name: 'Docker', level: 'Beginner' },
      { name: 'JavaScript', level: 'Advanced' },
      { name: 'React', level: 'Intermediate' },
    ],
    certificates: [{ name: 'Professional Scrum Master I', issuer: 'Scrum.org', date: '2025-03' }],
    languages: [{ language: 'English', fluency: 'Native' }],
  },
  role: {
    title: 'Cloud Engineer',
    experience: { years: 5 },
    market: {
      demand: 'high',
      salary: { min: 100_000, max: 150_000, currency: 'USD', period: 'year' },
      growthAreas: ['Retrieval-augmented generation', 'Edge inference'],
      postings: 1240,
      asOf: '2026-10',
    },
    skills: [
      { name: 'Python', tier: 'core', level: 'Advanced', share: 0.91 },
      { name: 'AWS', tier: 'core', level: 'Intermediate', share: 0.62 },
      { name: 'Git', tier: 'core', level: 'Intermediate', share: 0.57 },
      { name: 'Kubernetes', tier: 'core', level: 'Intermediate', share: 0.48 },
      { name: 'Docker', tier: 'preferred', level: 'Intermediate', share: 0.46 },
      { name: 'Terraform', tier: 'preferred', level: 'Intermediate', share: 0.25 },
      { name: 'MLOps', tier: 'emerging', level: 'Beginner', share: 0.09 },
    ],
  },
  plan: {
    hoursPerWeek: 8,
    phases: [
      {
        title: 'Cloud Basics',
        weeks: 6,
        skills: ['AWS', 'Docker'],
        activities: ['Deploy a service', 'Rehearse the rollout of four services with a colleague'],
      },
      {
        title: 'Cluster Delivery',
        weeks: 4,
        skills: ['Kubernetes', 'Terraform'],
        activities: ['Describe a cluster in code'],
      },
    ],
  },
  resources: [
    {
      title: 'Docker Get Started',
      provider: 'Docker',
      url: 'https://docs.docker.com/get-started/',
      cost: 'free',
      hours: 5,
      level: 'Beginner',
      kind: 'documentation',
      skills: ['Docker'],
    },
    {
      title: 'Kubernetes Tutorials',
      provider: 'Kubernetes',
      url: 'https://kubernetes.io/docs/tutorials/',
      cost: 'free',
      hours: 15,
      level: 'Intermediate',
      kind: 'documentation',
      skills: ['Kubernetes'],
    },
    {
      title: 'AWS Certified Cloud Practitioner',
      provider: 'Amazon Web Services',
      url: 'https://aws.amazon.com/certification/certified-cloud-practitioner/',
      cost: 'paid',
      price: { amount: 100, currency: 'USD' },
      hours: 20,
      level: 'Beginner',
      kind: 'certification',
      skills: ['AWS'],
    },
  ],
});

export const EXAMPLE_FACTS: FactSheet = computeFacts(EXAMPLE_CASE);
