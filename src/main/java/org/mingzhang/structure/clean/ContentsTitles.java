package org.mingzhang.structure.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.model.Block;
import org.mingzhang.model.TextBlock;
import org.mingzhang.text.TypographicSpaceRemover;

/**
 * The titles listed on a contents page, used to restore titles of the body that were broken over
 * lines or have lost their number: {@code 第二部分}, {@code 2019年部门预算情况}, {@code 和重要事项说明} on three
 * lines are one title if the contents list it as one.
 */
final class ContentsTitles {
  private static final Pattern NUMERAL =
      Pattern.compile(
          "^(?:第[一二三四五六七八九十百]{1,3}(?:部分|章|编|篇)[：:、.．]?|[一二三四五六七八九十]{1,4}[、.．]"
              + "|[（(][一二三四五六七八九十]{1,3}[）)]|表(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[：:]|\\d{1,2}[、.．](?!\\d))");
  private static final Pattern CLOSING_MARKS = Pattern.compile("[。：:；;]+$");

  /**
   * Numerals that are restored. Others are not: a title listed with 一、 may have no number in the
   * body.
   */
  private static final Pattern RESTORED_NUMERAL = Pattern.compile("第.*");

  private static final int MAX_TITLE_LINES = 4;
  private static final int MAX_LINE_LENGTH = 40;
  private static final int MIN_TITLE_LENGTH = 4;

  /**
   * Minimum length, in characters, of a title without a number that is restored; a shorter one may
   * be a line of its own.
   */
  private static final int MIN_UNNUMBERED_TITLE_LENGTH = 8;

  /**
   * Minimum length, in characters, of an entry; a shorter line is the second part of a broken
   * title: 情况说明, 决算表.
   */
  private static final int MIN_ENTRY_LENGTH = 5;

  private final Set<String> titles = new HashSet<>();
  private final Map<String, String> numeralsByTitle = new HashMap<>();

  private ContentsTitles() {}

  /** Collects the titles that are listed on a contents page. */
  static ContentsTitles collect(List<Block> contents) {
    ContentsTitles titles = new ContentsTitles();
    String before = "";
    for (Block block : contents) {
      if (!(block instanceof TextBlock text)) {
        before = "";
        continue;
      }
      String line =
          normalizeForComparison(ContentsLineParser.withoutLeaderAndPageNumber(text.text()));
      boolean begins = NUMERAL.matcher(line).find() || areBothComplete(before, line);
      if (!begins && !before.isEmpty()) {
        titles.addTitle(before + line);
      }
      titles.addTitle(line);
      boolean closed =
          !ContentsLineParser.withoutLeaderAndPageNumber(text.text()).equals(text.text());
      before = closed ? "" : begins ? line : before + line;
    }
    return titles;
  }

  /** Whether two consecutive entries without page numbers are complete titles. */
  private static boolean areBothComplete(String before, String line) {
    return BrokenTitleDetector.isCompleteTitle(before)
        && BrokenTitleDetector.isCompleteTitle(line)
        && line.length() >= MIN_ENTRY_LENGTH;
  }

  private void addTitle(String line) {
    titles.add(line);
    Matcher numeral = NUMERAL.matcher(line);
    String title = numeral.find() ? line.substring(numeral.end()) : "";
    if (title.length() < MIN_TITLE_LENGTH) {
      return;
    }
    titles.add(title);
    if (RESTORED_NUMERAL.matcher(numeral.group()).matches()) {
      numeralsByTitle.merge(
          title, numeral.group(), (known, next) -> known.equals(next) ? known : "");
    }
  }

  /**
   * Returns the body with its titles as the contents page lists them, on one line and with their
   * number.
   */
  List<Block> restoreTitles(List<Block> body) {
    return titles.isEmpty() ? body : restoreNumbers(joinTitles(body));
  }

  private List<Block> joinTitles(List<Block> body) {
    List<Block> result = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      String line = normalizedLine(body, i);
      boolean ended = titles.contains(line) && BrokenTitleDetector.isCompleteTitle(line);
      int end = ended ? i + 1 : findTitleEnd(body, i);
      if (end > i + 1 && body.get(i) instanceof TextBlock first) {
        result.add(first.asParagraph(joinLines(body, i, end)));
        i = end - 1;
      } else {
        result.add(body.get(i));
      }
    }
    return result;
  }

  /**
   * Index after the last line of the listed title that begins at a line; {@code start + 1} if no
   * listed title is broken over this line and the next ones.
   */
  private int findTitleEnd(List<Block> body, int start) {
    StringBuilder title = new StringBuilder(normalizedLine(body, start));
    int end = start + 1;
    for (int i = start + 1; i < Math.min(body.size(), start + MAX_TITLE_LINES); i++) {
      String line = normalizedLine(body, i);
      if (title.isEmpty() || line.isEmpty() || NUMERAL.matcher(line).find()) {
        break;
      }
      title.append(line);
      String all = title.toString();
      boolean sure = NUMERAL.matcher(all).find() || all.length() >= MIN_UNNUMBERED_TITLE_LENGTH;
      if (sure && titles.contains(all)) {
        end = i + 1;
      }
    }
    return end;
  }

  private List<Block> restoreNumbers(List<Block> body) {
    Map<String, Integer> lines = new HashMap<>();
    for (int i = 0; i < body.size(); i++) {
      String line = normalizedLine(body, i);
      Matcher numeral = NUMERAL.matcher(line);
      lines.merge(numeral.find() ? line.substring(numeral.end()) : line, 1, Integer::sum);
    }
    List<Block> result = new ArrayList<>(body);
    for (int i = 0; i < body.size(); i++) {
      String line = normalizedLine(body, i);
      String numeral = numeralsByTitle.getOrDefault(line, "");
      boolean alone = lines.getOrDefault(line, 0) == 1;
      if (!numeral.isEmpty() && alone && body.get(i) instanceof TextBlock text) {
        result.set(i, text.asParagraph(numeral + " " + text.text().strip()));
      }
    }
    return result;
  }

  private static String joinLines(List<Block> body, int start, int end) {
    StringBuilder text = new StringBuilder();
    for (Block block : body.subList(start, end)) {
      if (block instanceof TextBlock line) {
        boolean label = text.length() > 0 && text.length() <= 6;
        text.append(label ? " " : "").append(line.text().strip());
      }
    }
    return text.toString();
  }

  private static String normalizedLine(List<Block> body, int index) {
    boolean line =
        body.get(index) instanceof TextBlock text
            && text.text().strip().length() <= MAX_LINE_LENGTH;
    return line && body.get(index) instanceof TextBlock text
        ? normalizeForComparison(text.text())
        : "";
  }

  private static String normalizeForComparison(String text) {
    String tight =
        TypographicSpaceRemover.remove(text)
            .replace('(', '（')
            .replace(')', '）')
            .replace('"', '”')
            .replace('“', '”');
    return CLOSING_MARKS.matcher(tight).replaceFirst("");
  }
}
