package org.mingzhang.web.api;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.function.Function;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.cite.Citation;

/**
 * A citation as a file, {@code …/cite?format=gbt|apa|bibtex|ris|csl}; by default {@code gbt}, GB/T
 * 7714.
 */
public final class CitationApi implements Handler {
  /** File formats of a citation. */
  enum Format {
    GBT("text/plain; charset=utf-8", "txt"),
    APA("text/plain; charset=utf-8", "txt"),
    BIBTEX("application/x-bibtex; charset=utf-8", "bib"),
    RIS("application/x-research-info-systems; charset=utf-8", "ris"),
    CSL("application/vnd.citationstyles.csl+json; charset=utf-8", "json");

    private final String mediaType;
    private final String extension;

    Format(String mediaType, String extension) {
      this.mediaType = mediaType;
      this.extension = extension;
    }

    private String write(Citation citation) {
      return switch (this) {
        case GBT -> citation.gbt7714();
        case APA -> citation.apa();
        case BIBTEX -> citation.toBibtex();
        case RIS -> citation.toRis();
        case CSL -> citation.toCslJson();
      };
    }
  }

  private final Function<Context, Citation> citation;

  /**
   * Creates an instance that writes citations.
   *
   * @param citation returns the citation for the address of a request
   */
  public CitationApi(Function<Context, Citation> citation) {
    this.citation = citation;
  }

  @Override
  public void handle(Context ctx) {
    Format format = RequestParameters.of(ctx).enumConstant("format", Format.GBT);
    Citation cited = citation.apply(ctx);
    ctx.header(
        "Content-Disposition",
        "attachment; filename=\""
            + cited.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-")
            + "."
            + format.extension
            + "\"");
    ctx.contentType(format.mediaType).result(format.write(cited));
  }
}
