package org.mingzhang.web.alerts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertMail;
import org.mingzhang.mail.MailMessage;
import org.mingzhang.search.Hit;
import org.mingzhang.search.SearchResults;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.feed.ArrivalOrder;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;

/**
 * Writes the mails of alerts. The mail that asks for confirmation contains no text typed by the
 * requester, since the address may be somebody else's.
 */
final class AlertMailWriter {
  private static final int MAX_SNIPPET_LENGTH = 160;

  private final PageRenderer pages;
  private final String origin;

  /**
   * Creates a writer of mails with links to a portal.
   *
   * @param origin public address of the portal
   */
  AlertMailWriter(PageRenderer pages, String origin) {
    this.pages = pages;
    this.origin = origin;
  }

  /** The mail that asks for confirmation of an alert. */
  MailMessage writeConfirmationRequest(AlertMail mail) {
    Alert alert = mail.alert();
    Labels labels = labels(alert);
    String confirm = absoluteAddress(alert, "/alerts/confirm/" + alert.confirmationToken());
    return new MailMessage(
        messageId(mail),
        alert.address(),
        labels.text("alert.mail.asking.subject"),
        labels.text("alert.mail.asking", confirm),
        "");
  }

  /**
   * The mail with new hits of a saved search. If {@code newHits} lists fewer than its total, the
   * mail states how many more there are.
   */
  MailMessage writeDigest(AlertMail mail, SearchResults newHits) {
    Alert alert = mail.alert();
    Labels labels = labels(alert);
    SearchUrl search = SavedSearchCodec.decode(alert.searchParameters());
    String words = SavedSearchCodec.describe(search, labels);
    String count = Long.toString(newHits.total());
    List<String> parts = new ArrayList<>();
    parts.add(labels.text("alert.mail.lead", words, count));
    newHits.hits().forEach(hit -> parts.add(formatEntry(hit)));
    if (newHits.total() > newHits.hits().size()) {
      parts.add(
          labels.text("alert.mail.more", Long.toString(newHits.total() - newHits.hits().size())));
    }
    parts.add(
        labels.text(
            "alert.mail.all",
            origin
                + new PortalLinks(language(alert)).search(ArrivalOrder.withLatestFirst(search))));
    String end = absoluteAddress(alert, "/alerts/end/" + alert.cancellationToken());
    parts.add(labels.text("alert.mail.end", end));
    return new MailMessage(
        messageId(mail),
        alert.address(),
        labels.text("alert.mail.subject", toSingleLine(words), count),
        String.join("\n\n", parts),
        origin + "/alerts/end/" + alert.cancellationToken());
  }

  private String formatEntry(Hit hit) {
    String title =
        hit.title().equals(hit.documentTitle())
            ? hit.title()
            : hit.title() + " · " + hit.documentTitle();
    String text =
        hit.snippets().stream()
            .limit(1)
            .flatMap(List::stream)
            .map(Hit.Fragment::text)
            .collect(Collectors.joining());
    String shown =
        text.length() > MAX_SNIPPET_LENGTH ? text.substring(0, MAX_SNIPPET_LENGTH) + "…" : text;
    return toSingleLine(title)
        + (shown.isBlank() ? "" : "\n" + toSingleLine(shown))
        + "\n"
        + origin
        + PortalLinks.row(hit.id());
  }

  private static String toSingleLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ").strip();
  }

  private static String messageId(AlertMail mail) {
    return "alert-" + mail.alert().id() + "-" + mail.id();
  }

  private static Language language(Alert alert) {
    return Language.of(alert.language());
  }

  private Labels labels(Alert alert) {
    return pages.labels(language(alert));
  }

  private String absoluteAddress(Alert alert, String path) {
    return origin + new PortalLinks(language(alert)).page(path);
  }
}
