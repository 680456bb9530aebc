package org.mingzhang.structure.metadata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mingzhang.structure.metadata.DisclosureKind.Scope;
import org.mingzhang.text.PatternTable;

/** Reads agency names after labels above tables and on covers: 部门：, 编制单位：, 预算主管部门：, 填报单位（盖章）：. */
final class AgencyLabelReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(AgencyLabelReader.class);
  private static final Pattern LABEL = PATTERNS.get("agency-label-reader-label");
  private static final Pattern LABEL_WITHOUT_COLON = PATTERNS.get("label-without-colon");
  private static final Pattern END_OF_NAME = PATTERNS.get("end-of-name");
  private static final Pattern FORM_DESIGNER = PATTERNS.get("form-designer");
  private static final Pattern BARE_LABEL = PATTERNS.get("agency-label-reader-bare-label");
  private static final Pattern IMPLEMENTING_AGENCY_LABEL = PATTERNS.get("implementing");
  private static final Pattern FORM_FILLER_LABEL = PATTERNS.get("form-filler");
  private static final Pattern SUPERIOR_AGENCY_LABEL = PATTERNS.get("agency-label-reader-superior");
  private static final Pattern LABEL_IN_BRACKETS = Pattern.compile("（(?<words>[^（）：]+：[^（）]+)）");
  private static final Pattern LOCAL_SUPERIOR_LABEL = PATTERNS.get("local-superior");
  private static final Pattern FIELD_LABEL = PATTERNS.get("field");
  private static final Pattern YEAR_STAMP = Pattern.compile("（20\\d\\d年度?）");
  private static final int MIN_LONG_LINE_LENGTH = 60;
  private static final int MIN_FIELDS = 4;

  private AgencyLabelReader() {}

  static boolean namesFormDesigner(String line) {
    return FORM_DESIGNER.matcher(line).matches();
  }

  /** Whether a line consists of a label only, without a name after it. */
  static boolean isBareLabel(String line) {
    return BARE_LABEL.matcher(line).matches();
  }

  /**
   * Splits a line that contains the whole upper part of a form into fields that begin with their
   * labels. Returns the line itself as the only element if it is short or has too few labels.
   */
  static List<String> splitFields(String line) {
    if (line.length() < MIN_LONG_LINE_LENGTH) {
      return List.of(line);
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher field = FIELD_LABEL.matcher(line);
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

  /** A label and its name without the brackets around both: （部门：某区林业局）. */
  private static String withoutBrackets(String line) {
    if (!line.startsWith("（")) {
      return line;
    }
    Matcher label = LABEL_IN_BRACKETS.matcher(line);
    return label.matches() ? label.group("words") : line;
  }

  /** Whether a line begins with a label of an agency and a colon, also in brackets. */
  static boolean hasAgencyLabel(String line) {
    Matcher label = LABEL.matcher(withoutBrackets(line));
    return label.matches() && !label.group("colon").isEmpty();
  }

  /**
   * The name after the label on a line, or in the cell to the right of the label; empty if the line
   * has no label or the text after it is not the name of an agency.
   */
  static Optional<MetadataClaim<AgencyName>> read(DocumentLine line) {
    Matcher label = LABEL.matcher(withoutBrackets(line.text()));
    if (!label.matches()) {
      return Optional.empty();
    }
    boolean colon = !label.group("colon").isEmpty();
    String value = colon ? label.group("value") : "";
    if (value.isEmpty() && (colon || label.group("value").isEmpty())) {
      value = line.nextLine();
    }
    Matcher bare = LABEL_WITHOUT_COLON.matcher(line.text());
    if (value.isEmpty() && !colon && bare.find()) {
      return AgencyName.readFrom(bare.group("value"))
          .filter(AgencyName::hasAgencyEnding)
          .filter(AgencyName::beginsWithPlace)
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

  /** The different names after labels, each once and the most frequent first. */
  static List<MetadataClaim<AgencyName>> findByFrequency(List<DocumentLine> lines) {
    AgencyNameTally tally = new AgencyNameTally();
    lines.forEach(line -> read(line).ifPresent(tally::addClaim));
    return tally.rankByCount();
  }

  /**
   * The different names after labels of a cover, the most frequent first, but superiors (主管部门)
   * after the others, and those that have a project evaluated (委托单位) last.
   */
  static List<MetadataClaim<AgencyName>> findOnCover(List<DocumentLine> cover) {
    return findByFrequency(cover).stream()
        .sorted(
            Comparator.comparing(
                    (MetadataClaim<AgencyName> claim) -> claim.quote().startsWith("委托"))
                .thenComparing(claim -> impliedScope(claim.quote()) == Scope.DEPARTMENT))
        .toList();
  }

  /** Whether a label names an agency as the superior (主管部门) in some lines. */
  static boolean isSuperior(AgencyName agency, List<DocumentLine> lines) {
    return findNamesAfter(SUPERIOR_AGENCY_LABEL, lines).stream()
        .anyMatch(claim -> claim.value().name().equals(agency.name()));
  }

  /** The agency after labels such as 实施单位 and 用款单位, if they name exactly one. */
  static Optional<MetadataClaim<AgencyName>> findOnlyUnit(List<DocumentLine> lines) {
    List<MetadataClaim<AgencyName>> names = findNamesAfter(IMPLEMENTING_AGENCY_LABEL, lines);
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  /**
   * The agency that implements a project (实施单位), if all such labels of a form are followed by the
   * same name. If no agency follows such a label, the agency that fills in the form (预算单位) is used,
   * then the agency of the city or county (市县主管部门), then the superior (主管部门). Empty if several
   * agencies are named.
   */
  static List<MetadataClaim<AgencyName>> findImplementingAgency(List<DocumentLine> lines) {
    for (Pattern label :
        List.of(
            IMPLEMENTING_AGENCY_LABEL,
            FORM_FILLER_LABEL,
            LOCAL_SUPERIOR_LABEL,
            SUPERIOR_AGENCY_LABEL)) {
      List<MetadataClaim<AgencyName>> names = findNamesAfter(label, lines);
      if (!names.isEmpty()) {
        return names.size() == 1 ? names : List.of();
      }
    }
    return List.of();
  }

  /** Finds the names after labels that match a pattern. */
  private static List<MetadataClaim<AgencyName>> findNamesAfter(
      Pattern labels, List<DocumentLine> lines) {
    AgencyNameTally tally = new AgencyNameTally();
    for (DocumentLine line : lines) {
      Matcher label = labels.matcher(line.text());
      String value =
          !label.find()
              ? ""
              : label.group("value").isEmpty() ? line.nextLine() : label.group("value");
      AgencyName.readFrom(END_OF_NAME.matcher(value).replaceFirst(""))
          .filter(AgencyName::hasAgencyEnding)
          .filter(name -> !name.isBareEnding())
          .filter(AgencyName::beginsWithPlace)
          .map(name -> new MetadataClaim<>(name, "label", line.text(), line.page()))
          .ifPresent(tally::addClaim);
    }
    return tally.rankByCount();
  }

  /**
   * Returns the scope implied by a label: 预算单位 implies a unit, 预算主管部门 a department; {@code UNKNOWN}
   * for other labels.
   */
  static Scope impliedScope(String label) {
    if (label.contains("主管")) {
      return Scope.DEPARTMENT;
    }
    return label.startsWith("预算单位") ? Scope.UNIT : Scope.UNKNOWN;
  }
}
