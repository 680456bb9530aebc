package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.model.Figure;

/**
 * An item that a sentence calls basic expenditure and the tables list only as project expenditure,
 * or vice versa.
 */
public final class PurposeAgainstTable implements Rule {
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?<name>[\\p{IsHan}、]+\\(类\\)[\\p{IsHan}、()]+?\\(款\\)[\\p{IsHan}、()]+?\\(项\\))。?主要用于:?(?<purpose>[^。；]*?等?(?<kind>基本支出|项目支出))(?=[。；，])");

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, Figure> rows = rows(reading);
    return reading
        .matches(PURPOSE, "主要用于")
        .flatMap(item -> Stream.ofNullable(check(item, rows)))
        .toList();
  }

  private static @Nullable CheckResult check(TextMatch item, Map<String, Figure> rows) {
    String kind = item.group("kind");
    String opposite = kind.equals("基本支出") ? "项目支出" : "基本支出";
    String name = plain(item.group("name"));
    if (rows.containsKey(kind + name)) {
      return CheckResult.AGREES;
    }
    Figure figure = rows.get(opposite + name);
    MatchResult words = item.words();
    return figure == null
        ? null
        : FindingDraft.at(
                "purpose-against-table",
                item.passage(),
                words.start("purpose"),
                words.end("purpose"))
            .numbers(kind, opposite + figure.value() + figure.unit())
            .other(FindingDraft.place(figure))
            .says(kind, opposite, figure.value(), figure.unit());
  }

  /** The first amount of each kind of expenditure of each item in the tables. */
  private static Map<String, Figure> rows(AuditedDocument reading) {
    Map<String, Figure> rows = new HashMap<>();
    for (Figure figure : reading.figures()) {
      if (figure.fromTable()
          && figure.name().matches("基本支出|项目支出")
          && figure.code() != null
          && figure.item() != null
          && new BigDecimal(figure.value()).signum() != 0) {
        rows.putIfAbsent(figure.name() + plain(String.valueOf(figure.item())), figure);
      }
    }
    return rows;
  }

  /** A name without brackets and without the 支出 that its parts may end in. */
  private static String plain(String name) {
    return name.replaceAll("[()（）\\s]", "").replaceAll("支出(?=[类款项])", "");
  }
}
