package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PinyinGlossRemover;

/**
 * Removes text blocks that are not text of the document (blank lines, picture captions, chart data,
 * the date of the visit to a web page), and from the other text blocks bookmark tokens, invisible
 * characters and pinyin glosses.
 */
final class NonTextRemovalPass implements CleaningPass {
  private static final Pattern BOOKMARK =
      Pattern.compile(
          "\\[bookmark:[^\\]]*\\]|PAGEREF\\s*_Toc\\d+\\s*(?:\\\\?h)?|\\b(?:OLE_LINK|_Toc|_Hlk)\\d+\\b");
  private static final Pattern INVISIBLE_CHARACTERS =
      Pattern.compile(
          "[\\u0000-\\u0008\\u000b-\\u001f\\u200b-\\u200f\\u2028-\\u202e\\ufeff\\ufffc]");

  /**
   * Spaces at the ends of a line. Tabs are kept, since an empty cell shows that the line is a row.
   */
  private static final Pattern SPACES_AT_ENDS = Pattern.compile("^ +| +$");

  /** A row of a table with one column that was converted to text and ends with a bar. */
  private static final Pattern LONE_CELL =
      Pattern.compile("(?:[|｜]\\s*)?(?<text>[^|｜]*[^|｜\\s])\\s*[|｜]\\s*");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NonTextRemovalPass.class);
  private static final Pattern DATE_OF_VISIT = PATTERNS.get("date-of-visit");
  private static final Pattern WIDE_SPACE =
      Pattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000]");
  private static final Pattern PICTURE_CAPTION = PATTERNS.get("picture");
  private static final Pattern CHART_SERIES = PATTERNS.get("chart-series");

  @Override
  public List<Block> apply(List<Block> blocks) {
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      if (!(block instanceof TextBlock text)) {
        kept.add(block);
        continue;
      }
      String clean = clean(text.text());
      if (!clean.isBlank()
          && !isPictureCaption(clean)
          && !isDateOfVisitLine(clean)
          && !isChartData(clean)) {
        kept.add(text.withText(clean));
      }
    }
    return kept;
  }

  private static String clean(String rawText) {
    boolean marked = rawText.indexOf('_') >= 0 || rawText.contains("[book");
    String text = marked ? BOOKMARK.matcher(rawText).replaceAll("") : rawText;
    text = INVISIBLE_CHARACTERS.matcher(text).replaceAll("");
    text = PinyinGlossRemover.remove(WIDE_SPACE.matcher(text).replaceAll(" "));
    if (text.startsWith(" ") || text.endsWith(" ")) {
      text = SPACES_AT_ENDS.matcher(text).replaceAll("");
    }
    if (text.indexOf('|') < 0 && text.indexOf('｜') < 0) {
      return text;
    }
    Matcher cell = LONE_CELL.matcher(text);
    return cell.matches() ? cell.group("text") : text;
  }

  private static boolean isPictureCaption(String text) {
    return PICTURE_CAPTION.matcher(text.strip()).matches();
  }

  /** Whether a line is the date and time of the visit that a website prints above a text. */
  private static boolean isDateOfVisitLine(String text) {
    return DATE_OF_VISIT.matcher(text).matches();
  }

  /** Whether a text is the data of a chart, which repeats the labels for each series. */
  private static boolean isChartData(String text) {
    List<String> cells = Arrays.asList(text.strip().split("\t", -1));
    if (CHART_SERIES.matcher(cells.get(0)).matches()
        && (cells.size() > 2 || cells.get(0).length() > 3)) {
      return true;
    }
    if (cells.size() < 6) {
      return false;
    }
    Set<String> labels = new HashSet<>();
    int repeated = 0;
    for (String cell : cells) {
      if (cell.chars().anyMatch(Character::isIdeographic) && !labels.add(cell)) {
        repeated++;
      }
    }
    return repeated >= 2 && repeated >= labels.size();
  }
}
