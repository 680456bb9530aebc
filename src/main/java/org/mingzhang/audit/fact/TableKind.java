package org.mingzhang.audit.fact;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mingzhang.model.TableData;

/** The tables of a final account (部门决算公开01–09表) and of a budget. */
public enum TableKind {
  FISCAL_TOTALS("财政拨款(?:收入)?(?:支出|收支)(?:决算|预算)总表|财政拨款收支总体?"),
  TOTALS("^(?!.*财政拨款).*(?:收入支出|收支)(?:决算|预算)总表|^(?!.*财政拨款).*收支总表"),
  BASIC("基本支出"),
  FUNDS("政府性基金"),
  STATE_CAPITAL("国有资本"),
  THREE_PUBLIC("三公"),
  GENERAL("一般公共预算.*支出"),
  INCOME("收入(?:决算|预算)(?:总)?表"),
  EXPENDITURE("支出(?:决算|预算)(?:总)?表");

  private final Pattern title;

  TableKind(String title) {
    this.title = Pattern.compile(title);
  }

  /** The kind of a table by its title; empty where it is none of these. */
  public static Optional<TableKind> of(TableData table) {
    String plain = table.title().replaceAll("[\\s“”\"]", "");
    return Arrays.stream(values()).filter(k -> k.title.matcher(plain).find()).findFirst();
  }
}
