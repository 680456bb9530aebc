package org.mingzhang.web.page;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.text.TsvResource;

/**
 * Warnings of reading in Chinese. Records keep them in English; sentences and their Chinese are
 * data, {@code warnings.tsv}, and a sentence that is not there is shown as it is.
 */
final class WarningText {
  private record Line(Pattern sentence, String chinese) {}

  private static final List<Line> LINES =
      TsvResource.rows(WarningText.class, "warnings.tsv", 2).stream()
          .map(row -> new Line(Pattern.compile(row.getFirst()), row.getLast()))
          .toList();

  private WarningText() {}

  /** The Chinese of a warning; the warning itself where there is none. */
  static String chinese(String warning) {
    for (Line line : LINES) {
      Matcher matcher = line.sentence().matcher(warning);
      if (matcher.matches()) {
        String chinese = line.chinese();
        for (int i = 1; i <= matcher.groupCount(); i++) {
          chinese = chinese.replace("{" + i + "}", String.valueOf(matcher.group(i)));
        }
        return chinese;
      }
    }
    return warning;
  }
}
