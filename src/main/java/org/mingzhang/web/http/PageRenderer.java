package org.mingzhang.web.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.mingzhang.model.SearchScope;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.Language;
import org.mingzhang.web.address.ParameterFault;
import org.mingzhang.web.address.PortalBaseUrl;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.address.QueryString;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.privacy.PersonalDataMasker;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.render.Messages;
import org.mingzhang.web.render.StaticFiles;
import org.mingzhang.web.render.Templates;
import org.mingzhang.web.source.IndexingStatus;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.PortalSettings;

/**
 * Renders pages: fills a template with the model of a handler and with the values that every page
 * needs (language, links, style sheets, search box, footer). Thread-safe.
 */
public final class PageRenderer {
  /** The media type of pages. */
  static final String HTML = "text/html";

  private static final String FAULTS_ATTRIBUTE = ParameterFault.class.getName();

  private final Templates templates;
  private final Messages messages;
  private final StaticFiles files;
  private final PortalServices services;
  private final PortalBaseUrl baseUrl;
  private final boolean alertsEnabled;
  private final boolean reloadsTemplates;
  private final DocumentLookup documents;

  /** Creates the renderer that all handlers share. */
  public PageRenderer(
      Templates templates,
      Messages messages,
      StaticFiles files,
      PortalServices services,
      PortalSettings settings) {
    this.templates = templates;
    this.messages = messages;
    this.files = files;
    this.services = services;
    this.alertsEnabled = settings.mailSender() != null;
    this.reloadsTemplates = settings.checkout() != null;
    this.baseUrl = new PortalBaseUrl(settings.publicUrl(), settings.hosts());
    this.documents =
        new DocumentLookup(services.archive(), new PersonalDataMasker(settings.masksPhones()));
  }

  /** The documents of the archive, with personal data masked. */
  public DocumentLookup documents() {
    return documents;
  }

  /** The language that a request asks for; simplified Chinese if it asks for none. */
  public static Language language(Context ctx) {
    return Language.of(ctx.queryParam("lang"));
  }

  /** Parameters in the query string of a request, without the fields of a submitted form. */
  public static RequestParameters parameters(Context ctx) {
    return RequestParameters.of(ctx);
  }

  /** Has the page of a request say what is wrong with parameters that are left out. */
  public static void reportFaults(Context ctx, List<ParameterFault> faults) {
    ctx.attribute(FAULTS_ATTRIBUTE, faults);
  }

  private static List<ParameterFault> parameterFaults(Context ctx) {
    List<ParameterFault> faults = ctx.attribute(FAULTS_ATTRIBUTE);
    return faults == null ? List.of() : faults;
  }

  /** Links in the language of a request. */
  public PortalLinks links(Context ctx) {
    return new PortalLinks(language(ctx));
  }

  /** The labels in the language of a request. */
  public Labels labels(Context ctx) {
    return labels(language(ctx));
  }

  /** Creates the labels of pages in a language. */
  public Labels labels(Language language) {
    return new Labels(messages, language);
  }

  /** Sets {@code Last-Modified}. */
  public static void setLastModified(Context ctx, Instant time) {
    ctx.header(
        "Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atZone(ZoneOffset.UTC)));
  }

  /** Address of the portal as readers see it, without a closing slash; empty if unknown. */
  public String origin(Context ctx) {
    return baseUrl.resolveOrigin(ctx);
  }

  /** The public address of the portal, with the names under which requests are accepted. */
  public PortalBaseUrl baseUrl() {
    return baseUrl;
  }

  /** Whether readers can subscribe to searches by mail. */
  public boolean alertsEnabled() {
    return alertsEnabled;
  }

  /** Whether templates and messages are reloaded when they change. */
  public boolean reloadsTemplates() {
    return reloadsTemplates;
  }

  /** The current day in the time zone of China, by the portal's clock. */
  public LocalDate today() {
    return ChinaTime.today(services.clock());
  }

  /**
   * Answers with a page and, except to POST, an ETag of its content. The status is not changed.
   *
   * @param template folder and name of the template, such as {@code results/results}
   * @param model variables of the template, which override the variables that every page has
   */
  public void show(Context ctx, String template, PageHead head, Map<String, ?> model) {
    byte[] html =
        templates.render(template, language(ctx), buildFrameModel(ctx, template, head, model));
    if (!ctx.method().equals(HandlerType.POST)) {
      ctx.header("ETag", computeEtag(html));
    }
    ctx.contentType(HTML).result(html);
  }

  /**
   * Computes the ETag of a page. Javalin's own implementation reads the page byte by byte, which
   * takes longer than compressing it.
   */
  private static String computeEtag(byte[] html) {
    CRC32C crc = new CRC32C();
    crc.update(html);
    return "\"" + Long.toHexString(crc.getValue()) + "-" + Arrays.hashCode(html) + "\"";
  }

  /**
   * Sets the entity tag of a file that depends only on its address, the day and the state of the
   * index. No tag is set while files are being indexed.
   *
   * @return whether the client has the file, so that 304 was set as the status
   */
  public boolean isUnchanged(Context ctx) {
    if (!ctx.method().equals(HandlerType.GET) || services.indexing().get().isRunning()) {
      return false;
    }
    String state = services.search().generation() + " " + files.fingerprint() + " " + today() + " ";
    byte[] key = (state + origin(ctx) + ctx.fullUrl()).getBytes(StandardCharsets.UTF_8);
    String tag = "W/" + computeEtag(key);
    ctx.header("ETag", tag);
    if (!tag.equals(ctx.header("If-None-Match"))) {
      return false;
    }
    ctx.status(HttpStatus.NOT_MODIFIED);
    return true;
  }

  /**
   * Renders a template without the common frame and without a request. Apart from the model, it has
   * the variables {@code lang}, {@code links} and {@code assets} only.
   */
  public String renderStandalone(String template, Language language, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("lang", language);
    all.put("links", new PortalLinks(language));
    all.put("assets", files.base());
    return new String(templates.render(template, language, all), StandardCharsets.UTF_8);
  }

  private Map<String, Object> buildFrameModel(
      Context ctx, String template, PageHead head, Map<String, ?> model) {
    Map<String, Object> all = new HashMap<>();
    IndexingStatus indexing = services.indexing().get();
    all.put("lang", language(ctx));
    all.put("links", links(ctx));
    all.put("labels", labels(ctx));
    all.put("assets", files.base());
    all.put("head", head);
    all.put("origin", origin(ctx));
    all.put("path", ctx.path());
    all.put("indexing", indexing);
    all.put("faults", services.health().faults());
    all.put("parameterFaults", parameterFaults(ctx));
    all.put("languages", languageChoices(ctx, head));
    all.put(
        "canonical",
        new PortalLinks(language(ctx).indexedLanguage()).page(head.canonicalAddress()));
    all.put("original", addressInLanguage(ctx, Language.TRADITIONAL));
    all.put("converted", addressInLanguage(ctx, Language.TRADITIONAL_THROUGHOUT));
    all.put("query", parameters(ctx).text("q", ""));
    all.put("template", template.substring(template.lastIndexOf('/') + 1));
    all.put("scope", SearchScope.SECTIONS);
    all.putAll(model);
    return all;
  }

  /**
   * A language that the reader can choose.
   *
   * @param language the language
   * @param address address of the same state of the page in that language
   * @param canonicalAddress canonical address of the page in that language, for search engines
   * @param isCurrent whether it is the language of the page
   */
  public record LanguageChoice(
      Language language, String address, String canonicalAddress, boolean isCurrent) {}

  private static List<LanguageChoice> languageChoices(Context ctx, PageHead head) {
    return Language.offeredLanguages().stream()
        .map(
            l ->
                new LanguageChoice(
                    l,
                    addressInLanguage(ctx, l),
                    new PortalLinks(l).page(head.canonicalAddress()),
                    l == language(ctx).indexedLanguage()))
        .toList();
  }

  /** The requested address in another language. */
  private static String addressInLanguage(Context ctx, Language language) {
    QueryString query = new QueryString();
    for (Map.Entry<String, List<String>> parameter : parameters(ctx).values().entrySet()) {
      if (!parameter.getKey().equals("lang")) {
        parameter.getValue().forEach(v -> query.add(parameter.getKey(), v));
      }
    }
    return new PortalLinks(language).page(query.appendTo(ctx.path()));
  }
}
