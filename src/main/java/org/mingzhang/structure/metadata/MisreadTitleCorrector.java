package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.text.TitleSimilarity;

/**
 * Replaces the title of a scan by the name of its file if recognition misread the place in it: the
 * file name names an agency with places of the gazetteer and the title is nearly equal to it but
 * contains fewer known places (太原1小店勾审计局 for 太原市小店区审计局).
 */
final class MisreadTitleCorrector {
  /**
   * Minimum similarity, from 0 to 1 for equal titles, of a misread title to the name of its file.
   */
  private static final double MIN_SIMILARITY = 0.7;

  private MisreadTitleCorrector() {}

  /**
   * The title, unchanged unless the text was recognized from images and the title hardly differs
   * from the file name but has lost the place. The result is then the file name, with year and kind
   * of the title where the file name states none. Null without a title.
   *
   * @param isRecognizedFromImages whether the text was recognized from images
   */
  static @Nullable MetadataClaim<ParsedDisclosureTitle> correct(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle,
      boolean isRecognizedFromImages,
      Gazetteer gazetteer) {
    if (!isRecognizedFromImages || title == null || fileNameTitle.agency() == null) {
      return title;
    }
    PlaceChain named = fileNameTitle.agency().leadingPlaces(gazetteer);
    PlaceChain printed =
        gazetteer.leadingPlaces(
            title.value().agency() == null ? title.value().text() : title.value().agency().name());
    boolean misread =
        !named.candidates().isEmpty()
            && named.hasOnlyFullNames()
            && printed.end() < named.end()
            && !fileNameTitle.text().equals(title.value().text())
            && fileNameTitle.agency().name().length() > named.end()
            && TitleSimilarity.measure(title.value().text(), fileNameTitle.text())
                >= MIN_SIMILARITY;
    return misread
        ? new MetadataClaim<>(
            merge(fileNameTitle, title.value()),
            "file-name",
            fileNameTitle.text() + " | " + title.quote(),
            0)
        : title;
  }

  /** The parsed file name, completed by the title where the file name states nothing. */
  private static ParsedDisclosureTitle merge(
      ParsedDisclosureTitle fileNameTitle, ParsedDisclosureTitle title) {
    return new ParsedDisclosureTitle(
        fileNameTitle.text(),
        fileNameTitle.agency(),
        fileNameTitle.place(),
        fileNameTitle.year() == null ? title.year() : fileNameTitle.year(),
        fileNameTitle.kind() == null ? title.kind() : fileNameTitle.kind());
  }
}
