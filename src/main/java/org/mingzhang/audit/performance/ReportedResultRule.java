package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.check.TextMatch;
import org.mingzhang.model.Indicator;

/**
 * Checks the result of an indicator in the text of a report against that in the form. The text is a
 * clause of the full name of the indicator and a number in its unit. Names with several results,
 * and numbers equal to the target, are undecided.
 */
public final class ReportedResultRule implements Rule {
  private static final String NUMBER = "\\d[\\d,]*(?:\\.\\d+)?";
  private static final String QUANTITY = "(?<value>" + NUMBER + ")(?<unit>%|\\p{IsHan}{1,3})";
  private static final Pattern STATED =
      Pattern.compile(
          "(?<=^|[，。；：、,;:）)])(?:\\d{1,2}[.．、])?(?:20\\d\\d年度?|本年度?|全年|年内|项目|累计)*(?<name>[\\p{IsHan}“”]{4,20}?)"
              + "(?:实际|全年)?(?:完成|达到|达|为|实现|共|是)*"
              + QUANTITY
              + "(?=[，。；、,;]|$)");
  private static final Pattern RESULT = Pattern.compile(QUANTITY);
  private static final Pattern TARGET = Pattern.compile(NUMBER);
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final int MIN_NAME_LENGTH = 4;

  private record Row(Indicator indicator, BigDecimal value, String unit) {
    static @Nullable Row readFrom(Indicator indicator) {
      Matcher result = RESULT.matcher(normalize(indicator.actual()));
      return result.matches()
          ? new Row(indicator, PrintedNumbers.parse(result.group("value")), result.group("unit"))
          : null;
    }

    boolean agreesWith(@Nullable Row other) {
      return other != null && unit.equals(other.unit) && value.compareTo(other.value) == 0;
    }
  }

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    Map<String, Row> rows = findRows(reading);
    return rows.isEmpty()
        ? List.of()
        : reading
            .findMatches(STATED)
            .flatMap(
                m ->
                    Stream.ofNullable(rows.get(m.group("name")))
                        .filter(row -> row.unit().equals(m.group("unit")))
                        .map(row -> check(m, row)))
            .toList();
  }

  /** The rows by name, without those of a name that represents several results. */
  private static Map<String, Row> findRows(AuditedDocument reading) {
    Map<String, Optional<Row>> rows = new HashMap<>();
    for (Indicator indicator : reading.indicators()) {
      Row row = Row.readFrom(indicator);
      Optional<Row> known = rows.get(normalize(indicator.level3()));
      boolean clear = known == null || known.filter(k -> k.agreesWith(row)).isPresent();
      rows.put(normalize(indicator.level3()), clear ? Optional.ofNullable(row) : Optional.empty());
    }
    Map<String, Row> clear = new HashMap<>();
    rows.forEach(
        (name, row) ->
            row.filter(r -> name.length() >= MIN_NAME_LENGTH).ifPresent(r -> clear.put(name, r)));
    return clear;
  }

  private static String normalize(@Nullable String cell) {
    return cell == null ? "" : SPACE.matcher(cell).replaceAll("");
  }

  private static CheckResult check(TextMatch stated, Row row) {
    BigDecimal said = stated.number("value");
    BigDecimal off = said.subtract(row.value()).abs();
    if (off.compareTo(PrintedNumbers.halfUnit(said).max(PrintedNumbers.halfUnit(row.value())))
        <= 0) {
      return CheckResult.AGREES;
    }
    Indicator indicator = row.indicator();
    Matcher target = TARGET.matcher(normalize(indicator.target()));
    if (target.find() && PrintedNumbers.parse(target.group()).compareTo(said) == 0) {
      return CheckResult.undecided("may-be-target");
    }
    String printed = stated.group("value") + stated.group("unit");
    String result = row.value().toPlainString() + row.unit();
    return stated
        .createDraft("result-in-report")
        .withUnequalNumbers(printed, result)
        .withOtherPlace(
            IndicatorPointChecks.place(
                indicator, indicator.level3(), indicator.target(), indicator.actual()))
        .report(printed, result);
  }
}
