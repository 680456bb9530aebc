package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Category;
import org.mingzhang.model.DocumentMetadata;

/**
 * Tells the blank form that authorities hand out from a disclosure: its names and amounts are
 * placeholders (XX局, XX万元) or left out (为 万元), and hardly a number is filled in. Stateless.
 */
final class BlankTemplates {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "[XxＸｘ×*＊○〇]{2,}(?=[\\p{IsHan}（）。，%％]|$)|[_＿]{2,}|(?:为|增加|减少|增长|下降|支出|收入|占|完成|合计|总计)(?:万元|[%％])");
  private static final Pattern FILLED =
      Pattern.compile("(?<![\\d.])\\d[\\d,]*(?:\\.\\d+)?(?:亿元|万元|元|[%％])");
  private static final int FEWEST = 8;

  /** So many placeholders to each number that is filled in. */
  private static final int RATIO = 8;

  private BlankTemplates() {}

  /** The claim that a document is a blank form, which is of no kind; null where it is none. */
  static @Nullable Claim<Category> find(List<Line> lines) {
    long placeholders = lines.stream().mapToLong(line -> count(PLACEHOLDER, line)).sum();
    if (placeholders < FEWEST) {
      return null;
    }
    long filled = lines.stream().mapToLong(line -> count(FILLED, line)).sum();
    if (filled * RATIO > placeholders) {
      return null;
    }
    Line first =
        lines.stream().filter(line -> count(PLACEHOLDER, line) > 0).findFirst().orElseThrow();
    return new Claim<>(Category.OTHER, DocumentMetadata.BLANK_FORM, first.text(), first.page());
  }

  private static long count(Pattern pattern, Line line) {
    return pattern.matcher(line.text()).results().count();
  }
}
