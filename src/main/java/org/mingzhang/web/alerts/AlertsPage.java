package org.mingzhang.web.alerts;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.mingzhang.archive.Alert;
import org.mingzhang.archive.AlertStore;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.address.SearchUrl;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalServices;

/**
 * Pages of alerts: {@code /alerts?search=…} requests one, {@code /alerts/confirm/TOKEN} and {@code
 * /alerts/end/TOKEN} confirm and end one. Opening a linked page changes nothing, because mail
 * programs open links before readers do. Only the button on the page and one-click unsubscription
 * (RFC 8058) have an effect. The answers do not reveal whether an address has alerts.
 */
public final class AlertsPage {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");

  private static final int MAX_ADDRESS_LENGTH = 254;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int BAD_REQUEST = 400;

  private final PageRenderer pages;
  private final PortalServices services;
  private final AlertStore alertStore;

  /** What the page shows: a form, a request for confirmation, or an outcome. */
  private enum AlertsPageState {
    FORM,
    BAD_ADDRESS,
    BUSY,
    ASKED,
    CONFIRM,
    CONFIRMED,
    END,
    ENDED
  }

  /** Creates the pages for the alerts of the archive. */
  public AlertsPage(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
    this.alertStore = services.archive().alerts();
  }

  /** Shows the form that requests an alert for the search in the parameter {@code search}. */
  public void showForm(Context ctx) {
    show(
        ctx,
        AlertsPageState.FORM,
        SavedSearchCodec.decode(PageRenderer.parameters(ctx).text("search", "")),
        "");
  }

  /**
   * Requests an alert with the values of the submitted form. Answers 400 if the mail address is
   * invalid, and 429 if too many alerts have been requested.
   */
  public void requestAlert(Context ctx) {
    RequestParameters form = new RequestParameters(ctx.formParamMap());
    SearchUrl search = SavedSearchCodec.decode(form.text("search", ""));
    String address = form.text("address", "").strip();
    if (address.length() > MAX_ADDRESS_LENGTH || !ADDRESS.matcher(address).matches()) {
      ctx.status(BAD_REQUEST);
      show(ctx, AlertsPageState.BAD_ADDRESS, search, address);
      return;
    }
    int days = form.text("days", "7").equals("1") ? 1 : 7;
    String language = Language.of(form.text("lang")).parameter();
    AlertStore.RequestOutcome asked =
        alertStore.request(
            address.toLowerCase(Locale.ROOT),
            SavedSearchCodec.encode(search),
            language == null ? "" : language,
            days,
            services.archive().versionLog().indexedUpToPosition(),
            now());
    if (asked == AlertStore.RequestOutcome.BUSY) {
      ctx.status(TOO_MANY_REQUESTS);
      show(ctx, AlertsPageState.BUSY, search, address);
      return;
    }
    show(ctx, AlertsPageState.ASKED, search, address);
  }

  /** Shows the button that confirms an alert; if it is already confirmed, says so. */
  public void showConfirmationForm(Context ctx) {
    Alert alert = findAlertByConfirmationLink(ctx);
    boolean done = alert.state() == Alert.State.CONFIRMED;
    show(
        ctx,
        done ? AlertsPageState.CONFIRMED : AlertsPageState.CONFIRM,
        SavedSearchCodec.decode(alert.searchParameters()),
        "");
  }

  /** Confirms an alert, as the button of the page of its confirmation link requests. */
  public void confirm(Context ctx) {
    Alert alert = findAlertByConfirmationLink(ctx);
    alertStore.confirm(alert, now());
    show(ctx, AlertsPageState.CONFIRMED, SavedSearchCodec.decode(alert.searchParameters()), "");
  }

  /**
   * The alert whose confirmation link was opened; it may already be confirmed.
   *
   * @throws NotFoundException if there is none, or if the time for confirmation is over
   */
  private Alert findAlertByConfirmationLink(Context ctx) {
    return alertStore
        .findByConfirmationToken(ctx.pathParam("token"), now())
        .orElseThrow(() -> new NotFoundException("an alert to confirm", ""));
  }

  /** Shows the button that ends an alert. */
  public void showCancellationForm(Context ctx) {
    Alert alert =
        alertStore
            .findByCancellationToken(ctx.pathParam("token"))
            .orElseThrow(() -> new NotFoundException("an alert to end", ""));
    show(ctx, AlertsPageState.END, SavedSearchCodec.decode(alert.searchParameters()), "");
  }

  /**
   * Ends an alert, by the button or by one-click unsubscription. Has no effect if the alert has
   * already ended.
   */
  public void endAlert(Context ctx) {
    alertStore.findByCancellationToken(ctx.pathParam("token")).ifPresent(alertStore::delete);
    show(ctx, AlertsPageState.ENDED, SavedSearchCodec.decode(""), "");
  }

  private Instant now() {
    return services.clock().instant();
  }

  private void show(Context ctx, AlertsPageState state, SearchUrl search, String address) {
    Labels labels = pages.labels(ctx);
    ctx.header("Cache-Control", "no-store");
    ctx.header("Referrer-Policy", "no-referrer");
    Map<String, Object> model = new HashMap<>();
    model.put("shown", Labels.id(state));
    model.put("search", SavedSearchCodec.encode(search));
    model.put("words", SavedSearchCodec.describe(search, labels));
    model.put("searchAddress", pages.links(ctx).search(search));
    model.put("mailAddress", address);
    model.put("action", ctx.path());
    pages.show(
        ctx,
        "alerts/alerts",
        PageHead.withoutIndexing(labels.text("alert.title"), "/alerts"),
        model);
  }
}
