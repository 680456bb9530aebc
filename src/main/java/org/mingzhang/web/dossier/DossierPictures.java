package org.mingzhang.web.dossier;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.lookup.DocumentDescription;
import org.mingzhang.web.render.Labels;
import org.mingzhang.web.results.EditionView;
import org.mingzhang.web.source.QuoteRenderer.Passage;
import org.mingzhang.web.viewer.QuoteImageRenderer;

/**
 * Pictures of the places that the entries of a dossier cite.
 *
 * @param pictures PNG of each entry in order, or empty
 * @param missingPictureMessages for each entry, a message saying why it has no picture, or empty
 */
public record DossierPictures(
    List<Optional<byte[]>> pictures, List<String> missingPictureMessages) {
  /** Offset of the width in a PNG file (ISO/IEC 15948, 11.2.2); the height follows it. */
  private static final int WIDTH_OFFSET = 16;

  private static final int HEIGHT_OFFSET = 20;

  /** Maximum number of entries of a dossier with pictures. Larger dossiers have no pictures. */
  private static final int MAX_ENTRIES = 100;

  /** Renders the pictures of all entries, unless there are more than {@link #MAX_ENTRIES}. */
  static DossierPictures render(DossierView view, QuoteImageRenderer quoteRenderer, Labels labels) {
    List<Optional<byte[]>> pictures =
        quoteRenderer.render(
            view.entries().stream()
                .map(ResolvedEntry::citedPassage)
                .map(
                    printed ->
                        view.entries().size() > MAX_ENTRIES || printed == null
                            ? Optional.<Passage>empty()
                            : quoteRenderer.findPassage(
                                printed.document(), printed.page(), printed.words()))
                .toList());
    return new DossierPictures(
        pictures,
        IntStream.range(0, pictures.size())
            .mapToObj(
                i ->
                    pictures.get(i).isPresent()
                        ? ""
                        : missingReason(view.entries().get(i).citedPassage(), labels))
            .toList());
  }

  private static String missingReason(@Nullable CitedPassage passage, Labels labels) {
    if (passage == null || passage.words().isBlank()) {
      return "";
    }
    DocumentDescription source = DocumentDescription.of(passage.document());
    String format = EditionView.format(source.mediaType(), labels);
    return source.isPdf()
        ? labels.text("dossier.picture.none")
        : labels.text("dossier.picture.format", format);
  }

  /** The picture of an entry as a data URI, or empty. */
  public String address(int index) {
    return pictures
        .get(index)
        .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
        .orElse("");
  }

  /** Ratio of height to width of a PNG. */
  static double aspectRatio(byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    return (double) header.getInt(HEIGHT_OFFSET) / header.getInt(WIDTH_OFFSET);
  }
}
