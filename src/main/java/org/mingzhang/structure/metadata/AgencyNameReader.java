package org.mingzhang.structure.metadata;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.PatternTable;

/** Reads agency names that begin with a place from running text. */
final class AgencyNameReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AgencyNameReader.class);
  private static final Pattern NAME = PATTERNS.get("name");

  private AgencyNameReader() {}

  /**
   * Reads the agency name that begins at the start of a text; empty if the text begins with none.
   *
   * @param text text that begins with a place
   * @param placeLength length of the place
   */
  static Optional<String> readName(String text, int placeLength) {
    Matcher name = NAME.matcher(text.substring(placeLength));
    return name.find()
        ? Optional.of(text.substring(0, placeLength + name.end()))
        : Optional.empty();
  }
}
