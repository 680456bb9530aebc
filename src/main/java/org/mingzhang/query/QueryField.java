package org.mingzhang.query;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.FacetDimension;
import org.mingzhang.schema.NumberField;
import org.mingzhang.schema.TextField;

/** A field that can be named in a query, in English or Chinese. */
public enum QueryField {
  TITLE(List.of("title", "标题"), null, null, TextField.TITLE_NGRAMS),
  AGENCY(List.of("agency", "单位", "部门", "机构"), FacetDimension.AGENCY, null, null),
  REGION(List.of("region", "地区", "区域"), FacetDimension.REGION, null, null),
  YEAR(List.of("year", "年份", "年度"), null, NumberField.YEAR, null),
  CATEGORY(List.of("category", "类别"), FacetDimension.CATEGORY, null, null),
  TOPIC(List.of("topic", "主题"), FacetDimension.TOPIC, null, null),
  AGENCY_TYPE(List.of("agency_type", "单位类型"), FacetDimension.AGENCY_TYPE, null, null),
  SITE(List.of("site", "网站", "来源网站"), FacetDimension.SITE, null, null),
  LEVEL1(List.of("level1", "一级指标"), FacetDimension.INDICATOR_LEVEL1, null, null),
  LEVEL2(List.of("level2", "二级指标"), FacetDimension.INDICATOR_LEVEL2, null, null),
  MET(List.of("met", "完成"), FacetDimension.TARGET_RESULT, null, null),
  NAME(List.of("name", "名称"), FacetDimension.FIGURE_NAME, null, null),
  KIND(List.of("kind", "差错"), FacetDimension.FINDING_KIND, null, null),
  SEVERITY(List.of("severity", "程度"), FacetDimension.SEVERITY, null, null),
  ACCOUNT(List.of("account"), FacetDimension.ACCOUNT, null, null),
  STAGE(List.of("stage"), FacetDimension.STAGE, null, null),
  FUND(List.of("fund"), FacetDimension.FUND, null, null),
  PERIMETER(List.of("perimeter"), FacetDimension.PERIMETER, null, null),
  TARGET(List.of("target", "目标值"), null, null, TextField.DETAIL_NGRAMS),
  ITEM(List.of("item", "科目"), null, null, TextField.DETAIL_NGRAMS),
  AMOUNT(List.of("amount", "金额"), null, NumberField.AMOUNT, null),
  SCORE(List.of("score", "得分"), null, NumberField.SCORE, null),
  WEIGHT(List.of("weight", "分值"), null, NumberField.WEIGHT, null),
  LOST(List.of("lost", "失分"), null, NumberField.POINTS_LOST, null),
  GAP(List.of("gap", "差额"), null, NumberField.GAP, null),
  GAP_PERCENT(List.of("gap_percent", "差额占比", "偏离度"), null, NumberField.GAP_PERCENT, null),
  COMPLETION(List.of("completion", "完成率", "执行率"), null, NumberField.COMPLETION, null),
  GROWTH(List.of("growth", "增减率", "增长率"), null, NumberField.GROWTH, null),
  SHARE(List.of("share", "占比"), null, NumberField.SHARE, null),
  ARRIVAL(List.of("arrival", "收录序号"), null, NumberField.ARRIVAL, null),
  PUBLISHED(List.of("published", "发布日期", "公开日期"), null, NumberField.PUBLISHED, null),
  LATE(List.of("late", "迟公开天数"), null, NumberField.DAYS_LATE, null);

  @SuppressWarnings("ImmutableEnumChecker") // the list comes from List.of and is immutable
  private final List<String> names;

  private final @Nullable FacetDimension dimension;
  private final @Nullable NumberField numberField;
  private final @Nullable TextField textField;

  QueryField(
      List<String> names,
      @Nullable FacetDimension dimension,
      @Nullable NumberField numberField,
      @Nullable TextField textField) {
    this.names = names;
    this.dimension = dimension;
    this.numberField = numberField;
    this.textField = textField;
  }

  /** Whether the field holds an amount, which may be typed with a unit. */
  public boolean isMoney() {
    return this == AMOUNT || this == GAP;
  }

  /** Whether values of the field are dates, stored as numbers such as {@code 20240830}. */
  public boolean isDate() {
    return this == PUBLISHED;
  }

  /** The English name of the field. */
  public String id() {
    return names.getFirst();
  }

  /** The first Chinese name of the field; the English name if it has none. */
  String chineseName() {
    return names.get(Math.min(1, names.size() - 1));
  }

  /** The facet that the field searches, or null. */
  public @Nullable FacetDimension dimension() {
    return dimension;
  }

  /** The numeric field that the field searches, or null. */
  public @Nullable NumberField number() {
    return numberField;
  }

  /** The text field that the field searches, or null. */
  public @Nullable TextField text() {
    return textField;
  }

  /** The field with an English or Chinese name, ignoring case; empty if there is none. */
  public static Optional<QueryField> findByName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(f -> f.names.contains(lower)).findFirst();
  }
}
