package org.mingzhang.model;

import org.jspecify.annotations.Nullable;

/**
 * One row of a performance table (绩效目标表 or 绩效自评表).
 *
 * @param sectionPath path of the section that contains it
 * @param tableCaption printed caption of its table, or empty
 * @param project name of the project the table is about, or null for the whole department
 * @param goal annual goal it belongs to, or null
 * @param level1 一级指标, carried down from merged cells, points in brackets removed; null if not
 *     stated
 * @param level2 二级指标, or null
 * @param level3 三级指标, the name of the indicator
 * @param target target as printed, or null
 * @param actual result as printed; null if the table has no such column
 * @param weight points that can be scored (分值) as printed, or null
 * @param score points scored (得分) as printed, or null
 * @param note reason for a deviation, and remedy; null if not stated
 * @param met whether the target was met
 * @param page 1-based page
 */
public record Indicator(
    String sectionPath,
    String tableCaption,
    @Nullable String project,
    @Nullable String goal,
    @Nullable String level1,
    @Nullable String level2,
    String level3,
    @Nullable String target,
    @Nullable String actual,
    @Nullable String weight,
    @Nullable String score,
    @Nullable String note,
    TargetResult met,
    int page) {

  /** The same row with another answer to whether the target was met. */
  public Indicator withMet(TargetResult answer) {
    return new Indicator(
        sectionPath,
        tableCaption,
        project,
        goal,
        level1,
        level2,
        level3,
        target,
        actual,
        weight,
        score,
        note,
        answer,
        page);
  }

  /** Whether the result of an indicator met its target. */
  public enum TargetResult {
    MET("达标", "met"),
    MISSED("未达标", "missed"),
    UNKNOWN("无法判断", "undecided");

    private final String label;
    private final String english;

    TargetResult(String label, String english) {
      this.label = label;
      this.english = english;
    }

    /** Name on Chinese pages. */
    public String label() {
      return label;
    }

    /** Name on English pages. */
    public String english() {
      return english;
    }
  }
}
