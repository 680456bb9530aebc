package org.mingzhang.audit.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.TableData;

/** The tables of a final account (部门决算公开01–09表) and of a budget. */
public enum DisclosureTableKind {
  FISCAL_TOTALS("财政拨款收入支出决算总表", "财政拨款(?:收入)?(?:支出|收支)(?:决算|预算)?总表|财政拨款收支总体?"),
  TOTALS("收入支出决算总表", "^(?!.*财政拨款).*(?:收入支出|收支)(?:决算|预算)?总表"),
  BASIC("一般公共预算财政拨款基本支出决算表", "基本支出"),
  FUNDS("政府性基金预算财政拨款收入支出决算表", "政府性基金"),
  STATE_CAPITAL("国有资本经营预算财政拨款支出决算表", "国有资本"),
  THREE_PUBLIC("财政拨款“三公”经费支出决算表", "三公"),
  GENERAL("一般公共预算财政拨款支出决算表", "一般公共预算(?!.*经济分类).*支出"),
  INCOME("收入决算表", "(?<!非税)收入(?:(?:决算|预算)总?|总)表"),
  EXPENDITURE("支出决算表", "(?<!项目|采购|经费)支出(?:(?:决算|预算)总?|总)表");

  private static final Pattern MARKS = Pattern.compile("[\\s“”\"]");

  private final String label;
  private final Pattern title;

  DisclosureTableKind(String label, String title) {
    this.label = label;
    this.title = Pattern.compile(title);
  }

  /** The kind of a table by its title; empty if the title is not that of one of these tables. */
  public static Optional<DisclosureTableKind> find(TableData table) {
    return findByTitle(table.title());
  }

  /** The kind of a table with this title. */
  public static Optional<DisclosureTableKind> findByTitle(String title) {
    String plain = MARKS.matcher(title).replaceAll("");
    return Arrays.stream(values()).filter(k -> k.title.matcher(plain).find()).findFirst();
  }

  /** The name of the table in the form of a final account. */
  public String label() {
    return label;
  }
}
