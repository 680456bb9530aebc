package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.text.CorrectionMark;
import org.mingzhang.text.PatternTable;

/**
 * Finds the printed title: consecutive lines of the cover that together name agency, year and kind,
 * regardless of line breaks.
 */
final class DocumentTitleFinder {
  private static final int MAX_TITLE_LINES = 6;
  private static final int MAX_TITLE_LENGTH = 110;
  private static final int MAX_ENDING_LENGTH = 45;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(DocumentTitleFinder.class);
  private static final Pattern NAME_WITH_PLACE = PATTERNS.get("name-with-place");
  private static final Pattern PLACE_END = PATTERNS.get("place-end");

  /** What no line of a title has: a sentence, a note in brackets, a rule, the number of a form. */
  private static final Pattern BODY_PUNCTUATION =
      Pattern.compile("[。；;]|[，,].*[，,]|^[（(].*[，,].*[）)]$|^[—\\-]+$|^\\p{IsHan}{0,4}编号[:：]");

  private static final Pattern BREADCRUMBS = PATTERNS.get("breadcrumbs");
  private static final Pattern TITLE_ENDING = PATTERNS.get("title-ending");
  private static final Pattern TITLE_OF_FORM = PATTERNS.get("title-of-form");

  /** 附件3 alone on a line, whose number must not be joined with the year below it. */
  private static final Pattern ATTACHMENT_MARK = Pattern.compile("附件\\d{1,3}");

  private static final Pattern PART_SEPARATOR = Pattern.compile("[—_]+");
  private static final Pattern ZONE_START = PATTERNS.get("zone-start");
  private static final Pattern YEAR_LINE = Pattern.compile("20\\d\\d年度?");
  private static final Pattern REPORTING_OFFICIAL = PATTERNS.get("office");
  private static final Pattern FULL_PLACE = PATTERNS.get("full-place");
  private static final Pattern PLACE_LINE = PATTERNS.get("place-line");
  private static final Pattern UNFINISHED_NAME = PATTERNS.get("unfinished");
  private static final Pattern GOVERNMENT_LINE = PATTERNS.get("government-line");
  private static final Pattern OFFICE_OF_GOVERNMENT = PATTERNS.get("of-government");
  private static final Pattern SHORT_TOWN = PATTERNS.get("short-town");
  private static final Pattern OTHER_AGENCY_TITLE = PATTERNS.get("other-agency-title");

  private final DisclosureTitleParser parser;

  DocumentTitleFinder(DisclosureTitleParser parser) {
    this.parser = parser;
  }

  /**
   * Finds the most likely title; empty if no consecutive lines name a kind of disclosure together
   * with an agency, a place or a year.
   */
  Optional<MetadataClaim<ParsedDisclosureTitle>> find(List<DocumentLine> cover) {
    MetadataClaim<ParsedDisclosureTitle> best = null;
    double maximum = 0;
    for (int from = 0; from < cover.size(); from++) {
      StringBuilder joined = new StringBuilder();
      int breaks = 0;
      for (int to = from; to < Math.min(cover.size(), from + MAX_TITLE_LINES); to++) {
        DocumentLine line = cover.get(to);
        if (!mayBePartOfTitle(line)
            || (to > from && (line.isListCell() || isTitleOfForm(line.text(), joined.toString())))
            || joined.length() + line.text().length() > MAX_TITLE_LENGTH
            || (YEAR_LINE.matcher(line.text()).matches() && hasYear(joined.toString()))) {
          break;
        }
        joined.append(line.text());
        breaks += to > from && !isTitleEnding(line) ? 1 : 0;
        ParsedDisclosureTitle title = parseTitle(joined.toString());
        if (title == null) {
          continue;
        }
        double weight = weight(title) - 0.3 * breaks - 0.03 * from + 0.01 * (to - from);
        weight -= endsInsideTitle(cover, to) || startsInsideName(cover, from) ? 1 : 0;
        if (best == null || weight > maximum) {
          maximum = weight;
          best = new MetadataClaim<>(title, "title", title.text(), cover.get(from).page());
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether a title already has a year, so that a line with only a year starts another title. */
  private boolean hasYear(String joinedLines) {
    ParsedDisclosureTitle title = parseTitle(joinedLines);
    return title != null && title.year() != null;
  }

  /**
   * Whether a line is the title of a form below a complete document title with year and kind:
   * 收入支出决算总表 below the title of a budget or of accounts, or a form of the document's kind
   * (项目支出绩效自评表) below any other title.
   */
  private boolean isTitleOfForm(String line, String joinedTitle) {
    ParsedDisclosureTitle title = line.indexOf('表') < 0 ? null : parseTitle(joinedTitle);
    DisclosureKind kind = title == null ? null : title.kind();
    if (title == null || kind == null || title.year() == null) {
      return false;
    }
    return kind.isBudgetOrFinalAccounts()
        ? TITLE_OF_FORM.matcher(line).matches()
        : DisclosureKindFinder.find(line)
            .filter(own -> own.wordsStart() == 0 && own.genre() == kind.genre())
            .isPresent();
  }

  /** Whether a title that ends with 预算 continues on the next line: 执行情况及…. */
  private static boolean endsInsideTitle(List<DocumentLine> cover, int index) {
    return index + 1 < cover.size()
        && cover.get(index).text().endsWith("预算")
        && cover.get(index + 1).text().startsWith("执行情况");
  }

  /** Whether the preceding line begins a name that this line continues. */
  private static boolean startsInsideName(List<DocumentLine> cover, int index) {
    if (index > 0
        && (isUnfinishedName(cover.get(index - 1).text(), cover.get(index).text())
            || belongsToNextLine(cover.get(index - 1).text(), cover.get(index).text())
            || areJointAgencies(cover.get(index - 1).text(), cover.get(index).text()))) {
      return true;
    }
    if (index == 0 || FULL_PLACE.matcher(cover.get(index).text()).lookingAt()) {
      return false;
    }
    String before = cover.get(index - 1).text();
    return PLACE_LINE.matcher(before).matches()
        || (GOVERNMENT_LINE.matcher(before).matches()
            && OFFICE_OF_GOVERNMENT.matcher(cover.get(index).text()).lookingAt());
  }

  /** Whether a line is the beginning of a name: 某市某区规划和自然 above 资源局, 某市生态旅游 above 风景区管理委员会. */
  private static boolean isUnfinishedName(String precedingText, String line) {
    boolean placed =
        Gazetteer.standard().leadingPlaces(precedingText).placeCount() > 0
            && (ZONE_START.matcher(line).lookingAt()
                || Gazetteer.standard().leadingPlaces(line).placeCount() == 0);
    return (placed || UNFINISHED_NAME.matcher(precedingText).matches())
        && DisclosureKindFinder.find(precedingText).isEmpty()
        && AgencyName.readFrom(precedingText)
            .filter(name -> !name.hasAgencyEnding() && !name.consistsOfPlaces(Gazetteer.standard()))
            .isPresent();
  }

  /** Whether two lines name the two agencies of one office: 中共某县纪律检查委员会 above 某县监察委员会. */
  private static boolean areJointAgencies(String precedingText, String line) {
    return precedingText.endsWith("纪律检查委员会") && line.contains("监察委员会");
  }

  /**
   * Whether a line belongs to the name on the next line: it is the beginning of that name, or a
   * place (某省某市) that contains the place with which the next line begins (某县教育局).
   */
  private static boolean belongsToNextLine(String precedingText, String line) {
    if (AgencyName.isStartOfName(precedingText)) {
      return true;
    }
    Gazetteer places = Gazetteer.standard();
    return PLACE_LINE.matcher(precedingText).matches()
        && places.leadingPlaces(precedingText).end() == precedingText.length()
        && places.leadingPlaces(line).placeCount() > 0
        && places.leadingPlaces(precedingText + line).placeCount()
            > places.leadingPlaces(precedingText).placeCount();
  }

  /**
   * The weight of a title, by the parts that it states. A report on budget execution gets a lower
   * weight, because its main subject is usually the next budget; so do goals.
   */
  private double weight(ParsedDisclosureTitle title) {
    return title.weight()
        + (parser.hasAgencyWithPlace(title) ? 2 : 0)
        + (title.kind() != null && title.kind().scope() != DisclosureKind.Scope.UNKNOWN ? 0.5 : 0)
        - (title.text().endsWith("执行情况") ? 1 : 0)
        - (title.kind() != null && title.kind().genre() == DisclosureKind.Genre.GOALS ? 1 : 0)
        - (title.agency() != null && SHORT_TOWN.matcher(title.agency().name()).find() ? 0.5 : 0);
  }

  /** Whether a line is only the end of the title above it, such as 公开说明. */
  private static boolean isTitleEnding(DocumentLine line) {
    return !line.text().equals("附件") && TITLE_ENDING.matcher(line.text()).matches();
  }

  private static boolean mayBePartOfTitle(DocumentLine line) {
    return !AgencyLabelReader.namesFormDesigner(line.text())
        && !ATTACHMENT_MARK.matcher(line.text()).matches()
        && !BODY_PUNCTUATION.matcher(line.text()).find()
        && !BREADCRUMBS.matcher(line.text()).find()
        && !AgencyLabelReader.hasAgencyLabel(line.text());
  }

  private @Nullable ParsedDisclosureTitle parseTitle(String joinedLines) {
    if (joinedLines.indexOf('算') < 0
        && joinedLines.indexOf('评') < 0
        && !joinedLines.contains("目标")) {
      return null;
    }
    ParsedDisclosureTitle title = parser.parsePrinted(joinedLines);
    DisclosureKind kind = title.kind();
    if (kind == null) {
      return null;
    }
    String tail = CorrectionMark.removeFrom(joinedLines).substring(kind.wordsEnd());
    if (tail.length() > MAX_ENDING_LENGTH
        || !(TITLE_ENDING.matcher(tail).matches() || isAgencyAfterDash(tail))) {
      return null;
    }
    boolean complete = title.year() != null || title.agency() != null || title.place() != null;
    return complete || DisclosureKindFinder.isDraftWithoutYear(joinedLines) ? title : null;
  }

  /**
   * Whether the text after the kind is an agency after a dash or, as in names of files, after an
   * underscore, with more parts behind it: 2023年部门决算——某局, 2023年部门决算_某局_20240820.
   */
  private static boolean isAgencyAfterDash(String tail) {
    String[] parts = PART_SEPARATOR.split(tail, -1);
    return parts.length > 1
        && TITLE_ENDING.matcher(parts[0]).matches()
        && AgencyName.readFrom(parts[1]).filter(AgencyName::hasAgencyEnding).isPresent();
  }

  /**
   * Finds agency names that fill one to three lines of the cover, with no other words on these
   * lines.
   */
  static List<MetadataClaim<AgencyName>> findStandaloneNames(List<DocumentLine> cover) {
    List<MetadataClaim<AgencyName>> names = new ArrayList<>();
    for (int i = 0; i < cover.size(); i++) {
      String joined = "";
      for (int to = i; to < Math.min(cover.size(), i + 3); to++) {
        if (isSalutation(cover.get(to).text()) || cover.get(to).isListCell()) {
          break;
        }
        joined += cover.get(to).text();
        MetadataClaim<AgencyName> found = findStandaloneName(joined, cover.get(i).page());
        if (found != null
            && !namesSuperiorAgency(cover, to)
            && (to == i || isNameContinued(joined, cover.get(to)))) {
          names.add(found);
        }
      }
    }
    return names;
  }

  /** Whether a line addresses the reader of a report: 某区农业农村委员会：. */
  private static boolean isSalutation(String line) {
    return line.endsWith("：") && !AgencyLabelReader.isBareLabel(line);
  }

  /**
   * Whether the last of several joined lines continues a name. A line that is a complete name with
   * its place does not, unless the text before it ends with a place: in 度量单位 | 权重 | 样岭县卫生健康局 the
   * first two are labels and the last is a name.
   */
  private static boolean isNameContinued(String joinedLines, DocumentLine lastLine) {
    String before = joinedLines.substring(0, joinedLines.length() - lastLine.text().length());
    return !NAME_WITH_PLACE.matcher(lastLine.text()).matches() || PLACE_END.matcher(before).find();
  }

  /** Whether a line names the superior of the agencies whose accounts follow: 某区教育局 | 所属单位决算公开. */
  private static boolean namesSuperiorAgency(List<DocumentLine> cover, int index) {
    return index + 1 < cover.size()
        && OTHER_AGENCY_TITLE.matcher(cover.get(index + 1).text()).lookingAt();
  }

  private static @Nullable MetadataClaim<AgencyName> findStandaloneName(String line, int page) {
    String words = REPORTING_OFFICIAL.matcher(line).replaceFirst("");
    Matcher body = BODY_PUNCTUATION.matcher(words);
    if (words.length() > 40
        || AgencyLabelReader.namesFormDesigner(words)
        || body.find()
        || DisclosureKindFinder.find(words).isPresent()) {
      return null;
    }
    return AgencyName.readFrom(words)
        .filter(AgencyName::hasAgencyEnding)
        .map(name -> new MetadataClaim<>(name, "cover-line", words, page))
        .orElse(null);
  }
}
