package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;

/**
 * Reads an agency name without a place from a sentence about its founding, its nature or an empty
 * table: 某某林区法院成立于1982年. Used last, and usually only for names that recur.
 */
final class AgencySelfDescriptionReader {
  private static final int OPENING_LINES = 120;
  private static final int MIN_NAME_LENGTH = 5;

  private static final Pattern FOUNDED =
      Pattern.compile(
          "(?:^|。)(?<name>\\p{IsHan}{5,25}?)(?:（[^（）]{2,30}）)?，?(?:(?:成立|始建|建|设立)于|创建于|创办于|组建于|位于|坐落于?|(?:主办|举办|主管)(?:单位|部门)为|(?:是|为|系)[^。；，]{0,30}?(?:事业单位|预算单位|全日制|公办))");

  /** A sentence about responsibilities: 某区水利和湖泊局负责保障水资源的合理开发利用. */
  private static final Pattern CHARGED =
      Pattern.compile("^(?<name>\\p{IsHan}{5,25}?)(?:主要)?(?:负责|承担)(?!人)");

  /** The note below an empty table: 某镇人民政府没有使用国有资本经营预算安排支出，故本表无数据. */
  private static final Pattern WITHOUT =
      Pattern.compile(
          "(?:^|[。：])(?<name>\\p{IsHan}{5,25}?)(?:20\\d\\d年度?)?(?:没有|无)(?:使用)?"
              + "(?:政府性基金|国有资本经营|一般公共预算)[^。；]{0,60}(?:故本表|本表为空|空表)");

  /** Words by which any agency of the kind may be called. */
  private static final Pattern GENERIC =
      Pattern.compile("^(?:本|我|该|全|各|原|基层|[省市县区]|人民|中级|高级|乡镇|学校|医院|内设|下属|所属|其中)");

  private AgencySelfDescriptionReader() {}

  /**
   * Finds the agency name in a sentence about its founding or its duties; null if no sentence gives
   * one.
   */
  static @Nullable MetadataClaim<AgencyName> find(List<DocumentLine> lines) {
    for (DocumentLine line : MetadataSourceText.firstLines(OPENING_LINES, lines)) {
      MetadataClaim<AgencyName> founded = findName(FOUNDED, line, lines);
      if (founded != null) {
        return founded;
      }
    }
    MetadataClaim<AgencyName> charged = findFirst(CHARGED, lines);
    return charged != null ? charged : findFirst(WITHOUT, lines);
  }

  private static @Nullable MetadataClaim<AgencyName> findFirst(
      Pattern pattern, List<DocumentLine> lines) {
    return lines.stream()
        .map(line -> findName(pattern, line, lines))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable MetadataClaim<AgencyName> findName(
      Pattern pattern, DocumentLine line, List<DocumentLine> lines) {
    Matcher sentence = pattern.matcher(line.text());
    while (sentence.find()) {
      AgencyName name =
          AgencyName.readFrom(sentence.group("name"))
              .filter(AgencyName::hasAgencyEnding)
              .orElse(null);
      if (name != null
          && name.name().length() >= MIN_NAME_LENGTH
          && !GENERIC.matcher(name.name()).find()
          && (isCertain(pattern, name) || occursAgain(lines, line, name.name()))) {
        return new MetadataClaim<>(name, "opening-sentence", sentence.group(), line.page());
      }
    }
    return null;
  }

  private static boolean isCertain(Pattern pattern, AgencyName name) {
    return pattern == WITHOUT || (pattern == FOUNDED && hasFullPlace(name));
  }

  /** Whether the name has its full place, so that one occurrence suffices. */
  private static boolean hasFullPlace(AgencyName name) {
    return name.leadingPlaces(Gazetteer.standard()).full();
  }

  /** Whether the name occurs a second time in the document. */
  private static boolean occursAgain(List<DocumentLine> lines, DocumentLine first, String name) {
    return first.text().indexOf(name, first.text().indexOf(name) + 1) >= 0
        || lines.stream().anyMatch(l -> !l.equals(first) && l.text().contains(name));
  }
}
