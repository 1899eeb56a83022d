import leven from 'leven';

/** The known name that a mistyped one was meant to be; undefined where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const plain = name.toLowerCase().replaceAll(/[ _]/g, '-');
  // Two letters that changed places are two edits.
  const most = Math.max(plain.length < 4 ? 1 : 2, Math.floor(plain.length / 4));
  const [nearest] = known
    .map((candidate) => ({ candidate, distance: leven(plain, candidate) }))
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance);
  return nearest?.candidate;
}
