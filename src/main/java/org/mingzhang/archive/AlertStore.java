package org.mingzhang.archive;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * The alerts and their outgoing mail in the ledger.
 *
 * <p>A mail is {@link #beginSending begun} before it is handed to the server and {@link #recordSent
 * recorded as sent} afterwards, together with the position up to which it reported news. A mail
 * that was begun when the process ended is not sent again: its news is part of the next mail, and a
 * confirmation request is lost, so that the alert may be requested again. So no mail is sent twice
 * and no news is lost. Thread-safe.
 */
public final class AlertStore {
  /** Maximum number of confirmation requests to one address a day. */
  private static final int MAX_REQUESTS_PER_ADDRESS_DAY = 3;

  /** Maximum number of confirmation requests to all addresses an hour. */
  private static final int MAX_REQUESTS_PER_HOUR = 60;

  /** Maximum number of alerts of one address. */
  private static final int MAX_ALERTS_PER_ADDRESS = 10;

  private static final int MAX_ATTEMPTS = 5;
  private static final Duration CONFIRMATION_PERIOD = Duration.ofDays(2);
  private static final int TOKEN_BYTES = 32;

  /** The end position of a confirmation request, which reports no news. */
  private static final long NO_END_POSITION = -1;

  private static final String SELECT =
      "SELECT id, address, search, language, days, state, confirming, ending, asked, seen, due FROM"
          + " alert ";

  private final Ledger ledger;
  private final SecureRandom random = new SecureRandom();

  AlertStore(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Result of requesting an alert. */
  public enum RequestOutcome {
    /** A mail that asks for confirmation will be sent. */
    ACCEPTED,
    /**
     * No mail is sent: the address has reached a limit, or has an alert with this search and
     * interval already, confirmed or not, unless its confirmation request was lost.
     */
    IGNORED,
    /** Too many alerts of all addresses were requested in the last hour. */
    BUSY
  }

  /**
   * Stores an alert and queues the mail that requests its confirmation, unless a limit is reached
   * or the address has this alert already. First deletes alerts that were not confirmed in time.
   *
   * @param seenPosition position in the order of arrival after which there is news
   */
  public RequestOutcome request(
      String address,
      String search,
      String language,
      int intervalDays,
      long seenPosition,
      Instant now) {
    return ledger.callInTransaction(
        () -> {
          deleteUnconfirmed(now);
          if (count("asked>?", formatTimeOneHourAgo(now)) >= MAX_REQUESTS_PER_HOUR) {
            return RequestOutcome.BUSY;
          }
          boolean enough =
              count("address=? AND asked>?", address, formatTimeOneDayAgo(now))
                      >= MAX_REQUESTS_PER_ADDRESS_DAY
                  || count("address=?", address) >= MAX_ALERTS_PER_ADDRESS
                  || count(
                          "address=? AND search=? AND days=? AND state<>'UNREACHED'",
                          address,
                          search,
                          intervalDays)
                      > 0;
          if (enough) {
            return RequestOutcome.IGNORED;
          }
          long alert =
              ledger.insert(
                  "INSERT INTO alert(address, search, language, days, state, confirming, ending,"
                      + " asked, seen, due) VALUES (?,?,?,?,?,?,?,?,?,?)",
                  address,
                  search,
                  language,
                  intervalDays,
                  Alert.State.ASKED.name(),
                  newToken(),
                  newToken(),
                  formatTime(now),
                  seenPosition,
                  formatTime(now));
          queueMail(alert, NO_END_POSITION, now);
          return RequestOutcome.ACCEPTED;
        });
  }

  private int count(String condition, Object... values) {
    return ledger
        .queryFirst(r -> r.getInt(1), "SELECT COUNT(*) FROM alert WHERE " + condition, values)
        .orElse(0);
  }

  /** Deletes alerts that were not confirmed in time, and the mails of alerts that are gone. */
  private void deleteUnconfirmed(Instant now) {
    ledger.update(
        "DELETE FROM alert WHERE state<>'CONFIRMED' AND asked<?",
        formatTime(now.minus(CONFIRMATION_PERIOD)));
    ledger.update("DELETE FROM mail WHERE alert NOT IN (SELECT id FROM alert)");
  }

  private String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The alert that a token confirms or has confirmed; empty if there is none, or if it was
   * requested two days ago or earlier and was not confirmed.
   */
  public Optional<Alert> findByConfirmationToken(String token, Instant now) {
    return ledger
        .queryFirst(AlertStore::readRow, SELECT + "WHERE confirming=?", token)
        .filter(
            alert ->
                alert.state() == Alert.State.CONFIRMED
                    || alert.requestedAt().isAfter(now.minus(CONFIRMATION_PERIOD)));
  }

  /** The alert that a token ends; empty if there is none or it has ended. */
  public Optional<Alert> findByCancellationToken(String token) {
    return ledger.queryFirst(AlertStore::readRow, SELECT + "WHERE ending=?", token);
  }

  /**
   * Confirms an alert; its first mail is due one period from now. Does nothing if the alert is
   * confirmed already or has ended, or if the address has confirmed the same alert by another
   * request.
   */
  public void confirm(Alert alert, Instant now) {
    ledger.update(
        "UPDATE alert SET state='CONFIRMED', due=? WHERE id=? AND state<>'CONFIRMED' AND NOT EXISTS"
            + " (SELECT 1 FROM alert same WHERE same.address=? AND same.search=? AND same.days=?"
            + " AND same.state='CONFIRMED')",
        formatTime(nextDueTime(alert, now)),
        alert.id(),
        alert.address(),
        alert.searchParameters(),
        alert.intervalDays());
  }

  /** Ends an alert and deletes the address. */
  public void delete(Alert alert) {
    ledger.runInTransaction(
        () -> {
          ledger.update("DELETE FROM mail WHERE alert=?", alert.id());
          ledger.update("DELETE FROM alert WHERE id=?", alert.id());
        });
  }

  /** Confirmed alerts whose next mail is due and not queued yet. */
  public List<Alert> alertsDue(Instant now) {
    return ledger.list(
        AlertStore::readRow,
        SELECT
            + "WHERE state='CONFIRMED' AND due<=? AND id NOT IN (SELECT alert FROM mail WHERE"
            + " state='QUEUED' AND until>=0) ORDER BY due, id",
        formatTime(now));
  }

  /** Records that an alert has no news up to a position; its next mail is due one period later. */
  public void recordNothingNew(Alert alert, long endPosition, Instant now) {
    ledger.update(
        "UPDATE alert SET seen=?, due=? WHERE id=?",
        endPosition,
        formatTime(nextDueTime(alert, now)),
        alert.id());
  }

  /**
   * Queues a mail with the news of an alert up to a position; the next mail after it is due one
   * period from now.
   */
  public void queueDigest(Alert alert, long endPosition, Instant now) {
    ledger.runInTransaction(
        () -> {
          ledger.update(
              "UPDATE alert SET due=? WHERE id=?", formatTime(nextDueTime(alert, now)), alert.id());
          queueMail(alert.id(), endPosition, now);
        });
  }

  private void queueMail(long alertId, long endPosition, Instant now) {
    ledger.update(
        "INSERT INTO mail(alert, until, state, attempts, due) VALUES (?,?,'QUEUED',0,?)",
        alertId,
        endPosition,
        formatTime(now));
  }

  /** Mails to be sent now, the oldest first. */
  public List<AlertMail> mailsDue(Instant now, int limit) {
    return ledger.list(
        r -> new AlertMail(r.getLong(12), readRow(r), r.getLong(13), r.getInt(14)),
        "SELECT alert.id, address, search, language, days, alert.state, confirming, ending, asked,"
            + " seen, alert.due, mail.id, mail.until, mail.attempts FROM mail JOIN alert ON"
            + " alert.id=mail.alert WHERE mail.state='QUEUED' AND mail.due<=? ORDER BY mail.id"
            + " LIMIT ?",
        formatTime(now),
        limit);
  }

  /**
   * Records that a mail is about to be sent and counts the attempt; returns false if it must not be
   * sent, because its alert has ended or it was begun before.
   */
  public boolean beginSending(AlertMail mail) {
    return ledger.executeUpdate(
            "UPDATE mail SET state='BEGUN', attempts=attempts+1 WHERE id=? AND state='QUEUED'",
            mail.id())
        > 0;
  }

  /** Records that a mail was sent and its news reported. */
  public void recordSent(AlertMail mail) {
    ledger.runInTransaction(
        () -> {
          if (!mail.isConfirmationRequest()) {
            ledger.update(
                "UPDATE alert SET seen=CASE WHEN seen<? THEN ? ELSE seen END WHERE id=?",
                mail.endPosition(),
                mail.endPosition(),
                mail.alert().id());
          }
          ledger.update("DELETE FROM mail WHERE id=?", mail.id());
        });
  }

  /**
   * Queues a mail again that the server rejected temporarily, after a wait of 5 minutes that grows
   * fourfold with each attempt. Discards it after the fifth attempt.
   */
  public void retryLaterOrDiscard(AlertMail mail, Instant now) {
    if (mail.attempts() + 1 >= MAX_ATTEMPTS) {
      discard(mail);
      return;
    }
    Duration wait = Duration.ofMinutes(5L << (2 * mail.attempts()));
    ledger.update(
        "UPDATE mail SET state='QUEUED', due=? WHERE id=?", formatTime(now.plus(wait)), mail.id());
  }

  /**
   * Discards a mail; its news is part of the next one. A confirmation request is lost: its alert
   * may be requested again, and confirmed if the mail has arrived after all.
   */
  public void discard(AlertMail mail) {
    discardMails("id=?", mail.id());
  }

  /**
   * Discards mails that were begun by an earlier process, since they may have been sent; returns
   * how many.
   */
  public int discardBegun() {
    return discardMails("state='BEGUN'");
  }

  private int discardMails(String condition, Object... values) {
    return ledger.callInTransaction(
        () -> {
          ledger.update(
              "UPDATE alert SET state='UNREACHED' WHERE state='ASKED' AND id IN (SELECT alert FROM"
                  + " mail WHERE until<0 AND "
                  + condition
                  + ")",
              values);
          return ledger.executeUpdate("DELETE FROM mail WHERE " + condition, values);
        });
  }

  private static Instant nextDueTime(Alert alert, Instant now) {
    return now.plus(Duration.ofDays(alert.intervalDays()));
  }

  private static String formatTimeOneHourAgo(Instant now) {
    return formatTime(now.minus(Duration.ofHours(1)));
  }

  private static String formatTimeOneDayAgo(Instant now) {
    return formatTime(now.minus(Duration.ofDays(1)));
  }

  /** Formats a time in whole seconds, with a fixed length, so that texts sort by time. */
  private static String formatTime(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Alert readRow(ResultSet row) throws SQLException {
    return new Alert(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getInt(5),
        Alert.State.valueOf(row.getString(6)),
        row.getString(7),
        row.getString(8),
        Instant.parse(row.getString(9)),
        row.getLong(10),
        Instant.parse(row.getString(11)));
  }
}
