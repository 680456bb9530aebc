package org.mingzhang.web.viewer;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.mingzhang.archive.Archive;
import org.mingzhang.archive.ArchivedDisclosure;
import org.mingzhang.web.address.BadAddressException;
import org.mingzhang.web.address.NotFoundException;
import org.mingzhang.web.address.Parameters;
import org.mingzhang.web.http.Pages;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.lookup.DocumentLookup;
import org.mingzhang.web.source.PlacePictures;
import org.mingzhang.web.source.PlacePictures.Place;
import org.mingzhang.web.source.PortalSources;

/**
 * Places of originals as pictures, the words marked: {@code /d/DOCUMENT/place.png?quote=&page=&v=}
 * and for documents that hold several. Only a PDF that is kept as such can be drawn.
 */
public final class PlaceImages {
  private static final int LONGEST = 2_000;

  private final Archive archive;
  private final PlacePictures pictures;
  private final DocumentLookup documents;

  /** Draws what is in an archive. */
  public PlaceImages(Pages pages, PortalSources sources) {
    this.archive = sources.archive();
    this.pictures = sources.pictures();
    this.documents = pages.documents();
  }

  /** The place of words of a document; empty where it cannot be drawn. */
  public Optional<Place> place(ArchivedDisclosure document, int page, String words) {
    boolean pdf = DocumentDescription.of(document).pdf();
    return words.isBlank() || words.length() > LONGEST || !pdf
        ? Optional.empty()
        : archive
            .original(document.version())
            .filter(original -> !original.container())
            .map(original -> new Place(original.file(), Math.max(1, page), words));
  }

  /** The pictures of places, in their order. */
  public List<Optional<byte[]>> draw(List<Optional<Place>> places) {
    List<Place> wanted = places.stream().flatMap(Optional::stream).distinct().toList();
    List<Optional<byte[]>> drawn = wanted.isEmpty() ? List.of() : pictures.draw(wanted);
    return places.stream()
        .map(place -> place.flatMap(wantedPlace -> drawn.get(wanted.indexOf(wantedPlace))))
        .toList();
  }

  /**
   * One picture.
   *
   * @throws NotFoundException where the words are not on the page, or it cannot be drawn
   */
  public void show(Context ctx) {
    Parameters parameters = Pages.parameters(ctx);
    String quote = parameters.text("quote", "");
    if (quote.isBlank() || quote.length() > LONGEST) {
      throw new BadAddressException("quote", quote.length() + " characters", "1 – " + LONGEST);
    }
    ArchivedDisclosure document =
        documents.document(ctx.pathParam("document"), parameters.text("v"));
    int page = parameters.number("page", 1, 1_000_000);
    byte[] png =
        draw(List.of(place(document, page, quote)))
            .getFirst()
            .orElseThrow(() -> new NotFoundException("picture of a place", ""));
    ctx.header("Cache-Control", "public, max-age=3600").contentType("image/png").result(png);
  }
}
