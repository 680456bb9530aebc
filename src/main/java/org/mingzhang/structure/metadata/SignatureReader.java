package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.PatternTable;

/**
 * Reads the agency that signs a text: its name on a line above the date. Accounts are signed by
 * their agency; reports signed by a firm are ignored.
 */
final class SignatureReader {
  private static final Pattern DATE =
      Pattern.compile(
          "(?:20\\d\\d|二[〇○零]\\p{IsHan}{2})年[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日");

  /** Maximum length of a line with a date, in characters: slightly more than 二〇二四年十二月二十九日. */
  private static final int MAX_DATE_LENGTH = 16;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(SignatureReader.class);
  private static final Pattern FIRM = PATTERNS.get("firm");

  private SignatureReader() {}

  /** The signing agencies after the cover, the last one first. */
  static List<MetadataClaim<AgencyName>> find(MetadataSourceText sourceText) {
    List<DocumentLine> lines = sourceText.lines();
    List<MetadataClaim<AgencyName>> found = new ArrayList<>();
    for (int i = lines.size() - 1; i > sourceText.cover().size(); i--) {
      DocumentLine name = lines.get(i - 1);
      if (isDateLine(lines.get(i).text()) && !FIRM.matcher(name.text()).find()) {
        AgencyName.readFrom(name.text())
            .filter(AgencyName::hasAgencyEnding)
            .filter(body -> body.leadingPlaces(Gazetteer.standard()).placeCount() > 0)
            .map(body -> new MetadataClaim<>(body, "signature", name.text(), name.page()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /**
   * The agency in the first signature of a notice, as a list of at most one element. The signature
   * need not be near the end, and the place of the agency need not be known.
   */
  static List<MetadataClaim<AgencyName>> findSignerOfNotice(MetadataSourceText sourceText) {
    List<DocumentLine> lines = sourceText.lines();
    for (int i = 1; i < lines.size(); i++) {
      DocumentLine name = lines.get(i - 1);
      AgencyName body =
          isDateLine(lines.get(i).text()) ? AgencyName.readFrom(name.text()).orElse(null) : null;
      if (body != null
          && body.hasAgencyEnding()
          && body.beginsWithPlace()
          && !body.isBareEnding()) {
        return List.of(new MetadataClaim<>(body, "signature", name.text(), name.page()));
      }
    }
    return List.of();
  }

  private static boolean isDateLine(String line) {
    return line.length() <= MAX_DATE_LENGTH && DATE.matcher(line).matches();
  }
}
