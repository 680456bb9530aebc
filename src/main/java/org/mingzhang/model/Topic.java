package org.mingzhang.model;

import java.util.Arrays;
import java.util.Optional;

/** Topic of a section, decided by its meaning and not by its numeral. */
public enum Topic {
  OVERVIEW("部门概况", "Overview"),
  TOTALS("收支总体", "Income and expenditure"),
  INCOME("收入", "Income"),
  EXPENDITURE("支出", "Expenditure"),
  FISCAL_APPROPRIATION("财政拨款收支", "Fiscal appropriation"),
  GENERAL_PUBLIC_BUDGET("一般公共预算支出", "General public budget"),
  BASIC_EXPENDITURE("基本支出", "Basic expenditure"),
  GOVERNMENT_FUNDS("政府性基金", "Government funds"),
  STATE_CAPITAL("国有资本经营", "State capital operations"),
  THREE_PUBLIC("三公经费", "Three public expenses"),
  OPERATING_EXPENSES("机关运行经费", "Operating expenses"),
  PROCUREMENT("政府采购", "Government procurement"),
  STATE_ASSETS("国有资产", "State-owned assets"),
  PERFORMANCE("预算绩效", "Budget performance"),
  KEY_WORK("重点工作", "Key work"),
  GLOSSARY("名词解释", "Glossary"),
  SELF_EVALUATION_TABLE("绩效自评表", "Self-evaluation table"),
  ACCOUNT_TABLE("决算表", "Account tables"),
  ANNEX("附件", "Annex"),
  OTHER("其他", "Other");

  private final String label;
  private final String english;

  Topic(String label, String english) {
    this.label = label;
    this.english = english;
  }

  /** Name in the record format and on Chinese pages. */
  public String label() {
    return label;
  }

  /** Name on English pages. */
  public String english() {
    return english;
  }

  /** Whether sections with this topic state the agency's totals and their parts. */
  public boolean statesTotals() {
    return switch (this) {
      case TOTALS,
          INCOME,
          EXPENDITURE,
          FISCAL_APPROPRIATION,
          GENERAL_PUBLIC_BUDGET,
          BASIC_EXPENDITURE,
          GOVERNMENT_FUNDS ->
          true;
      default -> false;
    };
  }

  /** The topic with this name in the record format; empty if there is none. */
  public static Optional<Topic> ofLabel(String label) {
    return Arrays.stream(values()).filter(t -> t.label.equals(label)).findFirst();
  }
}
