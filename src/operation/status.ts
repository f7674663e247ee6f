/** How a platform stands, for whoever watches over it. `refused`: its setting is wrong, and nothing more is tried. */
export type Status =
  | { readonly state: 'connecting' | 'up' }
  | { readonly state: 'down' | 'refused'; readonly reason: string }
