package org.mingzhang.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.SharedDossier;

/**
 * Executes actions of administrators. The start and the outcome of each action that changes
 * something are logged in the {@link AuditLog}; an action whose start cannot be logged is not
 * executed. Queries are not logged.
 */
final class AdminActionExecutor {
  /** An action with a result. */
  @FunctionalInterface
  private interface ActionWithResult<T> {
    T execute() throws IOException, Administration.ActionRefusedException;
  }

  /** An action without result. */
  @FunctionalInterface
  interface Action {
    void execute() throws IOException, Administration.ActionRefusedException;
  }

  private final Administration administration;
  private final AuditLog log;

  AdminActionExecutor(Administration administration, AuditLog log) {
    this.administration = administration;
    this.log = log;
  }

  /** The administration, for queries. */
  Administration administration() {
    return administration;
  }

  Administration.QueuedFile upload(
      String client, String name, @Nullable String replacedDocumentId, InputStream content)
      throws IOException, Administration.ActionRefusedException {
    String subject = replacedDocumentId == null ? name : name + " for " + replacedDocumentId;
    return executeLogged(
        client, "upload", subject, () -> administration.upload(name, replacedDocumentId, content));
  }

  /** Adds a source if {@code name} is null; otherwise changes the source of that name. */
  void putSource(
      String client, @Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, Administration.ActionRefusedException {
    execute(
        client,
        name == null ? "add source" : "change source " + name,
        fields.getOrDefault("name", "") + " " + fields.getOrDefault("url", ""),
        () -> administration.putSource(name, fields, fingerprint));
  }

  void removeSource(String client, String name, String fingerprint)
      throws IOException, Administration.ActionRefusedException {
    execute(client, "remove source", name, () -> administration.removeSource(name, fingerprint));
  }

  /** Sets the contact address that the crawler states in its requests. */
  void setContact(String client, String contact, String fingerprint)
      throws IOException, Administration.ActionRefusedException {
    execute(client, "set contact", contact, () -> administration.setContact(contact, fingerprint));
  }

  /** Schedules an immediate visit of a source. */
  void requestSourceRun(String client, String name)
      throws IOException, Administration.ActionRefusedException {
    execute(client, "visit source", name, () -> administration.requestSourceRun(name));
  }

  SharedDossier shareDossier(String client, String title, String json) throws IOException {
    try {
      return executeLogged(
          client, "share dossier", title, () -> administration.shareDossier(title, json));
    } catch (Administration.ActionRefusedException e) {
      throw new IllegalStateException("sharing is never refused", e);
    }
  }

  /** Ends the sharing of a dossier and returns whether there was one with this id. */
  boolean unshareDossier(String client, String id) throws IOException {
    try {
      return executeLogged(
          client,
          "end shared dossier",
          id,
          () -> {
            if (!administration.unshareDossier(id)) {
              throw new Administration.ActionRefusedException(404, "no such dossier");
            }
            return true;
          });
    } catch (Administration.ActionRefusedException missing) {
      return false;
    }
  }

  /** Logs an attempt to log in, or the end of sessions. */
  void logSessionEvent(String client, String action, String subject, String outcome)
      throws IOException {
    log.appendLine(client, action, subject, outcome);
  }

  /**
   * Executes an action on a document and returns the document's id.
   *
   * @param action {@code reread}, {@code remove} or {@code restore}; others are refused
   * @param reason why the document is removed; ignored by the other actions
   */
  String executeDocumentAction(String client, String action, String documentId, String reason)
      throws IOException, Administration.ActionRefusedException {
    return executeLogged(
        client,
        action,
        documentId,
        () -> {
          switch (action) {
            case "reread" -> administration.queueForRereading(documentId);
            case "remove" -> administration.removeDocument(documentId, reason);
            case "restore" -> administration.restoreDocument(documentId);
            default ->
                throw new Administration.ActionRefusedException(
                    400, "there is no action " + action);
          }
          return documentId;
        });
  }

  private void execute(String client, String name, String subject, Action action)
      throws IOException, Administration.ActionRefusedException {
    Object unused =
        executeLogged(
            client,
            name,
            subject,
            () -> {
              action.execute();
              return subject;
            });
  }

  /**
   * Executes an action between two lines of the log. Throws if the second line cannot be written,
   * although the action has been executed.
   */
  private <T> T executeLogged(
      String client, String action, String subject, ActionWithResult<T> actionWithResult)
      throws IOException, Administration.ActionRefusedException {
    log.appendLine(client, action, subject, "begun");
    String outcome = "failed";
    try {
      T done = actionWithResult.execute();
      outcome = "done";
      return done;
    } catch (Administration.ActionRefusedException e) {
      outcome = "refused: " + e.reason();
      throw e;
    } finally {
      log.appendLine(client, action, subject, outcome);
    }
  }
}
