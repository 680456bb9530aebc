package org.mingzhang.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.IntakeEntry;
import org.mingzhang.archive.SharedDossier;

/**
 * Does what administrators ask for, and writes down that it is begun and what came of it. What
 * cannot be written down is not done.
 */
final class AdminActions {
  /** Something to be done; the answer says what was. */
  @FunctionalInterface
  private interface Work<T> {
    T done() throws IOException, Administration.RefusedException;
  }

  /** Something to be done of which there is nothing to say but that it was. */
  @FunctionalInterface
  interface Deed {
    void done() throws IOException, Administration.RefusedException;
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

  Administration.Collecting collecting() {
    return administration.collecting();
  }

  Administration.Queued upload(
      String client, String name, @Nullable String replaces, InputStream content)
      throws IOException, Administration.RefusedException {
    String subject = replaces == null ? name : name + " for " + replaces;
    return logged(client, "upload", subject, () -> administration.upload(name, replaces, content));
  }

  Administration.SourceSettings sources() throws IOException {
    return administration.sources();
  }

  List<Administration.SourceKey> sourceKeys() {
    return administration.sourceKeys();
  }

  /** Adds or changes a source. */
  void putSource(
      String client, @Nullable String name, Map<String, String> fields, String fingerprint)
      throws IOException, Administration.RefusedException {
    changed(
        client,
        name == null ? "add source" : "change source " + name,
        fields.getOrDefault("name", "") + " " + fields.getOrDefault("url", ""),
        () -> administration.putSource(name, fields, fingerprint));
  }

  /** Takes a source out. */
  void removeSource(String client, String name, String fingerprint)
      throws IOException, Administration.RefusedException {
    changed(client, "remove source", name, () -> administration.removeSource(name, fingerprint));
  }

  /** Sets whom sites can turn to. */
  void setContact(String client, String contact, String fingerprint)
      throws IOException, Administration.RefusedException {
    changed(client, "set contact", contact, () -> administration.setContact(contact, fingerprint));
  }

  /** Has a source visited soon. */
  void visitSource(String client, String name) throws IOException, Administration.RefusedException {
    changed(client, "visit source", name, () -> administration.visitSource(name));
  }

  Optional<IntakeEntry> entry(long id) {
    return administration.entry(id);
  }

  SharedDossier share(String client, String title, String json) throws IOException {
    log.add(client, "share dossier", title, "begun");
    SharedDossier shared = administration.share(title, json);
    log.add(client, "share dossier", title, "done");
    return shared;
  }

  boolean unshare(String client, String id) throws IOException {
    log.add(client, "end shared dossier", id, "begun");
    boolean ended = administration.unshare(id);
    log.add(client, "end shared dossier", id, ended ? "done" : "refused: no such dossier");
    return ended;
  }

  List<SharedDossier> shared() {
    return administration.shared();
  }

  /** Writes down that somebody tried to log in, or ended sessions. */
  void note(String client, String action, String subject, String outcome) throws IOException {
    log.add(client, action, subject, outcome);
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

  private void changed(String client, String action, String subject, Deed deed)
      throws IOException, Administration.RefusedException {
    Object unused =
        logged(
            client,
            action,
            subject,
            () -> {
              deed.done();
              return subject;
            });
  }

  private <T> T logged(String client, String action, String subject, Work<T> work)
      throws IOException, Administration.RefusedException {
    log.add(client, action, subject, "begun");
    String outcome = "failed";
    try {
      T done = work.done();
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
