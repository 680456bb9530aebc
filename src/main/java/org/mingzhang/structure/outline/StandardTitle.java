package org.mingzhang.structure.outline;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A title that the forms of 部门决算, 部门预算 and 绩效自评 prescribe, with the place it has in them. It lets a
 * heading be known that lost its number or never had one.
 *
 * @param place where the forms put it
 * @param pattern the whole title
 */
record StandardTitle(Place place, Pattern pattern) {
  /** Places in a disclosure. */
  enum Place {
    /** A part or, where there are no parts, a page of its own. */
    PART,
    /** A section of a part: 收入决算情况说明. */
    SECTION,
    /** The caption of a data or performance table. */
    CAPTION,
    /** The statement of one project of a budget: …经费情况说明. */
    PROJECT,
    /** A heading inside a report: 自评结论. */
    REPORT
  }

  private static final String YEAR = "(?:\\d{4}年?度?)?";

  private static final List<StandardTitle> ALL =
      List.of(
          of(Place.PROJECT, "(?!其他|20).{2,40}(?:经费|专项|项目|资金)(?:[（(].{1,8}[）)])?情况说明"),
          of(Place.SECTION, "收入支出(?:决算|预算)总体情况(?:说明)?"),
          of(Place.SECTION, "(?:本年)?(?:收入|支出|收支)(?:决算|预算)(?:总体)?(?:情况)?(?:说明)"),
          of(Place.SECTION, "财政拨款(?:收入支出|收支|收入|支出)(?:决算|预算)(?:总体)?情况(?:说明)?"),
          of(Place.SECTION, "一般公共预算(?:财政拨款|拨款|当年拨款)?(?:基本|项目)?支出(?:决算|预算)?(?:总体|具体|结构)?情况(?:说明)?"),
          of(Place.SECTION, "政府性基金预算(?:财政拨款)?(?:收入|支出|收支|收入支出)?(?:决算|预算)?情况(?:说明)?"),
          of(Place.SECTION, "国有资本经营预算(?:财政拨款)?(?:收入|支出|收支|收入支出)?(?:决算|预算)?情况(?:说明)?"),
          of(
              Place.SECTION,
              "(?:一般公共预算)?(?:财政拨款)?“?三公”?经费(?:财政拨款)?(?:支出)?(?:决算|预算)?(?:总体|具体)?(?:情况)?(?:说明)"),
          of(Place.SECTION, "机关运行经费(?:支出|预算|安排)?(?:情况)?(?:说明|情况)"),
          of(Place.SECTION, "政府采购(?:支出|预算|安排)?(?:情况)?(?:说明|情况)"),
          of(Place.SECTION, "国有资产(?:占有使用|占用|占有|使用)?(?:情况)?(?:说明|情况)"),
          of(
              Place.SECTION,
              "(?:(?:部门|单位)(?:决算|预算)中)?(?:项目)?(?:预算)?绩效(?:管理|评价|目标设置|目标|自评)(?:工作|结果)?(?:开展|应用)?(?:情况|结果)(?:说明)?"),
          of(Place.SECTION, "(?:部门|单位)?(?:决算|预算)?单位构成(?:情况)?"),
          of(Place.REPORT, "(?:自评|评价)结论|佐证材料"),
          of(Place.PART, "(?:\\D{0,26})?主要(?:职能|职责|职能职责)"),
          of(Place.PART, "(?:\\D{0,26})?机构设置(?:情况)?"),
          of(Place.PART, "(?:专业(?:性)?)?名词解释(?:说明)?"),
          of(Place.PART, ".{0,30}(?:部门|单位)?概况"),
          of(Place.PART, ".{0,26}(?:预算|决算)编制(?:情况)?说明"),
          of(
              Place.PART,
              ".{0,30}" + YEAR + "(?:(?:部门|单位|本级)(?:预算|决算)|(?<=年|度)(?:预算|决算))(?:公开)?情况说明"),
          of(
              Place.PART,
              "其他(?:相关|重要|需要|应当)?(?:说明|公开)?(?:的)?(?:重要)?(?:事项|情况|内容)(?:的)?(?:情况)?(?:说明)?"),
          of(Place.PART, "(?:\\D{0,20}" + YEAR + ")?(?:部门|单位|本级)(?:预算|决算)(?:公开)?(?:报)?表(?:格)?"),
          of(
              Place.CAPTION,
              "(?=.{4,50}$)(?!.*(?:附件|详见|见附))(?!\\D{0,4}\\d{1,2}(?:[-—]\\d)?表$).*(?:决算|预算|收支|收入|支出|绩效|自评|目标|经费|明细|采购|资产|公开|情况|执行|评价|财政|项目).{0,16}"
                  + "(?:表|自评)(?:[（(][^）)]{1,14}[）)])?"));

  private static StandardTitle of(Place place, String regex) {
    return new StandardTitle(place, Pattern.compile(regex));
  }

  /** The place of a title without number, white space and closing punctuation; null if none. */
  static @Nullable Place place(String title) {
    String normal = title.replace('"', '”').replace('‘', '“').replace('’', '”');
    for (StandardTitle standard : ALL) {
      if (standard.pattern.matcher(normal).matches()) {
        return standard.place;
      }
    }
    return null;
  }
}
