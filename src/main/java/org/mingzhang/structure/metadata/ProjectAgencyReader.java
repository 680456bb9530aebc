package org.mingzhang.structure.metadata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.region.Gazetteer;
import org.mingzhang.structure.metadata.DisclosureKind.Genre;
import org.mingzhang.text.PatternTable;

/**
 * Finds the agency of a project whose title joins the names of agency and project (某区水务局小流域综合治理项目)
 * or names the superior of the agency. Stateless.
 */
final class ProjectAgencyReader {
  private static final int MAX_OPENING_LINES = 60;

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectAgencyReader.class);
  private static final List<Pattern> IMPLEMENTING_SENTENCES =
      PATTERNS.getAll("implementing-sentence");
  private static final Pattern LEADING_DASHES = Pattern.compile("^[—\\-（《]+");
  private static final Pattern OFFICE_OF_TOWN = PATTERNS.get("office-of-town");

  private ProjectAgencyReader() {}

  /**
   * The agency to be used instead of the name in the title of a project, as a list of at most one
   * element; empty if the name in the title stands.
   */
  static List<MetadataClaim<AgencyName>> find(
      MetadataSourceText sourceText, @Nullable MetadataClaim<ParsedDisclosureTitle> title) {
    AgencyName titled = title == null ? null : title.value().agency();
    if (title == null || titled == null || !isOfProject(title.value().kind())) {
      return List.of();
    }
    return (titled.hasAgencyEnding()
            ? findUnitBelow(titled, title, sourceText)
            : findInJoinedName(titled, title, sourceText))
        .stream().toList();
  }

  private static boolean isOfProject(@Nullable DisclosureKind kind) {
    return kind != null
        && (kind.genre() == Genre.PROJECT_EVALUATION
            || kind.genre() == Genre.EVALUATION
            || kind.genre() == Genre.GOALS);
  }

  /**
   * The agency named in a sentence on the execution of a project, 项目由某局组织实施; empty if there is no
   * such sentence.
   */
  static Optional<MetadataClaim<AgencyName>> findInSentence(List<DocumentLine> lines) {
    List<DocumentLine> opening = MetadataSourceText.firstLines(MAX_OPENING_LINES, lines);
    for (int i = 0; i < opening.size(); i++) {
      String next = i + 1 < opening.size() ? opening.get(i + 1).text() : "";
      DocumentLine joined =
          new DocumentLine(opening.get(i).text() + next, opening.get(i).page(), "");
      Optional<MetadataClaim<AgencyName>> found =
          IMPLEMENTING_SENTENCES.stream()
              .flatMap(pattern -> readSentence(pattern, joined).stream())
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<MetadataClaim<AgencyName>> readSentence(
      Pattern pattern, DocumentLine line) {
    Matcher sentence = pattern.matcher(line.text());
    return sentence.find()
        ? AgencyName.readFrom(sentence.group("name"))
            .filter(name -> name.hasAgencyEnding() && !name.isBareEnding())
            .filter(AgencyName::beginsWithPlace)
            .map(
                name ->
                    new MetadataClaim<>(
                        name, "implementing-sentence", sentence.group(), line.page()))
        : Optional.empty();
  }

  /**
   * The agency in words that do not end like one: the agency that implements the project by a
   * sentence, otherwise their longest beginning that is named elsewhere in the document, otherwise
   * the agency after a label, otherwise their longest beginning that ends like an agency.
   */
  private static Optional<MetadataClaim<AgencyName>> findInJoinedName(
      AgencyName titled,
      MetadataClaim<ParsedDisclosureTitle> title,
      MetadataSourceText sourceText) {
    List<DocumentLine> lines = sourceText.lines();
    return findInSentence(lines)
        .or(() -> findConfirmedPrefix(titled, title, lines))
        .or(
            () ->
                AgencyLabelReader.findOnlyUnit(
                    MetadataSourceText.firstLines(MAX_OPENING_LINES, lines)))
        .or(() -> readPlacedPrefix(titled.name()).map(title::withValue));
  }

  private static Optional<MetadataClaim<AgencyName>> findConfirmedPrefix(
      AgencyName titled, MetadataClaim<ParsedDisclosureTitle> title, List<DocumentLine> lines) {
    Optional<AgencyName> prefix = readPlacedPrefix(titled.name());
    while (prefix.isPresent()) {
      String name = prefix.get().name();
      char following = titled.name().charAt(name.length());
      if (isNamedOtherwise(name, following, lines)) {
        return AgencyName.readFrom(name + findOffice(name, lines)).map(title::withValue);
      }
      prefix = readPlacedPrefix(name.substring(0, name.length() - 1));
    }
    return Optional.empty();
  }

  /**
   * Whether a name occurs where the given character, with which the title goes on, does not follow,
   * not even on the next line.
   */
  private static boolean isNamedOtherwise(String name, char following, List<DocumentLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String next = i + 1 < lines.size() ? lines.get(i + 1).text() : "";
      if (isNamedOtherwise(name, following, lines.get(i).text(), next)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isNamedOtherwise(
      String name, char following, String text, String nextLine) {
    for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      int end = at + name.length();
      String after = end < text.length() ? text.substring(end) : nextLine;
      if (after.isEmpty() || after.charAt(0) != following) {
        return true;
      }
    }
    return false;
  }

  /** The words 人民政府 or 办事处 after the name of a town or subdistrict in the text; empty if none. */
  private static String findOffice(String town, List<DocumentLine> lines) {
    for (DocumentLine line : lines) {
      int at = line.text().indexOf(town);
      if (at < 0) {
        continue;
      }
      Matcher office = OFFICE_OF_TOWN.matcher(line.text().substring(at));
      if (office.find() && office.start() == town.length()) {
        return office.group("office");
      }
    }
    return "";
  }

  private static Optional<AgencyName> readPlacedPrefix(String words) {
    return AgencyName.readLongestPrefix(words)
        .filter(name -> words.startsWith(name.name()) && name.name().length() < words.length())
        .filter(name -> !name.leadingPlaces(Gazetteer.standard()).candidates().isEmpty());
  }

  /**
   * The agency that implements the project if a label on the cover says that the name in the title
   * is the superior, if a line of the cover begins with the implementing agency (某县教育局项目自评 above
   * 某县第一中学操场改造项目), or if the name in the title is continued by a project name that ends like an
   * agency (某县中医院当归诊疗中心) and occurs nowhere else.
   */
  private static Optional<MetadataClaim<AgencyName>> findUnitBelow(
      AgencyName titled,
      MetadataClaim<ParsedDisclosureTitle> title,
      MetadataSourceText sourceText) {
    List<DocumentLine> lines = sourceText.lines();
    DisclosureKind kind = title.value().kind();
    if (kind != null
        && kind.genre() == Genre.PROJECT_EVALUATION
        && AgencyLabelReader.isSuperior(titled, sourceText.cover())) {
      return AgencyLabelReader.findOnlyUnit(sourceText.cover());
    }
    Optional<MetadataClaim<AgencyName>> implementing = findInSentence(lines);
    if (implementing
        .map(u -> u.value().name())
        .filter(name -> !titled.name().startsWith(name) && beginsLine(name, sourceText.cover()))
        .isPresent()) {
      return implementing;
    }
    Optional<MetadataClaim<AgencyName>> unit =
        implementing.filter(u -> isBeginningOf(titled, u.value().name()));
    return unit.isPresent() && !isNamedOutsideTitle(titled.name(), title, lines)
        ? unit
        : Optional.empty();
  }

  /** Whether a title on some lines, without marks such as dashes, begins with a name. */
  private static boolean beginsLine(String name, List<DocumentLine> lines) {
    return lines.stream()
        .map(line -> LEADING_DASHES.matcher(line.text()).replaceFirst(""))
        .anyMatch(words -> words.startsWith(name) && words.indexOf('。') < 0);
  }

  /**
   * Whether a title begins with an agency and continues after it. The agency's name may omit the
   * places before the town in the title.
   */
  private static boolean isBeginningOf(AgencyName titled, String agency) {
    Matcher office = OFFICE_OF_TOWN.matcher(agency);
    String name = office.find() ? agency.substring(0, office.start("office")) : agency;
    return Stream.of(titled.name(), titled.nameAfterPlaces(Gazetteer.standard()))
        .anyMatch(
            words ->
                words.length() > name.length()
                    && words.startsWith(name)
                    && !words.startsWith(agency + "（"));
  }

  private static boolean isNamedOutsideTitle(
      String name, MetadataClaim<ParsedDisclosureTitle> title, List<DocumentLine> lines) {
    String printed = title.value().text();
    int end = printed.indexOf(name) + name.length();
    return end < printed.length() && isNamedOtherwise(name, printed.charAt(end), lines);
  }
}
