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
import org.mingzhang.web.source.PlacePictures.Place;
import org.mingzhang.web.viewer.PlaceImages;

/**
 * The pictures of a dossier's places.
 *
 * @param pictures of each entry in order, empty where there is none
 * @param lacking why an entry has none, in words; empty where it has one or needs none
 */
public record DossierPictures(List<Optional<byte[]>> pictures, List<String> lacking) {
  /** Where the width and height of a PNG stand (ISO/IEC 15948, 11.2.2). */
  private static final int WIDTH_AT = 16;

  private static final int HEIGHT_AT = 20;

  /** Places of one dossier that are drawn. */
  private static final int MOST = 100;

  static DossierPictures of(DossierView view, PlaceImages images, Labels labels) {
    List<Optional<byte[]>> pictures =
        images.draw(
            view.entries().stream()
                .map(SourcedEntry::printed)
                .map(
                    printed ->
                        view.entries().size() > MOST || printed == null
                            ? Optional.<Place>empty()
                            : images.place(printed.document(), printed.page(), printed.words()))
                .toList());
    return new DossierPictures(
        pictures,
        IntStream.range(0, pictures.size())
            .mapToObj(
                i ->
                    pictures.get(i).isPresent()
                        ? ""
                        : lacking(view.entries().get(i).printed(), labels))
            .toList());
  }

  private static String lacking(@Nullable PrintedWords printed, Labels labels) {
    if (printed == null || printed.words().isBlank()) {
      return "";
    }
    DocumentDescription source = DocumentDescription.of(printed.document());
    String format = EditionView.format(source.mediaType(), labels);
    return source.pdf()
        ? labels.text("dossier.picture.none")
        : labels.text("dossier.picture.format", format);
  }

  /** The picture of an entry as the address of an image, empty where there is none. */
  public String address(int index) {
    return pictures
        .get(index)
        .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
        .orElse("");
  }

  /** Height of a PNG in parts of its width. */
  static double shape(byte[] png) {
    ByteBuffer header = ByteBuffer.wrap(png);
    return (double) header.getInt(HEIGHT_AT) / header.getInt(WIDTH_AT);
  }
}
