import { type ContactBody, type ConversationDetailBody, endpoints } from "#contract";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RequestOf, call } from "./call.ts";
import { keys } from "./keys.ts";
import { at, paging } from "./paging.ts";

/** Contacts, last seen first, page by page. */
export const useContacts = () =>
  useInfiniteQuery({
    queryKey: keys.contacts,
    queryFn: ({ pageParam, signal }) =>
      call(endpoints.listContacts, { query: at(pageParam), signal }),
    ...paging,
  });

/** One contact with all fields. */
export const useContact = (contactId: string) =>
  useQuery({
    queryKey: keys.contact(contactId),
    queryFn: ({ signal }) =>
      call(endpoints.getContact, { params: { contact_id: contactId }, signal }),
  });

/** Changes fields of a contact and shows them wherever the contact is open. */
export const useChangeContact = (contactId: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: RequestOf<typeof endpoints.changeContact>["body"]) =>
      call(endpoints.changeContact, { params: { contact_id: contactId }, body }),
    onSuccess: (contact: ContactBody) => {
      client.setQueryData(keys.contact(contactId), contact);
      client.setQueriesData<ConversationDetailBody>({ queryKey: ["conversation"] }, (detail) =>
        detail?.contact.id === contact.id ? { ...detail, contact } : detail,
      );
      void client.invalidateQueries({ queryKey: keys.contacts });
    },
  });
};
