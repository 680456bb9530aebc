package org.mingzhang.web.dossier;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SharedDossierTable;
import org.mingzhang.text.ChinaTime;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.cite.CitationBuilder;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.viewer.QuoteImageRenderer;

/**
 * Pages of a reader's dossier. {@code GET /dossier} is the page, which a script fills with the
 * entries stored in the browser; {@code POST /dossier} shows the submitted dossier with its
 * sources; {@code POST /dossier/file?format=docx|html|json|bibtex|ris|csl} converts it to a file.
 * Submitted dossiers are not stored.
 */
public final class DossierPage implements Handler {
  private static final int MAX_BYTES = 3 * DossierFileCodec.MAX_FILE_LENGTH;
  private static final List<String> FORMATS =
      List.of("docx", "html", "json", "bibtex", "ris", "csl");

  /** File formats with their media types and file name extensions. */
  private enum Format {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    HTML("text/html; charset=utf-8", "html"),
    JSON("application/json; charset=utf-8", "json"),
    BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
    RIS("application/x-research-info-systems; charset=utf-8", "ris"),
    CSL("application/vnd.citationstyles.csl+json; charset=utf-8", "csl.json");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
      this.mediaType = mediaType;
      this.extension = extension;
    }
  }

  private final PageRenderer pages;
  private final boolean sharingEnabled;
  private final CitationBuilder citationBuilder;
  private final QuoteImageRenderer quoteRenderer;
  private final SharedDossierTable dossiers;

  /**
   * Creates pages for dossiers that cite documents of an archive.
   *
   * @param sharingEnabled whether administrators can share dossiers
   */
  public DossierPage(PageRenderer pages, PortalServices services, boolean sharingEnabled) {
    this.sharingEnabled = sharingEnabled;
    this.pages = pages;
    this.citationBuilder = new CitationBuilder(pages, services);
    this.quoteRenderer = new QuoteImageRenderer(pages, services);
    this.dossiers = services.archive().dossiers();
  }

  @Override
  public void handle(Context ctx) throws IOException {
    String sent = readSentJson(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    DossierResolver resolver = createResolver(ctx);
    Dossier dossier = readPinningVersions(sent, resolver);
    model.put("dossier", dossier);
    model.put("view", DossierView.resolve(dossier, resolver, labels));
    model.put("json", sent == null ? "" : DossierFileCodec.write(dossier));
    model.put("formats", FORMATS);
    model.put("sharing", sharingEnabled);
    pages.show(
        ctx,
        "dossier/dossier",
        PageHead.withoutIndexing(labels.text("dossier.title"), "/dossier"),
        model);
  }

  private static @Nullable String readSentJson(Context ctx) throws IOException {
    if (ctx.isMultipartFormData()) {
      for (UploadedFile file : ctx.uploadedFiles("file")) {
        try (InputStream in = file.content()) {
          String text = new String(in.readNBytes(MAX_BYTES + 1), StandardCharsets.UTF_8);
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
      }
    }
    return new RequestParameters(ctx.formParamMap()).text("dossier");
  }

  private DossierResolver createResolver(Context ctx) {
    return new DossierResolver(
        pages.documents(), citationBuilder, pages.origin(ctx), pages.links(ctx), pages.labels(ctx));
  }

  private static Dossier readPinningVersions(
      @Nullable String dossierJson, DossierResolver resolver) {
    return dossierJson == null
        ? new Dossier("", List.of())
        : resolver.withPinnedVersions(DossierFileCodec.read(dossierJson));
  }

  /**
   * Shows a shared dossier.
   *
   * @throws NotFoundException if it does not exist
   */
  public void showShared(Context ctx) {
    String id = ctx.pathParam("id");
    SharedDossier shared =
        dossiers.find(id).orElseThrow(() -> new NotFoundException("shared dossier " + id, ""));
    DossierResolver resolver = createResolver(ctx);
    Dossier dossier = resolver.withPinnedVersions(DossierFileCodec.read(shared.json()));
    Labels labels = pages.labels(ctx);
    DossierView view = DossierView.resolve(dossier, resolver, labels);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("json", DossierFileCodec.write(dossier));
    model.put("formats", FORMATS);
    model.put("shared", ChinaTime.toDate(shared.shared()).toString());
    pages.show(
        ctx,
        "dossier/dossier-shared",
        PageHead.withoutIndexing(view.title(), "/dossier/shared/" + id),
        model);
  }

  /**
   * Sends the submitted dossier as an attachment: a document, a file of citations, or, by default,
   * its JSON form.
   */
  public void sendFile(Context ctx) throws IOException {
    RequestParameters form = new RequestParameters(ctx.formParamMap());
    Format format = form.enumConstant("format", Format.JSON);
    DossierResolver resolver = createResolver(ctx);
    Dossier dossier = readPinningVersions(readSentJson(ctx), resolver);
    DossierView view = DossierView.resolve(dossier, resolver, pages.labels(ctx));
    ctx.contentType(format.mediaType)
        .header("Content-Disposition", "attachment; filename=\"dossier." + format.extension + "\"");
    switch (format) {
      case DOCX ->
          DossierDocxWriter.write(
              view,
              DossierPictures.render(view, quoteRenderer, pages.labels(ctx)),
              pages.labels(ctx),
              ctx.outputStream());
      case HTML -> ctx.result(renderHtml(ctx, view));
      case JSON -> ctx.result(DossierFileCodec.write(dossier));
      case BIBTEX -> ctx.result(joinCitations(view, Citation::toBibtex));
      case RIS -> ctx.result(joinCitations(view, Citation::toRis));
      case CSL -> ctx.result(Citation.toCslJson(view.citations()));
    }
  }

  private static String joinCitations(DossierView view, Function<Citation, String> formatter) {
    return view.citations().stream().map(formatter).collect(Collectors.joining("\n"));
  }

  private String renderHtml(Context ctx, DossierView view) {
    return pages.renderStandalone(
        "dossier/dossier-file",
        PageRenderer.language(ctx),
        Map.of(
            "view",
            view,
            "pictures",
            DossierPictures.render(view, quoteRenderer, pages.labels(ctx)),
            "origin",
            pages.origin(ctx),
            "labels",
            pages.labels(ctx)));
  }
}
