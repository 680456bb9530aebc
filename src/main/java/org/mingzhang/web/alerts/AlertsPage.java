package org.mingzhang.web.alerts;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertBook;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.address.SearchAddress;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalSources;

/**
 * {@code /alerts?search=…}: asks for an alert; {@code /alerts/confirm/TOKEN} and {@code
 * /alerts/end/TOKEN}: confirm and end one. What a mail links to only asks, for mail programs look
 * at links before readers do; the button on it, and the one click of a mail program (RFC 8058),
 * act. Whether an address has alerts already is told to nobody.
 */
public final class AlertsPage {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  private static final int LONGEST_ADDRESS = 254;
  private static final int TOO_MANY = 429;
  private static final int BAD = 400;

  private final Pages pages;
  private final PortalSources sources;
  private final AlertBook book;

  /** What the page says. */
  private enum Shown {
    FORM,
    BAD_ADDRESS,
    BUSY,
    ASKED,
    CONFIRM,
    CONFIRMED,
    END,
    ENDED
  }

  /** Alerts of the archive. */
  public AlertsPage(Pages pages, PortalSources sources) {
    this.pages = pages;
    this.sources = sources;
    this.book = sources.archive().alerts();
  }

  /** The form for a search. */
  public void form(Context ctx) {
    show(ctx, Shown.FORM, SavedSearch.decode(Pages.parameters(ctx).text("search", "")), "");
  }

  /** Takes the form. */
  public void ask(Context ctx) {
    Parameters form = new Parameters(ctx.formParamMap());
    SearchAddress search = SavedSearch.decode(form.text("search", ""));
    String address = form.text("address", "").strip();
    if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
      ctx.status(BAD);
      show(ctx, Shown.BAD_ADDRESS, search, address);
      return;
    }
    int days = form.text("days", "7").equals("1") ? 1 : 7;
    String language = Language.of(form.text("lang")).parameter();
    AlertBook.Asked asked =
        book.ask(
            address.toLowerCase(Locale.ROOT),
            SavedSearch.encode(search),
            language == null ? "" : language,
            days,
            sources.archive().arrivals().indexedUpTo(),
            now());
    if (asked == AlertBook.Asked.BUSY) {
      ctx.status(TOO_MANY);
      show(ctx, Shown.BUSY, search, address);
      return;
    }
    show(ctx, Shown.ASKED, search, address);
  }

  /** Asks whether an alert is to be confirmed. */
  public void confirm(Context ctx) {
    Alert alert = toConfirm(ctx);
    boolean done = alert.state() == Alert.State.CONFIRMED;
    show(ctx, done ? Shown.CONFIRMED : Shown.CONFIRM, SavedSearch.decode(alert.search()), "");
  }

  /** Confirms it. */
  public void confirmed(Context ctx) {
    Alert alert = toConfirm(ctx);
    book.confirm(alert, now());
    show(ctx, Shown.CONFIRMED, SavedSearch.decode(alert.search()), "");
  }

  private Alert toConfirm(Context ctx) {
    return book.toConfirm(ctx.pathParam("token"), now())
        .orElseThrow(() -> new NotFoundException("an alert to confirm", ""));
  }

  /** Asks whether an alert is to be ended. */
  public void end(Context ctx) {
    Alert alert =
        book.toEnd(ctx.pathParam("token"))
            .orElseThrow(() -> new NotFoundException("an alert to end", ""));
    show(ctx, Shown.END, SavedSearch.decode(alert.search()), "");
  }

  /** Ends it, by the button or by one click of a mail program; a second time does no harm. */
  public void ended(Context ctx) {
    book.toEnd(ctx.pathParam("token")).ifPresent(book::end);
    show(ctx, Shown.ENDED, SavedSearch.decode(""), "");
  }

  private Instant now() {
    return sources.clock().instant();
  }

  private void show(Context ctx, Shown shown, SearchAddress search, String address) {
    Labels labels = pages.labels(ctx);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Referrer-Policy", "no-referrer");
    Map<String, Object> model = new HashMap<>();
    model.put("shown", Labels.id(shown));
    model.put("search", SavedSearch.encode(search));
    model.put("words", SavedSearch.words(search, labels));
    model.put("searchAddress", pages.links(ctx).search(search));
    model.put("mailAddress", address);
    model.put("action", ctx.path());
    pages.show(
        ctx, "alerts/alerts", PageHead.unlisted(labels.text("alert.title"), "/alerts"), model);
  }
}
