/** Well-known sellers and publishers of courses, as prose names them. */
export const PROVIDERS: readonly string[] = [
  'Udemy', 'Coursera', 'edX', 'Pluralsight', 'LinkedIn Learning', 'Udacity', 'Khan Academy', 'Codecademy', 'freeCodeCamp', 'DataCamp', 'Skillshare', 'Frontend Masters', 'egghead.io', 'Treehouse', 'FutureLearn', 'MIT OpenCourseWare', "O'Reilly", 'A Cloud Guru', 'Cloud Academy', 'Exercism', 'LeetCode', 'HackerRank', 'Hackerrank', 'Codewars', 'MasterClass', 'Simplilearn', 'Alison', 'Saylor Academy', 'Packt', 'Manning', 'The Odin Project', 'Scrimba', 'Brilliant', 'W3Schools', 'Kaggle', 'Google Skillshop', 'HubSpot Academy', 'Open University', 'Microsoft Learn', 'AWS Skill Builder', 'Linux Foundation',
];
