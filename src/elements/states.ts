/** Sets the custom states that are true, and clears the others: `:state(ready)`. */
export function toggleStates(states: CustomStateSet, wanted: Readonly<Record<string, boolean>>): void {
  for (const [name, on] of Object.entries(wanted)) {
    if (on) states.add(name);
    else states.delete(name);
  }
}
