package org.mingzhang.web.section;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.highlight.FactHighlighter;
import org.mingzhang.web.highlight.MatchHighlighter;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.PortalServices;

/**
 * A section for embedding in pages of other sites: {@code /embed/d/DOCUMENT/SECTION}, and its
 * oEmbed description.
 */
public final class EmbedPage implements Handler {
  private static final Pattern SECTION =
      Pattern.compile("https?://[^/]+/d/([\\w.%-]+)/([\\w.%-]+)(?:[?#].*)?");

  private final PageRenderer pages;
  private final PortalServices services;
  private final DocumentLookup lookup;
  private final CitationBuilder citationBuilder;

  /** Creates an instance that shows sections of the archive. */
  public EmbedPage(PageRenderer pages, PortalServices services) {
    this.pages = pages;
    this.services = services;
    this.lookup = pages.documents();
    this.citationBuilder = new CitationBuilder(pages, services);
  }

  @Override
  public void handle(Context ctx) {
    DocumentLookup.Resolution.FoundSection shown =
        findSection(
            ctx.pathParam("document"),
            ctx.pathParam("section"),
            PageRenderer.parameters(ctx).text("v"));
    Map<String, Object> model = new HashMap<>();
    model.put("section", shown.section());
    model.put("facts", DocumentDescription.of(shown.document()));
    model.put(
        "body",
        SectionBody.build(
            shown.document().disclosure(),
            shown.section(),
            new MatchHighlighter(services.search(), ""),
            List.of(),
            FactHighlighter.none()));
    model.put("permalink", citationBuilder.permalink(ctx, shown));
    pages.show(
        ctx,
        "section/embed",
        PageHead.withoutIndexing(
            shown.section().heading(), "/d/" + shown.document().id() + "/" + shown.slug()),
        model);
  }

  private DocumentLookup.Resolution.FoundSection findSection(
      String id, String slug, @Nullable String version) {
    return switch (lookup.findSection(id, slug, version)) {
      case DocumentLookup.Resolution.FoundSection shown -> shown;
      case DocumentLookup.Resolution.MovedSection to ->
          findSection(to.documentId(), to.slug(), null);
    };
  }

  /**
   * Sends the oEmbed description, {@code /oembed?url=…}. The host of the URL is not checked.
   *
   * @throws BadParameterException if the URL is not the address of a section
   */
  public void sendOembed(Context ctx) {
    String address = PageRenderer.parameters(ctx).text("url", "");
    Matcher matcher = SECTION.matcher(address);
    if (!matcher.matches()) {
      throw new BadParameterException("url", address, pages.origin(ctx) + "/d/DOCUMENT/SECTION");
    }
    DocumentLookup.Resolution.FoundSection shown =
        findSection(matcher.group(1), matcher.group(2), null);
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("version", "1.0");
    answer.put("type", "rich");
    answer.put("provider_name", pages.labels(ctx).text("site.name"));
    answer.put("provider_url", pages.origin(ctx));
    answer.put("title", shown.section().heading());
    answer.put("width", 640);
    answer.put("height", 420);
    answer.put("html", EmbedCode.build(pages.origin(ctx), shown));
    ctx.json(answer);
  }
}
