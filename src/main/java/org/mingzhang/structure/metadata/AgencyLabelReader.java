package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;

/** Reads agency names after labels above tables and on covers: 部门：, 编制单位：, 预算主管部门：, 填报单位（盖章）：. */
final class AgencyLabelReader {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?<label>(?:预算|主管|编制|公开|填报|部门|单位|自评|评价|被评价|申报|报送|项目|实施|决算|预算主管|一级预算|二级预算|项目主管|项目实施|责任|用款){0,2}"
              + "(?:部门（单位）|单位（部门）|部门（单位|部门|单位|机构)(?:名称|全称)?)(?:（(?:盖章|公章|签章|加盖公章|章)）)?(?<colon>[：]?)(?<value>.*)$");

  /** A label and a name side by side without a colon, as in forms in running text. */
  private static final Pattern LABEL_WITHOUT_COLON =
      Pattern.compile(
          "^(?<label>主管部门|主管单位|实施单位|项目单位|预算单位|填报单位|单位名称|部门名称)(?:\\d{3,12}[\\-—])?"
              + "(?<value>\\p{IsHan}.{3,40}?)(?=(?:主管部门|主管单位|实施单位|项目单位|预算单位|填报单位|项目负责人|联系电话)|$)");

  private static final Pattern END_OF_NAME =
      Pattern.compile(
          "(?:单位：|金额单位|（?盖章|（?公章|（?签章|填报日期|填报时间|日期|编制日期|公开0?\\d|填表|20\\d\\d年|万元|元$).*$");

  /** The agency that designed the form, not the one that fills it in: 某市财政局制, 某市财政局（制）. */
  private static final Pattern MAKER = Pattern.compile(".*财政[局厅部](?:（?监?制）?|印制|编制)$");

  /** A label that fills its line, so that the name is on the next line. */
  private static final Pattern CELL =
      Pattern.compile(
          "(?:预算部门|预算单位|(?:项目)?主管部门|申报单位|实施单位|项目单位|填报单位|单位名称|部门名称|部门（单位）名称)"
              + "(?:（(?:盖章|公章|签章)）)?：?");

  /** 实施单位 at the beginning of a line or after the name of the superior agency. */
  private static final Pattern IMPLEMENTING =
      Pattern.compile(
          "(?=[项实填])(?:^|(?<=[局委会厅办院所心府处站]))(?:(?:项目)?实施单位|项目单位|填报单位)(?:（(?:盖章|公章|签章)）)?：?(?:[〔（【\\[]\\d{3,14}[\\]】）〕])?(?<value>.{0,40}?)(?=项目负责人|联系电话|联系人|$)");

  private static final Pattern SUPERIOR =
      Pattern.compile(
          "^(?:项目|[省市县区]级)?主管部门(?:（(?:盖章|公章|签章)）)?：?(?<value>.{0,40}?)(?=(?:项目)?实施单位|$)");

  /**
   * The labels in the upper part of a form; a line that contains the whole upper part is split
   * before each label.
   */
  private static final Pattern FIELD =
      Pattern.compile(
          "(?=[项专省市县区主实填单部负联资年预（])(?:(?:项目|专项资金)名称|(?:项目|[省市县区]级)?主管(?:部门|单位)(?!编码)|(?:项目)?实施单位|(?<!预算)(?<!部门)项目单位|填报单位|单位名称|部门名称|填报日期"
              + "|(?:项目)?负责人|联系人|联系电话|项目(?:资金|预算)|资金(?:情况|总额)|年度(?:财政)?资金|预算执行情况|项目(?:类别|属性|类型)|年度(?:总体)?目标|（20\\d\\d年度?）)");

  private static final Pattern YEAR_STAMP = Pattern.compile("（20\\d\\d年度?）");
  private static final int MIN_LONG_LINE_LENGTH = 60;
  private static final int MIN_FIELDS = 4;

  private AgencyLabelReader() {}

  /** Whether a line names the agency that designed the form. */
  static boolean namesFormDesigner(String line) {
    return MAKER.matcher(line).matches();
  }

  /** Whether a line consists of a label only, without a name after it. */
  static boolean isBareLabel(String line) {
    return CELL.matcher(line).matches();
  }

  /**
   * Splits a line that contains the whole upper part of a form before each label; the line itself
   * if it has too few labels.
   */
  static List<String> splitFields(String line) {
    if (line.length() < MIN_LONG_LINE_LENGTH) {
      return List.of(line);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher field = FIELD.matcher(line);
    while (field.find()) {
      if (field.start() > from) {
        parts.add(line.substring(from, field.start()));
        from = field.start();
      }
      if (YEAR_STAMP.matcher(field.group()).matches()) {
        parts.add(field.group());
        from = field.end();
      }
    }
    parts.add(line.substring(from));
    parts.removeIf(String::isEmpty);
    return parts.size() < MIN_FIELDS ? List.of(line) : parts;
  }

  /** Whether a line begins with a label of an agency and a colon. */
  static boolean isLabeled(String line) {
    Matcher label = LABEL.matcher(line);
    return label.matches() && !label.group("colon").isEmpty();
  }

  /** The name after the label in a line, or in the cell next to it. */
  static Optional<MetadataClaim<AgencyName>> read(DocumentLine line) {
    Matcher label = LABEL.matcher(line.text());
    if (!label.matches()) {
      return Optional.empty();
    }
    boolean colon = !label.group("colon").isEmpty();
    String value = colon ? label.group("value") : "";
    if (value.isEmpty() && (colon || label.group("value").isEmpty())) {
      value = line.next();
    }
    Matcher bare = LABEL_WITHOUT_COLON.matcher(line.text());
    if (value.isEmpty() && !colon && bare.find()) {
      return AgencyName.readFrom(bare.group("value"))
          .filter(AgencyName::hasAgencyEnding)
          .filter(AgencyName::hasPlace)
          .map(name -> new MetadataClaim<>(name, "label", bare.group(), line.page()));
    }
    String words = END_OF_NAME.matcher(value).replaceFirst("");
    return AgencyName.readFrom(words)
        .filter(name -> !name.isSectionName())
        .map(
            name ->
                new MetadataClaim<>(
                    name, "label", label.group("label") + "：" + words, line.page()));
  }

  /** All names after labels, the most frequent first. */
  static List<MetadataClaim<AgencyName>> findByFrequency(List<DocumentLine> lines) {
    AgencyNameTally tally = new AgencyNameTally();
    lines.forEach(line -> read(line).ifPresent(tally::countReading));
    return tally.rankByCount();
  }

  /**
   * The agency that implements a project (实施单位), if all such labels of a form have the same name;
   * its superior (主管部门) if no implementing agency is named. Empty if several agencies are named.
   */
  static List<MetadataClaim<AgencyName>> readForm(List<DocumentLine> lines) {
    List<MetadataClaim<AgencyName>> own = findAfter(IMPLEMENTING, lines);
    List<MetadataClaim<AgencyName>> names = own.isEmpty() ? findAfter(SUPERIOR, lines) : own;
    return names.size() == 1 ? names : List.of();
  }

  /** Finds the names after labels that match a pattern. */
  private static List<MetadataClaim<AgencyName>> findAfter(
      Pattern labels, List<DocumentLine> lines) {
    AgencyNameTally tally = new AgencyNameTally();
    for (DocumentLine line : lines) {
      Matcher label = labels.matcher(line.text());
      String value =
          !label.find() ? "" : label.group("value").isEmpty() ? line.next() : label.group("value");
      AgencyName.readFrom(END_OF_NAME.matcher(value).replaceFirst(""))
          .filter(AgencyName::hasAgencyEnding)
          .filter(name -> !name.isBareEnding())
          .filter(AgencyName::hasPlace)
          .map(name -> new MetadataClaim<>(name, "label", line.text(), line.page()))
          .ifPresent(tally::countReading);
    }
    return tally.rankByCount();
  }

  /** Returns the scope that a label implies: 预算单位 is a unit, 预算主管部门 a department. */
  static Scope impliedScope(String label) {
    if (label.contains("主管")) {
      return Scope.DEPARTMENT;
    }
    return label.startsWith("预算单位") ? Scope.UNIT : Scope.UNKNOWN;
  }
}
