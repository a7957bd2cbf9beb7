export const inYears = (months: number): string => `${Math.round((months / 12) * 10) / 10} years`;
