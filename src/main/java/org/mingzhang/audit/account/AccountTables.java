package org.mingzhang.audit.account;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.Passage;
import org.mingzhang.audit.check.Rule;
import org.mingzhang.audit.fact.TableKind;
import org.mingzhang.model.Category;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.TableData;

/**
 * The nine tables of a final account are all there; one without amounts says why, and one with
 * amounts does not say that it is empty. A table counts as missing only where all the others are
 * there, and as unexplained only where no sentence of the document says that there is no such
 * money. Where a table with amounts has no name that is known, it may be the one that is missing.
 *
 * <p>It asks for tables, not for amounts, so that it is no identity of facts.
 */
public final class AccountTables implements Rule {
  private static final Map<TableKind, String> MAY_BE_EMPTY =
      Map.of(
          TableKind.FUNDS, "政府性基金",
          TableKind.STATE_CAPITAL, "国有资本");

  /** What the sentences call the total of a table that is never empty without a reason. */
  private static final Map<TableKind, List<String>> TOTALS =
      Map.of(
          TableKind.GENERAL, List.of("一般公共预算财政拨款支出"),
          TableKind.EXPENDITURE, List.of("本年支出合计", "支出总计", "支出预算"),
          TableKind.INCOME, List.of("本年收入合计", "收入总计", "收入预算"),
          TableKind.BASIC, List.of("一般公共预算财政拨款基本支出"));

  /** Tables with amounts that show that tables were read at all. */
  private static final int MOST = 4;

  @Override
  public List<CheckResult> check(AuditedDocument reading) {
    List<CheckResult> checks = new ArrayList<>();
    if (TruncationCheck.of(reading)) {
      return List.of(
          new CheckResult.Undecided("文件没有情况说明，可能不完整", "the document ends before it explains"));
    }
    if (reading.disclosure().metadata().category() == Category.DEPARTMENT_FINAL_ACCOUNTS) {
      checks.add(MissingTable.check(reading));
    }
    boolean read =
        reading.tables().stream().filter(t -> !EmptyTableNote.of(t.data())).count() >= MOST;
    for (AccountTable table : reading.tables()) {
      boolean empty = EmptyTableNote.of(table.data());
      TableKind.of(table.data())
          .filter(k -> empty && MAY_BE_EMPTY.containsKey(k))
          .ifPresent(
              k -> unexplained(reading, table.data(), MAY_BE_EMPTY.getOrDefault(k, ""), checks));
      if (empty && read) {
        emptied(reading, table, checks);
      }
      if (!empty) {
        said(reading, table.data(), checks);
      }
    }
    return checks;
  }

  private static void unexplained(
      AuditedDocument reading, TableData table, String money, List<CheckResult> checks) {
    Pattern none =
        Pattern.compile(
            "(?:无|没有|未|不涉及|不存在)[^。]{0,12}"
                + money
                + "|"
                + money
                + "[^。]{0,40}(?:无|没有|为空|不涉及|[^.\\d]0(?:\\.0+)?万?元)");
    boolean explained =
        reading.passages().stream().anyMatch(p -> none.matcher(p.compact()).find())
            || table.rows().stream()
                .flatMap(List::stream)
                .anyMatch(c -> none.matcher(c).find() || c.strip().equals("无"));
    checks.add(
        explained
            ? new CheckResult.Agrees()
            : FindingDraft.at("account-tables/unexplained", place(table)).says());
  }

  /**
   * A table without any number although the sentences give its total. Where nothing was read of the
   * other tables either, they may be pictures.
   */
  private static void emptied(
      AuditedDocument reading, AccountTable table, List<CheckResult> checks) {
    boolean digits =
        table.data().rows().stream().flatMap(List::stream).anyMatch(c -> c.matches(".*\\d.*"));
    Optional<Figure> stated =
        TableKind.of(table.data()).stream()
            .flatMap(k -> TOTALS.getOrDefault(k, List.of()).stream())
            .flatMap(n -> reading.stated(n).stream())
            .filter(f -> new BigDecimal(f.value()).signum() > 0)
            .findFirst();
    if (!digits && stated.isPresent()) {
      Figure figure = stated.get();
      checks.add(
          FindingDraft.at("account-tables/emptied", place(table.data()))
              .numbers("—", figure.value() + figure.unit())
              .other(new Place(figure.section(), figure.page(), figure.quote()))
              .says(figure.value(), figure.unit()));
    }
  }

  private static Place place(TableData table) {
    return new Place(table.section(), table.page(), table.title());
  }

  private static void said(AuditedDocument reading, TableData table, List<CheckResult> checks) {
    for (Passage passage : reading.passages(table.section())) {
      Matcher note = EmptyTableNote.NOTE.matcher(passage.compact());
      if (passage.compact().contains("本表") && note.find()) {
        checks.add(
            FindingDraft.at("empty-table-note", passage, note.start(), note.end())
                .numbers("空表", "表中有金额")
                .other(place(table))
                .says());
      }
    }
  }
}
