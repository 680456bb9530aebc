package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.structure.metadata.Kind.Genre;
import org.mingzhang.structure.metadata.Kind.Scope;
import org.mingzhang.text.Years;

/**
 * Reads a title or file name: whose, which year, what.
 *
 * <pre>
 *   title  := lead? (agency year | year agency | agency | place year) kind tail? ("（" agency "）")?
 *   lead   := 附件1： | 关于
 *   kind   := 部门决算 | 单位预算 | 部门整体支出绩效自评 | 财政预算执行情况和2024年财政预算草案 | …
 * </pre>
 */
final class TitleParser {
  private static final Pattern BRACKET = Pattern.compile("（(?<words>[^（）]{4,40})）");

  /** What parts the pieces of a file name: 2023年度部门决算-某局-公开文本. */
  private static final Pattern DASHES = Pattern.compile("[\\-—_]+");

  /** The three public expenses of one body, unless said to be those of all. */
  private static final Pattern OWN_EXPENSES = Pattern.compile("^(?!.*(?:汇总|全[省市区县州])).*三公");

  /** What of the accounts a page is about, behind the name of the body. */
  private static final Pattern FUNDS =
      Pattern.compile("(?<=.{3})(?:一般公共预算|财政拨款|政府性基金|国有资本经营|[“\"]?三公).*$");

  /** 某局本级, but not 市本级, which is the level that all its departments are of. */
  private static final Pattern OWN_LEVEL = Pattern.compile("(?<![省市区县州旗镇乡])本级");

  /** A government that has departments: its accounts, plainly so called, are those of all. */
  private static final Pattern COUNTY_OR_HIGHER = Pattern.compile("[省市区县州旗盟]人民政府$");

  private static final Pattern COUNTY = Pattern.compile("\\p{IsHan}{2,}[市县区旗州盟]$");

  private final Gazetteer gazetteer;

  TitleParser(Gazetteer gazetteer) {
    this.gazetteer = gazetteer;
  }

  /** Reads a printed title, compact. */
  ParsedTitle printed(String text) {
    List<Years.Mention> years = Years.in(text);
    Kind kind = years.isEmpty() ? KindWords.find(text).orElse(null) : null;
    return parse(text, kind == null ? years : bareBefore(kind, text));
  }

  /** A year without 年 just before the words for the kind: 某检察院2022决算. */
  private static List<Years.Mention> bareBefore(Kind kind, String text) {
    return Years.bareIn(text).stream().filter(year -> year.end() == kind.start()).toList();
  }

  /** Reads a file name without its ending, where years may be written 25年 or 2024. */
  ParsedTitle fileName(String text) {
    List<Years.Mention> years = new ArrayList<>(Years.in(text));
    if (years.isEmpty() && KindWords.find(text).isPresent()) {
      years.addAll(Years.shortIn(text));
      years.addAll(Years.bareIn(text));
    }
    return parse(text, years);
  }

  private ParsedTitle parse(String text, List<Years.Mention> all) {
    List<Years.Mention> years = all.stream().filter(y -> !y.dated()).toList();
    Kind kind = KindWords.find(text).orElse(null);
    Years.Mention year = year(years, kind, text);
    AgencyName agency = null;
    String place = null;
    for (String words : namePlaces(text, years, kind)) {
      AgencyName name = name(words, kind);
      if (name != null && name.isPlace(gazetteer)) {
        place = place == null ? name.name() : place;
      } else if (name != null && plausible(name) && agency == null) {
        agency = name;
      }
    }
    agency = agency == null || place == null ? agency : joined(place, agency);
    return new ParsedTitle(
        text, agency, place, year == null ? null : year.year(), scoped(kind, agency, place, text));
  }

  /** The name in these words; of the name of a project only the body that it begins with. */
  private @Nullable AgencyName name(String words, @Nullable Kind kind) {
    AgencyName name = AgencyName.in(FUNDS.matcher(words).replaceFirst("")).orElse(null);
    if ((kind != null && accounts(kind))
        || (name != null && (name.isPlace(gazetteer) || plausible(name)))) {
      return name;
    }
    return AgencyName.leading(words)
        .filter(n -> !n.places(gazetteer).candidates().isEmpty())
        .orElse(null);
  }

  /** 某县2015年度移民局…: the place before the year and the body behind it are one name. */
  private AgencyName joined(String place, AgencyName agency) {
    boolean bare = agency.endsAsOrgan() && agency.places(gazetteer).candidates().isEmpty();
    return bare && COUNTY.matcher(place).find() && !agency.name().startsWith("市")
        ? new AgencyName(place + agency.name().replace("（" + place + "）", ""), agency.scope())
        : agency;
  }

  private static boolean accounts(Kind kind) {
    return kind.genre() == Genre.FINAL_ACCOUNTS || kind.genre() == Genre.BUDGET;
  }

  /** Whether words in brackets are a body with its place; beside a project they describe it. */
  private static boolean ofBody(String words) {
    return AgencyName.in(words).filter(AgencyName::placed).isPresent();
  }

  /** The parts of a title in which the agency may be named, likeliest first. */
  private static List<String> namePlaces(
      String text, List<Years.Mention> years, @Nullable Kind kind) {
    int end = kind == null ? text.length() : kind.start();
    List<Years.Mention> before = years.stream().filter(y -> y.end() <= end).toList();
    List<String> parts = new ArrayList<>();
    if (before.isEmpty()) {
      parts.add(text.substring(0, end));
    } else {
      parts.add(text.substring(0, before.getFirst().start()));
      parts.add(text.substring(before.getLast().end(), end));
    }
    if (kind != null) {
      Matcher bracket = BRACKET.matcher(text);
      while (bracket.find()) {
        boolean beside = bracket.start() >= kind.end() || bracket.end() <= kind.start();
        if (beside && (accounts(kind) || ofBody(bracket.group("words")))) {
          parts.add(bracket.group("words"));
        }
      }
      parts.addAll(List.of(DASHES.split(text.substring(kind.end()))));
    }
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /** Whether the title names a body that begins with a place. */
  boolean placed(ParsedTitle title) {
    return title.agency() != null && title.agency().places(gazetteer).links() > 0;
  }

  /**
   * A name that does not end as names of bodies do must at least begin, and not end, as a place.
   */
  private boolean plausible(AgencyName name) {
    String words = name.name();
    boolean place = words.length() <= 25 && "省市县区州旗盟".indexOf(words.charAt(words.length() - 1)) < 0;
    return name.endsAsOrgan() || (place && name.places(gazetteer).links() > 0);
  }

  /** The year nearest before the kind, else the first one after it: 绩效自评表（2024年度）. */
  private static Years.@Nullable Mention year(
      List<Years.Mention> years, @Nullable Kind kind, String text) {
    if (kind == null) {
      return years.isEmpty() ? null : years.getFirst();
    }
    Years.Mention found = null;
    for (Years.Mention year : years) {
      if (year.start() < kind.end()) {
        found = year;
      }
    }
    if (found == null) {
      found =
          years.stream()
              .filter(y -> y.start() - kind.end() <= 30 && !publication(text, y))
              .findFirst()
              .orElse(null);
    }
    return found;
  }

  private static boolean publication(String text, Years.Mention year) {
    return text.startsWith("公开", year.end()) || text.startsWith("发布", year.end());
  }

  /** The scope that follows from whose title it is where the words for the kind leave it open. */
  private @Nullable Kind scoped(
      @Nullable Kind kind, @Nullable AgencyName agency, @Nullable String place, String text) {
    if (kind == null || (kind.genre() != Genre.FINAL_ACCOUNTS && kind.genre() != Genre.BUDGET)) {
      return kind;
    }
    boolean itself = OWN_LEVEL.matcher(text).find() && agency != null && !governs(agency.name());
    if (agency != null
        && (itself || agency.scope() == Scope.UNIT)
        && kind.scope() != Scope.GOVERNMENT) {
      return kind.with(Scope.UNIT);
    }
    if (kind.scope() != Scope.UNKNOWN) {
      return kind;
    }
    if (agency == null && place != null) {
      return kind.with(Scope.GOVERNMENT);
    }
    if (agency == null) {
      return kind;
    }
    if (COUNTY_OR_HIGHER.matcher(agency.name()).find()) {
      return kind.with(Scope.GOVERNMENT);
    }
    if (governs(agency.name())
        && !OWN_EXPENSES.matcher(text).find()
        && KindWords.wholeGovernment(text.replace(agency.name(), ""))) {
      return kind.with(Scope.GOVERNMENT);
    }
    return agency.scope() == Scope.DEPARTMENT ? kind.with(Scope.DEPARTMENT) : kind;
  }

  /** Whether a body may speak for a whole government: itself, or its department of finances. */
  static boolean governs(String name) {
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
