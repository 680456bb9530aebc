package org.mingzhang.web.alerts;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertBook;
import org.mingzhang.archive.AlertMail;
import org.mingzhang.archive.Archive;
import org.mingzhang.mail.MailMessage;
import org.mingzhang.mail.MailSender;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.feed.ArrivalOrder;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.source.PortalSources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every minute which alerts are due, and sends the mails that wait. {@link #start} it once,
 * {@link #close} it; what was under way then is told by a later mail.
 */
public final class AlertRounds implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlertRounds.class);

  /** Mails of one round, so that a server is not flooded. */
  private static final int MOST = 30;

  private final PortalSources sources;
  private final Archive archive;
  private final AlertBook book;
  private final MailSender sender;
  private final AlertMails mails;
  private final Clock clock;
  private @Nullable ScheduledExecutorService thread;

  /**
   * Rounds over the alerts of an archive.
   *
   * @param sources index and archive, masked
   * @param origin public address of the portal
   */
  public AlertRounds(PortalSources sources, Pages pages, MailSender sender, String origin) {
    this.sources = sources;
    this.archive = sources.archive();
    this.book = archive.alerts();
    this.sender = sender;
    this.mails = new AlertMails(pages, origin);
    this.clock = sources.clock();
  }

  /** Begins. */
  public synchronized void start() {
    int unknown = book.giveUpBegun();
    if (unknown > 0) {
      LOG.warn("{} mails were under way when the program ended and are not sent again", unknown);
    }
    thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("alerts").daemon().factory());
    var unused = thread.scheduleWithFixedDelay(this::guarded, 10, 60, TimeUnit.SECONDS);
  }

  private void guarded() {
    try {
      round(clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("alerts are looked at again in a minute", e);
    }
  }

  /** One round. */
  public void round(Instant now) {
    for (Alert alert : book.due(now)) {
      notice(alert, now);
    }
    for (AlertMail mail : book.waiting(now, MOST)) {
      if (book.begin(mail)) {
        send(mail, now);
      }
    }
  }

  /** Has a mail sent where there is news, and nothing where there is none. */
  private void notice(Alert alert, Instant now) {
    long until = archive.arrivals().indexedUpTo();
    try {
      if (until > alert.seen() && news(alert, until).total() > 0) {
        book.tell(alert, until, now);
      } else {
        book.nothing(alert, Math.max(alert.seen(), until), now);
      }
    } catch (BadAddressException e) {
      LOG.warn("alert {} is of a search that is none any more: {}", alert.id(), e.getMessage());
      book.end(alert);
    }
  }

  private SearchResults news(Alert alert, long until) {
    SearchAddress search = SavedSearch.decode(alert.search());
    return sources
        .search()
        .search(ArrivalOrder.between(search, alert.seen(), until).request())
        .whole();
  }

  private void send(AlertMail mail, Instant now) {
    SearchResults news = mail.asks() ? null : news(mail.alert(), mail.until());
    if (news != null && news.total() == 0) {
      book.sent(mail); // what there was has been taken out meanwhile
      return;
    }
    MailMessage message = news == null ? mails.asking(mail) : mails.telling(mail, news);
    switch (sender.send(message)) {
      case SENT -> book.sent(mail);
      case LATER -> book.later(mail, now);
      case UNKNOWN -> book.giveUp(mail);
      case REFUSED -> {
        LOG.warn("alert {} is ended: its address takes no mail", mail.alert().id());
        book.end(mail.alert());
      }
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.shutdown();
    }
  }
}
