package org.mingzhang.web.dossier;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.archive.SharedDossier;
import org.mingzhang.archive.SharedDossiers;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.cite.Citation;
import org.mingzhang.web.cite.Citations;
import org.mingzhang.web.http.PageHead;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.source.PortalSources;
import org.mingzhang.web.viewer.PlaceImages;

/**
 * A reader's dossier: {@code GET /dossier} is the page, which the browser fills with what it keeps;
 * {@code POST /dossier} shows what is sent, from the browser or as a file, beside its sources; and
 * {@code POST /dossier/file?format=docx|html|json|bibtex|ris|csl} makes a document of it. Nothing
 * that is sent is kept.
 */
public final class DossierPage implements Handler {
  private static final int LARGEST = 2_000_000;
  private static final List<String> FORMATS =
      List.of("docx", "html", "json", "bibtex", "ris", "csl");

  /** Forms of a dossier. */
  private enum Format {
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    HTML("text/html; charset=utf-8", "html"),
    JSON("application/json; charset=utf-8", "json"),
    BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
    RIS("application/x-research-info-systems; charset=utf-8", "ris"),
    CSL("application/vnd.citationstyles.csl+json; charset=utf-8", "csl.json");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
      this.mediaType = mediaType;
      this.ending = ending;
    }
  }

  private final Pages pages;
  private final boolean sharing;
  private final Citations citations;
  private final PlaceImages images;
  private final SharedDossiers dossiers;

  /**
   * Cites what is in the archive.
   *
   * @param sharing whether an administrator may share dossiers
   */
  public DossierPage(Pages pages, PortalSources sources, boolean sharing) {
    this.sharing = sharing;
    this.pages = pages;
    this.citations = new Citations(pages, sources);
    this.images = new PlaceImages(pages, sources);
    this.dossiers = sources.archive().dossiers();
  }

  @Override
  public void handle(Context ctx) throws IOException {
    String sent = sent(ctx);
    Labels labels = pages.labels(ctx);
    Map<String, Object> model = new HashMap<>();
    DossierSources sources = sources(ctx);
    Dossier dossier = read(sent, sources);
    model.put("dossier", dossier);
    model.put("view", DossierView.of(dossier, sources, labels));
    model.put("json", sent == null ? "" : DossierFile.write(dossier));
    model.put("formats", FORMATS);
    model.put("sharing", sharing);
    pages.show(
        ctx, "dossier/dossier", PageHead.unlisted(labels.text("dossier.title"), "/dossier"), model);
  }

  private static @Nullable String sent(Context ctx) throws IOException {
    if (ctx.isMultipartFormData()) {
      for (UploadedFile file : ctx.uploadedFiles("file")) {
        try (InputStream in = file.content()) {
          String text = new String(in.readNBytes(LARGEST), StandardCharsets.UTF_8);
          return text.startsWith("\uFEFF") ? text.substring(1) : text;
        }
      }
    }
    return new Parameters(ctx.formParamMap()).text("dossier");
  }

  private DossierSources sources(Context ctx) {
    return new DossierSources(pages.documents(), citations, pages.origin(ctx), pages.links(ctx));
  }

  private static Dossier read(@Nullable String sent, DossierSources sources) {
    return sent == null ? new Dossier("", List.of()) : sources.pinned(DossierFile.read(sent));
  }

  /** A dossier that an administrator shares, to be read. */
  public void shared(Context ctx) {
    String id = ctx.pathParam("id");
    SharedDossier shared =
        dossiers.of(id).orElseThrow(() -> new NotFoundException("shared dossier " + id, ""));
    DossierSources sources = sources(ctx);
    Dossier dossier = sources.pinned(DossierFile.read(shared.json()));
    Labels labels = pages.labels(ctx);
    DossierView view = DossierView.of(dossier, sources, labels);
    Map<String, Object> model = new HashMap<>();
    model.put("view", view);
    model.put("json", DossierFile.write(dossier));
    model.put("formats", FORMATS);
    model.put("shared", LocalDate.ofInstant(shared.shared(), ZoneOffset.UTC).toString());
    pages.show(
        ctx,
        "dossier/dossier-shared",
        PageHead.unlisted(view.title(), "/dossier/shared/" + id),
        model);
  }

  /** A dossier as a document or a file of citations. */
  public void file(Context ctx) throws IOException {
    Parameters form = new Parameters(ctx.formParamMap());
    Format format = form.constant("format", Format.JSON);
    DossierSources sources = sources(ctx);
    Dossier dossier = read(sent(ctx), sources);
    DossierView view = DossierView.of(dossier, sources, pages.labels(ctx));
    ctx.contentType(format.mediaType)
        .header("Content-Disposition", "attachment; filename=\"dossier." + format.ending + "\"");
    switch (format) {
      case DOCX ->
          DossierDocx.write(
              view,
              DossierPictures.of(view, images, pages.labels(ctx)),
              pages.labels(ctx),
              ctx.outputStream());
      case HTML -> ctx.result(html(ctx, view));
      case JSON -> ctx.result(DossierFile.write(dossier));
      case BIBTEX -> ctx.result(joined(view, Citation::bibtex));
      case RIS -> ctx.result(joined(view, Citation::ris));
      case CSL -> ctx.result(Citation.csl(view.citations()));
    }
  }

  private static String joined(
      DossierView view, java.util.function.Function<Citation, String> form) {
    return view.citations().stream().map(form).collect(Collectors.joining("\n"));
  }

  private String html(Context ctx, DossierView view) {
    return pages.renderStandalone(
        "dossier/dossier-file",
        Pages.language(ctx),
        Map.of(
            "view",
            view,
            "pictures",
            DossierPictures.of(view, images, pages.labels(ctx)),
            "origin",
            pages.origin(ctx),
            "labels",
            pages.labels(ctx)));
  }
}
