import { explainError, useContacts } from "#browser/data";
import {
  Avatar,
  EmptyState,
  ErrorState,
  LoadingState,
  PageHeader,
  ReachMark,
  RelativeTime,
} from "#browser/ui";
import { Table } from "@mantine/core";
import { IconAddressBook } from "@tabler/icons-react";

/** Everybody who has visited or written, last seen first. */
export const ContactsScreen = () => {
  const query = useContacts();
  const contacts = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="app-page">
      <PageHeader
        title="Contacts"
        subtitle="Everybody who has visited or written, last seen first"
      />
      {query.isPending && <LoadingState shape="list" rows={10} label="Loading contacts" />}
      {query.isError && contacts.length === 0 && (
        <ErrorState
          title="The contacts could not be loaded"
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        >
          {explainError(query.error)}
        </ErrorState>
      )}
      {query.isSuccess && contacts.length === 0 && (
        <EmptyState icon={<IconAddressBook size={22} />} title="No contacts yet">
          Visitors of pages with the widget appear here.
        </EmptyState>
      )}
      {contacts.length > 0 && (
        <div className="app-page-scroll">
          <Table.ScrollContainer minWidth={560}>
            <Table highlightOnHover verticalSpacing="xs" horizontalSpacing="lg">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>Name</Table.Th>
                  <Table.Th>E-mail</Table.Th>
                  <Table.Th>Stage</Table.Th>
                  <Table.Th>Last seen</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {contacts.map((contact) => (
                  <Table.Tr key={contact.id}>
                    <Table.Td>
                      <span className="app-person">
                        <Avatar name={contact.display_name} size={26} /> {contact.display_name}
                      </span>
                    </Table.Td>
                    <Table.Td>{contact.email ?? <span className="app-muted">None</span>}</Table.Td>
                    <Table.Td>{contact.lifecycle_stage}</Table.Td>
                    <Table.Td>
                      <RelativeTime at={contact.last_seen_at} style="long" />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {query.hasNextPage && (
            <ReachMark
              onReach={() => void query.fetchNextPage()}
              isOff={query.isFetchingNextPage}
            />
          )}
        </div>
      )}
    </div>
  );
};
