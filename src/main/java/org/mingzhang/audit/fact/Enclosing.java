package org.mingzhang.audit.fact;

import java.util.regex.Pattern;
import org.mingzhang.model.Figure;
import org.mingzhang.text.CompactText;

/** Amounts that are those of more than the name they were read with, by the words before them. */
final class Enclosing {
  /** A total named after its parts: {@code 公务接待费、公务用车运行费（“三公”经费）决算总额2771万元}. */
  private static final Pattern OF_ALL =
      Pattern.compile("[费)]、[^。；:\\d]*(?:三公[”\"]?经费|总额|合计|共计)[^。；;\\d]{0,8}$");

  /** What comes in with what was carried over, of which the year's own is a part. */
  private static final Pattern WITH_CARRIED = Pattern.compile("(?<!本年)(?:收入|支出)(?:合计|总计)$");

  private static final Pattern OWN = Pattern.compile("其中:?本年(?:收入|支出)");

  private Enclosing() {}

  /** Whether the words before an amount make it that of more than its name says. */
  static boolean isOfMore(Figure figure, String name) {
    String quote = CompactText.of(figure.quote()).text();
    int at = quote.indexOf(CompactText.of(figure.value()).text());
    if (at < 0) {
      return false;
    }
    String before = quote.substring(0, at);
    if (name.startsWith("本年")) {
      return WITH_CARRIED.matcher(before).find() && OWN.matcher(quote.substring(at)).find();
    }
    String part = name.replaceFirst("预算$", "");
    return Facts.THREE_PUBLIC_PARTS.contains(part)
        && (OF_ALL.matcher(before).find() || isOfAnotherPart(part, quote));
  }

  /** A sentence that names another of the three public expenses and not this one. */
  private static boolean isOfAnotherPart(String part, String quote) {
    String word = part.startsWith("因公") ? "出国" : part.startsWith("公务接待") ? "接待" : "车";
    return !quote.contains(word) && quote.matches("(?s).*(?:出国|接待|车).*");
  }
}
