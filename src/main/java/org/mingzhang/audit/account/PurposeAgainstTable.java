package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.PassageRule;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;

/**
 * An item said to be basic expenditure that the table has as project expenditure alone.
 *
 * <p>It is a class since one side of it is words and no amount.
 */
public final class PurposeAgainstTable implements PassageRule {
  private static final Pattern PURPOSE =
      Pattern.compile(
          "(?<name>[\\p{IsHan}、]+\\(类\\)[\\p{IsHan}、()]+?\\(款\\)[\\p{IsHan}、()]+?\\(项\\))。?主要用于:?(?<purpose>[^。；]*?等?(?<kind>基本支出|项目支出))(?=[。；，])");

  @Override
  public void check(AuditedDocument reading, Passage passage, List<CheckResult> checks) {
    Matcher item = PURPOSE.matcher(passage.compact());
    while (passage.compact().contains("主要用于") && item.find()) {
      compare(reading, passage, item).ifPresent(checks::add);
    }
  }

  private static Optional<CheckResult> compare(
      AuditedDocument reading, Passage passage, Matcher item) {
    String said = item.group("kind");
    String opposite = said.equals("基本支出") ? "项目支出" : "基本支出";
    Optional<Figure> own = row(reading, item.group("name"), said);
    Optional<Figure> other = row(reading, item.group("name"), opposite);
    if (own.isPresent()) {
      return Optional.of(new CheckResult.Agrees());
    }
    return other.map(
        figure ->
            FindingDraft.at(
                    "purpose-against-table", passage, item.start("purpose"), item.end("purpose"))
                .numbers(said, opposite + figure.value() + figure.unit())
                .other(new Place(figure.section(), figure.page(), figure.quote()))
                .says(said, opposite, figure.value(), figure.unit()));
  }

  /** The first amount of each kind of expenditure of each item in the tables. */
  private record Rows(Map<String, Figure> byItem) {
    static Rows of(AuditedDocument reading) {
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
      return new Rows(rows);
    }
  }

  private static Optional<Figure> row(AuditedDocument reading, String name, String kind) {
    return Optional.ofNullable(
        reading.derived(Rows.class, Rows::of).byItem().get(kind + plain(name)));
  }

  /** Names are printed with and without the final 支出 of their parts. */
  private static String plain(String name) {
    return name.replaceAll("[()（）\\s]", "").replaceAll("支出(?=[类款项])", "");
  }
}
