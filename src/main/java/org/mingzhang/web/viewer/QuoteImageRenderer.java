package org.mingzhang.web.viewer;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.address.BadParameterException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.RequestParameters;
import org.mingzhang.web.http.PageRenderer;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.PortalServices;
import org.mingzhang.web.source.QuoteRenderer;
import org.mingzhang.web.source.QuoteRenderer.Passage;

/**
 * Renders the passage of an original that contains a quotation as a PNG with the quotation
 * highlighted: {@code /d/DOCUMENT/place.png?quote=&page=&v=}, and several passages at once for
 * dossiers. Only PDF originals can be rendered, and only if they are not inside an archive file
 * such as ZIP.
 */
public final class QuoteImageRenderer {
  private static final int MAX_QUOTE_LENGTH = 2_000;

  private final Archive archive;
  private final QuoteRenderer quoteRenderer;
  private final DocumentLookup documents;

  /** Creates a renderer for the originals of an archive. */
  public QuoteImageRenderer(PageRenderer pages, PortalServices services) {
    this.archive = services.archive();
    this.quoteRenderer = services.quoteRenderer();
    this.documents = pages.documents();
  }

  /**
   * Describes the passage with a quotation, without looking for it in the original. Empty if the
   * quotation is blank or longer than {@link #MAX_QUOTE_LENGTH} characters, or if the archive does
   * not have the original as a PDF file of its own.
   *
   * @param page 1-based page; values below 1 mean the first page
   */
  public Optional<Passage> findPassage(ArchivedDisclosure document, int page, String quote) {
    boolean pdf = DocumentDescription.of(document).isPdf();
    return quote.isBlank() || quote.length() > MAX_QUOTE_LENGTH || !pdf
        ? Optional.empty()
        : archive
            .findOriginal(document.version())
            .filter(original -> !original.isContainer())
            .map(original -> new Passage(original.file(), Math.max(1, page), quote));
  }

  /**
   * Renders passages, equal ones once.
   *
   * @return an image for each passage, in their order; empty if the passage is empty or cannot be
   *     rendered
   */
  public List<Optional<byte[]>> render(List<Optional<Passage>> passages) {
    List<Passage> wanted = passages.stream().flatMap(Optional::stream).distinct().toList();
    List<Optional<byte[]>> drawn = wanted.isEmpty() ? List.of() : quoteRenderer.render(wanted);
    return passages.stream()
        .map(place -> place.flatMap(drawable -> drawn.get(wanted.indexOf(drawable))))
        .toList();
  }

  /**
   * Sends the image of one passage.
   *
   * @throws BadParameterException if the quotation is blank or too long
   * @throws NotFoundException if there is no such document or version, the words are not on the
   *     page, or the page cannot be drawn
   */
  public void sendImage(Context ctx) {
    RequestParameters parameters = PageRenderer.parameters(ctx);
    String quote = parameters.text("quote", "");
    if (quote.isBlank() || quote.length() > MAX_QUOTE_LENGTH) {
      throw new BadParameterException(
          "quote", quote.length() + " characters", "1 – " + MAX_QUOTE_LENGTH);
    }
    ArchivedDisclosure document =
        documents.findDocument(ctx.pathParam("document"), parameters.text("v"));
    int page = parameters.positiveInt("page", 1, 1_000_000);
    byte[] png =
        render(List.of(findPassage(document, page, quote)))
            .getFirst()
            .orElseThrow(() -> new NotFoundException("picture of a place", ""));
    ctx.header("Cache-Control", "public, max-age=3600").contentType("image/png").result(png);
  }
}
