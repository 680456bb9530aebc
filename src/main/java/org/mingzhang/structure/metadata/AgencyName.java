package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.region.PlaceChain;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/**
 * The name of a publishing agency, without surrounding words of titles or tables.
 *
 * @param name full name as printed, without 本级 and similar words
 * @param impliedScope the scope that the surrounding words imply: 本级 and （行政） mean one unit
 */
record AgencyName(String name, Scope impliedScope) {
  private static final int MAX_NAME_LENGTH = 45;

  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(AgencyName.class);
  private static final Pattern LEADING_MARK = PATTERNS.get("leading-mark");
  private static final Pattern TRAILING_WORDS = PATTERNS.get("trail");
  private static final Pattern AGENCY_ENDING = PATTERNS.get("agency-ending");
  private static final Pattern LONGEST_NAME_PREFIX = PATTERNS.get("longest-name-prefix");
  private static final Pattern NAME_CHARACTERS =
      Pattern.compile("[\\p{IsHan}0-9A-Za-z（）·—\\-、“”－〇]{2," + MAX_NAME_LENGTH + "}");

  /**
   * Characters with which no name begins, since they begin the rest of a sentence. A name may begin
   * with such a character if it is the start of a place name, since 和 and 日 also begin names of
   * cities.
   */
  private static final String NON_INITIAL_CHARACTERS = "是由为在以及和与的其各该本我将对年月日";

  private static final Pattern NOT_A_NAME = PATTERNS.get("not-a-name");
  private static final Pattern BARE_ENDING = PATTERNS.get("bare-ending");
  private static final Pattern AGENCY_SECTION = PATTERNS.get("section");
  private static final Pattern AGENCY_SECTION_ENDING = PATTERNS.get("section-end");
  private static final int MAX_SECTION_NAME_LENGTH = 12;

  private static final Pattern PLACE_SHAPED = PATTERNS.get("place-shaped");
  private static final Pattern NOT_A_PLACE = PATTERNS.get("no-place");
  private static final Pattern NATIONAL_PREFIX = PATTERNS.get("national-prefix");
  private static final Pattern EVALUATION_FIRM = PATTERNS.get("evaluation-firm");
  private static final Pattern RELATION_TO_SUPERIOR = PATTERNS.get("relation-to-superior");
  private static final Pattern SELF_WORD = PATTERNS.get("self-word");
  private static final Pattern CORPS = PATTERNS.get("corps");

  /** Reads the name that a text consists of; empty if the text is not a name. */
  static Optional<AgencyName> readFrom(String unspacedText) {
    String name = unspacedText;
    Scope scope = Scope.UNKNOWN;
    Matcher lead = LEADING_MARK.matcher(name);
    name = lead.find() ? name.substring(lead.end()) : name;
    name = name.indexOf("关于") > 2 ? name.substring(0, name.indexOf("关于")) : name;
    for (Matcher trail = TRAILING_WORDS.matcher(name);
        trail.find();
        trail = TRAILING_WORDS.matcher(name)) {
      scope = scope == Scope.UNKNOWN ? impliedScope(trail.group("words")) : scope;
      name = name.substring(0, trail.start());
    }
    Matcher section = AGENCY_SECTION.matcher(name);
    name = section.matches() ? section.group("body") : name;
    String unit = withoutSuperior(name);
    scope = scope == Scope.UNKNOWN && !unit.equals(name) ? Scope.UNIT : scope;
    name = unit;
    return isValid(name) ? Optional.of(new AgencyName(name, scope)) : Optional.empty();
  }

  /** The unit after its superior in 某县教育局下属某县第一中学; any other name is returned unchanged. */
  private static String withoutSuperior(String name) {
    Matcher relation = RELATION_TO_SUPERIOR.matcher(name);
    if (!relation.find()) {
      return name;
    }
    String unit = name.substring(relation.end());
    return Gazetteer.standard().leadingPlaces(unit).placeCount() > 0
            && AGENCY_ENDING.matcher(unit).find()
        ? unit
        : name;
  }

  /**
   * Reads the longest name at the start of a text, 某局 in 某局职工之家建设, which ends before a quotation;
   * empty if there is none.
   */
  static Optional<AgencyName> readLongestPrefix(String unspacedText) {
    Matcher lead = LEADING_MARK.matcher(unspacedText);
    String words = lead.find() ? unspacedText.substring(lead.end()) : unspacedText;
    int quote = words.indexOf('“');
    words = quote > 0 ? words.substring(0, quote) : words;
    Matcher organ = LONGEST_NAME_PREFIX.matcher(words);
    return organ.find() ? readFrom(organ.group()) : Optional.empty();
  }

  private static boolean isValid(String name) {
    return NAME_CHARACTERS.matcher(name).matches()
        && !NOT_A_NAME.matcher(name).find()
        && (NON_INITIAL_CHARACTERS.indexOf(name.charAt(0)) < 0
            || Gazetteer.standard().leadingPlaces(name).placeCount() > 0);
  }

  /** Whether the name is only the end of a name that was broken over lines: 资源局 of 自然资源局. */
  boolean isBareEnding() {
    return BARE_ENDING.matcher(name).matches();
  }

  /** Whether the name is that of a firm that evaluates for others: 某会计师事务所, 某咨询有限公司. */
  boolean isEvaluationFirm() {
    return EVALUATION_FIRM.matcher(name).find();
  }

  /** Whether the name is that of a section without its agency: 农业工作科, 产业发展股. */
  boolean isSectionName() {
    return name.length() <= MAX_SECTION_NAME_LENGTH
        && AGENCY_SECTION_ENDING.matcher(name).find()
        && !beginsWithPlace();
  }

  /** Whether the name ends like an agency's: 局, 委员会, 医院, 街道. */
  boolean hasAgencyEnding() {
    return name.length() > 2 && AGENCY_ENDING.matcher(name).find() && !isBareYouthLeague(name);
  }

  /**
   * Whether the name is only 共青团, which is the beginning of a longer name, not the name of a
   * regiment, although 团 ends such names.
   */
  private static boolean isBareYouthLeague(String name) {
    return name.endsWith("团") && isStartOfName(name);
  }

  /**
   * Whether the name begins with a place of the gazetteer, or with text that only has the form of a
   * place name. See {@link #leadingPlaces} for known places.
   */
  boolean beginsWithPlace() {
    String plain = withoutNationalPrefix();
    return leadingPlaces(Gazetteer.standard()).placeCount() > 0
        || (!NOT_A_PLACE.matcher(plain).find() && PLACE_SHAPED.matcher(plain).lookingAt());
  }

  /**
   * Parses the places at the start of the name, after words such as 中共 that precede them. The end
   * index of the chain counts from the end of these words, not from the start of the name.
   */
  PlaceChain leadingPlaces(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return chain.candidates().isEmpty() ? gazetteer.leadingPlaces(withoutNationalPrefix()) : chain;
  }

  /** The rest of the name after its places: 总工会 of 某市某区总工会. */
  String nameAfterPlaces(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return chain.candidates().isEmpty()
        ? withoutNationalPrefix().substring(gazetteer.leadingPlaces(withoutNationalPrefix()).end())
        : name.substring(chain.end());
  }

  /** Whether a line is only the beginning of a longer name: 中国共产主义青年团. */
  static boolean isStartOfName(String line) {
    return NATIONAL_PREFIX.matcher(line).matches() || CORPS.matcher(line).matches();
  }

  /** The name without words such as 中共 before its place. */
  private String withoutNationalPrefix() {
    Matcher front = NATIONAL_PREFIX.matcher(name);
    return front.find() ? name.substring(front.end()) : name;
  }

  /** Whether the name consists of places only, such as 福建省厦门市, possibly with 本级 after them. */
  boolean consistsOfPlaces(Gazetteer gazetteer) {
    PlaceChain chain = gazetteer.leadingPlaces(name);
    return !chain.candidates().isEmpty()
        && !name.endsWith("行政委员会")
        && name.substring(chain.end()).matches("(?:全|本|和)?[省市区县州]?本?级?(?:（[^（）]{2,8}区）)?");
  }

  /** Whether the text calls itself by the word for the body in the name: 本局, 我院, 我镇. */
  boolean isAuthorOf(List<DocumentLine> lines) {
    Matcher ending = SELF_WORD.matcher(name);
    String word = ending.find() ? ending.group() : name;
    return lines.stream()
        .anyMatch(line -> line.text().contains("本" + word) || line.text().contains("我" + word));
  }

  private static Scope impliedScope(String words) {
    if (words.contains("本级") || words.contains("行政") || words.contains("机关")) {
      return Scope.UNIT;
    }
    return switch (words) {
      case "单位", "（单位）", "（事业单位）", "（直属单位）", "（所属单位）", "（下属单位）" -> Scope.UNIT;
      case "（二级单位）", "（三级单位）", "（二级预算单位）", "（三级预算单位）", "（基层预算单位）" -> Scope.UNIT;
      case "部门", "（部门）", "（汇总）", "（合并）" -> Scope.DEPARTMENT;
      default -> Scope.UNKNOWN;
    };
  }
}
