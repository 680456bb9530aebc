package org.mingzhang.web.admin;

import java.io.IOException;
import java.io.InputStream;

/** Does what administrators ask for, and writes it down whatever came of it. */
final class AdminActions {
  /** Something to be done; the answer says what was. */
  @FunctionalInterface
  private interface Work {
    String done() throws IOException, Administration.RefusedException;
  }

  private final Administration administration;
  private final AuditLog log;

  AdminActions(Administration administration, AuditLog log) {
    this.administration = administration;
    this.log = log;
  }

  Administration.Status status() {
    return administration.status();
  }

  String upload(String client, String name, InputStream content)
      throws IOException, Administration.RefusedException {
    return logged(client, "upload", name, () -> administration.upload(name, content));
  }

  /** Acts on a document: {@code reread}, {@code remove} or {@code restore}. */
  String act(String client, String action, String documentId, String reason)
      throws IOException, Administration.RefusedException {
    return logged(
        client,
        action,
        documentId,
        () -> {
          switch (action) {
            case "reread" -> administration.readAgain(documentId);
            case "remove" -> administration.remove(documentId, reason);
            case "restore" -> administration.putBack(documentId);
            default ->
                throw new Administration.RefusedException(400, "there is no action " + action);
          }
          return documentId;
        });
  }

  private String logged(String client, String action, String subject, Work work)
      throws IOException, Administration.RefusedException {
    String outcome = "failed";
    try {
      String done = work.done();
      outcome = "done";
      return done;
    } catch (Administration.RefusedException e) {
      outcome = "refused: " + e.reason();
      throw e;
    } finally {
      log.add(client, action, subject, outcome);
    }
  }
}
