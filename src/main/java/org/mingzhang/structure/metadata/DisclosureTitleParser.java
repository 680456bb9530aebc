package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.CorrectionMark;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.YearFinder;

/**
 * Parses a title or file name into agency, year and kind.
 *
 * <pre>
 *   title  := lead? (agency year | year agency | agency | place year) kind tail? ("（" agency "）")?
 *   lead   := 附件1： | 关于
 *   kind   := 部门决算 | 单位预算 | 部门整体支出绩效自评 | 财政预算执行情况和2024年财政预算草案 | …
 * </pre>
 */
final class DisclosureTitleParser {
  private static final Pattern BRACKETED_WORDS = Pattern.compile("（(?<words>[^（）]{4,40})）");

  /** Separators of the parts of a file name: 2023年度部门决算-某局-公开文本. */
  private static final Pattern PART_SEPARATOR = Pattern.compile("[\\-—_]+");

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DisclosureTitleParser.class);
  private static final Pattern SECOND_DOCUMENT = PATTERNS.get("second-document");
  private static final Pattern OWN_THREE_PUBLIC_EXPENSES = PATTERNS.get("own-expenses");
  private static final Pattern FUNDS_AFTER_AGENCY = PATTERNS.get("funds");
  private static final Pattern OWN_LEVEL_WORDS = PATTERNS.get("disclosure-title-parser-own-level");
  private static final Pattern GOVERNMENT_WITH_DEPARTMENTS =
      PATTERNS.get("government-with-departments");
  private static final Pattern COUNTY = PATTERNS.get("county");

  private final Gazetteer gazetteer;

  DisclosureTitleParser(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /**
   * Parses a title as printed in the document, from which white space has been removed. If it names
   * two documents of different years (2024年部门预算和2022年部门决算), year and kind are those of the first.
   * The mark of a correction (更正后的…) is part of the text only.
   */
  ParsedDisclosureTitle parsePrinted(String text) {
    String unmarked = CorrectionMark.removeFrom(text);
    Matcher second = SECOND_DOCUMENT.matcher(unmarked);
    if (second.find()) {
      ParsedDisclosureTitle first = parseSingleTitle(unmarked.substring(0, second.start()));
      if (first.kind() != null && first.year() != null) {
        return first.withText(text);
      }
    }
    return parseSingleTitle(unmarked).withText(text);
  }

  private ParsedDisclosureTitle parseSingleTitle(String text) {
    List<YearFinder.YearInText> years = YearFinder.findYears(text);
    DisclosureKind kind = years.isEmpty() ? DisclosureKindFinder.find(text).orElse(null) : null;
    return parse(text, kind == null ? years : findBareYear(kind, text));
  }

  /** A year without 年 or with two digits directly before the kind: 某检察院2022决算, 某局25年部门预算. */
  private static List<YearFinder.YearInText> findBareYear(DisclosureKind kind, String text) {
    return Stream.concat(
            YearFinder.findYearsWithoutUnit(text).stream(),
            YearFinder.findTwoDigitYears(text).stream())
        .filter(year -> year.end() == kind.wordsStart())
        .toList();
  }

  /** Parses a file name without extension, where years may be written 25年 or 2024. */
  ParsedDisclosureTitle parseFileName(String text) {
    List<YearFinder.YearInText> years = new ArrayList<>(YearFinder.findYears(text));
    if (SECOND_DOCUMENT.matcher(text).find()) {
      return parsePrinted(text);
    }
    if (years.isEmpty() && DisclosureKindFinder.find(text).isPresent()) {
      years.addAll(YearFinder.findTwoDigitYears(text));
      years.addAll(YearFinder.findYearsWithoutUnit(text));
    }
    return parse(text, years);
  }

  private ParsedDisclosureTitle parse(String text, List<YearFinder.YearInText> allYears) {
    List<YearFinder.YearInText> years = allYears.stream().filter(y -> !y.isPartOfDate()).toList();
    DisclosureKind kind = DisclosureKindFinder.find(text).orElse(null);
    YearFinder.YearInText year = findYear(years, kind, text);
    AgencyName agency = null;
    String place = null;
    for (String words : listNameParts(text, years, kind)) {
      AgencyName name = readAgency(words, kind);
      if (name != null && name.consistsOfPlaces(gazetteer)) {
        place = place == null ? name.name() : place;
      } else if (name != null && isPlausibleAgency(name) && agency == null) {
        agency = name;
      }
    }
    agency = agency == null || place == null ? agency : prependPlaceIfMissing(place, agency);
    return new ParsedDisclosureTitle(
        text,
        agency,
        place,
        year == null ? null : year.year(),
        completeScope(kind, agency, place, text));
  }

  /**
   * The agency name in some words. If the words are the name of a project, only an agency at their
   * beginning is used. Null if there is none.
   */
  private @Nullable AgencyName readAgency(String words, @Nullable DisclosureKind kind) {
    AgencyName name =
        AgencyName.readFrom(FUNDS_AFTER_AGENCY.matcher(words).replaceFirst("")).orElse(null);
    if ((kind != null && kind.isBudgetOrFinalAccounts())
        || (name != null && (name.consistsOfPlaces(gazetteer) || isPlausibleAgency(name)))) {
      return name;
    }
    return AgencyName.readLongestPrefix(words)
        .filter(n -> !n.leadingPlaces(gazetteer).candidates().isEmpty())
        .orElse(null);
  }

  /** The agency joined with the place before the year: 某县2015年度移民局…. */
  private AgencyName prependPlaceIfMissing(String place, AgencyName agency) {
    boolean bare =
        agency.hasAgencyEnding() && agency.leadingPlaces(gazetteer).candidates().isEmpty();
    return bare && COUNTY.matcher(place).find() && !agency.name().startsWith("市")
        ? new AgencyName(
            place + agency.name().replace("（" + place + "）", ""), agency.impliedScope())
        : agency;
  }

  /**
   * Whether words in brackets are an agency with its place; after the name of a project, words in
   * brackets describe the project.
   */
  private static boolean isAgencyWithPlace(String words) {
    return AgencyName.readFrom(words).filter(AgencyName::beginsWithPlace).isPresent();
  }

  /** The parts of a title that may name the agency, most likely first. */
  private static List<String> listNameParts(
      String text, List<YearFinder.YearInText> years, @Nullable DisclosureKind kind) {
    int end = kind == null ? text.length() : kind.wordsStart();
    List<YearFinder.YearInText> before = years.stream().filter(y -> y.end() <= end).toList();
    List<String> parts = new ArrayList<>();
    if (before.isEmpty()) {
      parts.add(text.substring(0, end));
    } else {
      parts.add(text.substring(0, before.getFirst().start()));
      parts.add(text.substring(before.getLast().end(), end));
    }
    Matcher bracket = BRACKETED_WORDS.matcher(text);
    while (bracket.find()) {
      boolean beside =
          kind == null || bracket.start() >= kind.wordsEnd() || bracket.end() <= kind.wordsStart();
      boolean accounts = kind != null && kind.isBudgetOrFinalAccounts();
      if (beside && (accounts || isAgencyWithPlace(bracket.group("words")))) {
        parts.add(bracket.group("words"));
      }
    }
    if (kind != null) {
      parts.addAll(List.of(PART_SEPARATOR.split(text.substring(kind.wordsEnd()))));
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** Whether the title names an agency that begins with a place. */
  boolean hasAgencyWithPlace(ParsedDisclosureTitle title) {
    return title.agency() != null && title.agency().leadingPlaces(gazetteer).placeCount() > 0;
  }

  /**
   * Whether a name ends like that of an agency, or at least begins with a place and does not end
   * like the name of a place.
   */
  private boolean isPlausibleAgency(AgencyName name) {
    String words = name.name();
    boolean place = words.length() <= 25 && "省市县区州旗盟".indexOf(words.charAt(words.length() - 1)) < 0;
    return name.hasAgencyEnding() || (place && name.leadingPlaces(gazetteer).placeCount() > 0);
  }

  /**
   * The last year before the words for the kind; if there is none, the first year shortly after
   * them that is no publication date: 绩效自评表（2024年度）. A year in brackets after an evaluation takes
   * precedence over the next year before it, in which it is published. If there is no kind, the
   * first year; null if there is no year.
   */
  private static YearFinder.@Nullable YearInText findYear(
      List<YearFinder.YearInText> years, @Nullable DisclosureKind kind, String text) {
    if (kind == null) {
      return years.isEmpty() ? null : years.getFirst();
    }
    YearFinder.YearInText found = null;
    for (YearFinder.YearInText year : years) {
      if (year.start() < kind.wordsEnd()) {
        found = year;
      }
    }
    for (YearFinder.YearInText year : years) {
      if (found != null && isEvaluatedYear(text, year, kind) && year.year() == found.year() - 1) {
        return year;
      }
    }
    if (found == null) {
      found =
          years.stream()
              .filter(y -> y.start() - kind.wordsEnd() <= 30 && !isPublicationDate(text, y))
              .findFirst()
              .orElse(null);
    }
    return found;
  }

  /** Whether a year stands in brackets after the kind: 绩效自评结果（2022年度）. */
  private static boolean isEvaluatedYear(
      String text, YearFinder.YearInText year, DisclosureKind kind) {
    return !kind.isBudgetOrFinalAccounts()
        && year.start() > kind.wordsEnd()
        && text.charAt(year.start() - 1) == '（'
        && text.startsWith("）", year.end());
  }

  private static boolean isPublicationDate(String text, YearFinder.YearInText year) {
    return text.startsWith("公开", year.end()) || text.startsWith("发布", year.end());
  }

  /**
   * The kind of a budget or accounts with the scope derived from agency and place if its words do
   * not state it. The scope is a unit, even against the words, if the agency is named as 本级. Other
   * kinds, and null, are returned unchanged.
   */
  private @Nullable DisclosureKind completeScope(
      @Nullable DisclosureKind kind,
      @Nullable AgencyName agency,
      @Nullable String place,
      String text) {
    if (kind == null || !kind.isBudgetOrFinalAccounts()) {
      return kind;
    }
    boolean itself =
        OWN_LEVEL_WORDS.matcher(text).find()
            && agency != null
            && !mayPublishForGovernment(agency.name());
    if (agency != null
        && (itself || agency.impliedScope() == Scope.UNIT)
        && kind.scope() != Scope.GOVERNMENT) {
      return kind.withScope(Scope.UNIT);
    }
    if (kind.scope() != Scope.UNKNOWN) {
      return kind;
    }
    if (agency == null && place != null) {
      return kind.withScope(Scope.GOVERNMENT);
    }
    if (agency == null) {
      return kind;
    }
    if (GOVERNMENT_WITH_DEPARTMENTS.matcher(agency.name()).find()) {
      return kind.withScope(Scope.GOVERNMENT);
    }
    if (mayPublishForGovernment(agency.name())
        && !OWN_THREE_PUBLIC_EXPENSES.matcher(text).find()
        && DisclosureKindFinder.namesGovernmentFunds(text.replace(agency.name(), ""))) {
      return kind.withScope(Scope.GOVERNMENT);
    }
    return agency.impliedScope() == Scope.DEPARTMENT ? kind.withScope(Scope.DEPARTMENT) : kind;
  }

  /**
   * Whether an agency may publish for a whole government: the government itself, its finance
   * department, a town or subdistrict, or the administration of a zone.
   */
  static boolean mayPublishForGovernment(String name) {
    return name.endsWith("人民政府")
        || name.endsWith("镇")
        || name.endsWith("乡")
        || name.endsWith("街道")
        || name.endsWith("财政局")
        || name.endsWith("财政厅")
        || name.endsWith("管理委员会")
        || name.endsWith("管委会")
        || name.endsWith("财政所")
        || name.endsWith("街道办事处");
  }
}
