import { type Connection, useConnection } from "#browser/data";
import { IconDatabaseOff, IconPlugConnectedX } from "@tabler/icons-react";
import { useEffect, useState } from "react";

/** A loss shorter than this heals before anybody has read a sentence about it. */
const patience = 1_500;

/** The connection as the reader should hear of it: troubles only once they last. */
const useLastingConnection = () => {
  const connection = useConnection();
  const [lasting, setLasting] = useState<Connection>("live");
  useEffect(() => {
    const isTrouble = connection === "reconnecting" || connection === "database_unreachable";
    const timer = setTimeout(() => setLasting(connection), isTrouble ? patience : 0);
    return () => clearTimeout(timer);
  }, [connection]);
  return lasting;
};

/** Says when the way to the server or its database is broken, and that nothing was lost. */
export const ConnectionBar = () => {
  const connection = useLastingConnection();
  if (connection === "database_unreachable") {
    return (
      <div className="app-connection" role="status" data-tone="bad">
        <IconDatabaseOff size={16} aria-hidden />
        Database unreachable: nothing you sent was lost; trying again.
      </div>
    );
  }
  if (connection === "reconnecting") {
    return (
      <div className="app-connection" role="status">
        <IconPlugConnectedX size={16} aria-hidden />
        Connection lost, reconnecting. What you write now is sent when it is back.
      </div>
    );
  }
  return null;
};
