/** Addresses inside the team's side that the builder's screens lead to. */
export const paths = {
  workflows: "/workflows",
  workflow: (id: string) => `/workflows/${id}`,
  run: (id: string) => `/runs/${id}`,
  conversation: (id: string) => `/inbox/${id}`,
};
