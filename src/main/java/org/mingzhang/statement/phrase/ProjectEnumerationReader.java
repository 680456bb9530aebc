package org.mingzhang.statement.phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mingzhang.statement.Subject;
import org.mingzhang.statement.token.FoldedText;
import org.mingzhang.statement.token.ProseToken;
import org.mingzhang.statement.token.WordClass;
import org.mingzhang.text.ChineseNumeralParser;
import org.mingzhang.text.PatternTable;

/**
 * Reads the names of projects that precede their number: 对水文设施维护、山洪预警2个项目, 甲、乙、丙三个项目. Later values
 * after 分别 belong to them in this order.
 */
public final class ProjectEnumerationReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(ProjectEnumerationReader.class);
  private static final Pattern PROJECT_COUNT = PATTERNS.get("counted");
  private static final Pattern ANNOUNCED_PROJECTS = PATTERNS.get("announced-projects");

  /** What is between names: the comma of a series, and before the last name a conjunction. */
  private static final List<Pattern> SEPARATORS =
      List.of(Pattern.compile("、"), Pattern.compile("、|(?:以及|和|及|与)(?!.*(?:、|以及|和|及|与))"));

  /** Maximum number of characters of the words that state how many projects are named. */
  private static final int MAX_ANNOUNCEMENT_LENGTH = 30;

  private static final int MIN_NAME_LENGTH = 2;

  private final FoldedText foldedText;
  private final AccountNameResolver nameResolver;

  public ProjectEnumerationReader(FoldedText foldedText, AccountNameResolver nameResolver) {
    this.foldedText = foldedText;
    this.nameResolver = nameResolver;
  }

  /** The projects that a clause names, with the index of the first token after their names. */
  public record NamedProjects(List<Subject> projects, int end) {}

  /**
   * The projects that a clause names after their number, 自评项目共2个，即甲、乙, or before it, in a clause
   * that gives each of them a value, 甲、乙两个项目执行率均为100%, or states no other number. The result has no
   * projects if the clause names none, or not as many as its number says.
   */
  public NamedProjects readNames(List<ProseToken> clause) {
    if (clause.stream().noneMatch(ProseToken::isConjunction)) {
      return new NamedProjects(List.of(), 0);
    }
    List<Subject> announced = readAfterNumber(clause);
    return announced.isEmpty()
        ? readBeforeNumber(clause)
        : new NamedProjects(announced, clause.size());
  }

  private List<Subject> readAfterNumber(List<ProseToken> clause) {
    int start = Math.max(0, clause.getFirst().start() - MAX_ANNOUNCEMENT_LENGTH);
    Matcher announced =
        ANNOUNCED_PROJECTS.matcher(foldedText.text()).region(start, clause.getLast().end());
    if (clause.getLast().isMoney() || !announced.find()) {
      return List.of();
    }
    long count =
        parse(Objects.requireNonNullElse(announced.group("after"), announced.group("before")));
    return SEPARATORS.stream()
        .map(separator -> separator.split(announced.group("names"), -1))
        .filter(names -> names.length == count)
        .map(names -> Stream.of(names).map(n -> nameResolver.projectFunding(n, null)).toList())
        .findFirst()
        .orElse(List.of());
  }

  private static long parse(String numeral) {
    return ChineseNumeralParser.parse(numeral).orElseGet(() -> Long.valueOf(numeral));
  }

  private NamedProjects readBeforeNumber(List<ProseToken> clause) {
    Matcher counted =
        PROJECT_COUNT
            .matcher(foldedText.text())
            .region(clause.getFirst().start(), clause.getLast().end());
    boolean found = counted.find();
    int end = 0;
    while (found && end < clause.size() && clause.get(end).start() < counted.end()) {
      end++;
    }
    List<ProseToken> rest = clause.subList(end, clause.size());
    boolean each =
        rest.stream().anyMatch(t -> t.isWordOfAnyClass(WordClass.RESPECTIVELY, WordClass.EQUALLY))
            || rest.stream().noneMatch(ProseToken.Numeral.class::isInstance);
    List<Subject> projects =
        found && each
            ? readNamesBefore(clause, counted.start(), parse(counted.group(1)))
            : List.of();
    return new NamedProjects(projects, projects.isEmpty() ? 0 : end);
  }

  /** The projects named before their number; empty unless there are at least two and as many. */
  private List<Subject> readNamesBefore(
      List<ProseToken> words, int numberOffset, long projectCount) {
    List<Subject> found = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (ProseToken token : words) {
      if (token.start() >= numberOffset) {
        break;
      }
      if (token.isConjunction()) {
        found.add(nameResolver.projectFunding(name.toString(), null));
        name.setLength(0);
      } else if (found.isEmpty()
          // A quoted word is part of the name, even if it is a verb elsewhere: 农田“两用”建设.
          && !foldedText.endsQuotation(token.end())
          && token.isWordOfAnyClass(WordClass.LINK, WordClass.VERB, WordClass.OF_WHICH)) {
        name.setLength(0);
      } else {
        name.append(foldedText.text(token.start(), Math.min(numberOffset, token.end())));
      }
    }
    found.add(nameResolver.projectFunding(name.toString(), null));
    boolean all =
        found.size() > 1
            && found.size() == projectCount
            && found.stream().noneMatch(p -> String.valueOf(p.item()).length() < MIN_NAME_LENGTH);
    return all ? found : List.of();
  }
}
