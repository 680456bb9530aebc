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
 * The part of the ledger that knows alerts and their mail.
 *
 * <p>A mail is {@link #begin begun} before it is handed to the server and {@link #sent} afterwards,
 * with the news it told; one that was begun when the process ended is not sent again, and what it
 * told is told by the next one. So no mail is sent twice, and no news is lost. Safe on many
 * threads.
 */
public final class AlertBook {
  /** Mails that ask for confirmation, of one address a day. */
  private static final int MOST_A_DAY = 3;

  /** Mails that ask for confirmation, of all addresses an hour. */
  private static final int MOST_AN_HOUR = 60;

  /** Alerts of one address. */
  private static final int MOST_OF_ADDRESS = 10;

  private static final int MOST_ATTEMPTS = 5;
  private static final Duration CONFIRMED_WITHIN = Duration.ofDays(2);
  private static final int TOKEN_BYTES = 32;
  private static final long ASKING = -1;

  private static final String SELECT =
      "SELECT id, address, search, language, days, state, confirming, ending, asked, seen, due FROM"
          + " alert ";

  private final Ledger ledger;
  private final SecureRandom random = new SecureRandom();

  AlertBook(Ledger ledger) {
    this.ledger = ledger;
  }

  /** What came of asking for an alert. */
  public enum Asked {
    /** A mail that asks for confirmation will be sent. */
    ACCEPTED,
    /** None is sent: the address has had enough of them, or has this alert. */
    PASSED_OVER,
    /** Too many were asked for by anybody. */
    BUSY
  }

  /**
   * Notes an alert and the mail that asks for its confirmation, unless there were too many.
   *
   * @param seen place in the order of arrival from which on there is news
   */
  public Asked ask(
      String address, String search, String language, int days, long seen, Instant now) {
    return ledger.transaction(
        () -> {
          forget(now);
          if (count("asked>?", hour(now)) >= MOST_AN_HOUR) {
            return Asked.BUSY;
          }
          boolean enough =
              count("address=? AND asked>?", address, day(now)) >= MOST_A_DAY
                  || count("address=?", address) >= MOST_OF_ADDRESS
                  || count("address=? AND search=? AND days=?", address, search, days) > 0;
          if (enough) {
            return Asked.PASSED_OVER;
          }
          long alert =
              ledger.insert(
                  "INSERT INTO alert(address, search, language, days, state, confirming, ending,"
                      + " asked, seen, due) VALUES (?,?,?,?,?,?,?,?,?,?)",
                  address,
                  search,
                  language,
                  days,
                  Alert.State.ASKED.name(),
                  token(),
                  token(),
                  text(now),
                  seen,
                  text(now));
          queue(alert, ASKING, now);
          return Asked.ACCEPTED;
        });
  }

  private int count(String condition, Object... values) {
    return ledger
        .first(r -> r.getInt(1), "SELECT COUNT(*) FROM alert WHERE " + condition, values)
        .orElse(0);
  }

  /** Takes out what was not confirmed in time. */
  private void forget(Instant now) {
    ledger.update(
        "DELETE FROM alert WHERE state='ASKED' AND asked<?", text(now.minus(CONFIRMED_WITHIN)));
    ledger.update("DELETE FROM mail WHERE alert NOT IN (SELECT id FROM alert)");
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The alert that a token confirms, if it was not forgotten meanwhile. */
  public Optional<Alert> toConfirm(String token, Instant now) {
    return ledger
        .first(AlertBook::alert, SELECT + "WHERE confirming=?", token)
        .filter(
            alert ->
                alert.state() == Alert.State.CONFIRMED
                    || alert.asked().isAfter(now.minus(CONFIRMED_WITHIN)));
  }

  /** The alert that a token ends. */
  public Optional<Alert> toEnd(String token) {
    return ledger.first(AlertBook::alert, SELECT + "WHERE ending=?", token);
  }

  /** Confirms an alert; its first mail is due a period from now. */
  public void confirm(Alert alert, Instant now) {
    ledger.update(
        "UPDATE alert SET state='CONFIRMED', due=? WHERE id=? AND state='ASKED'",
        text(next(alert, now)),
        alert.id());
  }

  /** Ends an alert and forgets the address. */
  public void end(Alert alert) {
    ledger.transaction(
        () -> {
          ledger.update("DELETE FROM mail WHERE alert=?", alert.id());
          ledger.update("DELETE FROM alert WHERE id=?", alert.id());
          return true;
        });
  }

  /** Confirmed alerts whose next mail is due. */
  public List<Alert> due(Instant now) {
    return ledger.list(
        AlertBook::alert,
        SELECT
            + "WHERE state='CONFIRMED' AND due<=? AND id NOT IN (SELECT alert FROM mail WHERE"
            + " state='QUEUED' AND until>=0) ORDER BY due, id",
        text(now));
  }

  /** Notes that an alert has no news up to a place; its next mail is due a period later. */
  public void nothing(Alert alert, long until, Instant now) {
    ledger.update(
        "UPDATE alert SET seen=?, due=? WHERE id=?", until, text(next(alert, now)), alert.id());
  }

  /** Queues a mail with the news of an alert up to a place. */
  public void tell(Alert alert, long until, Instant now) {
    ledger.transaction(
        () -> {
          ledger.update("UPDATE alert SET due=? WHERE id=?", text(next(alert, now)), alert.id());
          queue(alert.id(), until, now);
          return true;
        });
  }

  private void queue(long alert, long until, Instant now) {
    ledger.update(
        "INSERT INTO mail(alert, until, state, attempts, due) VALUES (?,?,'QUEUED',0,?)",
        alert,
        until,
        text(now));
  }

  /** Mails that are to be sent now, the oldest first. */
  public List<AlertMail> waiting(Instant now, int most) {
    return ledger.list(
        r -> new AlertMail(r.getLong(12), alert(r), r.getLong(13), r.getInt(14)),
        "SELECT alert.id, address, search, language, days, alert.state, confirming, ending, asked,"
            + " seen, alert.due, mail.id, mail.until, mail.attempts FROM mail JOIN alert ON"
            + " alert.id=mail.alert WHERE mail.state='QUEUED' AND mail.due<=? ORDER BY mail.id"
            + " LIMIT ?",
        text(now),
        most);
  }

  /** Notes that a mail is about to be handed over; false where it is not to be sent any more. */
  public boolean begin(AlertMail mail) {
    return ledger.change(
            "UPDATE mail SET state='BEGUN', attempts=attempts+1 WHERE id=? AND state='QUEUED'",
            mail.id())
        > 0;
  }

  /** Notes that a mail was handed over, and that what it tells is told. */
  public void sent(AlertMail mail) {
    ledger.transaction(
        () -> {
          if (!mail.asks()) {
            ledger.update(
                "UPDATE alert SET seen=CASE WHEN seen<? THEN ? ELSE seen END WHERE id=?",
                mail.until(),
                mail.until(),
                mail.alert().id());
          }
          ledger.update("DELETE FROM mail WHERE id=?", mail.id());
          return true;
        });
  }

  /** Queues a mail again that the server refused for now, up to a few times. */
  public void later(AlertMail mail, Instant now) {
    if (mail.attempts() + 1 >= MOST_ATTEMPTS) {
      giveUp(mail);
      return;
    }
    Duration wait = Duration.ofMinutes(5L << (2 * mail.attempts()));
    ledger.update(
        "UPDATE mail SET state='QUEUED', due=? WHERE id=?", text(now.plus(wait)), mail.id());
  }

  /** Gives a mail up; what it would have told is told by the next one. */
  public void giveUp(AlertMail mail) {
    ledger.update("DELETE FROM mail WHERE id=?", mail.id());
  }

  /** Gives up mails that were begun by a process that ended: they may have been sent. */
  public int giveUpBegun() {
    return ledger.change("DELETE FROM mail WHERE state='BEGUN'");
  }

  private static Instant next(Alert alert, Instant now) {
    return now.plus(Duration.ofDays(alert.days()));
  }

  private static String hour(Instant now) {
    return text(now.minus(Duration.ofHours(1)));
  }

  private static String day(Instant now) {
    return text(now.minus(Duration.ofDays(1)));
  }

  /** Times as texts of a fixed number of characters, so that they sort as texts. */
  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static Alert alert(ResultSet row) throws SQLException {
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
