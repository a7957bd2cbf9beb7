/** "Bachelor of Science in Mathematics"; the area is not said twice where the degree names it. Empty for neither. */
export function nameDegree(
  {
    studyType,
    area,
  }: {
    studyType?: string | null | undefined;
    area?: string | null | undefined;
  },
  both = (type: string, area: string) => `${type} in ${area}`,
): string {
  if (studyType && area && studyType.toLowerCase().includes(area.toLowerCase())) return studyType;
  return studyType && area ? both(studyType, area) : studyType || area || '';
}
