package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Block;
import org.mingzhang.model.DocumentMetadata;
import org.mingzhang.model.Evidence;
import org.mingzhang.model.Extraction;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * Detects a cover and a contents page, which do not belong to any section. Applies only to files
 * with at least two pages.
 */
public final class FrontPageDetector {
  /** Maximum number of characters on a cover: title, agency, date. */
  private static final int MAX_COVER_LENGTH = 150;

  /** Minimum number of entries of a contents page. */
  private static final int MIN_ENTRIES = 3;

  private static final int MAX_QUOTE_LENGTH = 60;
  private static final int MIN_TITLE_LENGTH = 6;

  /** The agency in brackets, which a cover prints on another line. */
  private static final Pattern AGENCY_IN_BRACKETS = Pattern.compile("[（(].*$");

  private FrontPageDetector() {}

  /**
   * Returns evidence for {@link DocumentMetadata#COVER_FIELD} and {@link
   * DocumentMetadata#CONTENTS_FIELD}, with page 0 if there is no such page. Returns an empty list
   * for files with fewer than two pages.
   *
   * @param title title of the document, which a cover must contain; without it no cover is found
   */
  public static List<Evidence> detect(Extraction extraction, @Nullable String title) {
    List<Evidence> found = new ArrayList<>();
    if (extraction.source().pages() < 2) {
      return found;
    }
    String cover = findCoverText(extraction.blocks(), title);
    found.add(
        new Evidence(
            DocumentMetadata.COVER_FIELD,
            "first-page",
            truncateToQuote(cover),
            cover.isEmpty() ? 0 : 1));
    List<Block> entries = ContentsPageRemovalPass.findEntries(extraction.blocks());
    boolean contents = entries.size() >= MIN_ENTRIES;
    found.add(
        new Evidence(
            DocumentMetadata.CONTENTS_FIELD,
            "contents-page",
            contents ? truncateToQuote(ContentsLineParser.entryText(entries, 0)) : "",
            contents ? entries.getFirst().page() : 0));
    return found;
  }

  private static String truncateToQuote(String text) {
    String line = text.strip();
    return line.length() > MAX_QUOTE_LENGTH ? line.substring(0, MAX_QUOTE_LENGTH) : line;
  }

  /** The text of the first page if it has the title and little else; otherwise an empty string. */
  private static String findCoverText(List<Block> blocks, @Nullable String title) {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      if (block.page() > 1) {
        break;
      }
      if (!(block instanceof TextBlock line)) {
        return "";
      }
      text.append(line.text().strip());
    }
    String plain = TypographicSpaceRemover.remove(text.toString());
    String name =
        title == null
            ? ""
            : AGENCY_IN_BRACKETS.matcher(TypographicSpaceRemover.remove(title)).replaceFirst("");
    boolean titled = name.length() >= MIN_TITLE_LENGTH && plain.contains(name);
    return titled && plain.length() <= MAX_COVER_LENGTH ? text.toString() : "";
  }
}
