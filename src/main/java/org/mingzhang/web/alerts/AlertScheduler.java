package org.mingzhang.web.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertMail;
import org.mingzhang.archive.AlertStore;
import org.mingzhang.archive.Archive;
import org.mingzhang.mail.MailMessage;
import org.mingzhang.mail.MailSender;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.feed.ArrivalOrder;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.source.PortalServices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks every minute which alerts are due, and sends waiting mails. Call {@link #start} once and
 * {@link #close} at the end, which stops the timer without waiting for a running check. A mail that
 * is being sent when the process ends is not sent again; its hits are part of the next mail.
 */
public final class AlertScheduler implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertScheduler.class);

  /** Maximum number of mails sent in one round, so that the mail server is not overloaded. */
  private static final int MAX_MAILS = 30;

  private final PortalServices services;
  private final Archive archive;
  private final AlertStore alertStore;
  private final MailSender sender;
  private final AlertMailWriter mailWriter;
  private final Clock clock;
  private @Nullable ScheduledExecutorService executor;

  /**
   * Creates a scheduler for the alerts of an archive.
   *
   * @param services index and archive, with personal data masked
   * @param origin public address of the portal
   */
  public AlertScheduler(
      PortalServices services, PageRenderer pages, MailSender sender, String origin) {
    this.services = services;
    this.archive = services.archive();
    this.alertStore = archive.alerts();
    this.sender = sender;
    this.mailWriter = new AlertMailWriter(pages, origin);
    this.clock = services.clock();
  }

  /**
   * Starts the timer that checks for due alerts. Mails that an earlier process had begun to send
   * are discarded.
   */
  public synchronized void start() {
    int unknown = alertStore.discardBegun();
    if (unknown > 0) {
      LOG.warn("{} mails were being sent when the program ended; they are not sent again", unknown);
    }
    executor =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alerts").daemon().factory());
    var unused =
        executor.scheduleWithFixedDelay(this::runOnceLoggingErrors, 10, 60, TimeUnit.SECONDS);
  }

  private void runOnceLoggingErrors() {
    try {
      runOnce(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("checking alerts failed; they are checked again in a minute", e);
    }
  }

  /** Queues mails of alerts that are due, and sends waiting mails, at most {@link #MAX_MAILS}. */
  public void runOnce(Instant now) {
    for (Alert alert : alertStore.alertsDue(now)) {
      queueMailIfNewHits(alert, now);
    }
    for (AlertMail mail : alertStore.mailsDue(now, MAX_MAILS)) {
      if (alertStore.beginSending(mail)) {
        send(mail, now);
      }
    }
  }

  /**
   * Queues a mail if an alert has new hits; otherwise records that it was checked. An alert whose
   * search is no longer valid is ended.
   */
  private void queueMailIfNewHits(Alert alert, Instant now) {
    long until = archive.versionLog().indexedUpToPosition();
    try {
      if (until > alert.reportedPosition() && searchNewHits(alert, until).total() > 0) {
        alertStore.queueDigest(alert, until, now);
      } else {
        alertStore.recordNothingNew(alert, Math.max(alert.reportedPosition(), until), now);
      }
    } catch (BadParameterException e) {
      LOG.warn("alert {} is ended: its search is no longer valid: {}", alert.id(), e.getMessage());
      alertStore.delete(alert);
    }
  }

  private SearchResults searchNewHits(Alert alert, long endPosition) {
    SearchUrl search = SavedSearchCodec.decode(alert.searchParameters());
    return services
        .search()
        .search(
            ArrivalOrder.withArrivalsBetween(search, alert.reportedPosition(), endPosition)
                .request())
        .withoutPartialMatches();
  }

  private void send(AlertMail mail, Instant now) {
    SearchResults hits =
        mail.isConfirmationRequest() ? null : searchNewHits(mail.alert(), mail.endPosition());
    if (hits != null && hits.total() == 0) {
      alertStore.recordSent(mail); // the new hits have been removed in the meantime
      return;
    }
    MailMessage message =
        hits == null
            ? mailWriter.writeConfirmationRequest(mail)
            : mailWriter.writeDigest(mail, hits);
    switch (sender.send(message)) {
      case SENT -> alertStore.recordSent(mail);
      case DEFERRED -> alertStore.retryLaterOrDiscard(mail, now);
      case UNKNOWN -> alertStore.discard(mail);
      case REFUSED -> {
        LOG.warn("alert {} is ended: its address accepts no mail", mail.alert().id());
        alertStore.delete(mail.alert());
      }
    }
  }

  @Override
  public synchronized void close() {
    if (executor != null) {
      executor.shutdown();
    }
  }
}
