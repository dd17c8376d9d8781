type Ids<Text extends string> = Text extends `${infer First} ${infer Rest}` ? First | Ids<Rest> : Text;

/**
 * English names of ids that spell them: `organic-search` is "Organic search", `grossSales` "Gross sales".
 * @param lists ids, split by blanks
 */
export const spelt = <Text extends string>(...lists: readonly Text[]): Readonly<Record<Ids<Text>, string>> =>
  Object.fromEntries(lists.flatMap((list) => list.split(' ')).map((id) => [id, nameOf(id)])) as Record<
    Ids<Text>,
    string
  >;

/** An id as a name: what nobody has named is not shown as code. */
export function nameOf(id: string): string {
  const words = id.replace(/-|(?=[A-Z])/g, ' ').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The words of KPIs that have a name. */
export const named = <Id extends string>(names: Readonly<Record<Id, string>>): Readonly<Record<Id, { name: string }>> =>
  Object.fromEntries(Object.entries<string>(names).map(([id, name]) => [id, { name }])) as Record<Id, { name: string }>;
