package org.mingzhang.structure.metadata;

import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;

/**
 * Replaces the title of a scan by the name of its file if recognition misread the place in it: the
 * file name names an agency with places of the gazetteer, the title says nearly the same, but fewer
 * places of it are known (太原1小店勾审计局 for 太原市小店区审计局).
 */
final class MisreadTitleCorrector {
  /** Smallest share of characters that title and file name have in the same order. */
  private static final double MIN_COMMON_SHARE = 0.7;

  private MisreadTitleCorrector() {}

  /**
   * The title, unchanged unless the text was recognized from images and the title hardly differs
   * from the file name but has lost the place. The result is then the file name, with year and kind
   * of the title where the file name states none. Null without a title.
   *
   * @param recognized whether the text was recognized from images
   */
  static @Nullable MetadataClaim<ParsedDisclosureTitle> correct(
      @Nullable MetadataClaim<ParsedDisclosureTitle> title,
      ParsedDisclosureTitle fileNameTitle,
      boolean recognized,
      Gazetteer gazetteer) {
    if (!recognized || title == null || fileNameTitle.agency() == null) {
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
            && isNearlySame(title.value().text(), fileNameTitle.text());
    return misread
        ? new MetadataClaim<>(
            merge(fileNameTitle, title.value()),
            "file-name",
            fileNameTitle.text() + " | " + title.quote(),
            0)
        : title;
  }

  /** The file name; what it does not state is that of the title. */
  private static ParsedDisclosureTitle merge(
      ParsedDisclosureTitle fileNameTitle, ParsedDisclosureTitle title) {
    return new ParsedDisclosureTitle(
        fileNameTitle.text(),
        fileNameTitle.agency(),
        fileNameTitle.place(),
        fileNameTitle.year() == null ? title.year() : fileNameTitle.year(),
        fileNameTitle.kind() == null ? title.kind() : fileNameTitle.kind());
  }

  private static boolean isNearlySame(String one, String other) {
    int longest = Math.max(one.length(), other.length());
    return commonLength(one, other) >= MIN_COMMON_SHARE * longest;
  }

  /** Length of the longest common subsequence; titles are short. */
  private static int commonLength(String one, String other) {
    int[] lengths = new int[other.length() + 1];
    for (int i = 0; i < one.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < other.length(); j++) {
        int above = lengths[j + 1];
        lengths[j + 1] =
            one.charAt(i) == other.charAt(j) ? diagonal + 1 : Math.max(above, lengths[j]);
        diagonal = above;
      }
    }
    return lengths[other.length()];
  }
}
